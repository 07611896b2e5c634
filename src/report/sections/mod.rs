//! The sections of the billing report, in the order of the workbook.

mod ageing;
mod cash;
mod certificate;
mod compare;
mod figures;
mod findings;
mod invoices;
mod learned;
mod posting;
mod quality;
mod readiness;
mod rows;
mod summary;
mod unbilled;

use super::{Align, Cell, Document, Section, Table, text};
use crate::base::Date;
use crate::model::SignOff;
use crate::rules::Results;
use crate::words::{self, Lang};

pub struct SectionSpec {
    /// Machine name, the CSV's file name, and with `section-` the word key of the sheet's name.
    pub key: &'static str,
    pub build: fn(&Results, Lang) -> Section,
}

pub static SECTIONS: &[SectionSpec] = &[
    SectionSpec { key: "summary", build: summary::build },
    SectionSpec { key: "findings", build: findings::build },
    SectionSpec { key: "unbilled", build: unbilled::build },
    SectionSpec { key: "readiness", build: readiness::build },
    SectionSpec { key: "ageing", build: ageing::build },
    SectionSpec { key: "reminders", build: ageing::reminders },
    SectionSpec { key: "compare", build: compare::build },
    SectionSpec { key: "release", build: invoices::released },
    SectionSpec { key: "hold", build: invoices::held },
    SectionSpec { key: "figures", build: figures::build },
    SectionSpec { key: "quality", build: quality::build },
    SectionSpec { key: "certificate", build: certificate::build },
    SectionSpec { key: "cash", build: cash::build },
    SectionSpec { key: "learned", build: learned::build },
    SectionSpec { key: "posting", build: posting::plain },
    SectionSpec { key: "posting-sap", build: posting::sap },
    SectionSpec { key: "rows", build: rows::build },
];

/// The whole report.
pub fn build(results: &Results, lang: Lang) -> Document {
    let as_of = results.policy.as_of.map(|day| words::format::date(lang, day));
    Document {
        title: words::text(lang, "report-title"),
        subtitle: as_of.map_or_else(
            || words::text(lang, "report-no-as-of"),
            |day| words::say(lang, "report-as-of", &words::Args::new().with("date", day)),
        ),
        sign_off: sign_off(&results.sign_off, lang),
        sections: SECTIONS
            .iter()
            .map(|spec| (spec.build)(results, lang))
            .filter(|section| !section.notes.is_empty() || !section.tables.is_empty())
            .collect(),
    }
}

impl Document {
    /// The report without those sections. The summary always stays: it says whether the rest ties.
    pub fn without(mut self, left_out: &[String]) -> Document {
        self.sections.retain(|section| {
            section.key == SECTIONS[0].key || !left_out.iter().any(|key| key == section.key)
        });
        self
    }
}

/// Lines that nobody filled in stay, to be signed on paper.
fn sign_off(signed: &SignOff, lang: Lang) -> Table {
    let date = |day: Option<Date>| day.map_or(Cell::Blank, Cell::Date);
    let line = |key: &str, name: &str, day: Cell| {
        vec![Cell::Text(words::text(lang, key)), Cell::Text(name.to_owned()), day]
    };
    let column = |key: &str, width| text::column(lang, key, Align::Start, width);
    Table {
        title: words::text(lang, "sign-off"),
        columns: vec![
            column("sign-off", 30),
            column("sign-off-name", 16),
            column("sign-off-date", 16),
        ],
        rows: vec![
            line("sign-off-prepared", &signed.prepared_by, date(signed.prepared_on)),
            line("sign-off-checked", &signed.checked_by, date(signed.checked_on)),
            line("sign-off-paper", &signed.working_paper, Cell::Blank),
        ],
        totals: Vec::new(),
    }
}

/// One section by its key.
pub fn section(results: &Results, lang: Lang, key: &str) -> Option<Section> {
    SECTIONS.iter().find(|spec| spec.key == key).map(|spec| (spec.build)(results, lang))
}
