//! Receivables by age: a table a currency with its customers, figures with what they were worked out
//! from, the roll-forward, and the ties. Then, in a section of its own, whom to remind of what.
//!
//! Under every policy for credits the gross (policy A) is printed below.

use crate::analysis::ageing::{self, Ageing, bucket_name, notes, refused, told};
use crate::analysis::receivables::{Figure, Overdue, ReceivablesRoll, Steps, roll_ties};
use crate::base::{Currency, Money, round_to};
use crate::report::{Align, Cell, Column, Note, Section, Table, Tone, text};
use crate::rules::Results;
use crate::words::{self, Lang};

use super::summary::tie_table;

pub(super) fn build(results: &Results, lang: Lang) -> Section {
    let receivables = &results.receivables;
    let mut section =
        Section { key: "ageing", title: words::text(lang, "section-ageing"), ..Section::default() };
    let ageing = match &receivables.ageing {
        Ok(ageing) => ageing,
        Err(why) => {
            section.notes.push(Note { tone: Tone::NotRun, text: refused(*why, lang) });
            return section;
        }
    };
    let plain = |text: String| Note { tone: Tone::Plain, text };
    section.notes.push(plain(told(ageing, lang)));
    section.notes.extend(notes(ageing, lang).into_iter().map(|(is_open, text)| Note {
        tone: if is_open { Tone::Review } else { Tone::Plain },
        text,
    }));
    if let Err(why) = &receivables.roll {
        let text =
            format!("{}: {}", words::text(lang, "tie-receivables"), words::text(lang, why.word()));
        section.notes.push(Note { tone: Tone::NotRun, text });
    }
    let currencies = ageing.totals.keys();
    section.tables.extend(currencies.map(|currency| buckets(ageing, *currency, lang)));
    let rolled = receivables.roll.as_ref().map(roll_ties).unwrap_or_default();
    for name in ["tie-ageing", "tie-control", "tie-receivables"] {
        let of: Vec<_> = ageing.ties.iter().chain(&rolled).filter(|tie| tie.name == name).collect();
        if !of.is_empty() {
            section.tables.push(tie_table(lang, name, &of));
        }
    }
    section.tables.push(figures(&receivables.figures, lang));
    if let Ok(roll) = &receivables.roll {
        section.tables.extend(roll_tables(results, roll, lang));
    }
    section
}

fn figure_column(title: String) -> Column {
    Column { title, align: Align::End, width: 14 }
}

fn buckets(ageing: &Ageing, currency: Currency, lang: Lang) -> Table {
    let mut columns = vec![
        text::column(lang, "field-customer-name", Align::Start, 30),
        text::column(lang, "field-currency", Align::Start, 9),
        text::column(lang, "ageing-head-total", Align::End, 14),
    ];
    columns.extend(ageing.buckets.iter().map(|of| figure_column(bucket_name(*of, lang))));
    columns.push(text::column(lang, "ageing-head-credits", Align::End, 14));
    columns.push(text::column(lang, "ageing-head-disputed", Align::End, 14));
    columns.push(text::column(lang, "ageing-head-items", Align::End, 8));
    let of_currency = ageing.lines.iter().filter(|((of, _), _)| *of == currency);
    let total = ageing.totals.get(&currency);
    let named = |key: &str| words::text(lang, key);
    let gross = |line: &ageing::Line| {
        let credits = line.total() - line.gross.iter().sum::<i64>();
        ageing::Line { buckets: line.gross.clone(), credits, ..line.clone() }
    };
    Table {
        title: format!("{} {}", named("section-ageing"), words::format::currency(currency)),
        columns,
        rows: of_currency.map(|((_, name), line)| row(name.clone(), line, currency)).collect(),
        totals: total.map_or_else(Vec::new, |line| {
            vec![
                row(named("total"), line, currency),
                row(named("ageing-gross"), &gross(line), currency),
            ]
        }),
    }
}

