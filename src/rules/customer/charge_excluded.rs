//! CUS-08: an invoice bills a charge that the agreement with the customer leaves out.

use crate::base::{QuickMap, Severity, fold_word};
use crate::model::{Charge, Customer, Owner};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "CUS-08",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Customer,
    owner: Owner::Billing,
    needs: &[
        Need::Column(Kind::Customers, Field::ExcludedCharges),
        Need::AnyColumn(&[(Kind::Lines, Field::ServiceCode), (Kind::Lines, Field::Text)]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    // A list of charges is taken apart once for all invoices of its customer.
    let mut lists: QuickMap<&str, Vec<String>> = QuickMap::default();
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        let Some(customer) = invoice.customer_asking(Field::ExcludedCharges) else { continue };
        let Some(excluded) = customer.0.text(Field::ExcludedCharges) else { continue };
        let names = lists.entry(excluded).or_insert_with(|| names(excluded));
        for line in invoice.lines().filter(|line| line.net().is_none_or(|net| net.minor > 0)) {
            if let Some(field) = excluded_by(&line, names) {
                report(case, customer, (line, field), findings);
            }
        }
    }
}

/// The charges of a list, folded; words for "none" are left out.
fn names(list: &str) -> Vec<String> {
    let parts = list.split([',', ';', '/', '\n', '、', '，', '；', '|']);
    let names = parts.map(fold_word);
    let nothing = ["", "none", "n a", "na", "no", "nil", "없음", "无", "keine", "aucun", "ninguno"];
    names.filter(|name| !nothing.contains(&name.as_str())).collect()
}

fn excluded_by(line: &Charge, names: &[String]) -> Option<Field> {
    [Field::ServiceCode, Field::Text].into_iter().find(|&field| {
        let text = line.0.text(field).map(fold_word);
        text.is_some_and(|text| names.contains(&text))
    })
}

fn report(
    case: &Case,
    customer: Customer,
    (line, field): (Charge, Field),
    findings: &mut Findings,
) {
    let name = line.0.text(field).unwrap_or_default();
    let finding = findings
        .at(line.0.source(field), &line.key())
        .arg("charge", name)
        .arg("customer", customer.name().unwrap_or_default())
        .found(name)
        .stake(line.net())
        .evidence("evidence-customer-list", customer.0.source(Field::ExcludedCharges))
        .of_charge(case.book, line);
    findings.push(finding);
}
