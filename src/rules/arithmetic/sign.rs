//! ARI-07: the sign of an amount contradicts the type of the document.
//!
//! Houses differ in how they write credit notes. The file itself says which way: the sign that
//! most of its credit notes have. Where they stand half and half, nobody knows, and none is wrong.

use crate::base::{Money, Severity, Source, fold_word};
use crate::model::{Invoice, Owner, Spellings, is_credit_word};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "ARI-07",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Arithmetic,
    owner: Owner::Billing,
    needs: &[
        Need::Column(Kind::Invoices, Field::DocType),
        Need::AnyColumn(&[
            (Kind::Invoices, Field::Gross),
            (Kind::Invoices, Field::Amount),
            (Kind::Invoices, Field::Net),
        ]),
    ],
    check,
};

/// A document with a type that says what it is, and an amount that is not zero.
struct Document<'b> {
    invoice: Invoice<'b>,
    doc_type: &'b str,
    is_credit: bool,
    amount: Money,
    at: Source,
}

fn check(case: &Case, findings: &mut Findings) {
    let types = case.book.spellings(Field::DocType, |word| match is_credit_word(word) {
        false if !is_invoice_word(word) => None,
        is_credit => Some(is_credit),
    });
    let documents = case.book.invoices().filter_map(|invoice| document(invoice, &types));
    let documents: Vec<Document> = documents.collect();
    let credits = || documents.iter().filter(|document| document.is_credit);
    let negative = credits().filter(|credit| credit.amount.minor < 0).count();
    let positive = credits().count() - negative;
    for document in &documents {
        let is_wrong = match (document.is_credit, document.amount.minor < 0) {
            (true, true) => positive > negative,
            (true, false) => negative > positive,
            (false, is_negative) => is_negative,
        };
        if is_wrong {
            report(document, findings);
        }
    }
}

/// `types` says of a word whether it means a credit note; nothing of one that means neither.
fn document<'b>(invoice: Invoice<'b>, types: &Spellings<Option<bool>>) -> Option<Document<'b>> {
    let header = invoice.header().filter(|_| !invoice.is_void())?;
    let doc_type = header.text(Field::DocType)?;
    let is_credit = (*types.of(header)?)?;
    let field = [Field::Gross, Field::Amount, Field::Net].into_iter().find(|&f| header.has(f))?;
    let amount = header.money(field).filter(|amount| !amount.is_zero())?;
    Some(Document { invoice, doc_type, is_credit, amount, at: header.source(field) })
}

/// Payments, journals and adjustments in a ledger export may have any sign.
fn is_invoice_word(word: &str) -> bool {
    let word = fold_word(word);
    let codes = ["inv", "in", "si", "ri", "rv", "dr", "dn", "bill", "debit note"];
    let names = ["invoice", "rechnung", "facture", "factura", "청구서", "계산서", "发票"];
    codes.contains(&word.as_str()) || names.iter().any(|name| word.contains(name))
}

fn report(document: &Document, findings: &mut Findings) {
    let Document { invoice, doc_type, amount, at, .. } = document;
    let expected = Money::new(amount.minor.saturating_neg(), amount.currency);
    let difference = Money::new(amount.minor.saturating_sub(expected.minor), amount.currency);
    let finding = findings
        .at(*at, invoice.key())
        .arg("invoice", invoice.no())
        .arg("type", *doc_type)
        .arg("amount", *amount)
        .found(*amount)
        .expected(expected)
        .stake(Some(difference))
        .evidence(Field::DocType.word(), invoice.source(Field::DocType).unwrap_or(*at))
        .invoice(Some(invoice.no()))
        .customer(invoice.customer_label());
    findings.push(finding);
}