fn row(name: String, line: &ageing::Line, currency: Currency) -> Vec<Cell> {
    let money = |minor: i64| Cell::Money(Money::new(minor, currency));
    let mut row =
        vec![Cell::Text(name), Cell::Text(words::format::currency(currency)), money(line.total())];
    row.extend(line.buckets.iter().map(|minor| money(*minor)));
    row.push(money(line.credits));
    row.push(money(line.disputed.iter().sum()));
    row.push(Cell::Count(i64::from(line.items)));
    row
}

fn figures(figures: &[Figure], lang: Lang) -> Table {
    let row = |figure: &Figure| {
        let say = |attribute: &str| {
            Cell::Text(words::say(lang, &format!("{}.{attribute}", figure.key), &figure.args))
        };
        vec![
            Cell::Text(words::text(lang, figure.key)),
            Cell::Text(words::format::currency(figure.currency)),
            match figure.value {
                Ok(value) if figure.is_share => Cell::Percent(value),
                Ok(value) => Cell::Number(round_to(value, 2)),
                Err(lacks) => Cell::Status(Tone::NotRun, words::text(lang, lacks)),
            },
            say("formula"),
            say("population"),
        ]
    };
    Table {
        title: words::text(lang, "ageing-figures"),
        columns: vec![
            text::column(lang, "ageing-figures", Align::Start, 30),
            text::column(lang, "field-currency", Align::Start, 9),
            text::column(lang, "col-value", Align::End, 14),
            text::column(lang, "col-formula", Align::Start, 50),
            text::column(lang, "col-population", Align::Start, 60),
        ],
        rows: figures.iter().map(row).collect(),
        totals: Vec::new(),
    }
}

fn roll_tables(results: &Results, roll: &ReceivablesRoll, lang: Lang) -> Vec<Table> {
    let mut columns = vec![
        text::column(lang, "field-customer-name", Align::Start, 30),
        text::column(lang, "field-currency", Align::Start, 9),
    ];
    let steps = [
        "receivables-opening",
        "receivables-invoices",
        "receivables-debit-notes",
        "receivables-receipts",
        "receivables-credits",
        "receivables-write-offs",
        "receivables-others",
        "receivables-computed",
        "receivables-closing",
        "tie-unexplained",
    ];
    columns.extend(steps.iter().map(|key| text::column(lang, key, Align::End, 14)));
    let lines = roll.lines.iter().map(|((c, name), steps)| steps_row(name.clone(), steps, *c));
    let total = words::text(lang, "total");
    let totals = roll.totals.iter().map(|(c, steps)| steps_row(total.clone(), steps, *c));
    let mut tables = vec![Table {
        title: words::text(lang, "tie-receivables"),
        columns,
        rows: lines.collect(),
        totals: totals.collect(),
    }];
    if !roll.loose.is_empty() {
        tables.push(loose_table(results, roll, lang));
    }
    tables
}

fn steps_row(name: String, steps: &Steps, currency: Currency) -> Vec<Cell> {
    let money = |minor: i64| Cell::Money(Money::new(minor, currency));
    vec![
        Cell::Text(name),
        Cell::Text(words::format::currency(currency)),
        money(steps.opening),
        money(steps.invoices),
        money(steps.debit_notes),
        money(-steps.receipts),
        money(-steps.credits),
        money(-steps.write_offs),
        money(steps.others),
        money(steps.computed()),
        money(steps.closing),
        money(steps.unexplained()),
    ]
}

fn loose_table(results: &Results, roll: &ReceivablesRoll, lang: Lang) -> Table {
    let row = |item: &crate::analysis::receivables::LooseItem| {
        vec![
            Cell::Text(item.customer.clone()),
            text::code(Some(item.amount)),
            Cell::Text(item.number.clone()),
            Cell::Money(item.amount),
            Cell::Text(words::text(lang, item.what.word())),
            text::source(results, Some(item.source)),
        ]
    };
    Table {
        title: words::text(lang, "receivables-loose"),
        columns: vec![
            text::column(lang, "field-customer-name", Align::Start, 30),
            text::column(lang, "field-currency", Align::Start, 9),
            text::column(lang, "field-invoice-no", Align::Start, 14),
            text::column(lang, "field-amount", Align::End, 14),
            text::column(lang, "col-finding", Align::Start, 40),
            text::column(lang, "col-source", Align::Start, 40),
        ],
        rows: roll.loose.iter().map(row).collect(),
        totals: Vec::new(),
    }
}

