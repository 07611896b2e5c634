//! CRB-08: a dispute was decided for the client, and days later no credit note names the invoice.

use super::credits::credits_by_original;
use crate::base::{Severity, fold_id, fold_word};
use crate::model::Owner;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "CRB-08",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Credit,
    owner: Owner::Billing,
    needs: &[
        Need::Column(Kind::Disputes, Field::Verdict),
        Need::Column(Kind::Disputes, Field::ResolvedDate),
        Need::Table(Kind::Invoices),
        Need::AsOf,
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let Some(as_of) = case.policy.as_of else { return };
    let limit = case.policy.credit_after_dispute_days;
    let credits = credits_by_original(case.book);
    for dispute in case.book.disputes() {
        let (Some(no), Some(verdict)) =
            (dispute.text(Field::InvoiceNo), dispute.text(Field::Verdict))
        else {
            continue;
        };
        let Some(resolved) = dispute.date(Field::ResolvedDate) else { continue };
        let days = (as_of - resolved).num_days();
        if !is_for_client(verdict) || days <= limit || credits.contains_key(&fold_id(no)) {
            continue;
        }
        let invoice = case.book.invoice(no);
        if invoice.is_some_and(|invoice| invoice.is_void()) {
            continue;
        }
        let stake = dispute.money(Field::Amount).or_else(|| invoice.and_then(|i| i.worth()));
        let name = dispute.text(Field::DisputeNo).unwrap_or(no);
        let mut finding = findings
            .at(dispute.source(Field::Verdict), name)
            .arg("dispute", name)
            .arg("invoice", no)
            .arg("verdict", verdict)
            .arg("date", resolved)
            .arg("days", days)
            .found(verdict)
            .stake(stake)
            .evidence(Field::ResolvedDate.word(), dispute.source(Field::ResolvedDate))
            .row(dispute);
        if let Some(source) = invoice.and_then(|invoice| invoice.source(Field::InvoiceNo)) {
            finding = finding.evidence("evidence-other-invoice", source);
        }
        findings.push(finding);
    }
}

/// "Valid", "partly valid", "upheld"; never "invalid" or "not upheld".
fn is_for_client(verdict: &str) -> bool {
    let verdict = fold_word(verdict);
    let against = [
        "invalid",
        "not valid",
        "not upheld",
        "rejected",
        "denied",
        "not accepted",
        "needs",
        "withdrawn",
        "무효",
        "기각",
        "불인정",
        "반려",
        "无效",
        "驳回",
        "不成立",
        "unberechtigt",
        "abgelehnt",
        "rejete",
        "non fonde",
        "rechazad",
        "improcedente",
    ];
    if against.iter().any(|word| verdict.contains(word)) {
        return false;
    }
    let held = [
        "valid",
        "upheld",
        "accepted",
        "approved",
        "agreed",
        "customer right",
        "client right",
        "credit due",
        "인정",
        "수용",
        "정당",
        "成立",
        "有效",
        "认可",
        "berechtigt",
        "anerkannt",
        "fonde",
        "accepte",
        "procedente",
        "aceptad",
    ];
    held.iter().any(|word| verdict.contains(word))
}
