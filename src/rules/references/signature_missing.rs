//! REF-07: a billed job has a day of proof of delivery, but nobody's name on it; or it was delivered, and
//! there is no proof at all. One that was billed before it was delivered is DAT-06.

use crate::base::Severity;
use crate::model::Owner;
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
        Need::Column(Kind::Jobs, Field::PodDate),
        Need::Column(Kind::Jobs, Field::PodName),
        Need::AnyColumn(&[(Kind::Lines, Field::JobNo), (Kind::Invoices, Field::JobNo)]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let dated = || case.book.jobs().filter(|job| job.0.date(Field::PodDate).is_some());
    let unsigned = dated().filter(|job| job.0.text(Field::PodName).is_none()).count();
    // A column that is mostly blank is not where this house keeps the name.
    if unsigned * 2 > dated().count() {
        findings.cannot_run(Need::Column(Kind::Jobs, Field::PodName));
        return;
    }
    // A delivery without proof stands out where nearly all have one.
    let all = || case.book.jobs().filter(|job| job.0.date(Field::DeliveryDate).is_some());
    let proved = all().filter(|job| job.0.date(Field::PodDate).is_some()).count();
    let usual = proved * 10 >= all().count() * 8;
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
        let delivered = job.date(Field::DeliveryDate).filter(|day| {
            job.has(Field::PodDate) && billed_on.is_some_and(|billed_on| *day <= billed_on)
        });
        let proof = job.date(Field::PodDate);
        let Some(date) = proof.or(delivered.filter(|_| usual)) else { continue };
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
