//! CUS-06: an invoice is not in the language or the format that the customer requires.

use crate::base::{Severity, fold_word};
use crate::model::Owner;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "CUS-06",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Customer,
    owner: Owner::Billing,
    needs: &[
        Need::AnyColumn(&[
            (Kind::Customers, Field::Language),
            (Kind::Customers, Field::InvoiceFormat),
        ]),
        Need::AnyColumn(&[
            (Kind::Invoices, Field::Language),
            (Kind::Invoices, Field::InvoiceFormat),
        ]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        for field in [Field::Language, Field::InvoiceFormat] {
            let Some(customer) = invoice.customer_asking(field) else { continue };
            let Some(row) = invoice.stating(field) else { continue };
            let (Some(found), Some(required)) = (row.text(field), customer.0.text(field)) else {
                continue;
            };
            if agree(found, required) {
                continue;
            }
            let finding = findings
                .at(row.source(field), &format!("{}:{}", field.key(), invoice.key()))
                .arg("invoice", invoice.no())
                .arg("field", Arg::term(field.word()))
                .arg("found", found)
                .arg("expected", required)
                .found(found)
                .expected(required)
                .stake(invoice.worth())
                .evidence("evidence-customer-list", customer.0.source(field))
                .of_invoice(Some(invoice));
            findings.push(finding);
        }
    }
}

/// "PDF or XML", "PDF, XML": one of several is enough.
fn agree(found: &str, required: &str) -> bool {
    let found = canonical(found);
    let alternatives = required.split([',', ';', '/', '+', '&', '|']);
    let alternatives = alternatives.flat_map(|part| part.split(" or "));
    alternatives.into_iter().map(canonical).any(|one| one == found) || canonical(required) == found
}

// Packed: one word a line would hide the table.
#[rustfmt::skip]
static NAMES: &[(&str, &[&str])] = &[
    ("en", &[
        "en", "eng", "english", "en us", "en gb", "영어", "영문", "英文", "英语", "englisch", "anglais", "ingles",
    ]),
    ("ko", &[
        "ko", "kor", "kr", "korean", "ko kr", "한국어", "국문", "한글", "韩文", "韩语", "koreanisch", "coreen",
        "coreano",
    ]),
    ("zh", &[
        "zh", "chi", "zho", "cn", "chinese", "zh cn", "simplified chinese", "중국어", "중문", "中文",
        "简体中文", "chinesisch", "chinois", "chino",
    ]),
    ("de", &["de", "ger", "deu", "german", "de de", "독일어", "德文", "德语", "deutsch", "allemand", "aleman"]),
    ("fr", &["fr", "fre", "fra", "french", "fr fr", "프랑스어", "法文", "法语", "franzosisch", "francais", "frances"]),
    ("es", &["es", "spa", "spanish", "es es", "스페인어", "西班牙文", "西班牙语", "spanisch", "espagnol", "espanol"]),
    ("xlsx", &["excel", "xls", "xlsx", "엑셀"]),
];

/// One word for the names and codes of a language; other words as they are folded.
fn canonical(text: &str) -> String {
    let folded = fold_word(text);
    let known = NAMES.iter().find(|(_, names)| names.contains(&folded.as_str()));
    known.map_or(folded.clone(), |(code, _)| (*code).to_owned())
}
