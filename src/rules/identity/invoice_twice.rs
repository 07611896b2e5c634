//! ID-04: two invoices under different numbers that look like one.

use std::collections::BTreeMap;

use crate::analysis::taken_back::taken_back;
use crate::base::{Date, Money, QuickMap, Severity, fold_id, fold_word};
use crate::model::{Charge, Invoice, Owner};
use crate::rules::identity::equal_gross::of_equal_gross;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "ID-04",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Identity,
    owner: Owner::Billing,
    needs: &[
        Need::AnyColumn(&[
            (Kind::Invoices, Field::CustomerNo),
            (Kind::Invoices, Field::CustomerName),
        ]),
        Need::AnyColumn(&[(Kind::Invoices, Field::Gross), (Kind::Invoices, Field::Amount)]),
        Need::AnyColumn(&[
            (Kind::Invoices, Field::Period),
            (Kind::Invoices, Field::PeriodFrom),
            (Kind::Invoices, Field::InvoiceDate),
        ]),
    ],
    check,
};

/// What two headers must share. Where a file has no period, the invoice date stands for it: a
/// fixed monthly fee is no duplicate. So it does where the period is two days and no line names a job
/// or service: what is ordered again and again comes to one amount twice a month.
#[derive(PartialEq, Eq, Hash)]
struct Likeness {
    customer: String,
    gross: Money,
    is_credit: bool,
    period: Option<String>,
    date: Option<Date>,
    po: String,
}

fn check(case: &Case, findings: &mut Findings) {
    let credited = taken_back(case.book, |_| true);
    let mut alike: QuickMap<Likeness, Vec<Invoice>> = QuickMap::default();
    let mut same_day: QuickMap<Likeness, Vec<Invoice>> = QuickMap::default();
    for (invoice, gross) in of_equal_gross(case.book) {
        if !credited.contains(invoice.key())
            && let Some(likeness) = likeness(&invoice, gross)
        {
            if let Some(of_day) = likeness.of_day(&invoice) {
                same_day.entry(of_day).or_default().push(invoice);
            }
            alike.entry(likeness).or_default().push(invoice);
        }
    }
    for (likeness, invoices) in &same_day {
        report_jobless(invoices, likeness.gross, findings);
    }
    for (likeness, invoices) in alike.iter().filter(|(_, invoices)| invoices.len() > 1) {
        let mut seen = Seen::default();
        for &invoice in invoices {
            if let Some(first) = seen.earlier(invoice) {
                report(&first, &invoice, likeness.gross, findings);
            }
        }
    }
}

/// What was billed again without its jobs, on one day and for one period, beside an invoice that has
/// them: the other pairs are told apart by their jobs.
fn report_jobless(invoices: &[Invoice], gross: Money, findings: &mut Findings) {
    let Some(first) = invoices.iter().find(|invoice| !jobs(invoice).is_empty()) else { return };
    for second in invoices.iter().filter(|invoice| jobs(invoice).is_empty()) {
        report(first, second, gross, findings);
    }
}

impl Likeness {
    /// By day as well as by period, where the two dates of a period stand in the file.
    fn of_day(&self, invoice: &Invoice) -> Option<Likeness> {
        let header = invoice.header()?;
        let (from, to) = (header.date(Field::PeriodFrom)?, header.date(Field::PeriodTo)?);
        Some(Likeness {
            customer: self.customer.clone(),
            gross: self.gross,
            is_credit: self.is_credit,
            period: Some(format!("{from}–{to}")),
            date: Some(header.date(Field::InvoiceDate)?),
            po: self.po.clone(),
        })
    }
}

/// The invoices of one likeness so far, by the jobs that they bill.
#[derive(Default)]
struct Seen<'b> {
    first: Option<Invoice<'b>>,
    first_without_jobs: Option<Invoice<'b>>,
    by_jobs: BTreeMap<Vec<String>, Invoice<'b>>,
}

fn likeness(invoice: &Invoice, gross: Money) -> Option<Likeness> {
    let header = invoice.header()?;
    let number = header.text(Field::CustomerNo).map(fold_id);
    let customer = number.or_else(|| header.text(Field::CustomerName).map(fold_word))?;
    let ends = [Field::PeriodFrom, Field::PeriodTo].map(|field| header.date(field));
    let from_to = || {
        let (from, to) = (ends[0]?, ends[1]?);
        (!jobs(invoice).is_empty()).then(|| format!("{from}–{to}"))
    };
    let period = header.text(Field::Period).map(fold_word).or_else(from_to);
    let date = if period.is_none() { Some(header.date(Field::InvoiceDate)?) } else { None };
    let po = header.text(Field::PoNo).map(fold_id).unwrap_or_default();
    Some(Likeness { customer, gross, is_credit: invoice.is_credit(), period, date, po })
}

impl<'b> Seen<'b> {
    /// An earlier invoice that could be the same one: it bills the same jobs, or one of the two
    /// names none. Two invoices with different jobs are two invoices.
    fn earlier(&mut self, invoice: Invoice<'b>) -> Option<Invoice<'b>> {
        let jobs = jobs(&invoice);
        let earlier = match jobs.is_empty() {
            true => self.first,
            false => self.by_jobs.get(&jobs).copied().or(self.first_without_jobs),
        };
        self.first.get_or_insert(invoice);
        if jobs.is_empty() {
            self.first_without_jobs.get_or_insert(invoice);
        } else {
            self.by_jobs.entry(jobs).or_insert(invoice);
        }
        earlier
    }
}

fn jobs(invoice: &Invoice) -> Vec<String> {
    let on_header = invoice.header().and_then(|row| row.text(Field::JobNo));
    let own = |line: Charge<'_>| line.0.text(Field::ServiceId).map(str::to_owned);
    let on_lines =
        invoice.lines().filter_map(|line| line.job_no().map(str::to_owned).or_else(|| own(line)));
    let mut jobs: Vec<String> =
        on_header.into_iter().map(str::to_owned).chain(on_lines).map(|no| fold_id(&no)).collect();
    jobs.sort_unstable();
    jobs.dedup();
    jobs
}

fn report(first: &Invoice, second: &Invoice, gross: Money, findings: &mut Findings) {
    let (Some(other), Some(at)) = (first.source(Field::InvoiceNo), second.source(Field::InvoiceNo))
    else {
        return;
    };
    let finding = findings
        .at(at, &format!("{}:{}", first.no(), second.no()))
        .arg("first", first.no())
        .arg("second", second.no())
        .arg("gross", gross)
        .evidence("evidence-other-invoice", other)
        .stake(Some(gross))
        .invoice(Some(second.no()))
        .customer(second.customer_label());
    findings.push(finding);
}
