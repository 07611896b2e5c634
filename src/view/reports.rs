//! The reports screen: what goes in, what is checked before it leaves, and pages of paper made
//! from the report's own document, so that preview and export cannot differ.

use serde::{Deserialize, Serialize};

use super::Mark;
use crate::model::SignOff;
use crate::report::{self, Align, Cell, Column, Document, SECTIONS, Section, Table, Tone};
use crate::rules::Results;
use crate::words::{self, Args, Lang, format};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    /// Section on the desk; empty for the first.
    pub section: String,
    /// The report's own language.
    pub report_lang: Option<Lang>,
    /// 0-based page of the section.
    pub page: u32,
    /// Sections that do not go into the workbook.
    pub left_out: Vec<String>,
    /// Whether to hand out the whole report for the printer.
    pub print: bool,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Reports {
    pub nothing_loaded: bool,
    pub sections: Vec<SectionLine>,
    /// `5 of 6 sections, 40 pages`
    pub chosen_text: String,
    pub sign_off: SignOff,
    pub checks: Vec<Mark>,
    pub page: Page,
    /// A page as long as it is for each section that goes into the report; empty unless
    /// [`Choice::print`].
    pub printed: Vec<Page>,
    /// `Page 1 of 4`
    pub page_text: String,
    pub pages: u32,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct SectionLine {
    pub key: String,
    pub title: String,
    /// `4 pages`
    pub pages: String,
    /// On the desk.
    pub on: bool,
    /// Goes into the workbook.
    pub included: bool,
    /// Cannot be left out.
    pub always: bool,
}

/// One page of paper.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Page {
    /// 0-based.
    pub at: u32,
    pub lang: Lang,
    pub title: String,
    pub subtitle: String,
    pub section: String,
    /// On the first page of a section.
    pub sign_off: Option<PaperTable>,
    pub notes: Vec<Mark>,
    pub tables: Vec<PaperTable>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct PaperTable {
    pub title: String,
    /// Title and whether figures stand under it.
    pub columns: Vec<(String, bool)>,
    pub rows: Vec<Vec<PaperCell>>,
    pub totals: Vec<Vec<PaperCell>>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct PaperCell {
    pub text: String,
    /// `tied`, `break` … for a status.
    pub mark: String,
}

/// Lines of a page in portrait, counting a title as three.
const PAGE_LINES: usize = 44;
/// Rows of one table that are printed: a hundred pages. The workbook has all of them.
const PRINTED_ROWS_MAX: usize = 4_000;

pub fn view(results: &Results, choice: &Choice, lang: Lang) -> Reports {
    let report_lang = choice.report_lang.unwrap_or(lang);
    let document = report::build(results, report_lang);
    let chosen = document.sections.iter().find(|section| section.key == choice.section);
    let Some(section) = chosen.or_else(|| document.sections.first()) else {
        return Reports::default();
    };
    let line = |section_of: &Section| {
        let count = paginate(section_of).len();
        SectionLine {
            key: section_of.key.to_owned(),
            title: words::text(lang, &format!("section-{}", section_of.key)),
            pages: words::say(lang, "reports-pages", &Args::new().with("count", count)),
            on: section_of.key == section.key,
            included: always(section_of.key)
                || !choice.left_out.iter().any(|k| k == section_of.key),
            always: always(section_of.key),
        }
    };
    let sections: Vec<SectionLine> = document.sections.iter().map(line).collect();
    let chosen = sections.iter().filter(|line| line.included).count();
    let counted = Args::new().with("chosen", chosen).with("count", sections.len());
    let mut printed = Vec::new();
    if choice.print {
        let wanted = document.clone().without(&choice.left_out);
        printed.extend(wanted.sections.iter().map(|s| printed_page(&document, s, report_lang)));
    }
    let cuts = paginate(section);
    let at = (choice.page as usize).min(cuts.len().saturating_sub(1));
    let args = Args::new().with("page", at + 1).with("count", cuts.len());
    Reports {
        nothing_loaded: results.book.tables().is_empty(),
        sections,
        chosen_text: words::say(lang, "reports-chosen", &counted),
        sign_off: results.sign_off.clone(),
        checks: checks(results, lang),
        page: Page {
            tables: cuts[at].iter().map(|cut| cut.table(section, report_lang)).collect(),
            ..page(&document, section, at, report_lang)
        },
        printed,
        page_text: words::say(lang, "reports-page", &args),
        pages: cuts.len() as u32,
    }
}

/// A page without its tables; the first one bears the sign-off and what has to be read first.
fn page(document: &Document, section: &Section, at: usize, lang: Lang) -> Page {
    let notes = section.notes.iter().filter(|_| at == 0);
    Page {
        at: at as u32,
        lang,
        title: document.title.clone(),
        subtitle: document.subtitle.clone(),
        section: section.title.clone(),
        sign_off: (at == 0).then(|| whole(&document.sign_off, lang)),
        notes: notes.map(|n| Mark { mark: mark(n.tone), text: n.text.clone() }).collect(),
        tables: Vec::new(),
    }
}

/// A whole section: the browser cuts it into pages. A table beyond what a printer is for says so.
fn printed_page(document: &Document, section: &Section, lang: Lang) -> Page {
    let mut page = page(document, section, 0, lang);
    for table in &section.tables {
        let mut paper = whole(table, lang);
        if table.rows.len() > PRINTED_ROWS_MAX {
            paper.rows.truncate(PRINTED_ROWS_MAX);
            let args = Args::new().with("shown", PRINTED_ROWS_MAX).with("count", table.rows.len());
            let text = words::say(lang, "report-cut", &args);
            page.notes.insert(0, Mark { mark: mark(Tone::Review), text });
        }
        page.tables.push(paper);
    }
    page
}

/// The summary says whether the rest ties, so it is never left out.
fn always(key: &str) -> bool {
    SECTIONS.first().is_some_and(|first| first.key == key)
}

/// Whether a section of this key exists; for the address.
pub fn is_section(key: &str) -> bool {
    SECTIONS.iter().any(|section| section.key == key)
}

/// A part of a table that stands on one page.
struct Cut {
    table: usize,
    from: usize,
    to: usize,
    last: bool,
}

/// Cuts a section into pages; never leaves a section without one.
fn paginate(section: &Section) -> Vec<Vec<Cut>> {
    let mut pages = vec![Vec::new()];
    let mut left = PAGE_LINES.saturating_sub(4 + 2 * section.notes.len());
    for (at, table) in section.tables.iter().enumerate() {
        let mut from = 0;
        loop {
            let head = 4;
            if left < head + 2 {
                pages.push(Vec::new());
                left = PAGE_LINES;
            }
            let room = left - head;
            let to = table.rows.len().min(from + room);
            let last = to == table.rows.len();
            let used = head + to - from + table.totals.len();
            left = left.saturating_sub(used);
            if let Some(page) = pages.last_mut() {
                page.push(Cut { table: at, from, to, last });
            }
            from = to;
            if last {
                break;
            }
            left = 0;
        }
    }
    pages
}

impl Cut {
    fn table(&self, section: &Section, lang: Lang) -> PaperTable {
        let table = &section.tables[self.table];
        let row = |cells: &Vec<Cell>| cells.iter().map(|cell| paper(cell, lang)).collect();
        PaperTable {
            rows: table.rows[self.from..self.to].iter().map(row).collect(),
            totals: if self.last { table.totals.iter().map(row).collect() } else { Vec::new() },
            ..head(table)
        }
    }
}

fn head(table: &Table) -> PaperTable {
    let column = |column: &Column| (column.title.clone(), column.align == Align::End);
    PaperTable {
        title: table.title.clone(),
        columns: table.columns.iter().map(column).collect(),
        ..PaperTable::default()
    }
}

fn whole(table: &Table, lang: Lang) -> PaperTable {
    let row = |cells: &Vec<Cell>| cells.iter().map(|cell| paper(cell, lang)).collect();
    PaperTable {
        rows: table.rows.iter().map(row).collect(),
        totals: table.totals.iter().map(row).collect(),
        ..head(table)
    }
}

/// Paper writes a minus as brackets and nil as a dash.
fn paper(cell: &Cell, lang: Lang) -> PaperCell {
    let text = match cell {
        Cell::Blank => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Money(money) if money.is_zero() => "–".to_owned(),
        Cell::Money(money) if money.minor < 0 => format!("({})", format::money(money.abs())),
        Cell::Money(money) => format::money(*money),
        Cell::Number(number) => format::number(*number),
        Cell::Percent(ratio) => format::percent(*ratio),
        Cell::Count(count) => format::count(*count),
        Cell::Date(date) => format::date(lang, *date),
        Cell::Status(_, text) => text.clone(),
    };
    let mark = match cell {
        Cell::Status(tone, _) => mark(*tone),
        _ => String::new(),
    };
    PaperCell { text, mark }
}

fn mark(tone: Tone) -> String {
    match tone {
        Tone::Plain => "",
        Tone::Tied => "tied",
        Tone::Partly => "partly",
        Tone::Review => "review",
        Tone::Break => "break",
        Tone::NotRun => "notrun",
    }
    .to_owned()
}

/// What is true of the report before it leaves: conservation, ties, what did not run.
fn checks(results: &Results, lang: Lang) -> Vec<Mark> {
    let conserved = results.conservation.holds();
    let mut checks = vec![Mark {
        mark: if conserved { "tied" } else { "break" }.to_owned(),
        text: words::text(
            lang,
            if conserved { "conservation-holds" } else { "conservation-fails" },
        ),
    }];
    for tie in results.ties.iter().filter(|tie| !tie.is_tied()) {
        let args = Args::new()
            .with("name", words::Arg::term(tie.name.clone()))
            .with("unexplained", tie.unexplained);
        checks.push(Mark {
            mark: "partly".to_owned(),
            text: words::say(lang, "verdict-open", &args),
        });
    }
    if !results.ties.is_empty() && results.ties.iter().all(|tie| tie.is_tied()) {
        checks.push(Mark { mark: "tied".to_owned(), text: words::text(lang, "verdict-tied") });
    }
    let open = results.qc.findings.iter().filter(|f| results.decisions.is_open(f)).count();
    if open > 0 {
        let text = words::say(lang, "reports-open-findings", &Args::new().with("count", open));
        checks.push(Mark { mark: "review".to_owned(), text });
    }
    if !results.qc.not_run.is_empty() {
        let args = Args::new().with("count", results.qc.not_run.len());
        let text = words::say(lang, "verdict-not-run", &args);
        checks.push(Mark { mark: "notrun".to_owned(), text });
    }
    checks
}
