//! CUS-10: what sources say about a customer or an order contradicts itself: contract, order,
//! requirement sheet, customer list and habit about a requirement; an invoice and its jobs about the
//! purchase order. Terms against the customer list alone are DAT-04, the currency is FX-01.
//!
//! Every source is shown with its value, its day and its cell. Where one outranks the others it holds,
//! and the others are to be corrected: a review. Where two of equal rank and day contradict each other
//! nobody can tell, and the work stops.

use std::collections::BTreeSet;

use crate::base::{Date, Severity, fold_id, fold_word, iso};
use crate::model::{Book, Customer, Invoice, Job, Owner, Party, Rank, Row, Stating, Terms};
use crate::rules::placeholder::is_placeholder;
use crate::rules::references::po_of_other_customer::other_owner;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "CUS-10",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Customer,
    owner: Owner::AccountManagement,
    needs: &[Need::AnyColumn(&[
        (Kind::Invoices, Field::PoNo),
        (Kind::Lines, Field::PoNo),
        (Kind::Customers, Field::Terms),
        (Kind::Customers, Field::Currency),
        (Kind::Customers, Field::PoRequired),
        (Kind::Customers, Field::PodRequired),
        (Kind::Customers, Field::ProjectRequired),
        (Kind::Customers, Field::RequiredDocuments),
    ])],
    check,
};

/// What more than one source may ask for.
static FIELDS: [Field; 13] = [
    Field::Terms,
    Field::Currency,
    Field::PoRequired,
    Field::ProjectRequired,
    Field::PodRequired,
    Field::RequiredDocuments,
    Field::SplitRule,
    Field::DeliveryChannel,
    Field::InvoiceFormat,
    Field::Language,
    Field::CutOff,
    Field::ExcludedCharges,
    Field::BillingSchedule,
];

/// A habit is what so many invoices in a row did alike.
const HABIT: usize = 6;

fn check(case: &Case, findings: &mut Findings) {
    let customers = case.book.customers_of_several();
    let has = |kind, field| case.book.has_column(kind, field);
    let on_invoice = has(Kind::Invoices, Field::PoNo) || has(Kind::Lines, Field::PoNo);
    if customers.is_empty() && !(on_invoice && has(Kind::Jobs, Field::PoNo)) {
        findings.cannot_run(match on_invoice {
            true => Need::Column(Kind::Jobs, Field::PoNo),
            false => Need::AnyColumn(&[(Kind::Invoices, Field::PoNo), (Kind::Lines, Field::PoNo)]),
        });
        return;
    }
    for (party, customer) in customers {
        for field in FIELDS {
            of_customer(case, (party, customer), field, findings);
        }
    }
    of_jobs(case, findings);
}

fn of_customer(
    case: &Case,
    (party, customer): (Party, Customer),
    field: Field,
    findings: &mut Findings,
) {
    let book = case.book;
    let mut stating = book.stating(party, field, None);
    // What has ended says nothing any more.
    let has_ended = |one: &Stating| one.to.zip(case.policy.as_of).is_some_and(|(to, on)| to < on);
    stating.retain(|one| !has_ended(one));
    // One order says nothing about another one.
    let is_order = |one: &Stating| one.rank == Rank::Order;
    let value = |one: &Stating| meant(one.row, field);
    let values: BTreeSet<String> = stating.iter().map(value).collect();
    let others: BTreeSet<String> = stating.iter().filter(|s| !is_order(s)).map(value).collect();
    let (Some(&first), true) = (stating.first(), values.len() > 1) else { return };
    // A list that has an account for each currency states them all.
    let accounts = || stating.iter().all(|one| one.row.table.id == first.row.table.id);
    if others.is_empty() || (field == Field::Currency && accounts()) {
        return;
    }
    let rivals = stating.iter().filter(|one| one.rank == first.rank && one.from == first.from);
    let is_open = !is_order(&first) && rivals.map(value).collect::<BTreeSet<_>>().len() > 1;
    let Some(&other) = stating.iter().rev().find(|one| value(one) != value(&first)) else { return };
    stating.extend(habit(book, party, field));
    let mut shown: Vec<String> = Vec::new();
    for one in &stating {
        let text = one.row.text(field).unwrap_or_default();
        let dated = one.from.map(|from: Date| format!(" ({})", iso(from)));
        let text = format!("{text}{}", dated.unwrap_or_default());
        if !shown.contains(&text) {
            shown.push(text);
        }
    }
    let name = customer.name().or(customer.no()).unwrap_or_default();
    let holds = match is_open {
        true => Arg::term("source-open"),
        false => Arg::term(first.rank.word()),
    };
    let mut finding = findings
        .at(other.row.source(field), &format!("{name}:{}", field.key()))
        .arg("what", name)
        .arg("field", Arg::term(field.word()))
        .arg("values", shown.join(" / "))
        .arg("holds", holds)
        .found(other.row.text(field).unwrap_or_default())
        .customer(Some(name));
    if !is_open {
        finding = finding.expected(first.row.text(field).unwrap_or_default());
        finding.severity = Severity::Review;
    }
    for one in &stating {
        finding = finding.evidence(one.rank.word(), one.row.source(field));
    }
    findings.push(finding);
}

