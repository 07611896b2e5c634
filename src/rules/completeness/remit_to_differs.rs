//! CMP-07: the account that an invoice asks to be paid to is missing, or is not the approved one. A
//! changed account is how invoice fraud begins.
//!
//! Approved is what the customer list has for the client, else what the policy lists, else the one
//! account that nearly all invoices of the entity and currency carry.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Currency, Severity, Source, fold_id};
use crate::model::{Invoice, Owner, Row};
use crate::rules::placeholder::is_placeholder;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "CMP-07",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Completeness,
    owner: Owner::Treasury,
    needs: &[Need::Column(Kind::Invoices, Field::RemitTo)],
    check,
};

/// From so many invoices, and such a share of them, an account counts as the usual one.
const INVOICES_MIN: usize = 20;
const USUAL_PERCENT: usize = 95;

type Branch = (String, Currency);

struct Approved {
    accounts: BTreeSet<String>,
    shown: String,
    cell: Option<Source>,
}

fn check(case: &Case, findings: &mut Findings) {
    let mut carried: BTreeMap<Branch, Vec<&str>> = BTreeMap::new();
    for invoice in case.book.invoices() {
        if let Some(header) = invoice.header()
            && header.has(Field::RemitTo)
        {
            let account = header.text(Field::RemitTo).unwrap_or_default();
            carried.entry(branch(header)).or_default().push(account);
        }
    }
    let usual: BTreeMap<Branch, &str> =
        carried.iter().filter_map(|(branch, all)| Some((branch.clone(), usual(all)?))).collect();
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        let Some(header) = invoice.header().filter(|row| row.has(Field::RemitTo)) else { continue };
        let stated = header.text(Field::RemitTo).filter(|account| !is_placeholder(account));
        let used = carried.get(&branch(header)).is_some_and(|all| filled(all) * 2 > all.len());
        let approved = approved(case, &invoice, header, &usual);
        match (stated, approved) {
            (None, approved) if used => report(&invoice, header, None, approved, findings),
            (Some(account), Some(approved)) if !approved.accounts.contains(&fold_id(account)) => {
                report(&invoice, header, Some(account), Some(approved), findings);
            }
            _ => {}
        }
    }
}

fn branch(header: Row) -> Branch {
    let entity = header.text(Field::Entity).map(fold_id).unwrap_or_default();
    (entity, header.currency())
}

fn filled(all: &[&str]) -> usize {
    all.iter().filter(|account| !account.is_empty()).count()
}

fn usual<'a>(all: &[&'a str]) -> Option<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for account in all.iter().filter(|account| !account.is_empty()) {
        *counts.entry(account).or_default() += 1;
    }
    let (account, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    let filled = filled(all);
    (filled >= INVOICES_MIN && count * 100 >= filled * USUAL_PERCENT).then_some(account)
}

fn approved(
    case: &Case,
    invoice: &Invoice,
    header: Row,
    usual: &BTreeMap<Branch, &str>,
) -> Option<Approved> {
    if let Some(row) = invoice.customer_asking(Field::RemitTo).map(|customer| customer.0)
        && let Some(account) = row.text(Field::RemitTo)
    {
        let cell = Some(row.source(Field::RemitTo));
        let accounts = BTreeSet::from([fold_id(account)]);
        return Some(Approved { accounts, shown: account.to_owned(), cell });
    }
    let listed = &case.policy.remit_to_accounts;
    if !listed.is_empty() {
        let accounts = listed.iter().map(|account| fold_id(account)).collect();
        return Some(Approved { accounts, shown: listed.join(", "), cell: None });
    }
    let account = *usual.get(&branch(header))?;
    let accounts = BTreeSet::from([fold_id(account)]);
    Some(Approved { accounts, shown: account.to_owned(), cell: None })
}

fn report(
    invoice: &Invoice,
    header: Row,
    stated: Option<&str>,
    approved: Option<Approved>,
    findings: &mut Findings,
) {
    let none = || Arg::term("value-not-stated");
    let shown = approved.as_ref().map(|approved| Arg::from(approved.shown.as_str()));
    let mut finding = findings
        .at(header.source(Field::RemitTo), invoice.no())
        .arg("invoice", invoice.no())
        .arg("found", stated.map_or_else(none, Arg::from))
        .arg("approved", shown.clone().unwrap_or_else(none))
        .stake(invoice.worth())
        .of_invoice(Some(*invoice));
    if let Some(stated) = stated {
        finding = finding.found(stated);
    }
    if let Some(shown) = shown {
        finding = finding.expected(shown);
    }
    if let Some(cell) = approved.and_then(|approved| approved.cell) {
        finding = finding.evidence("evidence-customer-list", cell);
    }
    findings.push(finding);
}
