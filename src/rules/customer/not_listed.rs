//! CUS-01: an invoice goes to a customer that is not in the customer list, neither by number nor
//! by name. An invoice that names no customer is CMP-01's business.

use crate::base::{QuickMap, Severity, fold_word};
use crate::model::{Book, Owner, Party};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "CUS-01",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Customer,
    owner: Owner::MasterData,
    needs: &[
        Need::Table(Kind::Customers),
        Need::AnyColumn(&[
            (Kind::Invoices, Field::CustomerName),
            (Kind::Invoices, Field::CustomerNo),
            (Kind::Lines, Field::CustomerName),
            (Kind::Lines, Field::CustomerNo),
        ]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let names = names_without_form(case.book);
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        let named = invoice.stating(Field::CustomerName);
        let Some(row) = named.or_else(|| invoice.stating(Field::CustomerNo)) else { continue };
        if matches!(case.book.party(row), None | Some(Party::Listed(_))) {
            continue;
        }
        let field = if named.is_some() { Field::CustomerName } else { Field::CustomerNo };
        let Some(name) = row.text(field) else { continue };
        let finding = findings
            .at(row.source(field), invoice.no())
            .arg("customer", name)
            .found(name)
            .stake(invoice.worth())
            .of_invoice(Some(invoice));
        let near = names.get(&without_form(name)).copied().flatten();
        findings.push(match near.map(|at| (at, case.book.customers().nth(at))) {
            Some((_, Some(listed))) => finding
                .expected(listed.name().unwrap_or_default())
                .evidence("evidence-customer-list", listed.0.source(Field::CustomerName)),
            _ => finding,
        });
    }
}

/// Listed customers by name without legal form; `None` where two share it.
fn names_without_form(book: &Book) -> QuickMap<String, Option<usize>> {
    let mut names: QuickMap<String, Option<usize>> = QuickMap::default();
    for (at, customer) in book.customers().enumerate() {
        let Some(name) = customer.name() else { continue };
        names.entry(without_form(name)).and_modify(|known| *known = None).or_insert(Some(at));
    }
    names
}

/// "Calder Bio, Inc." and "Calder Bio Ltd" come to "calder bio": near enough to propose, too far to
/// take for the same.
fn without_form(name: &str) -> String {
    let folded = fold_word(name);
    let folded = folded.replace("주식회사", " ").replace("有限公司", " ").replace("股份", " ");
    let forms = [
        "inc",
        "incorporated",
        "ltd",
        "limited",
        "llc",
        "llp",
        "plc",
        "co",
        "corp",
        "corporation",
        "company",
        "gmbh",
        "ag",
        "kg",
        "sa",
        "sas",
        "sarl",
        "bv",
        "nv",
        "srl",
        "spa",
        "ab",
        "as",
        "oy",
        "pte",
        "pty",
        "kk",
        "주",
        "유",
    ];
    let words = folded.split_whitespace().filter(|word| !forms.contains(word));
    words.collect::<Vec<_>>().join(" ")
}
