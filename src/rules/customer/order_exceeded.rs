//! CUS-09: the invoices of this run would use up more than is left of a purchase order or budget.
//! What the register calls used is taken as billed before this run.

use std::collections::BTreeMap;

use crate::base::{Money, Severity, fold_id};
use crate::model::{Invoice, Owner, Row};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "CUS-09",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Customer,
    owner: Owner::AccountManagement,
    needs: &[
        Need::AnyColumn(&[(Kind::Orders, Field::PoAmount), (Kind::Orders, Field::PoBalance)]),
        Need::AnyColumn(&[(Kind::Invoices, Field::PoNo), (Kind::Lines, Field::PoNo)]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let orders = orders(case);
    let mut billed: BTreeMap<String, Vec<(Invoice, Money)>> = BTreeMap::new();
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        let po = invoice.stating(Field::PoNo).and_then(|row| row.text(Field::PoNo)).map(fold_id);
        let Some(po) = po.filter(|po| orders.contains_key(po)) else { continue };
        // What is used of the order has what went out before the run in it.
        let counts_used = [Field::PoUsed, Field::PoBalance].iter().any(|f| orders[&po].has(*f));
        if counts_used && case.shared.is_past(case.book, &invoice) {
            continue;
        }
        // Orders are placed before tax.
        let Some(net) = invoice.net().map(|(net, _)| net).or_else(|| invoice.worth()) else {
            continue;
        };
        let sign = if invoice.is_credit() { -1 } else { 1 };
        let net = Money::new(sign * net.minor.abs(), net.currency);
        billed.entry(po).or_default().push((invoice, net));
    }
    for (po, mut invoices) in billed {
        invoices.sort_by_key(|(invoice, _)| (invoice.date(), invoice.key()));
        if let Some(&order) = orders.get(&po) {
            judge(order, &invoices, findings);
        }
    }
}

/// An order that stands on several rows of the register says nothing sure about its rest.
fn orders<'b>(case: &Case<'b>) -> BTreeMap<String, Row<'b>> {
    let mut orders: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for row in case.book.orders() {
        if let Some(po) = row.text(Field::PoNo) {
            orders.entry(fold_id(po)).or_default().push(row);
        }
    }
    orders
        .into_iter()
        .filter_map(|(po, rows)| Some((po, *rows.first()?)).filter(|_| rows.len() == 1))
        .collect()
}

/// What the run may bill, and the cell that says so.
fn left(order: Row) -> Option<(Money, Field)> {
    if let Some(balance) = order.money(Field::PoBalance) {
        return Some((balance, Field::PoBalance));
    }
    let whole = order.money(Field::PoAmount)?;
    let used = order.money(Field::PoUsed).map_or(0, |used| used.minor);
    Some((Money::new(whole.minor - used, whole.currency), Field::PoAmount))
}

fn judge(order: Row, invoices: &[(Invoice, Money)], findings: &mut Findings) {
    let Some((left, field)) = left(order) else { return };
    let mut total = 0;
    for (invoice, net) in invoices.iter().filter(|(_, net)| same_currency(*net, left)) {
        total += net.minor;
        if total <= left.minor || net.minor <= 0 {
            continue;
        }
        let over = (total - left.minor).min(net.minor);
        let Some(row) = invoice.stating(Field::PoNo) else { continue };
        let po = order.text(Field::PoNo).unwrap_or_default();
        let finding = findings
            .at(row.source(Field::PoNo), invoice.key())
            .arg("invoice", invoice.no())
            .arg("po", po)
            .arg("total", Money::new(total, net.currency))
            .arg("left", Money::new(left.minor, net.currency))
            .found(Money::new(total, net.currency))
            .expected(Money::new(left.minor, net.currency))
            .stake(Some(Money::new(over, net.currency)))
            .evidence(field.word(), order.source(field))
            .of_invoice(Some(*invoice));
        findings.push(finding);
    }
}

fn same_currency(net: Money, left: Money) -> bool {
    net.currency == left.currency || left.currency.is_none()
}
