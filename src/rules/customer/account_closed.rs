//! CUS-02: an invoice to an account that the customer list calls closed, inactive or merged.

use super::account_state::{AccountState, invoices_to};
use crate::base::Severity;
use crate::model::Owner;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "CUS-02",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Customer,
    owner: Owner::MasterData,
    needs: &[Need::AnyColumn(&[
        (Kind::Customers, Field::Status),
        (Kind::Customers, Field::ClosedOn),
    ])],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    invoices_to(AccountState::Closed, case, findings);
}
