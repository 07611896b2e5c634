//! The document of `tieout reconcile --json`, described in `docs/terminal.md`. Fields are added,
//! never renamed.

use serde::Serialize;

use super::terminal::{TieRow, tie_row};
use crate::analysis::reconcile::{Bridge, Choice, Entry, Inquiry, Line, Reconciled};
use crate::base::{Money, Source};
use crate::report::reconciled::{about, facts, label, looked, sentence};
use crate::rules::Results;
use crate::words::{self, Lang};

#[derive(Serialize)]
pub struct Document {
    pub comparison: &'static str,
    pub left: String,
    pub right: String,
    /// How the lists were read: by what rows are named, which amounts and which account count.
    pub facts: Vec<String>,
    pub keys: Vec<&'static str>,
    pub mirrored: bool,
    /// Of a general ledger: its accounts, and the one that counts.
    pub account: Option<String>,
    pub accounts: Vec<String>,
    pub bridges: Vec<BridgeOf>,
    pub lines: Vec<LineOf>,
    pub gaps: Vec<GapOf>,
    pub leads: Vec<Leads>,
    pub tie: Vec<TieRow>,
}

#[derive(Serialize)]
pub struct BridgeOf {
    pub currency: String,
    pub left: String,
    pub left_rows: usize,
    pub right: String,
    pub right_rows: usize,
    pub difference: String,
    pub parts: Vec<PartOf>,
    pub unexplained: String,
    /// Of bank and book: each with what only the other has and is known to be right.
    pub adjusted: Option<(String, String)>,
    pub balances: Option<BalancesOf>,
}

#[derive(Serialize)]
pub struct BalancesOf {
    pub opening: String,
    pub closing: String,
    /// Closing less opening and movements.
    pub gap: String,
    pub adjusted: Option<String>,
}

#[derive(Serialize)]
pub struct PartOf {
    pub cause: &'static str,
    pub name: String,
    pub lines: usize,
    pub amount: String,
    pub explains: bool,
}

#[derive(Serialize)]
pub struct LineOf {
    pub cause: &'static str,
    pub key: String,
    pub left: Vec<At>,
    pub right: Vec<At>,
    pub differing: Vec<DifferingOf>,
}

#[derive(Serialize)]
pub struct At {
    pub file: String,
    pub row: u32,
    pub amount: Option<String>,
    pub currency: Option<String>,
}

#[derive(Serialize)]
pub struct DifferingOf {
    pub field: &'static str,
    pub left: String,
    pub right: String,
}

#[derive(Serialize)]
pub struct GapOf {
    pub first: String,
    pub last: String,
    pub count: u64,
}

#[derive(Serialize)]
pub struct Leads {
    pub about: String,
    pub difference: String,
    pub currency: String,
    pub leads: Vec<LeadOf>,
    pub looked: String,
}

#[derive(Serialize)]
pub struct LeadOf {
    pub kind: &'static str,
    pub text: String,
    pub rows: Vec<At>,
}

pub fn document(results: &Results, choice: &Choice, done: &Reconciled, lang: Lang) -> Document {
    let control = done.control.as_ref();
    let line = |line: &Line| line_of(results, done, line);
    Document {
        comparison: done.comparison.key(),
        left: label(results, &choice.left),
        right: label(results, &choice.right),
        facts: facts(done, lang),
        keys: done.keys.iter().map(|field| field.key()).collect(),
        mirrored: done.mirrored,
        account: control.and_then(|c| c.account.as_ref()).map(|account| account.label()),
        accounts: control.into_iter().flat_map(|c| &c.accounts).map(|a| a.label()).collect(),
        bridges: done.bridges.iter().map(|bridge| bridge_of(bridge, lang)).collect(),
        lines: done.lines.iter().map(line).collect(),
        gaps: done
            .gaps
            .iter()
            .map(|gap| GapOf { first: gap.first.clone(), last: gap.last.clone(), count: gap.count })
            .collect(),
        leads: done.inquiries.iter().map(|one| leads_of(results, done, one, lang)).collect(),
        tie: done.bridges.iter().map(|bridge| tie_row(&bridge.tie(done.comparison))).collect(),
    }
}

fn decimal(money: Money) -> String {
    money.decimal().to_string()
}

fn bridge_of(bridge: &Bridge, lang: Lang) -> BridgeOf {
    let parts = bridge.parts.iter().map(|part| PartOf {
        cause: part.cause.word(),
        name: words::text(lang, part.cause.word()),
        lines: part.lines,
        amount: decimal(part.amount),
        explains: part.cause.explains(),
    });
    BridgeOf {
        currency: bridge.currency.code().to_owned(),
        left: decimal(bridge.left),
        left_rows: bridge.left_rows,
        right: decimal(bridge.right),
        right_rows: bridge.right_rows,
        difference: decimal(bridge.difference()),
        parts: parts.collect(),
        unexplained: decimal(bridge.unexplained),
        adjusted: bridge.adjusted.map(|(bank, book)| (decimal(bank), decimal(book))),
        balances: bridge.balances.map(|balances| BalancesOf {
            opening: decimal(balances.opening),
            closing: decimal(balances.closing),
            gap: decimal(balances.gap(bridge.left)),
            adjusted: bridge.adjusted_balance().map(decimal),
        }),
    }
}

fn line_of(results: &Results, done: &Reconciled, line: &Line) -> LineOf {
    let of = |entries: &[Entry], at: &[u32]| -> Vec<At> {
        let entries = at.iter().map(|&at| &entries[at as usize]);
        entries.map(|entry| place(results, entry.source, entry.amount)).collect()
    };
    let first = line.left.first().map(|&at| &done.left.entries[at as usize]);
    let first = first.or_else(|| line.right.first().map(|&at| &done.right.entries[at as usize]));
    LineOf {
        cause: line.cause.word(),
        key: first.map_or_else(String::new, |entry| entry.key.clone()),
        left: of(&done.left.entries, &line.left),
        right: of(&done.right.entries, &line.right),
        differing: line
            .differing
            .iter()
            .map(|one| DifferingOf {
                field: one.field.key(),
                left: one.left.clone(),
                right: one.right.clone(),
            })
            .collect(),
    }
}

fn place(results: &Results, source: Source, amount: Option<Money>) -> At {
    let table = results.book.table(source.table);
    At {
        file: table.map_or_else(String::new, |table| table.file_name.to_string()),
        row: source.row,
        amount: amount.map(decimal),
        currency: amount.map(|amount| amount.currency.code().to_owned()),
    }
}

fn leads_of(results: &Results, done: &Reconciled, inquiry: &Inquiry, lang: Lang) -> Leads {
    let leads = inquiry.leads.iter().map(|lead| LeadOf {
        kind: lead.kind.word(),
        text: sentence(lead, lang),
        rows: lead.rows.iter().map(|&source| place(results, source, None)).collect(),
    });
    Leads {
        about: about(done, inquiry, lang),
        difference: decimal(inquiry.difference),
        currency: inquiry.currency.code().to_owned(),
        leads: leads.collect(),
        looked: looked(inquiry, lang),
    }
}
