//! ID-02: one invoice number on two or more headers of the run. One that went out in an earlier month is
//! ID-03's business.

use std::collections::BTreeMap;

use super::sent_before::sent_again;
use crate::base::Severity;
use crate::model::{Owner, Row};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "ID-02",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Identity,
    owner: Owner::Billing,
    needs: &[Need::Column(Kind::Invoices, Field::InvoiceNo)],
    check,
};

/// One finding for each header after the first, so that each repeated amount counts once.
fn check(case: &Case, findings: &mut Findings) {
    for invoice in case.book.invoices().filter(|invoice| invoice.headers().len() > 1) {
        let again = sent_again(&invoice);
        let mut series: BTreeMap<(String, bool), Vec<Row>> = BTreeMap::new();
        for row in invoice.headers() {
            series.entry(row.series()).or_default().push(row);
        }
        for rows in series.values_mut().filter(|rows| rows.len() > 1) {
            // The other one is the register's.
            let sent =
                |row: &Row| again.iter().any(|(_, before)| before.row_source() == row.row_source());
            rows.retain(|row| again.is_empty() || !sent(row));
            // The later-dated one repeats the other; on one day, the one further down.
            rows.sort_by_key(|row| row.date(Field::InvoiceDate));
            for row in rows.iter().skip(1) {
                let finding = findings
                    .at(row.source(Field::InvoiceNo), invoice.key())
                    .arg("invoice", invoice.no())
                    .arg("times", rows.len())
                    .evidence("evidence-first", rows[0].source(Field::InvoiceNo))
                    .stake(row.money(Field::Gross).or_else(|| row.money(Field::Amount)))
                    .row(*row);
                findings.push(finding);
            }
        }
    }
}
