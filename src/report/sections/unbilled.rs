//! Jobs that are not or not wholly billed, with reason, owner and next step.

use crate::analysis::unbilled::{JobBilling, RollGroup, STEP_WORDS};
use crate::base::{Money, Sums};
use crate::report::{Align, Cell, Section, Table, text};
use crate::rules::Results;
use crate::table::Field;
use crate::words::{self, Lang};

pub(super) fn build(results: &Results, lang: Lang) -> Section {
    Section {
        key: "unbilled",
        title: words::text(lang, "section-unbilled"),
        notes: Vec::new(),
        tables: vec![jobs(results, lang)],
    }
}

fn jobs(results: &Results, lang: Lang) -> Table {
    let column = |key, align, width| text::column(lang, key, align, width);
    let open: Vec<&JobBilling> = results.unbilled.open().collect();
    let total: Sums = open.iter().filter_map(|job| job.open).collect();
    Table {
        title: String::new(),
        columns: vec![
            column("field-job-no", Align::Start, 16),
            column("field-customer-name", Align::Start, 24),
            column("field-awb", Align::Start, 16),
            column("field-project", Align::Start, 14),
            column("col-state", Align::Start, 12),
            column("col-age-days", Align::End, 10),
            column("col-expected", Align::End, 14),
            column("col-billed", Align::End, 14),
            column("col-open", Align::End, 14),
            column("field-currency", Align::Start, 9),
            column("col-value-from", Align::Start, 18),
            column("col-reason-code", Align::Start, 10),
            column("col-reason", Align::Start, 32),
            column("col-also", Align::Start, 20),
            column("col-owner", Align::Start, 18),
            column("col-escalation", Align::Start, 14),
            column("col-action", Align::Start, 40),
            column("col-due", Align::End, 12),
            column("col-source", Align::Start, 40),
        ],
        rows: open.iter().map(|job| row(results, lang, job)).collect(),
        totals: total.iter().map(|sum| total_row(lang, sum)).collect(),
    }
}

fn row(results: &Results, lang: Lang, billing: &JobBilling) -> Vec<Cell> {
    let job = results.book.job(billing.job);
    let why = billing.reason();
    let shown = billing.open.or(billing.expected).or(billing.billed);
    vec![
        text::text(job.no()),
        text::text(results.book.customer_label(job.0)),
        text::text(job.0.text(Field::Awb)),
        text::text(job.0.text(Field::Project)),
        Cell::Text(words::text(lang, billing.state.word())),
        billing.age_days.map_or(Cell::Blank, Cell::Count),
        text::money(billing.expected),
        text::money(billing.billed),
        text::money(billing.open),
        text::code(shown),
        billing.value_from.map_or(Cell::Blank, |from| Cell::Text(words::text(lang, from.word()))),
        text::text(billing.reason),
        why.map_or(Cell::Blank, |why| Cell::Text(words::text(lang, why.code))),
        if billing.secondary.is_empty() {
            Cell::Blank
        } else {
            Cell::Text(billing.secondary.join(", "))
        },
        why.map_or(Cell::Blank, |why| Cell::Text(words::text(lang, &why.owner.word()))),
        billing.escalation.map_or(Cell::Blank, |to| Cell::Text(words::text(lang, to.word()))),
        why.map_or(Cell::Blank, |why| {
            Cell::Text(words::text(lang, &format!("{}.action", why.code)))
        }),
        billing.due.map_or(Cell::Blank, Cell::Date),
        text::source(results, Some(job.0.row_source())),
    ]
}

fn total_row(lang: Lang, sum: crate::base::Money) -> Vec<Cell> {
    let mut row = vec![Cell::Blank; 19];
    row[0] = Cell::Text(words::text(lang, "total"));
    row[8] = Cell::Money(sum);
    row[9] = text::code(Some(sum));
    row
}

/// The roll-forward by reason and owner: one line of jobs and one a currency; each closes by itself.
pub(super) fn by_reason(results: &Results, lang: Lang) -> Option<Table> {
    results.unbilled.roll_forward.as_ref()?;
    let column = |key, align, width| text::column(lang, key, align, width);
    let mut columns = vec![
        column("col-reason-code", Align::Start, 10),
        column("col-reason", Align::Start, 32),
        column("col-owner", Align::Start, 18),
        column("field-currency", Align::Start, 9),
    ];
    columns.extend(STEP_WORDS.map(|key| column(key, Align::End, 14)));
    Some(Table {
        title: words::text(lang, "roll-by-reason"),
        columns,
        rows: results.unbilled.roll_groups.iter().flat_map(|g| group_rows(g, lang)).collect(),
        totals: Vec::new(),
    })
}

fn group_rows(group: &RollGroup, lang: Lang) -> Vec<Vec<Cell>> {
    let owner = group.owner().map(|owner| Cell::Text(words::text(lang, &owner.word())));
    let head = |code: Cell| {
        let reason = words::text(lang, group.reason.unwrap_or("roll-at-once"));
        vec![text::text(group.reason), Cell::Text(reason), owner.clone().unwrap_or_default(), code]
    };
    let mut jobs = head(Cell::Text(words::text(lang, "col-jobs")));
    jobs.extend(group.signed(|step| step.jobs).map(Cell::Count));
    let of_currency = |currency| {
        let minors = group.signed(|step| step.value.get(currency).minor);
        let mut row = head(Cell::Text(words::format::currency(currency)));
        row.extend(minors.map(|minor| Cell::Money(Money::new(minor, currency))));
        row
    };
    let touched = group.roll.touched();
    std::iter::once(jobs).chain(touched.currencies().map(of_currency)).collect()
}
