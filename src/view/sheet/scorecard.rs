//! How good the data of one sheet is: what is blank, unread, repeated or contradicted in each field,
//! weighed by rows and by money; whether its bank statements tie; what to ask for at the source.
//!
//! Only defects have a line; fields without one are named together. No score is made of the counts.

use serde::{Deserialize, Serialize};

use super::draft::Draft;
use crate::analysis::advice::{Advised, advice};
use crate::analysis::quality::{Defect, Weighed, quality};
use crate::base::{Currency, Decimal, Money};
use crate::ingest::{Ask, Intake, IntakeFile, IntakeSheet, StatementTie, statements};
use crate::table::Table;
use crate::view::Amount;
use crate::words::{self, Args, Lang, format};

/// Which sheet.
#[derive(Clone, Copy, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Choice {
    pub file: u32,
    pub sheet: u16,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Scorecard {
    /// `1,863 rows`, or of how many of them it was worked out.
    pub over: String,
    pub statements: Vec<StatementRow>,
    /// Heads of the columns of money.
    pub currencies: Vec<String>,
    pub defects: Vec<DefectRow>,
    /// `Without a defect: Invoice no., Due date`; empty where there is no such field.
    pub clean: String,
    pub advice: Vec<AdviceRow>,
    /// All that to send; empty without advice.
    pub letter: String,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct StatementRow {
    pub account: String,
    pub currency: String,
    pub opening: Option<Amount>,
    pub movements: Option<Amount>,
    pub closing: Option<Amount>,
    pub difference: Option<Amount>,
    pub entries: String,
    /// `None` where a balance is missing and nothing can be proved.
    pub ties: Option<bool>,
    pub says: String,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct DefectRow {
    pub field: String,
    pub defect: String,
    pub rows: String,
    /// Of the rows that could have it.
    pub share: String,
    /// One a currency.
    pub money: Vec<Option<Amount>>,
    /// Of the money, where there is one currency.
    pub money_share: String,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct AdviceRow {
    pub defect: String,
    pub ask: String,
    /// Rows that need nobody's hand once it is followed.
    pub rows: String,
}

/// `None` when the file or sheet is not there any more.
pub fn scorecard(intake: &Intake, choice: Choice, lang: Lang) -> Option<Scorecard> {
    let file = intake.files.iter().find(|file| file.id.0 == choice.file)?;
    let sheet = file.sheets.get(usize::from(choice.sheet))?;
    let mut card = Scorecard::default();
    if let Some(draft) = Draft::of(file, choice.sheet, sheet) {
        let count = Args::new().with("count", draft.table.len());
        let over = if draft.partly { "quality-over-first" } else { "quality-over" };
        card.over = words::say(lang, over, &count);
        card.statements = statements(&draft.table).iter().map(|tie| statement(tie, lang)).collect();
        fields(&mut card, &draft.table, &asked(sheet), lang);
    }
    let advised = advice(file);
    card.letter = letter(file, &advised, lang);
    card.advice = advised.iter().map(|advised| advice_row(advised, lang)).collect();
    Some(card)
}

/// Columns of which the pattern is still asked: nothing in them is called wrong.
fn asked(sheet: &IntakeSheet) -> Vec<u16> {
    let column = |ask: &Ask| match ask {
        Ask::NumberStyle(column) | Ask::DateOrder(column) => Some(*column),
        Ask::Kind | Ask::Field(_) | Ask::Scale(_) => None,
    };
    sheet.open.iter().filter_map(column).collect()
}

fn fields(card: &mut Scorecard, table: &Table, asked: &[u16], lang: Lang) {
    let found = quality(table);
    let all = found.first().map(|field| field.population.clone()).unwrap_or_default();
    let currencies: Vec<Currency> = all.money.currencies().collect();
    let mut clean = Vec::new();
    for field in &found {
        let name = words::text(lang, &field.field.word());
        let open = table.column(field.field).is_some_and(|column| asked.contains(&column.index));
        let met = |(defect, weighed, _): &(Defect, Weighed, &Weighed)| {
            weighed.rows > 0 && !(open && *defect == Defect::Invalid)
        };
        let defects: Vec<_> = field.defects().filter(met).collect();
        if defects.is_empty() {
            clean.extend((!open).then_some(name));
            continue;
        }
        for (defect, weighed, of) in defects {
            let money = |currency: &Currency| weighed.money.get(*currency);
            let shown = currencies.iter().map(money).map(|m| (!m.is_zero()).then(|| Amount::of(m)));
            card.defects.push(DefectRow {
                field: name.clone(),
                defect: words::text(lang, defect.word()),
                rows: format::count(i64::from(weighed.rows)),
                share: share(i64::from(weighed.rows), i64::from(of.rows)),
                money: shown.collect(),
                money_share: match currencies.as_slice() {
                    [one] => share(weighed.money.get(*one).minor, of.money.get(*one).minor),
                    _ => String::new(),
                },
            });
        }
    }
    card.currencies = currencies.into_iter().map(format::currency).collect();
    if !clean.is_empty() {
        let args = Args::new().with("fields", clean.join(&words::text(lang, "list-and")));
        card.clean = words::say(lang, "quality-clean-fields", &args);
    }
}

/// `1.2%`; empty where there is nothing to take a part of.
fn share(part: i64, whole: i64) -> String {
    match Decimal::from(part).checked_div(Decimal::from(whole)) {
        Some(ratio) if part != 0 => format::percent(ratio),
        _ => String::new(),
    }
}

fn statement(tie: &StatementTie, lang: Lang) -> StatementRow {
    let money = |value: Decimal| Money::round(value, tie.currency).map(Amount::of);
    let key = match tie.ties() {
        Some(true) => "statement-ties",
        Some(false) => "statement-differs",
        None => "statement-unproved",
    };
    let named = [tie.account.as_str(), tie.number.as_str()];
    StatementRow {
        account: named.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" · "),
        currency: format::currency(tie.currency),
        opening: tie.opening.and_then(money),
        movements: money(tie.movements()),
        closing: tie.closing.and_then(money),
        difference: tie.difference.filter(|d| !d.is_zero()).and_then(money),
        entries: format::count(i64::from(tie.entries)),
        ties: tie.ties(),
        says: words::text(lang, key),
    }
}

fn advice_row(advised: &Advised, lang: Lang) -> AdviceRow {
    let rows =
        if advised.rows > 0 { format::count(i64::from(advised.rows)) } else { String::new() };
    AdviceRow { defect: advised.defect(lang), ask: advised.letter(lang), rows }
}

/// A letter to whoever makes the file: what to change, a line each.
fn letter(file: &IntakeFile, advised: &[Advised], lang: Lang) -> String {
    if advised.is_empty() {
        return String::new();
    }
    let file = Args::new().with("file", &*file.name);
    let mut lines = vec![words::say(lang, "quality-letter-opening", &file), String::new()];
    lines.extend(advised.iter().map(|advised| format!("- {}", advised.letter(lang))));
    lines.extend([String::new(), words::text(lang, "quality-letter-closing")]);
    lines.join("\n")
}
