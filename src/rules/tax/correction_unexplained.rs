//! TAX-09: a corrected Korean tax invoice (수정세금계산서) without one of the reasons that the law knows.
//! One without its original is CRB-01's business.

use crate::base::{Severity, fold_word};
use crate::model::Owner;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "TAX-09",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Tax,
    owner: Owner::Tax,
    needs: &[
        Need::Column(Kind::Invoices, Field::DocType),
        Need::Column(Kind::Invoices, Field::CorrectionReason),
    ],
    check,
};

static CORRECTED: [&str; 4] =
    ["수정세금계산서", "수정 세금계산서", "corrected tax invoice", "amended tax invoice"];

/// Of the enforcement decree of the VAT act, article 70; files write them by name or by number.
static REASONS: [&str; 20] = [
    "환입",
    "반품",
    "계약의 해제",
    "계약해제",
    "계약 해제",
    "계약해지",
    "공급가액 변동",
    "공급가액변동",
    "내국신용장",
    "구매확인서",
    "기재사항",
    "착오",
    "정정",
    "이중발급",
    "이중발행",
    "면세",
    "세율",
    "return",
    "error",
    "cancel",
];

fn check(case: &Case, findings: &mut Findings) {
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        for header in invoice.headers() {
            let doc_type = header.text(Field::DocType).map(fold_word).unwrap_or_default();
            if !CORRECTED.iter().any(|word| doc_type.contains(word)) {
                continue;
            }
            let reason = header.text(Field::CorrectionReason);
            if reason.is_some_and(is_reason) {
                continue;
            }
            let shown = reason.map_or_else(|| Arg::term("value-not-stated"), Arg::from);
            let finding = findings
                .at(header.source(Field::CorrectionReason), invoice.no())
                .arg("invoice", invoice.no())
                .arg("reason", shown)
                .stake(invoice.worth())
                .evidence(Field::DocType.word(), header.source(Field::DocType))
                .of_invoice(Some(invoice));
            findings.push(finding);
        }
    }
}

fn is_reason(text: &str) -> bool {
    let word = fold_word(text);
    let by_number = matches!(word.trim_start_matches('0'), "1" | "2" | "3" | "4" | "5" | "6");
    by_number || REASONS.iter().any(|reason| word.contains(reason))
}
