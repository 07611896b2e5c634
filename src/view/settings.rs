//! The settings screen: every rule with its switch, severity and thresholds, and the help of the
//! open one. Made from the catalogue and the slice of settings alone.

use serde::{Deserialize, Serialize};

use super::NotRunLine;
use super::findings::severity_key;
use crate::base::{Severity, fold_word};
use crate::ingest;
use crate::model::Policy;
use crate::rules::{ExampleTable, RULES, Results, Rule, SETTINGS, Setting, Unit, example};
use crate::words::{self, Args, Lang, format};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    pub find: String,
    /// Key of the family; empty for all.
    pub topic: String,
    pub only_changed: bool,
    /// Code of the rule whose help is open.
    pub rule: Option<String>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Settings {
    /// `60 of 62 checks on, 2 settings changed`
    pub text: String,
    /// Key and word of each family.
    pub topics: Vec<(String, String)>,
    /// Those that belong to no one rule.
    pub general: Vec<Threshold>,
    pub rules: Vec<RuleLine>,
    pub help: Option<Help>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct RuleLine {
    pub code: String,
    pub title: String,
    pub topic: String,
    pub on: bool,
    /// Key of the severity in force, and of the catalogue's own.
    pub severity: String,
    pub severity_default: String,
    /// Findings; a dash when it did not run, with the reason.
    pub found: String,
    pub not_run: String,
    pub changed: bool,
    pub thresholds: Vec<Threshold>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Threshold {
    pub key: String,
    pub label: String,
    pub unit: String,
    pub value: String,
    /// `Default: 180`
    pub default: String,
    pub changed: bool,
    pub control: Control,
    /// `Also used by ARI-10, TAX-01`
    pub shared: String,
}

/// How a threshold is set.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Control {
    #[default]
    Figure,
    Date,
    Flag,
    /// Several figures.
    List,
    /// Value and word of each choice.
    Choice(Vec<(String, String)>),
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Help {
    pub code: String,
    pub why: String,
    pub fix: String,
    pub owner: String,
    pub example: Vec<Example>,
}

/// A table of the example, ready to be placed.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Example {
    pub name: String,
    pub heads: Vec<String>,
    /// Cells, and whether the rule speaks on the row.
    pub rows: Vec<(Vec<String>, bool)>,
}

pub fn view(results: &Results, choice: &Choice, lang: Lang) -> Settings {
    let policy = &results.policy;
    let not_run = super::not_run::not_run(results, lang);
    let lines = RULES.iter().map(|rule| line(rule, results, &not_run, lang));
    let wanted = fold_word(&choice.find);
    let fits = |texts: &[&str]| {
        wanted.is_empty() || texts.iter().any(|text| fold_word(text).contains(&wanted))
    };
    let rules: Vec<RuleLine> = lines
        .filter(|line| choice.topic.is_empty() || line.topic == choice.topic)
        .filter(|line| !choice.only_changed || line.changed)
        .filter(|line| {
            let labels = line.thresholds.iter().map(|threshold| threshold.label.as_str());
            let texts: Vec<&str> =
                [line.code.as_str(), &line.title].into_iter().chain(labels).collect();
            fits(&texts)
        })
        .collect();
    let general = SETTINGS
        .iter()
        .filter(|setting| setting.rules.len() != 1 && choice.topic.is_empty())
        .map(|setting| threshold(setting, policy, None, lang))
        .filter(|threshold| !choice.only_changed || threshold.changed)
        .filter(|threshold| fits(&[&threshold.label]));
    let on = RULES.iter().filter(|rule| !policy.is_off(rule.code)).count();
    let args = Args::new().with("on", on).with("all", RULES.len()).with("changed", changed(policy));
    let open = choice.rule.as_deref().and_then(crate::rules::rule);
    Settings {
        text: words::say(lang, "settings-count", &args),
        topics: topics(lang),
        general: general.collect(),
        rules,
        help: open.map(|rule| help(rule, lang)),
    }
}

/// How many settings are not what they come as.
fn changed(policy: &Policy) -> usize {
    let thresholds = SETTINGS.iter().filter(|setting| setting.is_changed(policy)).count();
    thresholds + policy.rules_off.len() + policy.severities.len()
}

fn topics(lang: Lang) -> Vec<(String, String)> {
    let mut topics: Vec<(String, String)> = Vec::new();
    for rule in RULES {
        let key = rule.topic.word().trim_start_matches("topic-").to_owned();
        if topics.last().is_none_or(|(last, _)| *last != key) {
            topics.push((key, words::text(lang, rule.topic.word())));
        }
    }
    topics
}

fn line(rule: &Rule, results: &Results, not_run: &[NotRunLine], lang: Lang) -> RuleLine {
    let policy = &results.policy;
    let on = !policy.is_off(rule.code);
    let severity = policy.severity(rule.code, rule.severity);
    let ran = results.qc.ran.iter().find(|ran| ran.rule == rule.code);
    let thresholds: Vec<Threshold> = SETTINGS
        .iter()
        .filter(|setting| setting.rules.contains(&rule.code))
        .map(|setting| threshold(setting, policy, Some(rule.code), lang))
        .collect();
    let why_not = not_run.iter().find(|line| line.code == rule.code);
    RuleLine {
        code: rule.code.to_owned(),
        title: words::text(lang, rule.code),
        topic: rule.topic.word().trim_start_matches("topic-").to_owned(),
        on,
        severity: severity_key(severity).to_owned(),
        severity_default: severity_key(rule.severity).to_owned(),
        found: ran.map_or_else(|| "–".to_owned(), |ran| format::count(ran.findings as i64)),
        not_run: match on {
            false => words::text(lang, "settings-off"),
            true => why_not.map(|line| line.missing.clone()).unwrap_or_default(),
        },
        changed: !on || severity != rule.severity || thresholds.iter().any(|t| t.changed),
        thresholds,
    }
}

fn threshold(setting: &Setting, policy: &Policy, of: Option<&str>, lang: Lang) -> Threshold {
    let house = setting.text(&Policy::default());
    let shown = shown(setting, &house, lang);
    let default = words::say(lang, "settings-default", &Args::new().with("default", shown));
    let others: Vec<String> = setting
        .rules
        .iter()
        .filter(|code| Some(**code) != of)
        .map(|code| (*code).to_owned())
        .collect();
    let shared = match (of, others.is_empty()) {
        (_, true) => String::new(),
        (None, false) => others.join(", "),
        (Some(_), false) => {
            let codes = Args::new().with("codes", others.join(", "));
            words::say(lang, "settings-shared", &codes)
        }
    };
    Threshold {
        key: setting.key.to_owned(),
        label: words::text(lang, &setting.word()),
        unit: unit(setting, lang),
        value: setting.text(policy),
        default,
        changed: setting.is_changed(policy),
        control: control(setting, lang),
        shared,
    }
}

fn unit(setting: &Setting, lang: Lang) -> String {
    setting.unit_word().map_or_else(String::new, |word| words::text(lang, word))
}

fn control(setting: &Setting, lang: Lang) -> Control {
    match setting.unit {
        Unit::Date => Control::Date,
        Unit::Percents | Unit::Amounts => Control::List,
        Unit::Flag => Control::Flag,
        Unit::Choice(known) => {
            let choice = |key: &str| (key.to_owned(), choice_word(key, lang));
            Control::Choice(std::iter::once("").chain(known.iter().copied()).map(choice).collect())
        }
        _ => Control::Figure,
    }
}

fn choice_word(key: &str, lang: Lang) -> String {
    let tail = if key.is_empty() { "none".to_owned() } else { key.replace('_', "-") };
    words::text(lang, &format!("setting-choice-{tail}"))
}

/// A value as it is read, not as it is typed.
fn shown(setting: &Setting, value: &str, lang: Lang) -> String {
    match setting.unit {
        Unit::Flag => {
            words::text(lang, if value == "yes" { "settings-yes" } else { "settings-no" })
        }
        Unit::Choice(_) => choice_word(value, lang),
        Unit::Percent | Unit::Percents => format!("{value} %"),
        _ if value.is_empty() => words::text(lang, "settings-none"),
        _ => value.to_owned(),
    }
}

fn help(rule: &Rule, lang: Lang) -> Help {
    let word = |tail: &str| words::text(lang, &format!("{}.{tail}", rule.code));
    let owner =
        Args::new().with("owner", words::text(lang, &rule.owner.word())).with("since", rule.since);
    Help {
        code: rule.code.to_owned(),
        why: word("why"),
        fix: word("fix"),
        owner: words::say(lang, "settings-owner", &owner),
        example: example(rule.code).iter().filter_map(|table| placed(table, rule.code)).collect(),
    }
}

/// Read as any other text file is.
fn placed(table: &ExampleTable, code: &str) -> Option<Example> {
    let raw = ingest::text_to_raw(&table.name, table.csv).ok()?;
    let sheet = raw.sheets.first()?;
    let cell = |row: usize, column: usize| sheet.text(row, column).trim().to_owned();
    let columns = sheet.columns.len();
    let marks = (0..columns).find(|&column| cell(0, column) == "!");
    let kept: Vec<usize> = (0..columns).filter(|column| Some(*column) != marks).collect();
    let row = |at: usize| {
        let speaks = marks.is_some_and(|column| cell(at, column).contains(code));
        (kept.iter().map(|&column| cell(at, column)).collect(), speaks)
    };
    Some(Example {
        name: table.name.clone(),
        heads: kept.iter().map(|&column| cell(0, column)).collect(),
        rows: (1..sheet.rows()).map(row).collect(),
    })
}

/// The severities that a rule may be given, with their words.
pub fn severities(lang: Lang) -> Vec<(String, String)> {
    [Severity::Break, Severity::Review, Severity::Note]
        .map(|severity| (severity_key(severity).to_owned(), words::text(lang, severity.word())))
        .to_vec()
}
