//! Pages of documentation that are written from the catalogues: rules, reasons, fields.
//!
//! `UPDATE_EXPECT=1 cargo test --test house` writes them anew; without it a stale page is a failure.

use std::fmt::Write;

use expect_test::expect_file;
use tieout::analysis::unbilled::REASONS;
use tieout::rules::{RULES, Rule};
use tieout::table::{FIELDS, KINDS, ValueKind};
use tieout::words::{Lang, text};

use super::sources::root;

const WRITTEN: &str =
    "<!-- Written from the catalogues: UPDATE_EXPECT=1 cargo test --test house -->";

#[test]
fn the_page_of_rules_is_up_to_date() {
    let mut page = format!("# Checks before invoices go out\n\n{WRITTEN}\n");
    let mut topic = None;
    for rule in RULES {
        if topic != Some(rule.topic) {
            topic = Some(rule.topic);
            let _ = write!(page, "\n## {}\n", word(rule.topic.word()));
        }
        page.push_str(&about_rule(rule));
    }
    expect_file!["../../docs/rules.md"].assert_eq(&page);
}

fn about_rule(rule: &Rule) -> String {
    let lacks: Vec<String> = rule.needs.iter().map(|need| need.text(Lang::En)).collect();
    let lacks = if lacks.is_empty() {
        "always run".to_owned()
    } else {
        format!("not run when: {}", lacks.join("; "))
    };
    format!(
        "\n### {code} {title}\n\n{why} {fix}\n\n{severity} · for {owner} · since {since} · {lacks}\n",
        code = rule.code,
        title = word(rule.code),
        why = word(&format!("{}.why", rule.code)),
        fix = word(&format!("{}.fix", rule.code)),
        severity = word(rule.severity.word()),
        owner = word(&rule.owner.word()),
        since = rule.since,
    ) + &first_example(rule.code)
}

/// The tables under the first heading of the rule's spec, as they stand there; the help on the
/// screen shows the same.
fn first_example(code: &str) -> String {
    let spec = root().join(format!("tests/specs/rules/{code}.md"));
    let spec = std::fs::read_to_string(&spec).expect("a spec for every rule");
    let with_table = |section: &&str| section.contains("```csv");
    let Some(section) = spec.split("\n## ").skip(1).find(with_table) else { return String::new() };
    let heading = section.lines().next().unwrap_or_default();
    let blocks = section.split("```csv").skip(1).map(|block| {
        let block = block.split("```").next().unwrap_or_default();
        format!("\n```csv{block}```\n")
    });
    format!("\n{heading}:\n{}", blocks.collect::<String>())
}

#[test]
fn the_page_of_reasons_is_up_to_date() {
    let mut page = format!(
        "# Why a job is not billed\n\n{WRITTEN}\n\n\
         | Code | Reason | What to do | Owner | Days to act | Expected days |\n\
         |---|---|---|---|---:|---:|\n"
    );
    for reason in REASONS {
        let _ = writeln!(
            page,
            "| {} | {} | {} | {} | {} | {} |",
            reason.code,
            word(reason.code),
            word(&format!("{}.action", reason.code)),
            word(&reason.owner.word()),
            reason.days_to_act,
            if reason.lead_days >= 9_999 { "–".to_owned() } else { reason.lead_days.to_string() },
        );
    }
    expect_file!["../../docs/reasons.md"].assert_eq(&page);
}

#[test]
fn the_page_of_fields_is_up_to_date() {
    let mut page = format!("# Tables and columns that are read\n\n{WRITTEN}\n\n");
    page.push_str("A table needs the columns in bold; the others are read when they are there.\n");
    for kind in KINDS {
        let _ = write!(page, "\n## {} (`{}`)\n\n", word(&kind.kind.word()), kind.key);
        for field in kind.needs.iter().chain(kind.reads) {
            let name = word(&field.word());
            let name = if kind.needs.contains(field) { format!("**{name}**") } else { name };
            let _ = writeln!(page, "- {name} (`{}`), {}", field.key(), manner(field.value()));
        }
    }
    page.push_str("\n## All columns\n\n| Key | Name | Read as |\n|---|---|---|\n");
    for spec in FIELDS {
        let name = word(&spec.field.word());
        let _ = writeln!(page, "| `{}` | {name} | {} |", spec.key, manner(spec.value));
    }
    expect_file!["../../docs/fields.md"].assert_eq(&page);
}

fn word(key: &str) -> String {
    text(Lang::En, key)
}

fn manner(value: ValueKind) -> String {
    format!("{value:?}").to_lowercase()
}
