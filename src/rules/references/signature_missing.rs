//! REF-07: a billed job has a day of proof of delivery, but nobody's name on it; or it was delivered, and
//! there is no proof at all. One that was billed before it was delivered is DAT-06.

use crate::base::{Date, Severity};
use crate::model::{Book, Owner, Row};
use crate::rules::billed_job::billed_jobs;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "REF-07",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::References,
    owner: Owner::Operations,
    needs: &[
        Need::AnyColumn(&[(Kind::Jobs, Field::PodDate), (Kind::Jobs, Field::DeliveryDate)]),
        Need::Column(Kind::Jobs, Field::PodName),
        Need::AnyColumn(&[(Kind::Lines, Field::JobNo), (Kind::Invoices, Field::JobNo)]),
    ],
    check,
};

/// A delivery without proof stands out where nearly all have one, and a name on it. DAT-06 leaves it to
/// this rule then.
pub(in crate::rules) fn are_proofs_usual(book: &Book) -> bool {
    let all = || book.jobs().map(|job| job.0).filter(|job| job.date(Field::DeliveryDate).is_some());
    let dated = || all().filter(|job| job.date(Field::PodDate).is_some());
    let proved = dated().count();
    let signed = dated().filter(|job| job.text(Field::PodName).is_some()).count();
    proved > 0 && proved * 10 >= all().count() * 8 && signed * 2 >= proved
}

/// Of the proof, else of the delivery, where the list has no column for the proof's.
fn proof_day(job: Row) -> Option<Date> {
    let field = if job.has(Field::PodDate) { Field::PodDate } else { Field::DeliveryDate };
    job.date(field)
}

/// The day of a delivery before the invoice that neither a day nor a name proves.
pub(in crate::rules) fn delivered_unproved(job: Row, billed_on: Date) -> Option<Date> {
    let asked = job.has(Field::PodDate) && job.has(Field::PodName);
    let unproved = job.date(Field::PodDate).is_none() && job.text(Field::PodName).is_none();
    job.date(Field::DeliveryDate).filter(|day| asked && unproved && *day <= billed_on)
}

fn check(case: &Case, findings: &mut Findings) {
    let dated = || case.book.jobs().filter(|job| proof_day(job.0).is_some());
    let unsigned = dated().filter(|job| job.0.text(Field::PodName).is_none()).count();
    // A column that is mostly blank is not where this house keeps the name. Without a day of the proof
    // beside it nearly every delivery must have one.
    let times = if case.book.has_column(Kind::Jobs, Field::PodDate) { 2 } else { 10 };
    if unsigned * times > dated().count() {
        findings.cannot_run(Need::Column(Kind::Jobs, Field::PodName));
        return;
    }
    let usual = are_proofs_usual(case.book);
    for billed in billed_jobs(case) {
        let &[at] = billed.jobs else { continue };
        let job = case.book.job(at as usize).0;
        let required =
            billed.invoice.and_then(|invoice| invoice.customer_asking(Field::PodRequired));
        let required = required.and_then(|customer| customer.0.flag(Field::PodRequired));
        if required == Some(false) || job.text(Field::PodName).is_some() || !job.has(Field::PodName)
        {
            continue;
        }
        let billed_on = billed.invoice.and_then(|invoice| invoice.date());
        let in_time =
            |day: &Date| job.has(Field::PodDate) || billed_on.is_some_and(|on| *day <= on);
        let proof = proof_day(job).filter(in_time);
        let unproved = || billed_on.and_then(|day| delivered_unproved(job, day));
        let Some(date) = proof.or_else(|| unproved().filter(|_| usual)) else { continue };
        let finding = findings
            .at(job.source(Field::PodName), &billed.key())
            .arg("job", billed.job_no)
            .arg("date", date)
            .arg("problem", Arg::term(if proof.is_some() { "pod-unsigned" } else { "pod-none" }))
            .stake(billed.net)
            .evidence("evidence-line", billed.cell())
            .of_invoice(billed.invoice)
            .job(Some(billed.job_no));
        findings.push(finding);
    }
}
