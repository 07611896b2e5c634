//! The quality-control certificate: what was checked, with which settings, on which bytes, and what
//! was released on it. The journal's hash and the hashes of the inputs let it be checked again.

use crate::base::{Severity, Sums};
use crate::model::Policy;
use crate::report::text::{self, end, start, table};
use crate::report::{Align, Cell, Column, Note, Section, Table, Tone};
use crate::rules::{
    Clearance, RULES, Release, Results, Rule, SETTINGS, Setting, Unit, own_code, release,
};
use crate::words::{self, Args, Lang};

pub(super) fn build(results: &Results, lang: Lang) -> Section {
    let release = release(results);
    let mut tables = vec![invoices(&release, lang)];
    tables.extend(waivers(results, &release, lang));
    tables.extend(ties(results, lang));
    tables.extend([inputs(results, lang), checks(results, lang), settings(results, lang)]);
    tables.push(proof(results, lang));
    Section {
        key: "certificate",
        title: words::text(lang, "section-certificate"),
        notes: notes(results, &release, lang),
        tables,
    }
}

/// What speaks against it stands first.
fn notes(results: &Results, release: &Release, lang: Lang) -> Vec<Note> {
    let whole = results.conservation.holds() && release.holds();
    let tied = results.ties.iter().all(|tie| tie.is_tied());
    let note = |tone, key: &str| Note { tone, text: words::text(lang, key) };
    let mut notes = Vec::new();
    notes.push(match whole {
        true => note(Tone::Tied, "certificate-whole"),
        false => note(Tone::Break, "certificate-not-whole"),
    });
    if !tied {
        notes.push(note(Tone::Break, "certificate-not-tied"));
    }
    let open = results
        .qc
        .findings
        .iter()
        .filter(|f| f.severity != Severity::Note && results.decisions.is_open(f));
    let args = Args::new()
        .with("released", release.count(Clearance::Released))
        .with("waived", release.count(Clearance::Waived))
        .with("held", release.held_count())
        .with("open", open.count());
    notes.push(Note { tone: Tone::Plain, text: words::say(lang, "certificate-says", &args) });
    if !results.qc.not_run.is_empty() {
        let args = Args::new().with("count", results.qc.not_run.len());
        notes.push(Note { tone: Tone::NotRun, text: words::say(lang, "verdict-not-run", &args) });
    }
    notes.sort_by_key(|note| note.tone != Tone::Break);
    notes
}

fn invoices(release: &Release, lang: Lang) -> Table {
    let mut columns = vec![start(lang, "col-clearance", 30), end(lang, "col-invoices", 16)];
    columns.extend(release.all.currencies().map(|currency| Column {
        title: words::format::currency(currency),
        align: Align::End,
        width: 16,
    }));
    let line = |key: &str, count: usize, sums: &Sums| {
        let mut row = vec![Cell::Text(words::text(lang, key)), Cell::Count(count as i64)];
        row.extend(release.all.currencies().map(|c| Cell::Money(sums.get(c))));
        row
    };
    Table {
        title: words::text(lang, "summary-invoices"),
        columns,
        rows: vec![
            line("section-release", release.count(Clearance::Released), &release.released),
            line("invoices-waived", release.count(Clearance::Waived), &release.waived),
            line("section-hold", release.held_count(), &release.held),
        ],
        totals: vec![line("total", release.invoices.len(), &release.all)],
    }
}

fn waivers(results: &Results, release: &Release, lang: Lang) -> Option<Table> {
    let waived = release.invoices.iter().filter_map(|invoice| {
        let waiver = results.waivers.of(&invoice.no)?;
        let (tone, state) = match invoice.clearance {
            Clearance::Waived => (Tone::Partly, "invoice-waived"),
            _ if invoice.waiver_expired => (Tone::Break, "waiver-expired"),
            _ => (Tone::Plain, "waiver-not-needed"),
        };
        Some(vec![
            Cell::Text(invoice.no.clone()),
            text::text(invoice.customer.as_deref()),
            text::money(invoice.value),
            text::code(invoice.value),
            Cell::Status(tone, words::text(lang, state)),
            Cell::Text(invoice.held_by.join(", ")),
            Cell::Text(waiver.reason.clone()),
            Cell::Text(waiver.approver.clone()),
        ])
    });
    let rows: Vec<_> = waived.collect();
    (!rows.is_empty()).then(|| {
        table(
            lang,
            "certificate-waivers",
            vec![
                start(lang, "field-invoice-no", 30),
                start(lang, "field-customer-name", 28),
                end(lang, "col-amount", 16),
                start(lang, "field-currency", 9),
                start(lang, "col-clearance", 16),
                start(lang, "col-held-by", 20),
                start(lang, "col-reason", 30),
                start(lang, "col-approver", 20),
            ],
            rows,
        )
    })
}

