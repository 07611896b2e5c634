//! ARI-02: the lines of an invoice do not add up to its net. No tolerance: each line is rounded
//! before it is added (EN 16931, BR-CO-10).

use crate::base::{Currency, Decimal, Money, Severity, Source};
use crate::model::{Charge, Invoice, Owner};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Cell, Field, Kind};

pub static RULE: Rule = Rule {
    code: "ARI-02",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Arithmetic,
    owner: Owner::Billing,
    needs: &[
        Need::AnyColumn(&[
            (Kind::Invoices, Field::Net),
            (Kind::Invoices, Field::Gross),
            (Kind::Invoices, Field::Amount),
        ]),
        Need::AnyColumn(&[
            (Kind::Lines, Field::Net),
            (Kind::Lines, Field::Amount),
            (Kind::Lines, Field::Gross),
            (Kind::Lines, Field::UnitPrice),
        ]),
    ],
    check,
};

/// Cells of lines cited as evidence; an invoice may have thousands.
const LINES_CITED_MAX: usize = 50;

/// A header amount against the sum of its lines.
struct Comparison<'b> {
    invoice: Invoice<'b>,
    stated: Money,
    at: Source,
    total: Decimal,
    currency: Currency,
}

fn check(case: &Case, findings: &mut Findings) {
    let mut without_net = Vec::new();
    for invoice in case.book.invoices() {
        // Two headers of one number are ID-02: nobody knows whose the lines are.
        if invoice.headers().len() != 1 || invoice.lines().len() == 0 || invoice.is_void() {
            continue;
        }
        let Some((total, currency)) = lines_total(&invoice) else { continue };
        if let Some((stated, at)) = invoice.net() {
            let comparison = Comparison { invoice, stated, at, total, currency };
            if !comparison.ties() && !lines_are_gross(&comparison) {
                comparison.report(findings);
            }
        } else if let (Some(stated), Some(at)) = (invoice.gross(), gross_source(&invoice)) {
            without_net.push(Comparison { invoice, stated, at, total, currency });
        }
    }
    check_against_gross(&without_net, findings);
}

/// Headers without net and tax: their gross is compared only where the file shows that it is
/// meant to equal the lines, that is, where it does so for at least half of the invoices.
fn check_against_gross(comparisons: &[Comparison], findings: &mut Findings) {
    let ties = comparisons.iter().filter(|comparison| comparison.ties()).count();
    if ties * 2 < comparisons.len() {
        findings.cannot_run(Need::Column(Kind::Invoices, Field::Net));
        return;
    }
    for comparison in comparisons.iter().filter(|comparison| !comparison.ties()) {
        comparison.report(findings);
    }
}

/// Σ of the rounded line amounts. `None` when a line cannot be read or is in another currency.
fn lines_total(invoice: &Invoice) -> Option<(Decimal, Currency)> {
    let mut currency = invoice.currency();
    let mut total = Decimal::ZERO;
    for line in invoice.lines() {
        let Some(amount) = line_net(&line)? else { continue };
        if currency.is_none() {
            currency = amount.currency;
        }
        if amount.currency != currency && !amount.currency.is_none() {
            return None;
        }
        total = total.checked_add(amount.decimal())?;
    }
    Some((total, currency))
}

/// The outer `None`: unreadable. The inner: a line without any amount, a remark.
fn line_net(line: &Charge) -> Option<Option<Money>> {
    let row = line.0;
    let fields =
        [Field::Net, Field::Amount, Field::Gross, Field::Tax, Field::Qty, Field::UnitPrice];
    if fields.into_iter().any(|field| row.number_cell(field) == Cell::Failed) {
        return None;
    }
    let from_gross = || {
        let gross = row.money(Field::Gross)?;
        let tax = row.money(Field::Tax).map_or(0, |tax| tax.minor);
        Some(Money::new(gross.minor.checked_sub(tax)?, gross.currency))
    };
    let net = row.money(Field::Net).or_else(|| row.money(Field::Amount));
    Some(net.or_else(from_gross).or_else(|| line.net()))
}

fn gross_source(invoice: &Invoice) -> Option<Source> {
    let header = invoice.header()?;
    let field = [Field::Gross, Field::Amount].into_iter().find(|&f| header.money(f).is_some())?;
    Some(header.source(field))
}

/// Lines whose only amount includes tax add up to the gross instead.
fn lines_are_gross(comparison: &Comparison) -> bool {
    let by_amount = comparison.invoice.lines().all(|line| !line.0.has(Field::Net));
    let gross = comparison.invoice.gross();
    by_amount && gross.is_some_and(|gross| gross.decimal() == comparison.total)
}

impl Comparison<'_> {
    /// Houses write credit lines with the sign on either side.
    fn ties(&self) -> bool {
        let stated = self.stated.decimal();
        stated == self.total || (self.invoice.is_credit() && stated.abs() == self.total.abs())
    }

    fn report(&self, findings: &mut Findings) {
        let no = self.invoice.no();
        let money = |amount| Money::round(amount, self.currency);
        let Some(total) = money(self.total) else { return };
        let Some(difference) = money(self.stated.decimal() - self.total) else { return };
        let mut finding = findings
            .at(self.at, self.invoice.key())
            .arg("invoice", no)
            .arg("lines", self.invoice.lines().len())
            .arg("total", total)
            .arg("stated", self.stated)
            .arg("difference", difference)
            .found(self.stated)
            .expected(total)
            .stake(Some(difference))
            .invoice(Some(no))
            .customer(self.invoice.customer_label());
        for line in self.invoice.lines().take(LINES_CITED_MAX) {
            finding = finding.evidence("evidence-line", line.amount_source());
        }
        findings.push(finding);
    }
}
