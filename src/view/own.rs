//! The house's own rules: the list, and the one that is being made, tried on the loaded rows before
//! it is kept.

use serde::{Deserialize, Serialize};

use super::sources::Sources;
use super::{Mark, SourceTag};
use crate::model::{Against, Condition, OwnRule, Test};
use crate::rules::{Finding, OWN, Results, own_code, own_missing, try_own};
use crate::table::{Field, KINDS, Kind, ValueKind};
use crate::words::{self, Args, Lang, format};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    /// The rule as it stands on the screen.
    pub draft: Option<OwnRule>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct OwnRules {
    pub rules: Vec<OwnLine>,
    /// The code that a new one gets; empty when all are taken.
    pub next: String,
    pub kinds: Vec<Named>,
    /// Columns of the draft's kind.
    pub fields: Vec<Named>,
    /// One for each test of the draft.
    pub tests: Vec<TestForm>,
    pub tried: Option<Tried>,
}

/// A kind of table or a column that a rule may be about; the loaded ones stand first.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Named {
    pub key: String,
    pub word: String,
    pub loaded: bool,
}

/// What can be asked of the column of a test.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct TestForm {
    pub conditions: Vec<(Condition, String)>,
    /// What stands behind a value: `%`, `YYYY-MM-DD`, or nothing.
    pub unit: String,
    /// Columns that it can be compared with.
    pub others: Vec<Named>,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct OwnLine {
    pub rule: OwnRule,
    pub on: bool,
    /// `Invoices: Gross amount is above 10000`
    pub says: String,
    pub found: String,
    /// Why it could not run.
    pub not_run: String,
}

/// What the draft would find.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Tried {
    pub verdict: Mark,
    /// Whether it may be kept.
    pub sound: bool,
    pub rows: Vec<TriedRow>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct TriedRow {
    pub name: String,
    pub found: String,
    pub expected: String,
    pub source: SourceTag,
}

const ROWS_SHOWN: usize = 8;

/// `used` are the codes that the journal ever gave.
pub fn view(results: &Results, choice: &Choice, used: &[String], lang: Lang) -> OwnRules {
    let taken = |code: &str| {
        used.iter().any(|used| used == code)
            || results.policy.own_rules.iter().any(|own| own.code == code)
    };
    let next = OWN.iter().map(|rule| rule.code).find(|code| !taken(code));
    let kind = choice.draft.as_ref().map_or(Kind::Invoices, |draft| draft.kind);
    let fields = fields(results, kind, lang);
    let tests = choice.draft.iter().flat_map(|draft| &draft.tests);
    OwnRules {
        rules: results.policy.own_rules.iter().map(|own| line(results, own, lang)).collect(),
        next: next.unwrap_or_default().to_owned(),
        kinds: kinds(results, lang),
        tests: tests.map(|test| form(test, &fields, lang)).collect(),
        fields,
        tried: choice.draft.as_ref().map(|draft| tried(results, draft, lang)),
    }
}

fn kinds(results: &Results, lang: Lang) -> Vec<Named> {
    let kinds = KINDS.iter().map(|spec| spec.kind).filter(|kind| *kind != Kind::Other);
    let named = kinds.map(|kind| Named {
        key: kind.key().to_owned(),
        word: words::text(lang, &kind.word()),
        loaded: results.book.has(kind),
    });
    loaded_first(named.collect())
}

fn fields(results: &Results, kind: Kind, lang: Lang) -> Vec<Named> {
    let of_kind = KINDS.iter().filter(|spec| spec.kind == kind);
    let fields = of_kind.flat_map(|spec| spec.needs.iter().chain(spec.reads));
    let named = fields.map(|field| Named {
        key: field.key().to_owned(),
        word: words::text(lang, &field.word()),
        loaded: results.book.has_column(kind, *field),
    });
    loaded_first(named.collect())
}

/// In the order of their words, as in any list to choose from.
fn loaded_first(mut named: Vec<Named>) -> Vec<Named> {
    named.sort_by(|a, b| (!a.loaded, &a.word).cmp(&(!b.loaded, &b.word)));
    named
}

