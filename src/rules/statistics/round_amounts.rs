//! STA-07: one preparer's documents are round amounts far more often than those of others, or gather
//! just below the amount from which credit notes need an approval.
//!
//! An amount that one customer is billed again and again is a fixed price and counts once.

use std::collections::{BTreeMap, BTreeSet};

use super::CUSTOMERS;
use crate::base::{Currency, Decimal, Money, Severity, Source, Sums};
use crate::model::{Invoice, Owner, Party};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "STA-07",
    since: "0.1.0",
    severity: Severity::Note,
    topic: Topic::Statistics,
    owner: Owner::Billing,
    needs: &[Need::Column(Kind::Invoices, Field::Preparer), CUSTOMERS],
    check,
};

/// So many make a cluster.
const CLUSTER_MIN: usize = 5;
/// Round is what ends in so many zeros, decimals of the currency apart; without decimals in more.
const ZEROS: u32 = 2;
const ZEROS_WHOLE: u32 = 5;

/// What one preparer wrote in one currency, each amount of a customer once.
#[derive(Default)]
struct Written<'b> {
    seen: BTreeSet<(Option<Party>, i64)>,
    all: usize,
    round: Vec<(Money, Invoice<'b>)>,
    credits: usize,
    below: Vec<(Money, Invoice<'b>)>,
}

fn check(case: &Case, findings: &mut Findings) {
    let mut by_preparer: BTreeMap<(Currency, &str), Written> = BTreeMap::new();
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        let preparer = invoice.header().and_then(|row| row.text(Field::Preparer));
        let net = invoice.net().map(|(net, _)| net).or_else(|| invoice.worth());
        if let (Some(preparer), Some(net)) = (preparer, net.filter(|net| !net.is_zero())) {
            let written = by_preparer.entry((net.currency, preparer)).or_default();
            written.add(case, net, invoice);
        }
    }
    for (&(currency, preparer), written) in &by_preparer {
        // Who wrote a few documents has no habits yet, and must not tip the scale.
        let others = by_preparer.iter().filter(|((c, name), other)| {
            *c == currency && *name != preparer && other.all >= CLUSTER_MIN
        });
        let (all, round) =
            others.fold((0, 0), |(all, round), (_, o)| (all + o.all, round + o.round.len()));
        let enough = case.policy.statistics_count_min as usize;
        let is_round = written.round.len() >= CLUSTER_MIN.max(written.all.div_ceil(2));
        // Where others bill round amounts too, that is how prices are here.
        if is_round && written.all >= enough && all >= enough && round * 10 <= all {
            report(preparer, "round-amounts", (&written.round, written.all), findings);
        }
        if written.below.len() >= CLUSTER_MIN.max(written.credits.div_ceil(2)) {
            report(preparer, "round-below-limit", (&written.below, written.credits), findings);
        }
    }
}

impl<'b> Written<'b> {
    fn add(&mut self, case: &Case<'b>, net: Money, invoice: Invoice<'b>) {
        let party = invoice.any_row().and_then(|row| case.book.party(row));
        if !self.seen.insert((party, net.minor)) {
            return;
        }
        if invoice.is_credit() {
            self.credits += 1;
            let limit = case.policy.credit_approval_from;
            let amount = net.abs().decimal();
            let near = limit * Decimal::from_parts(9, 0, 0, false, 1);
            if !limit.is_zero() && amount < limit && amount >= near {
                self.below.push((net, invoice));
            }
            return;
        }
        self.all += 1;
        if is_round(net) {
            self.round.push((net, invoice));
        }
    }
}

fn is_round(net: Money) -> bool {
    let digits = net.currency.exponent();
    let zeros = if digits == 0 { ZEROS_WHOLE } else { ZEROS + digits };
    net.minor % 10_i64.pow(zeros) == 0
}

fn report(
    preparer: &str,
    what: &str,
    (cluster, all): (&[(Money, Invoice)], usize),
    findings: &mut Findings,
) {
    let Some((_, first)) = cluster.first() else { return };
    let cell = |invoice: &Invoice| -> Option<Source> {
        let fields = [Field::Net, Field::Gross, Field::Amount];
        let header = invoice.header()?;
        fields.into_iter().find(|&f| header.has(f)).map(|f| header.source(f))
    };
    let total: Sums = cluster.iter().map(|(net, _)| *net).collect();
    let Some(at) = first.source(Field::Preparer) else { return };
    let mut finding = findings
        .at(at, &format!("{preparer}:{what}:{}", first.currency().code()))
        .arg("preparer", preparer)
        .arg("count", cluster.len())
        .arg("all", all)
        .arg("what", Arg::term(what))
        .found(cluster.len())
        .stake(Some(total.get(first.currency())))
        .invoice(Some(first.no()));
    for source in cluster.iter().filter_map(|(_, invoice)| cell(invoice)).take(EVIDENCE_MAX) {
        finding = finding.evidence("evidence-amount", source);
    }
    findings.push(finding);
}

/// Cells beside a finding that one can still look at.
const EVIDENCE_MAX: usize = 10;