/// What a source means, for comparison: "Net 30" is "30 days".
fn meant(row: Row, field: Field) -> String {
    let text = row.text(field).unwrap_or_default();
    match field {
        Field::PoRequired | Field::ProjectRequired | Field::PodRequired => {
            format!("{:?}", row.flag(field))
        }
        Field::Terms => match Terms::parse(text) {
            Some(terms) => format!("{terms:?}"),
            None => fold_word(text),
        },
        _ => fold_word(text),
    }
}

/// The last invoices, where all of them did alike and state the field.
fn habit<'b>(book: &'b Book, party: Party, field: Field) -> Option<Stating<'b>> {
    let own = |invoice: &Invoice| invoice.any_row().and_then(|row| book.party(row)) == Some(party);
    let mut rows: Vec<(Date, Row)> = book
        .invoices()
        .filter(|invoice| !invoice.is_credit() && !invoice.is_void() && own(invoice))
        .filter_map(|invoice| Some((invoice.date()?, invoice.stating(field)?)))
        .collect();
    rows.sort_by_key(|(date, row)| (*date, row.row_source()));
    let last = rows.get(rows.len().checked_sub(HABIT)?..)?;
    let &(_, row) = last.last()?;
    let alike = last.iter().all(|(_, one)| meant(*one, field) == meant(row, field));
    alike.then_some(Stating { row, rank: Rank::Habit, from: None, to: None })
}

/// The order on an invoice is none of its jobs'.
fn of_jobs(case: &Case, findings: &mut Findings) {
    let by_po = case.shared.jobs_by_po(case.book);
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        let Some(row) = invoice.stating(Field::PoNo) else { continue };
        let Some(po) = row.text(Field::PoNo).filter(|po| !is_placeholder(po)) else { continue };
        let wanted = fold_id(po);
        let same = |job: &Job| {
            let own = job.0.text(Field::PoNo);
            own == Some(po) || own.is_some_and(|own| fold_id(own) == wanted)
        };
        let mut jobs = jobs_with_po(case, &invoice);
        let Some(first) = jobs.next() else { continue };
        if same(&first) || jobs.any(|job| same(&job)) {
            continue;
        }
        // Another customer's order is REF-02.
        if other_owner(case.book, by_po, &invoice, po).is_some() {
            continue;
        }
        let other = first.0.text(Field::PoNo).unwrap_or_default();
        let finding = findings
            .at(row.source(Field::PoNo), invoice.no())
            .arg("what", invoice.no())
            .arg("field", Arg::term(Field::PoNo.word()))
            .arg("values", format!("{po} / {other} ({})", first.no().unwrap_or_default()))
            .arg("holds", Arg::term("source-open"))
            .found(po)
            .expected(other)
            .stake(invoice.worth())
            .evidence("evidence-job", first.0.source(Field::PoNo))
            .of_invoice(Some(invoice))
            .job(first.no());
        findings.push(finding);
    }
}

fn jobs_with_po<'a>(case: &Case<'a>, invoice: &Invoice<'a>) -> impl Iterator<Item = Job<'a>> {
    let book = case.book;
    let on_header = invoice.header().and_then(|row| row.text(Field::JobNo));
    let of_header = on_header.map_or(&[][..], |no| book.jobs_numbered(no));
    let of_lines = invoice.line_positions().iter().flat_map(|&at| book.jobs_of_charge(at as usize));
    let jobs = of_header.iter().chain(of_lines).map(|&at| book.job(at as usize));
    jobs.filter(|job| job.0.text(Field::PoNo).is_some_and(|po| !is_placeholder(po)))
}
