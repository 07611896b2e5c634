//! REF-09: the person to whose attention the invoice goes has left, or mail to them comes back.

use crate::base::{Severity, fold_word};
use crate::model::{Customer, Owner};
use crate::rules::billing::gone_out;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "REF-09",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::References,
    owner: Owner::MasterData,
    needs: &[Need::AnyColumn(&[
        (Kind::Customers, Field::ContactStatus),
        (Kind::Customers, Field::Contact),
    ])],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let gone_out = gone_out(case);
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        if gone_out(&invoice) {
            continue;
        }
        let asked = [Field::ContactStatus, Field::Contact].map(|f| invoice.customer_asking(f));
        let mut listed = asked.into_iter().flatten();
        let told = listed.find_map(|customer| Some((customer, gone(customer)?)));
        let Some((customer, field)) = told else { continue };
        let Some(row) = invoice.any_row() else { continue };
        let contact = customer.0.text(Field::Contact).unwrap_or_default();
        let state = customer.0.text(field).unwrap_or_default();
        let finding = findings
            .at(row.customer_source(), invoice.key())
            .arg("invoice", invoice.no())
            .arg("customer", invoice.customer_label().unwrap_or_default())
            .arg("contact", contact)
            .arg("state", state)
            .found(state)
            .stake(invoice.worth())
            .evidence("evidence-customer-list", customer.0.source(field))
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
}

/// The cell that says that the contact is gone: the status, or a remark beside the name.
fn gone(customer: Customer) -> Option<Field> {
    let says = |field: Field, words: &[&str]| {
        let text = customer.0.text(field).map(fold_word);
        // "Parti" has gone, "particulier" has not: a word between blanks is a whole one.
        text.is_some_and(|text| {
            let whole = format!(" {text} ");
            !text.starts_with("not ") && words.iter().any(|w| whole.contains(w))
        })
    };
    let left = [
        "left company",
        "left the company",
        "has left",
        "no longer",
        "resigned",
        "bounce",
        "undeliverable",
        "퇴사",
        "퇴직",
        "반송",
        "离职",
        "退信",
        "ausgeschieden",
        "a quitte",
        "n est plus",
        "adresse invalide",
        "ya no trabaja",
    ];
    let state = [
        "inactive",
        "left",
        "former",
        "invalid",
        "비활성",
        "停用",
        "inaktiv",
        "inactif",
        " parti ",
        "departed",
        " se fue ",
        "inactiv",
    ];
    let by_status = says(Field::ContactStatus, &left) || says(Field::ContactStatus, &state);
    match by_status {
        true => Some(Field::ContactStatus),
        false => says(Field::Contact, &left).then_some(Field::Contact),
    }
}
