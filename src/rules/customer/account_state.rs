//! What the customer list says about an account: closed, on hold. Shared by CUS-02 and CUS-11.

use crate::base::{Date, fold_word};
use crate::model::Customer;
use crate::rules::{Case, Findings};
use crate::table::{Field, Kind};
use crate::words::Arg;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AccountState {
    Closed,
    OnHold,
}

impl AccountState {
    fn dated_by(self) -> Field {
        match self {
            AccountState::Closed => Field::ClosedOn,
            AccountState::OnHold => Field::HeldSince,
        }
    }
}

/// A finding for every invoice to an account in that state.
pub fn invoices_to(state: AccountState, case: &Case, findings: &mut Findings) {
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        // The day may stand in a list of its own, beside the customer list.
        let dated = invoice.customer_asking(state.dated_by());
        let stated = invoice.customer_asking(Field::Status);
        // The status of an order is not that of the account.
        let listed = |row: &Customer| row.0.table.kind == Kind::Customers;
        let both = dated.into_iter().chain(stated).filter(listed);
        let past = case.shared.is_past(case.book, &invoice);
        let of = |row| told(row, state, (invoice.date(), past));
        let mut told = both.filter_map(|row| Some((row, of(row)?)));
        let Some((customer, told)) = told.next() else { continue };
        let Some(row) = invoice.any_row() else { continue };
        let finding = findings
            .at(row.customer_source(), invoice.no())
            .arg("invoice", invoice.no())
            .arg("customer", invoice.customer_label().unwrap_or_default())
            .arg("status", told.status)
            .stake(invoice.worth())
            .evidence("evidence-customer-list", customer.0.source(told.field))
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
}

/// The cell that says so.
struct Told {
    field: Field,
    status: Arg,
}

/// By the word in the status, or by the day in a column of its own; a day after the invoice says that the
/// account was still in use, and one before it that it no longer was, whatever the status says.
fn told(
    customer: Customer,
    state: AccountState,
    (day, past): (Option<Date>, bool),
) -> Option<Told> {
    let by_word = account_state(customer);
    let field = state.dated_by();
    let word = match state {
        AccountState::Closed => "account-closed",
        AccountState::OnHold => "account-on-hold",
    };
    let since = customer.0.date(field);
    let by_day = since.zip(day).map(|(since, day)| since <= day);
    match by_day {
        Some(false) => None,
        // What the list says today it need not have said when the invoice went out.
        None if past => None,
        _ if by_word == Some(state) => {
            let status = customer.0.text(Field::Status).unwrap_or_default();
            Some(Told { field: Field::Status, status: Arg::from(status) })
        }
        // A closed account needs no hold.
        Some(true) if by_word.is_none() => Some(Told { field, status: Arg::term(word) }),
        _ => None,
    }
}

/// `None` for an account in use, and for words that are not known.
fn account_state(customer: Customer) -> Option<AccountState> {
    let status = fold_word(customer.0.text(Field::Status)?);
    let says = |words: &[&str]| words.iter().any(|word| status.contains(word));
    if says(&["not ", "no hold", "never", "re opened", "reopened"]) {
        return None;
    }
    let closed = [
        "closed",
        "inactive",
        "terminated",
        "merged",
        "dormant",
        "deleted",
        "ceased",
        "폐업",
        "해지",
        "비활성",
        "종료",
        "합병",
        "停用",
        "关闭",
        "注销",
        "合并",
        "geschlossen",
        "inaktiv",
        "ferme",
        "clotur",
        "resilie",
        "gekundigt",
        "aufgelost",
        "inactif",
        "cerrad",
        "inactiv",
    ];
    let held = [
        "hold",
        "suspend",
        "blocked",
        "stopped",
        "보류",
        "정지",
        "거래중지",
        "冻结",
        "暂停",
        "gesperrt",
        "bloque",
        "suspendid",
    ];
    match () {
        () if says(&closed) => Some(AccountState::Closed),
        () if says(&held) => Some(AccountState::OnHold),
        () => None,
    }
}
