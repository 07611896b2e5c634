//! The release screen: which invoices go out, which are held and by what, which go out on a waiver.
//! Invariant: the three lists together are all invoices, in number and in money.

use serde::{Deserialize, Serialize};

use super::columns::Columns;
use super::sources::Sources;
use super::{Amount, Mark, SourceTag};
use crate::base::{Money, Sums, fold_id, limits};
use crate::rules::{
    Clearance, Finding, InvoiceClearance, Release, Results, grounds, holding, release,
};
use crate::words::{self, Args, Lang, format};

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Show {
    #[default]
    Held,
    Released,
    Waived,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    pub show: Show,
    /// Part of a number or of a customer's name.
    pub find: String,
    pub from: u32,
    pub rows: u32,
    /// Number of the invoice that is looked at.
    pub invoice: Option<String>,
    /// The hash of a certificate, to be found in the journal.
    pub certificate: String,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct ReleaseView {
    pub nothing_loaded: bool,
    pub currencies: Vec<String>,
    /// Held, released, waived.
    pub lists: Vec<ListLine>,
    pub all: ListLine,
    /// Whether the lists add up to all invoices.
    pub holds: bool,
    pub rows: Vec<InvoiceRow>,
    pub from: u32,
    pub total: u32,
    pub total_text: String,
    pub open: Option<OpenInvoice>,
    /// The journal's last hash, short, and what became of the certificate asked about.
    pub journal: String,
    pub checked: Option<Mark>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct ListLine {
    pub show: Show,
    pub word: String,
    pub count: String,
    pub money: Vec<Option<Amount>>,
    pub on: bool,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct InvoiceRow {
    pub number: String,
    pub no: String,
    pub customer: String,
    pub value: Option<Amount>,
    pub state: String,
    pub held_by: String,
    /// Reason and approver of a waiver.
    pub note: String,
    pub source: Option<SourceTag>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct OpenInvoice {
    pub no: String,
    pub title: String,
    pub findings: Vec<HoldingFinding>,
    pub value: Option<Money>,
    pub value_text: Option<Amount>,
    /// What a waiver would hang on.
    pub grounds: Vec<(String, Option<Money>)>,
    /// Whether a waiver is there, in force or expired.
    pub waived: bool,
    pub expired: bool,
    /// `agreed by phone, approved by M. Kim`
    pub waiver: String,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct HoldingFinding {
    pub severity: String,
    pub code: String,
    pub message: String,
    pub at_stake: Option<Amount>,
    pub source: SourceTag,
}

pub fn view(results: &Results, choice: &Choice, lang: Lang) -> ReleaseView {
    let release = release(results);
    let sources = Sources::of(results);
    let columns = Columns::of([&release.all]);
    let wanted = crate::base::fold_word(&choice.find);
    let listed: Vec<&InvoiceClearance> = release
        .invoices
        .iter()
        .filter(|invoice| show(invoice.clearance) == choice.show)
        .filter(|invoice| {
            let customer = invoice.customer.as_deref().unwrap_or_default();
            wanted.is_empty()
                || [invoice.no.as_str(), customer]
                    .iter()
                    .any(|text| crate::base::fold_word(text).contains(&wanted))
        })
        .collect();
    let total = listed.len();
    let from = (choice.from as usize).min(total);
    let to = from.saturating_add(choice.rows.min(limits::WINDOW_ROWS_MAX) as usize).min(total);
    let row = |at: usize| row(results, at, listed[at], &sources, lang);
    // Nobody chose: the first of the list.
    let opened = match choice.invoice.as_deref().map(fold_id) {
        Some(key) => release.invoices.iter().find(|invoice| fold_id(&invoice.no) == key),
        None => listed.first().copied(),
    };
    ReleaseView {
        nothing_loaded: release.invoices.is_empty(),
        currencies: columns.heads(),
        lists: lists(&release, choice, &columns, lang),
        all: ListLine {
            word: words::text(lang, "total"),
            count: format::count(release.invoices.len() as i64),
            money: columns.cells(&release.all),
            ..ListLine::default()
        },
        holds: release.holds(),
        rows: (from..to).map(row).collect(),
        from: from as u32,
        total: total as u32,
        total_text: format::count(total as i64),
        open: opened.map(|invoice| open(results, invoice, &sources, lang)),
        journal: results.journal.last().map(|hash| short(hash)).unwrap_or_default(),
        checked: checked(results, &choice.certificate, lang),
    }
}

fn show(clearance: Clearance) -> Show {
    match clearance {
        Clearance::Released => Show::Released,
        Clearance::Waived => Show::Waived,
        Clearance::Blocked | Clearance::ToReview => Show::Held,
    }
}

fn lists(release: &Release, choice: &Choice, columns: &Columns, lang: Lang) -> Vec<ListLine> {
    let line = |show: Show, word: &str, count: usize, sums: &Sums| ListLine {
        show,
        word: words::text(lang, word),
        count: format::count(count as i64),
        money: columns.cells(sums),
        on: show == choice.show,
    };
    vec![
        line(Show::Held, "section-hold", release.held_count(), &release.held),
        line(
            Show::Released,
            "section-release",
            release.count(Clearance::Released),
            &release.released,
        ),
        line(Show::Waived, "invoices-waived", release.count(Clearance::Waived), &release.waived),
    ]
}

fn row(
    results: &Results,
    at: usize,
    invoice: &InvoiceClearance,
    sources: &Sources,
    lang: Lang,
) -> InvoiceRow {
    let state = match invoice.waiver_expired {
        true => words::text(lang, "waiver-expired"),
        false => words::text(lang, invoice.clearance.word()),
    };
    InvoiceRow {
        number: format::count(at as i64 + 1),
        no: invoice.no.clone(),
        customer: invoice.customer.clone().unwrap_or_default(),
        value: invoice.value.map(Amount::of),
        state,
        held_by: invoice.held_by.join(" "),
        note: waiver(results, invoice, lang),
        source: invoice.at.map(|at| sources.tag(at)),
    }
}

/// Reason and approver, where the invoice was waived.
fn waiver(results: &Results, invoice: &InvoiceClearance, lang: Lang) -> String {
    let waived = results.waivers.of(&invoice.no);
    waived.map_or_else(String::new, |waiver| {
        let args = Args::new()
            .with("reason", waiver.reason.clone())
            .with("approver", waiver.approver.clone());
        words::say(lang, "release-waiver", &args)
    })
}

fn open(
    results: &Results,
    invoice: &InvoiceClearance,
    sources: &Sources,
    lang: Lang,
) -> OpenInvoice {
    let holding = holding(results, &invoice.no);
    let finding = |finding: &&Finding| HoldingFinding {
        severity: super::findings::severity_key(finding.severity).to_owned(),
        code: finding.rule.to_owned(),
        message: finding.message(lang),
        at_stake: finding.at_stake.map(Amount::of),
        source: sources.tag(finding.at),
    };
    let customer = invoice.customer.clone().unwrap_or_default();
    OpenInvoice {
        no: invoice.no.clone(),
        title: format!("{} {customer}", invoice.no).trim().to_owned(),
        findings: holding.iter().map(finding).collect(),
        value: invoice.value,
        value_text: invoice.value.map(Amount::of),
        grounds: grounds(&holding),
        waived: results.waivers.of(&invoice.no).is_some(),
        expired: invoice.waiver_expired,
        waiver: waiver(results, invoice, lang),
    }
}

/// Whether a certificate's hash is an entry of this journal, and what was decided since.
fn checked(results: &Results, hash: &str, lang: Lang) -> Option<Mark> {
    let hash = hash.trim().to_lowercase();
    if hash.is_empty() {
        return None;
    }
    let at = results.journal.iter().position(|entry| entry.starts_with(&hash));
    let mark = |mark: &str, key: &str, args: Args| Mark {
        mark: mark.to_owned(),
        text: words::say(lang, key, &args),
    };
    // Fewer digits than these could be those of another entry.
    let found = at.filter(|_| hash.len() >= 12);
    Some(match found {
        None => mark("break", "release-check-unknown", Args::new()),
        Some(at) => {
            let later = results.journal.len() - at - 1;
            let args = Args::new().with("entry", at + 1).with("later", later);
            let (of, key) = match later {
                0 => ("tied", "release-check-same"),
                _ => ("review", "release-check-later"),
            };
            mark(of, key, args)
        }
    })
}

fn short(hash: &str) -> String {
    hash.chars().take(16).collect()
}
