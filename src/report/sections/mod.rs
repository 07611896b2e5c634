//! The sections of the billing report, in the order of the workbook.

mod findings;
mod invoices;
mod rows;
mod summary;
mod unbilled;

use super::{Document, Section};
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
    SectionSpec { key: "release", build: invoices::released },
    SectionSpec { key: "hold", build: invoices::held },
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
        sections: SECTIONS.iter().map(|spec| (spec.build)(results, lang)).collect(),
    }
}

/// One section by its key.
pub fn section(results: &Results, lang: Lang, key: &str) -> Option<Section> {
    SECTIONS.iter().find(|spec| spec.key == key).map(|spec| (spec.build)(results, lang))
}
