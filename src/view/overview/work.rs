//! Unbilled work on the overview: by reason, by age, by client.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::analysis::unbilled::{self, Standing};
use crate::base::Sums;
use crate::rules::Results;
use crate::view::Amount;
use crate::view::columns::{Columns, thousandths};
use crate::words::{self, Args, Lang, format};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Reasons {
    /// `7 reasons hold 82 %`
    pub aside: String,
    pub currencies: Vec<String>,
    pub rows: Vec<ReasonRow>,
    pub total: ReasonRow,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct ReasonRow {
    /// Empty for the rest and for the total.
    pub code: String,
    pub label: String,
    pub jobs: String,
    /// Thousandths of the largest.
    pub ratio: u16,
    pub planned: bool,
    /// Running share of all open jobs.
    pub running: String,
    /// Four fifths are reached above this row.
    pub cut: bool,
    pub money: Vec<Option<Amount>>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Ageing {
    pub currencies: Vec<String>,
    pub rows: Vec<AgeingRow>,
    pub total: AgeingRow,
    /// The buckets add up to the difference of the tie bar.
    pub proved: bool,
    /// Jobs without a value, when there are any.
    pub unvalued: String,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct AgeingRow {
    pub label: String,
    pub jobs: String,
    pub ratio: u16,
    pub money: Vec<Option<Amount>>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Readiness {
    pub rows: Vec<ReadinessRow>,
    pub total: ReadinessRow,
}

/// Counts as text; empty for nil, which the page shows as a dash.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct ReadinessRow {
    /// The client's own name; empty for the rest.
    pub client: String,
    pub label: String,
    pub jobs: String,
    pub closed: String,
    pub ready: String,
    pub planned: String,
    pub waiting: String,
    pub no_reason: String,
}

const REASONS_SHOWN: usize = 7;
const CLIENTS_SHOWN: usize = 9;

#[derive(Default)]
struct Heap {
    jobs: usize,
    open: Sums,
}

impl Heap {
    fn add(&mut self, other: &Heap) {
        self.jobs += other.jobs;
        self.open.add_all(&other.open);
    }
}

pub(super) fn reasons(results: &Results, lang: Lang) -> Reasons {
    let mut heaps: BTreeMap<&str, Heap> = BTreeMap::new();
    for job in results.unbilled.open() {
        let heap = heaps.entry(job.reason.unwrap_or("BLK-29")).or_default();
        heap.jobs += 1;
        job.open.into_iter().for_each(|money| heap.open.add(money));
    }
    let mut all = Heap::default();
    heaps.values().for_each(|heap| all.add(heap));
    let mut ordered: Vec<(&str, Heap)> = heaps.into_iter().collect();
    ordered.sort_by_key(|(_, heap)| Reverse(heap.jobs));
    let rest = ordered.split_off(ordered.len().min(REASONS_SHOWN));
    let columns = Columns::of([&all.open]);
    let most = ordered.first().map_or(0, |(_, heap)| heap.jobs);
    let mut running = 0;
    let mut rows: Vec<ReasonRow> = Vec::new();
    let mut cut_done = false;
    for (code, heap) in &ordered {
        let cut = !cut_done && running * 5 >= all.jobs * 4;
        cut_done |= cut;
        running += heap.jobs;
        rows.push(ReasonRow {
            code: (*code).to_owned(),
            label: words::text(lang, code),
            planned: unbilled::reason(code).is_some_and(|r| r.standing == Standing::Planned),
            cut,
            ..heap_row(heap, running, all.jobs, most, &columns)
        });
    }
    let held = percent(running, all.jobs);
    if !rest.is_empty() {
        let mut heap = Heap::default();
        rest.iter().for_each(|(_, other)| heap.add(other));
        let many = Args::new().with("count", rest.len());
        rows.push(ReasonRow {
            label: words::say(lang, "overview-more-reasons", &many),
            cut: !cut_done && running * 5 >= all.jobs * 4,
            // A heap of many reasons does not compare with one reason.
            ratio: 0,
            ..heap_row(&heap, all.jobs, all.jobs, most, &columns)
        });
    }
    let args = Args::new().with("count", ordered.len()).with("share", held);
    Reasons {
        aside: match ordered.is_empty() {
            true => String::new(),
            false => words::say(lang, "overview-reasons-hold", &args),
        },
        currencies: columns.heads(),
        total: ReasonRow {
            label: words::text(lang, "overview-all-open"),
            ..heap_row(&all, 0, 0, 0, &columns)
        },
        rows,
    }
}

pub(super) fn ageing(results: &Results, lang: Lang) -> Ageing {
    let buckets = unbilled::ageing(&results.unbilled);
    let mut all = Heap::default();
    for bucket in &buckets {
        all.jobs += bucket.jobs;
        all.open.add_all(&bucket.open);
    }
    let columns = Columns::of([&all.open]);
    let most = buckets.iter().map(|bucket| bucket.jobs).max().unwrap_or(0);
    let unvalued: usize = buckets.iter().map(|bucket| bucket.unvalued).sum();
    let row = |bucket: &unbilled::Bucket| AgeingRow {
        label: words::text(lang, &bucket.word),
        jobs: tally(bucket.jobs),
        ratio: thousandths(bucket.jobs as i64, most as i64),
        money: columns.cells(&bucket.open),
    };
    // A bucket that is no span of days is only shown when something is in it.
    let shown = |bucket: &&unbilled::Bucket| bucket.jobs > 0 || bucket.word != unbilled::UNDATED;
    Ageing {
        currencies: columns.heads(),
        rows: buckets.iter().filter(shown).map(row).collect(),
        total: AgeingRow {
            label: words::text(lang, "overview-closing"),
            jobs: tally(all.jobs),
            ratio: 0,
            money: columns.cells(&all.open),
        },
        proved: is_open_list(results, &all),
        unvalued: match unvalued {
            0 => String::new(),
            _ => words::say(lang, "overview-unvalued", &Args::new().with("count", unvalued)),
        },
    }
}

/// The buckets against the list of open jobs, counted and added up the other way round.
fn is_open_list(results: &Results, all: &Heap) -> bool {
    let open: Sums = results.unbilled.open().filter_map(|job| job.open).collect();
    all.jobs > 0 && all.jobs == results.unbilled.open().count() && open == all.open
}

#[derive(Default)]
struct Client {
    jobs: usize,
    closed: usize,
    standings: BTreeMap<Standing, usize>,
}

pub(super) fn clients(results: &Results) -> usize {
    let mut names: Vec<&str> =
        results.book.jobs().filter_map(|job| results.book.customer_label(job.0)).collect();
    names.extend(results.book.invoices().filter_map(|invoice| invoice.customer_label()));
    let folded: std::collections::BTreeSet<String> =
        names.into_iter().map(crate::base::fold_word).collect();
    folded.len()
}

pub(super) fn readiness(results: &Results, lang: Lang) -> Readiness {
    let mut clients: BTreeMap<&str, Client> = BTreeMap::new();
    for billing in &results.unbilled.jobs {
        let job = results.book.job(billing.job);
        let name = results.book.customer_label(job.0).unwrap_or_default();
        let client = clients.entry(name).or_default();
        client.jobs += 1;
        match billing.standing() {
            Some(standing) => *client.standings.entry(standing).or_default() += 1,
            None => client.closed += 1,
        }
    }
    let count = clients.len();
    let mut all = Client::default();
    clients.values().for_each(|client| all.add(client));
    let mut ordered: Vec<(&str, Client)> = clients.into_iter().collect();
    ordered.sort_by_key(|(_, client)| Reverse((client.jobs - client.closed, client.jobs)));
    let rest = ordered.split_off(ordered.len().min(CLIENTS_SHOWN));
    let mut rows: Vec<ReadinessRow> = ordered
        .iter()
        .map(|(name, client)| ReadinessRow {
            client: (*name).to_owned(),
            label: match name.is_empty() {
                true => words::text(lang, "facet-blank"),
                false => (*name).to_owned(),
            },
            ..client.row()
        })
        .collect();
    if !rest.is_empty() {
        let mut others = Client::default();
        rest.iter().for_each(|(_, client)| others.add(client));
        let many = Args::new().with("count", rest.len());
        let label = words::say(lang, "overview-more-clients", &many);
        rows.push(ReadinessRow { label, ..others.row() });
    }
    let label = words::say(lang, "overview-clients", &Args::new().with("count", count));
    Readiness { rows, total: ReadinessRow { label, ..all.row() } }
}

impl Client {
    fn add(&mut self, other: &Client) {
        self.jobs += other.jobs;
        self.closed += other.closed;
        for (standing, count) in &other.standings {
            *self.standings.entry(*standing).or_default() += count;
        }
    }

    fn row(&self) -> ReadinessRow {
        let of = |standing| tally(self.standings.get(&standing).copied().unwrap_or(0));
        ReadinessRow {
            jobs: tally(self.jobs),
            closed: tally(self.closed),
            ready: of(Standing::Ready),
            planned: of(Standing::Planned),
            waiting: of(Standing::Waiting),
            no_reason: of(Standing::NoReason),
            ..ReadinessRow::default()
        }
    }
}

fn heap_row(heap: &Heap, running: usize, all: usize, most: usize, columns: &Columns) -> ReasonRow {
    ReasonRow {
        jobs: tally(heap.jobs),
        ratio: thousandths(heap.jobs as i64, most as i64),
        running: percent(running, all),
        money: columns.cells(&heap.open),
        ..ReasonRow::default()
    }
}

fn tally(count: usize) -> String {
    if count == 0 { String::new() } else { format::count(count as i64) }
}

/// Whole percent, rounded down: 100 % only when it is all.
fn percent(part: usize, whole: usize) -> String {
    match whole {
        0 => String::new(),
        _ => format!("{} %", part * 100 / whole),
    }
}