/// Past-due items by customer; what is held out stands last in each and says why.
pub(super) fn reminders(results: &Results, lang: Lang) -> Section {
    let mut section = Section {
        key: "reminders",
        title: words::text(lang, "section-reminders"),
        ..Section::default()
    };
    let ageing = match &results.receivables.ageing {
        Ok(ageing) => ageing,
        Err(why) => {
            section.notes.push(Note { tone: Tone::NotRun, text: refused(*why, lang) });
            return section;
        }
    };
    let column = |key, align, width| text::column(lang, key, align, width);
    let rows = results.receivables.overdue.iter().flat_map(|line| {
        let items = line.items.iter().map(|at| (*at, false));
        let held = line.held_items.iter().map(|at| (*at, true));
        items
            .chain(held)
            .map(move |(at, is_held)| item_row(results, ageing, line, at, is_held, lang))
    });
    section.tables.push(Table {
        title: String::new(),
        columns: vec![
            column("field-customer-name", Align::Start, 30),
            column("ageing-head-level", Align::Start, 14),
            column("field-invoice-no", Align::Start, 16),
            column("field-invoice-date", Align::End, 12),
            column("field-due-date", Align::End, 12),
            column("col-age-days", Align::End, 10),
            column("ageing-head-due", Align::End, 14),
            column("ageing-head-held", Align::End, 14),
            column("field-currency", Align::Start, 9),
            column("ageing-head-marks", Align::Start, 20),
            column("col-source", Align::Start, 40),
        ],
        rows: rows.collect(),
        totals: totals(&results.receivables.overdue, lang),
    });
    section
}

fn item_row(
    results: &Results,
    ageing: &Ageing,
    line: &Overdue,
    at: u32,
    is_held: bool,
    lang: Lang,
) -> Vec<Cell> {
    let item = &ageing.items[at as usize];
    let date = |day: Option<crate::base::Date>| day.map_or(Cell::Blank, Cell::Date);
    let amount = |is: bool| if is { Cell::Money(item.open) } else { Cell::Blank };
    let mark = match (item.disputed, item.on_plan) {
        (true, _) => Cell::Text(words::text(lang, "ageing-mark-disputed")),
        (_, true) => Cell::Text(words::text(lang, "ageing-mark-plan")),
        _ => Cell::Blank,
    };
    vec![
        Cell::Text(item.customer.clone()),
        Cell::Text(line.level_text(lang)),
        text::text(item.number.as_deref()),
        date(item.billed),
        date(item.due),
        item.overdue_days(ageing.choices.as_of).map_or(Cell::Blank, Cell::Count),
        amount(!is_held),
        amount(is_held),
        text::code(Some(item.open)),
        mark,
        text::source(results, Some(item.source)),
    ]
}

fn totals(overdue: &[Overdue], lang: Lang) -> Vec<Vec<Cell>> {
    let sums = |of: fn(&Overdue) -> i64| -> crate::base::Sums {
        overdue.iter().map(|line| Money::new(of(line), line.currency)).collect()
    };
    let (due, held) = (sums(|line| line.due), sums(|line| line.held));
    let row = |currency: Currency| {
        let mut row = vec![Cell::Blank; 11];
        row[0] = Cell::Text(words::text(lang, "total"));
        row[6] = Cell::Money(due.get(currency));
        row[7] = Cell::Money(held.get(currency));
        row[8] = Cell::Text(words::format::currency(currency));
        row
    };
    due.currencies().map(row).collect()
}
