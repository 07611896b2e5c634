//! ARI-02: the lines of an invoice do not add up to its net. No tolerance: each line is rounded
//! before it is added (EN 16931, BR-CO-10). Charges in columns of the invoice row count as lines.

mod unread;

use crate::analysis::charge_columns;
use crate::base::{Currency, Decimal, Money, Severity, Source, Sums};
use crate::model::{Charge, Invoice, Owner};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

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
            (Kind::Invoices, Field::FuelCharge),
            (Kind::Invoices, Field::DemurrageCharge),
            (Kind::Invoices, Field::HandlingCharge),
            (Kind::Invoices, Field::OtherCharge),
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
    charges: usize,
}

fn check(case: &Case, findings: &mut Findings) {
    let (mut without_net, mut in_columns) = (Vec::new(), Vec::new());
    for invoice in case.book.invoices() {
        // Two headers of one number are ID-02: nobody knows whose the lines are.
        if invoice.headers().len() != 1 || invoice.is_void() {
            continue;
        }
        if invoice.lines().len() == 0 {
            in_columns.extend(columns(invoice));
            continue;
        }
        let Some((total, currency)) = lines_total(&invoice) else { continue };
        if let Some((stated, at)) = invoice.net() {
            let charges = invoice.lines().len();
            let comparison = Comparison { invoice, stated, at, total, currency, charges };
            if !comparison.ties() && !lines_are_gross(&comparison) {
                comparison.report(findings);
            }
        } else if let (Some(stated), Some(at)) = (invoice.gross(), gross_source(&invoice)) {
            let charges = invoice.lines().len();
            without_net.push(Comparison { invoice, stated, at, total, currency, charges });
        }
    }
    check_by_habit(&without_net, findings);
    unread::add_charges(&mut in_columns);
    check_by_habit(&in_columns, findings);
}

/// The charge columns of an invoice row against its net, else against its total.
fn columns(invoice: Invoice) -> Option<Comparison> {
    let header = invoice.header()?;
    let total = charge_columns::total(header)?;
    let gross = || Some((invoice.gross()?, gross_source(&invoice)?));
    let (stated, at) = invoice.net().or_else(gross)?;
    let charges = charge_columns::beside_base(header).count() + 1;
    let (total, currency) = (total.decimal(), total.currency);
    Some(Comparison { invoice, stated, at, total, currency, charges })
}

/// Headers without net and tax, and charges in columns, of which one may not have been read: the
/// amount is compared only where the file shows that it is meant to equal the charges, that is,
/// where it does so for at least half of the invoices.
fn check_by_habit(comparisons: &[Comparison], findings: &mut Findings) {
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
    let mut is_readable = true;
    let amounts = invoice.lines().filter_map(|line| {
        line_net(&line).unwrap_or_else(|| {
            is_readable = false;
            None
        })
    });
    let sums: Sums = amounts.collect();
    let mut currency = invoice.currency();
    let mut total = Decimal::ZERO;
    for amount in sums.iter().filter(|_| is_readable) {
        if currency.is_none() {
            currency = amount.currency;
        }
        if amount.currency != currency && !amount.currency.is_none() {
            return None;
        }
        total = total.checked_add(amount.decimal())?;
    }
    is_readable.then_some((total, currency))
}

/// The outer `None`: unreadable. The inner: a line without any amount, a remark.
fn line_net(line: &Charge) -> Option<Option<Money>> {
    let row = line.0;
    let fields =
        [Field::Net, Field::Amount, Field::Gross, Field::Tax, Field::Qty, Field::UnitPrice];
    if fields.into_iter().any(|field| row.is_failed(field)) {
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
            .arg("lines", self.charges)
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
        if let Some(header) = self.invoice.header().filter(|_| self.invoice.lines().len() == 0) {
            for (field, _) in charge_columns::beside_base(header) {
                finding = finding.evidence(field.word(), header.source(field));
            }
        }
        findings.push(finding);
    }
}
