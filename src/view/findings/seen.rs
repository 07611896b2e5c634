//! Each finding with the properties that it is filtered by.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Choice, Tab, count};
use crate::base::Severity;
use crate::rules::{Finding, Results, Topic, Verdict, rule};
use crate::view::Facet;
use crate::view::facet::facet;
use crate::view::sources::Sources;
use crate::words::{self, Lang};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    #[default]
    Open,
    Accepted,
    Dismissed,
}

pub(super) struct Seen<'r> {
    pub finding: &'r Finding,
    pub verdict: Option<&'r Verdict>,
    pub topic: Topic,
    /// Empty when the row names no client.
    pub client: &'r str,
    pub file: &'r str,
}

pub(super) fn all<'r>(results: &'r Results, sources: &Sources<'r>) -> Vec<Seen<'r>> {
    let see = |finding: &'r Arc<Finding>| Seen {
        finding,
        verdict: results.decisions.verdict(finding),
        topic: rule(finding.rule).map_or(Topic::Statistics, |rule| rule.topic),
        client: finding.customer.as_deref().unwrap_or_default(),
        file: sources.file(finding.at),
    };
    results.qc.findings.iter().map(see).collect()
}

impl Status {
    pub(super) fn of(verdict: Option<&Verdict>) -> Status {
        match verdict {
            None => Status::Open,
            Some(Verdict::Accepted) => Status::Accepted,
            Some(Verdict::Dismissed { .. }) => Status::Dismissed,
        }
    }

    pub const ALL: [Status; 3] = [Status::Open, Status::Accepted, Status::Dismissed];

    pub fn key(self) -> &'static str {
        match self {
            Status::Open => "open",
            Status::Accepted => "accepted",
            Status::Dismissed => "dismissed",
        }
    }

    pub fn from_key(key: &str) -> Option<Status> {
        Status::ALL.into_iter().find(|status| status.key() == key)
    }
}

impl Seen<'_> {
    pub(super) fn status(&self) -> Status {
        Status::of(self.verdict)
    }

    pub(super) fn passes(&self, choice: &Choice) -> bool {
        self.status() == choice.status && self.kept(choice).iter().all(|kept| *kept)
    }

    /// Whether each facet keeps the finding, in the order of [`facets`].
    fn kept(&self, choice: &Choice) -> [bool; 4] {
        let kept = |chosen: &BTreeSet<String>, key: &str| chosen.is_empty() || chosen.contains(key);
        [
            kept(&choice.severity, severity_key(self.finding.severity)),
            kept(&choice.topic, topic_key(self.topic)),
            kept(&choice.client, self.client),
            kept(&choice.file, self.file),
        ]
    }
}

/// How many findings of each status the facets keep.
pub(super) fn tabs(all: &[Seen], choice: &Choice, lang: Lang) -> Vec<Tab> {
    let mut counts = BTreeMap::new();
    for seen in all.iter().filter(|seen| seen.kept(choice).iter().all(|kept| *kept)) {
        *counts.entry(seen.status()).or_insert(0) += 1;
    }
    let tab = |status: Status| Tab {
        status,
        word: words::text(lang, &format!("findings-{}", status.key())),
        count: count(counts.get(&status).copied().unwrap_or(0)),
        on: status == choice.status,
    };
    Status::ALL.into_iter().map(tab).collect()
}

/// The counts of a facet ignore its own choice, so that one can widen it.
pub(super) fn facets(all: &[Seen], choice: &Choice, lang: Lang) -> Vec<Facet> {
    let mut counts: [BTreeMap<String, usize>; 4] = Default::default();
    for seen in all.iter().filter(|seen| seen.status() == choice.status) {
        let kept = seen.kept(choice);
        let keys =
            [severity_key(seen.finding.severity), topic_key(seen.topic), seen.client, seen.file];
        for (at, key) in keys.into_iter().enumerate() {
            let others_keep = kept.iter().enumerate().all(|(i, kept)| i == at || *kept);
            if !others_keep {
                continue;
            }
            match counts[at].get_mut(key) {
                Some(count) => *count += 1,
                None => {
                    counts[at].insert(key.to_owned(), 1);
                }
            }
        }
    }
    let [severity, topic, client, file] = &counts;
    let title = |key: &str| words::text(lang, key);
    let blank = |text: &str| match text.is_empty() {
        true => words::text(lang, "facet-blank"),
        false => text.to_owned(),
    };
    let severity_word = |key: &str| words::text(lang, &format!("severity-{key}"));
    let topic_word = |key: &str| words::text(lang, &format!("topic-{key}"));
    vec![
        facet("severity", title("facet-severity"), severity, &choice.severity, "", severity_word),
        facet("topic", title("facet-topic"), topic, &choice.topic, "", topic_word),
        facet("client", title("facet-client"), client, &choice.client, &choice.find_client, blank),
        facet("file", title("facet-file"), file, &choice.file, "", blank),
    ]
}

/// Also the name of the mark: `break`, `review`, `note`.
pub(in crate::view) fn severity_key(severity: Severity) -> &'static str {
    severity.word().trim_start_matches("severity-")
}

fn topic_key(topic: Topic) -> &'static str {
    topic.word().trim_start_matches("topic-")
}
