//! The data quality of the chosen sheet: whether its statements tie, the defects of its fields by
//! rows and by money, and what to ask for at the source, ready to be sent.

use leptos::prelude::*;
use tieout::view::sheet::scorecard::{AdviceRow, Choice, DefectRow, Scorecard, StatementRow};
use tieout::view::{Query, View};

use crate::app::parts::ledger::{self, Cell, Head, Ledger, Line, Name};
use crate::app::parts::status::Status;
use crate::app::parts::toast::Toast;
use crate::app::platform::clipboard;
use crate::app::state::{App, look, say, use_app};

#[component]
pub fn Quality(place: Memo<Option<(u32, u16)>>) -> impl IntoView {
    let app = use_app();
    let card = look(
        move || {
            let (file, sheet) = place.get().unwrap_or_default();
            Query::Scorecard(Choice { file, sheet })
        },
        |view| match view {
            View::Scorecard(card) => Some(*card),
            _ => None,
        },
    );
    view! {
        <div class="m-quality" tabindex="0" role="region" aria-label=say("quality-open")>
            {move || card.get().map(|card| shown(app, card))}
        </div>
    }
}

fn shown(app: App, card: Scorecard) -> impl IntoView {
    let statements = (!card.statements.is_empty()).then(|| {
        ledger::section(
            "q-ties",
            "quality-statements",
            say("quality-statements-aside"),
            statements(&card.statements),
        )
    });
    let over = card.over.clone();
    let clean = card.clean.clone();
    let table = match card.defects.is_empty() {
        true => view! { <p class="ink2">{say("quality-no-defects")}</p> }.into_any(),
        false => defects(&card).into_any(),
    };
    let body = view! {
        {table}
        <p class="dim small">{clean}</p>
    };
    let asked = (!card.advice.is_empty()).then(|| {
        let body = view! {
            {advice(&card.advice)}
            {letter(app, card.letter.clone())}
        };
        ledger::section("q-ask", "quality-advice", say("quality-advice-aside"), body)
    });
    view! {
        {statements}
        {ledger::section("q-fields", "quality-defects", over, body)}
        {asked}
    }
}

fn statements(rows: &[StatementRow]) -> impl IntoView + use<> {
    let line = |row: &StatementRow| {
        let status = match row.ties {
            Some(true) => Status::Tied,
            Some(false) => Status::Break,
            None => Status::NotExamined,
        };
        let closing = match row.ties {
            Some(true) => Cell::Proved(row.closing.clone()),
            _ => Cell::Money(row.closing.clone()),
        };
        Line {
            class: "",
            cells: vec![
                Cell::Mark(Some(status), row.says.clone()),
                Cell::Name(Name::plain(&row.account)),
                Cell::Count(row.entries.clone()),
                Cell::Money(row.opening.clone()),
                Cell::Money(row.movements.clone()),
                closing,
                Cell::Money(row.difference.clone()),
                Cell::Note(row.currency.clone()),
            ],
        }
    };
    ledger::ledger(Ledger {
        heads: vec![
            Head::Blank,
            Head::Name("statement-account"),
            Head::Figures("statement-entries"),
            Head::Figures("statement-opening"),
            Head::Figures("statement-movements"),
            Head::Figures("statement-closing-balance"),
            Head::Figures("statement-difference"),
            Head::Name("field-currency"),
        ],
        lines: rows.iter().map(line).collect(),
        ..Ledger::default()
    })
}

fn defects(card: &Scorecard) -> impl IntoView + use<> {
    let one = card.currencies.len() == 1;
    let mut heads = vec![
        Head::Name("quality-field"),
        Head::Name("quality-defect"),
        Head::Figures("quality-rows"),
        Head::Figures("quality-share"),
    ];
    heads.extend(ledger::currencies(&card.currencies));
    heads.extend(one.then_some(Head::Figures("quality-money-share")));
    let line = |row: &DefectRow| {
        let mut cells = vec![
            Cell::Name(Name::plain(&row.field)),
            Cell::Name(Name::plain(&row.defect)),
            Cell::Count(row.rows.clone()),
            Cell::Aside(row.share.clone()),
        ];
        cells.extend(ledger::money(&row.money));
        cells.extend(one.then(|| Cell::Aside(row.money_share.clone())));
        Line { class: "", cells }
    };
    ledger::ledger(Ledger {
        heads,
        lines: card.defects.iter().map(line).collect(),
        ..Ledger::default()
    })
}

fn advice(rows: &[AdviceRow]) -> impl IntoView + use<> {
    let line = |row: &AdviceRow| Line {
        class: "",
        cells: vec![
            Cell::Name(Name::plain(&row.defect)),
            Cell::Name(Name::plain(&row.ask)),
            Cell::Count(row.rows.clone()),
        ],
    };
    ledger::ledger(Ledger {
        class: "asks",
        heads: vec![
            Head::Name("quality-defect"),
            Head::Name("quality-ask"),
            Head::Figures("quality-saved"),
        ],
        lines: rows.iter().map(line).collect(),
        ..Ledger::default()
    })
}

/// The whole letter, to be read before it is copied.
fn letter(app: App, text: String) -> impl IntoView {
    let copied = text.clone();
    let copy = move |_| {
        let key =
            if clipboard::copy(&copied, "") { "quality-copied" } else { "quality-not-copied" };
        app.tell(Toast::plain(app.text(key)));
    };
    view! {
        <pre class="q-letter">{text}</pre>
        <button type="button" class="btn small" on:click=copy>
            {say("quality-copy")}
        </button>
    }
}