fn ties(results: &Results, lang: Lang) -> Option<Table> {
    let rows = results.ties.iter().map(|tie| {
        let (tone, key) =
            if tie.is_tied() { (Tone::Tied, "tie-tied") } else { (Tone::Break, "tie-open") };
        vec![
            Cell::Text(words::text(lang, &tie.name)),
            text::code(Some(tie.left)),
            Cell::Money(tie.left),
            Cell::Money(tie.right),
            Cell::Money(tie.difference),
            Cell::Money(tie.unexplained),
            Cell::Status(tone, words::text(lang, key)),
        ]
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| {
        table(
            lang,
            "certificate-ties",
            vec![
                start(lang, "certificate-tie", 30),
                start(lang, "field-currency", 9),
                end(lang, "certificate-left", 16),
                end(lang, "certificate-right", 16),
                end(lang, "tie-difference", 16),
                end(lang, "tie-unexplained", 16),
                start(lang, "col-verdict", 16),
            ],
            rows,
        )
    })
}

fn inputs(results: &Results, lang: Lang) -> Table {
    let used = results.book.tables().iter().map(|table| table.file).collect::<Vec<_>>();
    let files = results.intake.files.iter().filter(|file| file.refused.is_none());
    let rows = files.filter(|file| used.contains(&file.id)).map(|file| {
        vec![
            Cell::Text(file.name.to_string()),
            Cell::Count(i64::try_from(file.size).unwrap_or(i64::MAX)),
            Cell::Text(file.sha256.clone()),
        ]
    });
    table(
        lang,
        "certificate-inputs",
        vec![
            start(lang, "certificate-file", 30),
            end(lang, "certificate-bytes", 16),
            start(lang, "certificate-sha", 66),
        ],
        rows.collect(),
    )
}

/// Every rule of the catalogue and of the house's own: passed is a statement, and so is not run.
fn checks(results: &Results, lang: Lang) -> Table {
    let own = results.policy.own_rules.iter().filter_map(|own| own_code(&own.code));
    table(
        lang,
        "certificate-checks",
        vec![
            start(lang, "col-rule", 30),
            start(lang, "col-finding", 40),
            start(lang, "certificate-version", 16),
            start(lang, "col-severity", 16),
            end(lang, "col-findings", 16),
            start(lang, "col-verdict", 16),
            start(lang, "col-missing", 30),
        ],
        RULES.iter().copied().chain(own).map(|rule| check(results, rule, lang)).collect(),
    )
}

fn check(results: &Results, rule: &Rule, lang: Lang) -> Vec<Cell> {
    let ran = results.qc.ran.iter().find(|ran| ran.rule == rule.code);
    let not_run = results.qc.not_run.iter().find(|not_run| not_run.rule == rule.code);
    let missing = not_run.map_or_else(String::new, |not_run| match not_run.switched_off {
        true => words::text(lang, "not-run-switched-off"),
        false => not_run.missing.iter().map(|n| n.text(lang)).collect::<Vec<_>>().join("; "),
    });
    let state = match ran.map(|ran| ran.findings) {
        Some(0) => Cell::Status(Tone::Tied, words::text(lang, "certificate-clean")),
        Some(_) => Cell::Status(Tone::Review, words::text(lang, "certificate-found")),
        None => Cell::Status(Tone::NotRun, words::text(lang, "not-run")),
    };
    vec![
        Cell::Text(rule.code.to_owned()),
        Cell::Text(results.title(lang, rule.code)),
        Cell::Text(rule.since.to_owned()),
        Cell::Text(words::text(lang, results.severity(rule.code).word())),
        ran.map_or(Cell::Blank, |ran| Cell::Count(ran.findings as i64)),
        state,
        Cell::Text(missing),
    ]
}

fn settings(results: &Results, lang: Lang) -> Table {
    let rows = SETTINGS.iter().map(|setting| {
        let changed = match setting.is_changed(&results.policy) {
            true => Cell::Status(Tone::Review, words::text(lang, "settings-changed")),
            false => Cell::Blank,
        };
        vec![
            Cell::Text(words::text(lang, &setting.word())),
            Cell::Text(with_unit(setting, &results.policy, lang)),
            Cell::Text(with_unit(setting, &Policy::default(), lang)),
            changed,
            Cell::Text(setting.rules.join(", ")),
        ]
    });
    table(
        lang,
        "settings-title",
        vec![
            start(lang, "certificate-setting", 30),
            start(lang, "certificate-value", 16),
            start(lang, "certificate-default", 16),
            start(lang, "col-verdict", 16),
            start(lang, "col-rule", 30),
        ],
        rows.collect(),
    )
}

/// On paper nothing beside the figure says what it counts.
fn with_unit(setting: &Setting, policy: &Policy, lang: Lang) -> String {
    let text = setting.text(policy);
    let counts =
        matches!(setting.unit, Unit::Days | Unit::Percent | Unit::Percents | Unit::MinorUnits);
    match setting.unit_word().filter(|_| counts && !text.is_empty()) {
        Some(word) => format!("{text} {}", words::text(lang, word)),
        None => text,
    }
}

fn proof(results: &Results, lang: Lang) -> Table {
    let line = |key: &str, value: Cell| vec![Cell::Text(words::text(lang, key)), value];
    let last = results.journal.last().cloned().unwrap_or_default();
    table(
        lang,
        "certificate-proof",
        vec![start(lang, "certificate-proof", 30), start(lang, "certificate-value", 66)],
        vec![
            line("certificate-program", Cell::Text(env!("CARGO_PKG_VERSION").to_owned())),
            line("certificate-entries", Cell::Count(results.journal.len() as i64)),
            line("certificate-journal", Cell::Text(last)),
        ],
    )
}
