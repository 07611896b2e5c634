//! How ready each client's weeks are to be billed.

use crate::analysis::unbilled;
use crate::base::Decimal;
use crate::report::text::{end, start, table};
use crate::report::{Cell, Section, Table};
use crate::rules::Results;
use crate::words::{self, Lang, format};

pub(super) fn build(results: &Results, lang: Lang) -> Section {
    Section {
        key: "readiness",
        title: words::text(lang, "section-readiness"),
        tables: weeks(results, lang).into_iter().collect(),
        ..Section::default()
    }
}

/// One row for each client and week of service; planned jobs stand beside it.
fn weeks(results: &Results, lang: Lang) -> Option<Table> {
    let weeks = unbilled::readiness(&results.book, &results.unbilled);
    let count = |count: usize| Cell::Count(i64::try_from(count).unwrap_or(i64::MAX));
    let rows = weeks.into_iter().map(|((client, week), line)| {
        let done = line.done();
        let share = Decimal::from(line.billed + line.now).checked_div(Decimal::from(done));
        vec![
            Cell::Text(client),
            Cell::Date(week),
            count(done),
            count(line.billed),
            count(line.now),
            count(line.waiting),
            share.map_or(Cell::Blank, |share| Cell::Text(format::percent(share))),
            count(line.planned),
        ]
    });
    let rows: Vec<_> = rows.collect();
    let columns = vec![
        start(lang, "field-customer-name", 24),
        end(lang, "readiness-week", 12),
        end(lang, "readiness-done", 10),
        end(lang, "readiness-billed", 10),
        end(lang, "readiness-ready", 10),
        end(lang, "readiness-waiting", 10),
        end(lang, "readiness-share", 10),
        end(lang, "readiness-planned", 10),
    ];
    (!rows.is_empty()).then(|| table(lang, "readiness-title", columns, rows))
}
