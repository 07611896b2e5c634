//! REF-02: the purchase order on an invoice is, by the register of orders or the job list, another
//! customer's; or it is written as none of the customer's own are (`po_shape`).

use super::po_shape::Shapes;
use crate::base::{QuickMap, Severity, fold_id};
use crate::model::{Book, Invoice, Job, Owner, Row};
use crate::rules::{Case, Finding, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "REF-02",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::References,
    owner: Owner::AccountManagement,
    needs: &[
        Need::AnyColumn(&[(Kind::Orders, Field::PoNo), (Kind::Jobs, Field::PoNo)]),
        Need::AnyColumn(&[(Kind::Invoices, Field::PoNo), (Kind::Lines, Field::PoNo)]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let jobs = case.shared.jobs_by_po(case.book);
    let mut orders: QuickMap<String, Vec<Row>> = QuickMap::default();
    for order in case.book.orders() {
        if let Some(po) = order.text(Field::PoNo) {
            orders.entry(fold_id(po)).or_default().push(order);
        }
    }
    let shapes = Shapes::learn(case.book);
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        let Some(row) = invoice.stating(Field::PoNo) else { continue };
        let Some(po) = row.text(Field::PoNo) else { continue };
        let listed = listed_owner(case.book, &orders, &invoice, po);
        let of_job = || other_owner(case.book, jobs, &invoice, po).map(|job| job.0);
        let Some(known) = listed.or_else(of_job) else {
            let party = invoice.any_row().and_then(|row| case.book.party(row));
            let usual = party.and_then(|party| shapes.broken(party, po));
            if let Some(usual) = usual {
                findings.push(misshapen(&invoice, (row, po), usual, findings));
            }
            continue;
        };
        let names = [Field::CustomerName, Field::CustomerNo];
        let owner = names.into_iter().find_map(|field| known.text(field)).unwrap_or_default();
        let finding = findings
            .at(row.source(Field::PoNo), invoice.no())
            .arg("invoice", invoice.no())
            .arg("po", po)
            .arg("problem", Arg::term("po-of-other"))
            .arg("owner", owner)
            .arg("customer", invoice.customer_label().unwrap_or_default())
            .found(po)
            .stake(invoice.worth())
            .evidence(Field::PoNo.word(), known.source(Field::PoNo))
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
}

/// A number that is written as none of the customer's others.
fn misshapen(
    invoice: &Invoice,
    (row, po): (Row, &str),
    usual: &str,
    findings: &Findings,
) -> Finding {
    findings
        .at(row.source(Field::PoNo), invoice.no())
        .arg("invoice", invoice.no())
        .arg("po", po)
        .arg("problem", Arg::term("po-unlike"))
        .arg("owner", usual)
        .arg("customer", invoice.customer_label().unwrap_or_default())
        .found(po)
        .expected(usual)
        .stake(invoice.worth())
        .of_invoice(Some(*invoice))
}

/// The order as the register has it, where every row of it is of other customers than the invoice's.
fn listed_owner<'b>(
    book: &'b Book,
    orders: &QuickMap<String, Vec<Row<'b>>>,
    invoice: &Invoice,
    po: &str,
) -> Option<Row<'b>> {
    let payer = invoice.any_row().and_then(|row| book.party(row))?;
    let known = orders.get(&fold_id(po))?;
    let is_other = |row: &Row| book.party(*row).and_then(|owner| payer.same(owner)) == Some(false);
    let first = *known.first()?;
    known.iter().all(is_other).then_some(first)
}

/// A job with this order, where all jobs with it are of other customers than the invoice's.
pub fn other_owner<'b>(
    book: &'b Book,
    jobs: &QuickMap<String, Vec<u32>>,
    invoice: &Invoice,
    po: &str,
) -> Option<Job<'b>> {
    let payer = invoice.any_row().and_then(|row| book.party(row))?;
    let known = jobs.get(&fold_id(po))?;
    let is_other = |&at: &u32| {
        let owner = book.party(book.job(at as usize).0);
        owner.and_then(|owner| payer.same(owner)) == Some(false)
    };
    let first = *known.first()?;
    known.iter().all(is_other).then(|| book.job(first as usize))
}
