//! PRC-15: a job that is billed in full brings less over its cost than the house wants, or a line over
//! its own.

use crate::analysis::unbilled::JobState;
use crate::base::{Decimal, Money, Severity};
use crate::model::{Owner, Row};
use crate::rules::{Case, Finding, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "PRC-15",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Price,
    owner: Owner::Pricing,
    needs: &[
        Need::AnyColumn(&[
            (Kind::Jobs, Field::Cost),
            (Kind::Lines, Field::Cost),
            (Kind::Invoices, Field::Cost),
        ]),
        Need::AnyColumn(&[
            (Kind::Lines, Field::Cost),
            (Kind::Invoices, Field::Cost),
            (Kind::Lines, Field::JobNo),
            (Kind::Invoices, Field::JobNo),
        ]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for job in case.unbilled.jobs.iter().filter(|job| job.state == JobState::Billed) {
        let row = case.book.job(job.job).0;
        let Some(loss) = job.billed.and_then(|billed| below(case, row, billed)) else { continue };
        let no = row.text(Field::JobNo).unwrap_or_default();
        let finding = told(case, row, no, loss, findings).row(row);
        let billed = case.book.charges_of_job(no).first();
        let cell = billed.map(|&at| case.book.charge(at as usize).amount_source());
        findings.push(match cell {
            Some(cell) => finding.evidence("evidence-line", cell),
            None => finding,
        });
    }
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        for line in invoice.lines().filter(|line| line.0.has(Field::Cost)) {
            let Some(loss) = line.net().and_then(|net| below(case, line.0, net)) else { continue };
            let no = line.job_no().unwrap_or(invoice.no());
            let finding = told(case, line.0, &line.key(), loss, findings);
            let finding = finding.evidence("evidence-line", line.amount_source());
            findings.push(finding.arg("job", no).of_charge(case.book, line));
        }
    }
    // A row that bills a shipment may have its cost beside it.
    let rows = case.book.charges().zip(case.book.invoices_of_charges());
    // So may one whose charges stand in columns, and of which no line has its own.
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        let in_columns = invoice.lines().next().is_some_and(|line| line.0.table.placed.is_some());
        let Some(header) = invoice.header().filter(|_| in_columns) else { continue };
        let Some(net) = header.money(Field::Net) else { continue };
        let Some(loss) = below(case, header, net) else { continue };
        let finding = told(case, header, invoice.no(), loss, findings).row(header);
        let finding = finding.evidence(Field::Net.word(), header.source(Field::Net));
        findings.push(finding.of_invoice(Some(invoice)));
    }
    for (charge, invoice) in rows.filter(|(charge, _)| charge.is_header()) {
        let counts = invoice.is_some_and(|i| !i.is_void() && !i.is_credit());
        let Some(net) = charge.0.money(Field::Net).filter(|_| counts) else { continue };
        let Some(loss) = below(case, charge.0, net) else { continue };
        let no = charge.job_no().or_else(|| charge.invoice_no()).unwrap_or_default();
        let finding = told(case, charge.0, &charge.key(), loss, findings);
        let finding = finding.evidence(Field::Net.word(), charge.0.source(Field::Net));
        findings.push(finding.arg("job", no).of_charge(case.book, charge));
    }
}

/// What was billed for less than its cost and the margin of the house.
struct Loss {
    billed: Money,
    cost: Money,
    margin: Decimal,
}

fn below(case: &Case, row: Row, billed: Money) -> Option<Loss> {
    let mut cost = row.money(Field::Cost)?;
    if cost.currency.is_none()
        && billed.currency == case.shared.only_currency(case.book)
        && let Some(exact) = row.number(Field::Cost)
        && let Some(known) = Money::round(exact, billed.currency)
    {
        cost = known;
    }
    if billed.currency != cost.currency || billed.minor <= 0 || cost.minor <= 0 {
        return None;
    }
    let margin = (billed.decimal() - cost.decimal()).checked_div(billed.decimal())?;
    (margin < case.policy.margin_floor).then_some(Loss { billed, cost, margin })
}

fn told(case: &Case, row: Row, key: &str, loss: Loss, findings: &Findings) -> Finding {
    let Loss { billed, cost, margin } = loss;
    findings
        .at(row.source(Field::Cost), key)
        .arg("job", key)
        .arg("billed", billed)
        .arg("cost", cost)
        .arg("margin", Arg::percent(rounded(margin)))
        .arg("floor", Arg::percent(case.policy.margin_floor))
        .found(billed)
        .stake(Some(Money::new(billed.minor - cost.minor, billed.currency)))
}

fn rounded(share: Decimal) -> Decimal {
    crate::base::round_to(share, 4)
}