fn form(test: &Test, fields: &[Named], lang: Lang) -> TestForm {
    let conditions = Condition::of(test.field);
    let unit = match test.field.value() {
        ValueKind::Percent => "%",
        ValueKind::Date => "YYYY-MM-DD",
        _ => "",
    };
    let can_stand_against = |named: &&Named| {
        Field::from_key(&named.key).is_some_and(|other| test.can_stand_against(other))
    };
    TestForm {
        conditions: conditions.map(|c| (c, words::text(lang, c.word(test.field)))).collect(),
        unit: unit.to_owned(),
        others: fields.iter().filter(can_stand_against).cloned().collect(),
    }
}

fn line(results: &Results, own: &OwnRule, lang: Lang) -> OwnLine {
    let ran = results.qc.ran.iter().find(|ran| ran.rule == own.code);
    let missing = own_missing(own, &results.book);
    OwnLine {
        not_run: missing.iter().map(|need| need.text(lang)).collect::<Vec<_>>().join("; "),
        rule: own.clone(),
        on: !results.policy.is_off(&own.code),
        says: says(own, lang),
        found: ran.map_or_else(|| "–".to_owned(), |ran| format::count(ran.findings as i64)),
    }
}

/// The rule as a sentence.
fn says(own: &OwnRule, lang: Lang) -> String {
    let tests: Vec<String> = own.tests.iter().map(|test| says_test(test, lang)).collect();
    let args = Args::new()
        .with("kind", words::text(lang, &own.kind.word()))
        .with("tests", tests.join(&words::text(lang, "own-and-join")));
    words::say(lang, "own-says", &args)
}

fn says_test(test: &Test, lang: Lang) -> String {
    let other = match &test.against {
        _ if !test.condition.compares() => String::new(),
        Against::Nothing => String::new(),
        Against::Value(text) => text.trim().to_owned(),
        Against::Field(field) => words::text(lang, &field.word()),
    };
    let args = Args::new()
        .with("field", words::text(lang, &test.field.word()))
        .with("condition", words::text(lang, test.condition.word(test.field)))
        .with("other", other);
    // Without the other side a gap is left where it would stand.
    words::say(lang, "own-test", &args).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn tried(results: &Results, draft: &OwnRule, lang: Lang) -> Tried {
    let mark = |mark: &str, text: String| Mark { mark: mark.to_owned(), text };
    if let Some(fault) = draft.fault() {
        let verdict = mark("break", words::text(lang, fault.word()));
        return Tried { verdict, ..Tried::default() };
    }
    let missing = own_missing(draft, &results.book);
    if !missing.is_empty() {
        let text = missing.iter().map(|need| need.text(lang)).collect::<Vec<_>>().join("; ");
        return Tried { verdict: mark("notrun", text), sound: true, rows: Vec::new() };
    }
    let Some(rule) = own_code(&draft.code) else { return Tried::default() };
    let (count, found) = try_own(draft, rule, &results.book, ROWS_SHOWN);
    let tables = results.book.tables().iter().filter(|t| t.kind == draft.kind);
    let rows: usize = tables.map(|table| table.len()).sum();
    let args = Args::new().with("count", count).with("rows", rows);
    let sources = Sources::of(results);
    Tried {
        verdict: mark(
            if found.is_empty() { "" } else { "review" },
            words::say(lang, "own-tried", &args),
        ),
        sound: true,
        rows: found.iter().map(|f| tried_row(f, &sources, lang)).collect(),
    }
}

fn tried_row(finding: &Finding, sources: &Sources, lang: Lang) -> TriedRow {
    let text = |arg: &Option<words::Arg>| {
        arg.as_ref().map_or_else(String::new, |arg| super::figure::figure(lang, arg).0)
    };
    let named = finding.invoice.clone().or_else(|| finding.job.clone());
    TriedRow {
        name: named.or_else(|| finding.customer.clone()).unwrap_or_default(),
        found: text(&finding.found),
        expected: text(&finding.expected),
        source: sources.tag(finding.at),
    }
}
