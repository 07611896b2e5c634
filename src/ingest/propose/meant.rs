//! What a column is that its header calls something else, by its values and by the columns beside it: the
//! name of a customer among several, a customer that a system calls a contact, the whole of what a job
//! brings, amounts in the currency of the books.

use super::fields::{Columns, TAKE};
use crate::base::fold_word;
use crate::ingest::headers::{Header, Sense};
use crate::table::{Field, Kind};

/// The score of a header in known words.
const PLAIN: u16 = 900;
/// In a folded header: the short form of a name.
const SHORT: [&str; 8] =
    ["简称", "略称", "약칭", "약어", "shortname", "kurzname", "nomabrege", "nombrecorto"];

/// What stands before or behind the name of a firm, folded, as a word of its own.
#[rustfmt::skip]
const FORMS: [&str; 30] = [
    "ltd", "limited", "inc", "llc", "llp", "corp", "plc", "co", "company", "pty", "pte", "gmbh", "ag", "kg", "ohg", "se", "bv",
    "nv", "sa", "sas", "sarl", "srl", "sl", "spa", "oy", "ab", "as", "aps", "kk", "group",
];
/// The same where no blank parts it from the name.
const FORMS_BESIDE: [&str; 7] =
    ["(주)", "㈜", "주식회사", "유한회사", "公司", "株式会社", "有限会社"];
/// So many firms show that a column names firms.
const FIRMS_MIN: usize = 2;

/// What credit notes are called, as whole cells, folded.
#[rustfmt::skip]
const CREDIT_NOTES: [&str; 30] = [
    "credit memo", "credit note", "credit", "sales credit", "credit invoice", "cn", "gutschrift", "rechnungskorrektur", "stornorechnung",
    "avoir", "facture avoir", "abono", "nota de credito", "factura rectificativa", "대변메모", "대변전표", "크레딧", "크레딧노트",
    "크레딧메모", "수정세금계산서", "감액", "마이너스", "마이너스계산서", "红字发票", "红票", "红冲", "红字", "贷项通知单", "贷项凭证", "クレジット",
];
/// A list knows few types of document.
const TYPES_MAX: u32 = 8;

impl Columns<'_> {
    /// Words of which one says credit note and others do not, each for many rows.
    pub(super) fn tells_credit_notes(&self, column: usize) -> bool {
        let profile = &self.profiles[column];
        let is_credit = |row: &&u32| {
            let folded = fold_word(self.raw.text(**row as usize, column));
            CREDIT_NOTES.contains(&folded.as_str())
        };
        let credits = || self.rows.iter().filter(is_credit).count() as u32;
        (2..=TYPES_MAX).contains(&profile.distinct)
            && !profile.number_column()
            && !self.says_elsewhere(column, &[Field::DocType])
            && credits() > 0
            && credits() < profile.filled
    }

    /// The short name beside the full one, or the address beside the name.
    pub(super) fn is_lesser_name(&self, field: Field, column: usize) -> bool {
        let plain = |at: &usize| self.says_plainly(*at, Field::CustomerName);
        let is_short = |at: usize| SHORT.iter().any(|word| self.headers[at].folded.contains(word));
        let mut others = (0..self.headers.len()).filter(|at| *at != column).filter(plain);
        field == Field::CustomerName
            && others.any(|other| {
                is_short(column) && !is_short(other)
                    || self.holds_addresses(column) && !self.holds_addresses(other)
            })
    }

    /// Streets with their numbers and towns behind commas, on most rows.
    fn holds_addresses(&self, column: usize) -> bool {
        let is_address = |text: &str| {
            text.matches([',', '\n']).count() >= 2 && text.contains(|c: char| c.is_ascii_digit())
        };
        let texts = self.rows.iter().map(|&row| self.raw.text(row as usize, column));
        let found = texts.filter(|text| is_address(text)).count() as u32;
        self.profiles[column].filled > 0 && self.profiles[column].most(found)
    }

    /// "Account code" beside the name of the account, each with its own.
    pub(super) fn is_account_of_each(&self, column: usize) -> bool {
        let profile = &self.profiles[column];
        self.says_plainly(column, Field::AccountNo)
            && profile.unique()
            && profile.all(profile.digits)
            && !self.says_elsewhere(column, &[Field::CustomerNo])
    }

    /// Some systems call the customer a contact: firms are no persons.
    pub(super) fn is_contact_of_firms(&self, column: usize) -> bool {
        let is_firm = |text: &str| {
            let folded = fold_word(text);
            folded.split(' ').any(|word| FORMS.contains(&word))
                || FORMS_BESIDE.iter().any(|form| text.contains(form))
        };
        let firms = || {
            let texts = self.rows.iter().map(|&row| self.raw.text(row as usize, column));
            let mut firms: Vec<&str> = texts.filter(|text| is_firm(text)).collect();
            firms.sort_unstable();
            firms.dedup();
            firms.len()
        };
        self.says_plainly(column, Field::Contact)
            && !self.says_elsewhere(column, &[Field::CustomerName, Field::CustomerNo])
            && firms() >= FIRMS_MIN
    }

    /// "Total charge", "Total HT": what a job brings, where nothing says it better and no invoice is named
    /// whose whole it may be.
    pub(super) fn is_whole_of_job(&self, column: usize, kind: Kind) -> bool {
        let whole = |at: usize, field: Field| {
            self.says_plainly(at, field) && self.profiles[at].number_column()
        };
        let any = |field: Field| (0..self.headers.len()).filter(|&at| whole(at, field)).count();
        let field = if any(Field::Net) > 0 { Field::Net } else { Field::Gross };
        kind == Kind::Jobs
            && whole(column, field)
            && any(field) == 1
            && !self.says_elsewhere(column, &[Field::Amount, Field::EstRevenue, Field::InvoiceNo])
    }

    /// An amount or a currency of the books, in a list that has no other.
    pub(super) fn is_of_books(&self, books: Field, column: usize, kind: Kind) -> bool {
        let others: &[Field] = match books {
            Field::LocalAmount if kind != Kind::GeneralLedger => return false,
            Field::LocalAmount => &[Field::Amount, Field::Debit, Field::Credit],
            _ => &[Field::Currency],
        };
        self.says_plainly(column, books)
            && !kind.spec().reads.contains(&books)
            && !self.says_elsewhere(column, others)
    }

    /// The one column of dates in a list: of the rates there, whatever its header calls it.
    pub(super) fn is_only_day(&self, column: usize) -> bool {
        let days = |at: &usize| self.profiles[*at].date_column();
        (0..self.profiles.len()).filter(days).eq([column])
    }

    /// In whole words that mean nothing else: "비청구금액" says "청구금액" in part.
    fn says_plainly(&self, column: usize, field: Field) -> bool {
        let found = self.headers[column].sense(Sense::Field(field));
        found.is_some_and(|found| !found.vague && found.score >= PLAIN)
    }

    /// Whether another column says one of these.
    fn says_elsewhere(&self, column: usize, fields: &[Field]) -> bool {
        let says = |header: &Header, field: Field| {
            let found = header.sense(Sense::Field(field));
            found.is_some_and(|found| u32::from(found.score) >= TAKE)
        };
        let headers = self.headers.iter().enumerate().filter(|(at, _)| *at != column);
        headers.into_iter().any(|(_, h)| fields.iter().any(|&field| says(h, field)))
    }
}
