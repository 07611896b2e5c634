//! The country of who sells: as the invoice says it, else as the seller's tax number shows it, else, where no
//! invoice has a column for either, the one to which nearly all that bears tax goes.

use crate::base::identifiers::{Check, cn_credit_code, kr_business_no};
use crate::base::{Country, QuickMap};
use crate::model::{Book, Invoice, Row};
use crate::table::Field;

/// The country, and the column that says so. `None` where a number may be of several countries.
pub(super) fn seller_country(header: Row) -> Option<(Country, Field)> {
    if let Some(stated) = header.text(Field::SellerCountry) {
        return Country::parse(stated).map(|country| (country, Field::SellerCountry));
    }
    let country = of_tax_id(header.text(Field::SellerTaxId)?)?;
    Some((country, Field::SellerTaxId))
}

/// Fewer invoices with tax show no habit.
const TAXED_MIN: usize = 12;

/// The country at home: nine in ten invoices with tax go there, and nine in ten of those that go there bear it.
pub(in crate::rules) fn home(book: &Book) -> Option<Country> {
    let mut counts: QuickMap<&'static str, (Country, usize, usize)> = QuickMap::default();
    let mut all = 0;
    for invoice in book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        let Some(header) = invoice.header() else { continue };
        let (Some((_, country)), Some(taxed)) = (buyer(&invoice, header), is_taxed(header)) else {
            continue;
        };
        let count = counts.entry(country.code).or_insert((country, 0, 0));
        count.1 += usize::from(taxed);
        count.2 += 1;
        all += usize::from(taxed);
    }
    let (country, taxed, seen) = counts.into_values().max_by_key(|(_, taxed, _)| *taxed)?;
    let usual = taxed >= TAXED_MIN && taxed * 10 >= all * 9 && taxed * 10 >= seen * 9;
    Some(country).filter(|country| usual && country.has_vat)
}

/// Whether the list of invoices says itself who sells.
pub(super) fn names_seller(header: Row) -> bool {
    header.has(Field::SellerCountry) || header.has(Field::SellerTaxId)
}

/// The buyer's country as the invoice has it, else the customer list.
pub(super) fn buyer<'b>(invoice: &Invoice<'b>, header: Row<'b>) -> Option<(Row<'b>, Country)> {
    let listed = invoice.customer_asking(Field::Country).map(|customer| customer.0);
    let rows = [Some(header), listed].into_iter().flatten();
    let mut stated = rows.filter_map(|row| Some((row, row.text(Field::Country)?)));
    let (row, text) = stated.next()?;
    Some((row, Country::parse(text)?))
}

/// `None` where the header says neither.
pub(super) fn is_taxed(header: Row) -> Option<bool> {
    let figures = [Field::Tax, Field::TaxRate].map(|field| header.number(field));
    let stated = figures.iter().any(Option::is_some);
    stated.then(|| figures.into_iter().flatten().any(|figure| !figure.is_zero()))
}

fn of_tax_id(id: &str) -> Option<Country> {
    let bare: String = id.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    let bare = bare.to_ascii_uppercase();
    let (letters, digits) =
        bare.split_at(bare.find(|c: char| c.is_ascii_digit()).unwrap_or(bare.len()));
    // GB, DE, FR and the like; "CHE" for Switzerland, "EL" for Greece, "XI" for the north of Ireland.
    let prefix = match letters {
        "CHE" => "CH",
        "EL" => "GR",
        "ATU" => "AT",
        "XI" => return None,
        letters => letters.get(..2).unwrap_or(""),
    };
    // A letter or two of the number itself may follow: ESA, FRXX.
    let is_prefix = matches!(letters, "CHE" | "ATU") || letters.len() == 2;
    let is_longer = letters.len() <= 4 && matches!(prefix, "ES" | "FR");
    if digits.len() >= 7
        && (is_prefix || is_longer)
        && let Some(country) = Country::parse(prefix).filter(|country| country.has_vat)
    {
        return Some(country);
    }
    let shape: Vec<usize> = id.trim().split('-').map(str::len).collect();
    if shape == [3, 2, 5] && kr_business_no::check(id) == Check::Holds {
        return Country::parse("KR");
    }
    if bare.len() == 18 && cn_credit_code::check(&bare) == Check::Holds {
        return Country::parse("CN");
    }
    is_spanish(&bare).then(|| Country::parse("ES")).flatten()
}

/// The letter of a company's kind, seven digits, and a digit that follows from them.
fn is_spanish(id: &str) -> bool {
    let digits: Vec<u32> = id.chars().skip(1).filter_map(|c| c.to_digit(10)).collect();
    let (Some(kind), true) = (id.chars().next(), id.len() == 9 && digits.len() == 8) else {
        return false;
    };
    let sum: u32 = digits[..7]
        .iter()
        .enumerate()
        .map(|(at, &digit)| match at % 2 {
            0 => digit * 2 / 10 + digit * 2 % 10,
            _ => digit,
        })
        .sum();
    "ABCDEFGHJUV".contains(kind) && (10 - sum % 10) % 10 == digits[7]
}

#[cfg(test)]
mod tests {
    use super::of_tax_id;

    #[test]
    fn only_a_number_of_one_country_says_it() {
        for (id, code) in [
            ("GB123456788", Some("GB")),
            ("DE 136695976", Some("DE")),
            ("CHE-123.456.788", Some("CH")),
            ("ATU12345675", Some("AT")),
            ("124-81-00998", Some("KR")),
            ("124-81-00997", None),
            ("91110000802100433B", Some("CN")),
            ("A58818501", Some("ES")),
            ("A58818502", None),
            ("123456789", None),
            ("INV2026001", None),
        ] {
            assert_eq!(of_tax_id(id).map(|country| country.code), code, "{id}");
        }
    }
}
