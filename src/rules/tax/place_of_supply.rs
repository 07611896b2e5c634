//! TAX-03: a sale at home without tax, or one to another country with tax.
//!
//! The place of supply follows rules of its own; this only shows where the usual case is not met.
//! At home only a country with a value added tax is judged, and a reason on the invoice settles it.

use std::cell::LazyCell;

use crate::base::{Money, QuickMap, Severity};
use crate::model::{Book, Owner, Party};
use crate::rules::tax::seller::{buyer, is_taxed, names_seller, seller_country};
use crate::rules::tax::treatment::{Treatment, treated};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "TAX-03",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Tax,
    owner: Owner::Tax,
    needs: &[
        Need::AnyColumn(&[(Kind::Invoices, Field::Country), (Kind::Customers, Field::Country)]),
        Need::AnyColumn(&[(Kind::Invoices, Field::Tax), (Kind::Invoices, Field::TaxRate)]),
    ],
    check,
};

/// Or enough invoices that show where home is.
const SELLER: Need = Need::AnyColumn(&[
    (Kind::Invoices, Field::SellerCountry),
    (Kind::Invoices, Field::SellerTaxId),
]);

fn check(case: &Case, findings: &mut Findings) {
    let mut judged = false;
    let habits = LazyCell::new(|| habits(case.book));
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        let Some(header) = invoice.header() else { continue };
        let Some((buyer_row, buyer)) = buyer(&invoice, header) else { continue };
        let home = || case.shared.home(case.book).filter(|_| !names_seller(header));
        let seller = seller_country(header).map(|(country, says)| (country, Some(says)));
        let seller = seller.or_else(|| home().map(|country| (country, None)));
        judged |= seller.is_some();
        let Some(((seller, says), taxed)) = seller.zip(is_taxed(header)) else { continue };
        let explained = header.text(Field::TaxReason).is_some()
            || treated(&invoice).any(|(_, _, treatment)| treatment != Treatment::Taxed);
        let wrong = match seller == buyer {
            true => !taxed && seller.has_vat && !explained,
            false => taxed,
        };
        let habit = || case.book.party(header).and_then(|party| habits.get(&party));
        let alone = || habit().is_some_and(|(_, all)| *all < SHOWN_MIN) && seller == buyer;
        let unusual = || {
            habit().is_some_and(|&habit| stands_out(taxed, habit))
                || (alone() && is_taxed_at_home(&habits))
        };
        // Where home only shows in the run, a customer that is billed so again and again has its reason.
        if !wrong || (says.is_none() && !unusual()) {
            continue;
        }
        let shown = [Field::Tax, Field::TaxRate].into_iter().find(|&field| header.has(field));
        let stake = if taxed { header.money(Field::Tax) } else { invoice.worth() };
        let state = if taxed { "tax-shown" } else { "tax-none" };
        let finding = findings
            .at(header.source(shown.unwrap_or(Field::Tax)), invoice.no())
            .arg("invoice", invoice.no())
            .arg("seller", seller.code)
            .arg("buyer", buyer.code)
            .arg("state", Arg::term(state))
            .stake(stake.filter(|money: &Money| !money.is_zero()))
            .evidence(Field::Country.word(), buyer_row.source(Field::Country))
            .of_invoice(Some(invoice));
        findings.push(match says {
            Some(says) => finding.evidence(says.word(), header.source(says)),
            None => finding,
        });
    }
    if !judged {
        findings.cannot_run(SELLER);
    }
}

/// How many invoices of each customer bear tax, of how many.
fn habits(book: &Book) -> QuickMap<Party, (usize, usize)> {
    let mut habits: QuickMap<Party, (usize, usize)> = QuickMap::default();
    for invoice in book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        let Some(header) = invoice.header() else { continue };
        if let (Some(party), Some(taxed)) = (book.party(header), is_taxed(header)) {
            let habit = habits.entry(party).or_default();
            *habit = (habit.0 + usize::from(taxed), habit.1 + 1);
        }
    }
    habits
}

/// So few invoices show nothing of a customer.
const SHOWN_MIN: usize = 3;

/// Nearly all invoices of the run bear tax: one to a customer of whom nothing is known should, too.
fn is_taxed_at_home(habits: &QuickMap<Party, (usize, usize)>) -> bool {
    const INVOICES_MIN: usize = 20;
    let sum = |(taxed, all): (usize, usize), own: &(usize, usize)| (taxed + own.0, all + own.1);
    let (taxed, all) = habits.values().fold((0, 0), sum);
    all >= INVOICES_MIN && taxed * 20 >= all * 19
}

/// At most a third of the customer's invoices are like this one.
fn stands_out(taxed: bool, (with, all): (usize, usize)) -> bool {
    let alike = if taxed { with } else { all - with };
    alike * 3 <= all
}
