//! Look-alikes of the finding that is looked at: the signature in words, and every invoice with it.

use serde::{Deserialize, Serialize};

use crate::base::{Money, Sums};
use crate::rules::{Alike, Finding, Results, Signature, alike};
use crate::view::sources::Sources;
use crate::view::{Amount, SourceTag, amounts};
use crate::words::{self, Arg, Args, Lang, format};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct LookAlikes {
    /// `PRC-03 · Calder Bio · FRT · rates.csv › 14 · 0.9 of what was expected`
    pub signature: Vec<String>,
    /// `12 findings on 9 invoices`
    pub counted: String,
    /// Sizes of what is at stake, one a currency.
    pub at_stake: Vec<Amount>,
    pub rows: Vec<AlikeRow>,
    /// Rows beyond those shown.
    pub more: usize,
    /// Those that are still open: what accepting all would decide.
    pub open: Vec<(String, Option<Money>)>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct AlikeRow {
    pub invoice: String,
    pub date: String,
    pub message: String,
    pub at_stake: Option<Amount>,
    pub source: SourceTag,
    /// Off by the same share; else the same fault with another.
    pub same_share: bool,
    pub status: String,
    /// The finding that was asked about.
    pub itself: bool,
}

const ROWS_SHOWN: usize = 200;

pub(super) fn look_alikes(
    results: &Results,
    of: &Finding,
    sources: &Sources,
    lang: Lang,
) -> LookAlikes {
    let (signature, all) = alike(results, of);
    let invoices: std::collections::BTreeSet<&str> =
        all.iter().filter_map(|alike| alike.finding.invoice.as_deref()).collect();
    let args = Args::new().with("count", all.len()).with("invoices", invoices.len());
    let sizes: Sums = all.iter().filter_map(|a| a.finding.at_stake).map(Money::abs).collect();
    let open = all.iter().filter(|alike| results.decisions.is_open(alike.finding));
    LookAlikes {
        signature: parts(&signature, sources, lang),
        counted: words::say(lang, "alike-counted", &args),
        at_stake: amounts(&sizes),
        more: all.len().saturating_sub(ROWS_SHOWN),
        open: open.map(|alike| (alike.finding.key.clone(), alike.finding.at_stake)).collect(),
        rows: all
            .iter()
            .take(ROWS_SHOWN)
            .map(|alike| row(results, alike, of, sources, lang))
            .collect(),
    }
}

fn row(results: &Results, alike: &Alike, of: &Finding, sources: &Sources, lang: Lang) -> AlikeRow {
    use super::seen::Status;
    let finding = alike.finding;
    let status = Status::of(results.decisions.verdict(finding));
    AlikeRow {
        invoice: finding.invoice.clone().unwrap_or_default(),
        date: alike.date.map(|date| format::date(lang, date)).unwrap_or_default(),
        message: finding.message(lang),
        at_stake: finding.at_stake.map(Amount::of),
        source: sources.tag(finding.at),
        same_share: alike.same_ratio,
        status: words::text(lang, &format!("findings-{}", status.key())),
        itself: finding.key == of.key,
    }
}

fn parts(signature: &Signature, sources: &Sources, lang: Lang) -> Vec<String> {
    let mut parts = vec![signature.rule.to_owned()];
    let named = [("alike-customer", &signature.customer), ("alike-charge", &signature.charge)];
    for (key, part) in named {
        if let Some((_, text)) = part {
            parts.push(words::say(lang, key, &Args::new().with("name", text.clone())));
        }
    }
    if let Some(rate) = signature.rate {
        let tag = sources.tag(rate);
        let place = format!("{} › {}", tag.file, tag.row);
        parts.push(words::say(lang, "alike-rate", &Args::new().with("place", place)));
    }
    if let Some(ratio) = signature.ratio {
        let share = Args::new().with("share", Arg::percent(ratio));
        parts.push(words::say(lang, "alike-ratio", &share));
    }
    parts
}
