//! CUS-11: an invoice to an account on hold. Delivered work stays billable: this only tells.

use super::account_state::{AccountState, invoices_to};
use crate::base::Severity;
use crate::model::Owner;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "CUS-11",
    since: "0.1.0",
    severity: Severity::Note,
    topic: Topic::Customer,
    owner: Owner::Credit,
    needs: &[Need::AnyColumn(&[
        (Kind::Customers, Field::Status),
        (Kind::Customers, Field::HeldSince),
    ])],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    invoices_to(AccountState::OnHold, case, findings);
}
