//! REF-03: an invoice names a purchase order that had ended or was closed when the work was done.

use crate::base::{Date, QuickMap, Severity, fold_id, fold_word};
use crate::model::{Book, Invoice, Owner, Row};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "REF-03",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::References,
    owner: Owner::AccountManagement,
    needs: &[
        Need::AnyColumn(&[(Kind::Orders, Field::ValidTo), (Kind::Orders, Field::Status)]),
        Need::AnyColumn(&[(Kind::Invoices, Field::PoNo), (Kind::Lines, Field::PoNo)]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let mut orders: QuickMap<String, Vec<Row>> = QuickMap::default();
    for row in case.book.orders() {
        if let Some(po) = row.text(Field::PoNo) {
            orders.entry(fold_id(po)).or_default().push(row);
        }
    }
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        let Some(row) = invoice.stating(Field::PoNo) else { continue };
        let Some(po) = row.text(Field::PoNo) else { continue };
        let Some(rows) = orders.get(&fold_id(po)) else { continue };
        let day = day(case.book, &invoice);
        let ended: Vec<(Row, Field)> =
            rows.iter().filter_map(|order| Some((*order, ended(*order, day)?))).collect();
        // Open when it went out, for all that the status says of today.
        let past = case.shared.is_past(case.book, &invoice);
        let ended: Vec<(Row, Field)> =
            ended.into_iter().filter(|(_, by)| !past || *by == Field::ValidTo).collect();
        // A renewal stands on a row of its own: one that runs is enough.
        let Some(&(order, field)) = ended.first().filter(|_| ended.len() == rows.len()) else {
            continue;
        };
        let state = match field {
            Field::ValidTo => order.date(field).map(Arg::from),
            _ => order.text(field).map(Arg::from),
        };
        let state = state.unwrap_or_else(|| Arg::term("value-none"));
        let finding = findings
            .at(row.source(Field::PoNo), invoice.key())
            .arg("invoice", invoice.no())
            .arg("po", po)
            .arg("state", state.clone())
            .found(po)
            .stake(invoice.worth())
            .evidence(field.word(), order.source(field))
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
}

/// The first day of the work; else the day of the invoice.
fn day(book: &Book, invoice: &Invoice) -> Option<Date> {
    let done = invoice.lines().filter_map(|line| {
        let of_job = || match book.jobs_numbered(line.job_no()?) {
            &[at] => book.job(at as usize).trigger(),
            _ => None,
        };
        line.0.date(Field::ServiceDate).or_else(of_job)
    });
    done.max().or_else(|| invoice.date())
}

/// The cell that says that the order is over.
fn ended(order: Row, day: Option<Date>) -> Option<Field> {
    if order.date(Field::ValidTo).zip(day).is_some_and(|(end, day)| end < day) {
        return Some(Field::ValidTo);
    }
    let status = fold_word(order.text(Field::Status)?);
    let over = [
        "closed",
        "expired",
        "cancelled",
        "canceled",
        "exhausted",
        "마감",
        "종료",
        "만료",
        "취소",
        "关闭",
        "过期",
        "已关闭",
        "取消",
        "geschlossen",
        "abgelaufen",
        "cloture",
        "expire",
        "cerrad",
        "vencid",
    ];
    let says = over.iter().any(|word| status.contains(word)) && !status.starts_with("not ");
    says.then_some(Field::Status)
}
