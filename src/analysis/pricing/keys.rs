//! The keys of charges, jobs and rates as small numbers, so that a fit is a look-up.
//!
//! Every spelling is folded once per dictionary entry, not once per row. Only keys that some rate
//! row states take part.

use super::Unit;
use super::size::Size;
use crate::base::{Currency, Date, Decimal, QuickMap, TableId, fold_id, fold_word};
use crate::model::{Book, Charge, Job, Party, Row, Spellings};
use crate::table::{Data, Field, Kind, Table};

/// The keys, most telling first. The order is the order of specificity.
pub const FIELDS: [Field; 10] = [
    Field::ContractNo,
    Field::CustomerNo,
    Field::VendorName,
    Field::ServiceCode,
    Field::ServiceLevel,
    Field::Origin,
    Field::Destination,
    Field::Zone,
    Field::Container,
    Field::Unit,
];
/// So many jobs show in what words their list speaks.
const JOBS_MIN: usize = 10;
const CUSTOMER: usize = 1;
const SERVICE: usize = 3;
const UNIT: usize = 9;

pub(super) type Keys = [u32; FIELDS.len()];

/// The row does not say.
pub(super) const UNSTATED: u32 = 0;
/// The row says something that no rate row says.
const ELSEWHERE: u32 = u32::MAX;

/// All that is looked up on the card for one charge or job.
#[derive(Clone, Copy)]
pub(super) struct Lookup {
    pub keys: Keys,
    pub size: Size,
    /// With the seconds in one of it, where it is time.
    pub quantity: Option<(Decimal, Option<Decimal>)>,
    pub day: Option<Date>,
    pub currency: Currency,
}

pub(super) struct Keyer<'b> {
    book: &'b Book,
    /// Folded spelling → number, for each key; numbers start at 1.
    ids: [QuickMap<String, u32>; FIELDS.len()],
    /// Dictionary code → number, for each text column that takes part.
    codes: QuickMap<(TableId, Field), Vec<u32>>,
    /// A charge without code is known by its description: the code that goes with it on the card,
    /// or the description itself where the card states no code.
    service_of_text: QuickMap<u32, u32>,
    customers: QuickMap<Party, u32>,
    units: Spellings<Unit>,
    /// The least amounts of the card.
    minimums: Vec<Decimal>,
}

impl<'b> Keyer<'b> {
    pub fn new(book: &'b Book) -> Keyer<'b> {
        let mut keyer = Keyer {
            book,
            ids: Default::default(),
            codes: QuickMap::default(),
            service_of_text: QuickMap::default(),
            customers: QuickMap::default(),
            units: book.spellings(Field::Unit, Unit::parse),
            minimums: minimums(book),
        };
        keyer.read_card();
        for table in book.tables_with_charges().iter().filter(|t| t.kind != Kind::Other) {
            keyer.read_table(table);
        }
        keyer.drop_own_words();
        keyer
    }

    /// The keys of a row of the card.
    pub fn rate(&self, row: Row) -> Keys {
        let mut keys = self.plain([Some(row)]);
        let code = self.code(row, Field::ServiceCode);
        keys[SERVICE] = if code == UNSTATED { self.code(row, Field::Text) } else { code };
        keys[CUSTOMER] = self.customer([Some(row)]);
        keys
    }

    pub fn charges(&self) -> Vec<Lookup> {
        let invoices = self.book.invoices_of_charges();
        let charges = self.book.charges().zip(invoices).enumerate();
        charges
            .map(|(at, (charge, invoice))| {
                let job = self.book.jobs_of_charge(at).first();
                let job = job.map(|&job| self.book.job(job as usize));
                self.charge(charge, invoice.and_then(|i| i.header()), job)
            })
            .collect()
    }

    pub fn jobs(&self) -> Vec<Lookup> {
        self.book.jobs().map(|job| self.job(job)).collect()
    }

    fn charge(&self, charge: Charge, header: Option<Row>, job: Option<Job>) -> Lookup {
        let line = charge.0;
        let unit = self.units.of(line);
        let rows = [Some(line), header, job.map(|job| job.0)];
        let mut keys = self.plain(rows);
        keys[SERVICE] = match self.service(line) {
            UNSTATED => job.map_or(UNSTATED, |job| self.service_of_job(job)),
            stated => stated,
        };
        keys[CUSTOMER] = self.customer(rows);
        let seconds = unit.and_then(Unit::seconds);
        // One "min" is a minute or the minimum charge: it may be of any rate.
        let is_one = || charge.qty().is_some_and(|qty| qty.abs() == Decimal::ONE);
        // "Minimum freight, 1 consignment": it stands in place of the quantity, in a unit of its own. Where
        // the text alone says what is billed, it may be the least of any service.
        let is_least =
            || charge.net().is_some_and(|net| self.minimums.binary_search(&net.decimal()).is_ok());
        let says_least = || line.text(Field::Text).is_some_and(Unit::says_minimum);
        if is_one() && is_least() {
            keys[UNIT] = UNSTATED;
        }
        if is_one() && says_least() {
            keys[UNIT] = UNSTATED;
            let coded = self.code(line, Field::ServiceCode) != UNSTATED;
            keys[SERVICE] = if coded { keys[SERVICE] } else { UNSTATED };
        }
        if seconds.is_some() && is_one() && line.text(Field::Unit).is_some_and(Unit::names_limit) {
            keys[UNIT] = UNSTATED;
        }
        let by_qty = || charge.qty().filter(|_| unit == Some(&Unit::Kilogram));
        let invoice_day =
            || line.date(Field::InvoiceDate).or_else(|| header?.date(Field::InvoiceDate));
        Lookup {
            keys,
            quantity: charge.qty().map(|qty| (qty.abs(), seconds)),
            size: Size::of(line)
                .or(|| by_qty().map(Size::billed).or_else(|| Some(Size::of(job?.0)))),
            day: line.date(Field::ServiceDate).or_else(|| service_day(job?)).or_else(invoice_day),
            currency: line.currency(),
        }
    }

    fn job(&self, job: Job) -> Lookup {
        let mut keys = self.plain([Some(job.0)]);
        keys[SERVICE] = self.service_of_job(job);
        keys[CUSTOMER] = self.customer([Some(job.0)]);
        let currency = job.0.currency();
        let quantity = job.0.number(Field::Qty).map(|qty| (qty.abs(), None));
        Lookup { keys, size: Size::of(job.0), quantity, day: service_day(job), currency }
    }

    /// Keys that need no second thought: the first row that states one wins.
    fn plain<const N: usize>(&self, rows: [Option<Row>; N]) -> Keys {
        let mut keys = [UNSTATED; FIELDS.len()];
        for (at, &field) in FIELDS.iter().enumerate() {
            if at != CUSTOMER && at != SERVICE && !self.ids[at].is_empty() {
                let stated = rows.iter().flatten().map(|&row| self.code(row, field));
                keys[at] = stated.into_iter().find(|&id| id != UNSTATED).unwrap_or(UNSTATED);
            }
        }
        keys
    }

    /// A list of jobs may name the service where the card has a code beside the name.
    fn service_of_job(&self, job: Job) -> u32 {
        let stated = self.code(job.0, Field::ServiceCode);
        let level = self.code(job.0, Field::ServiceLevel);
        if stated == ELSEWHERE && !matches!(level, UNSTATED | ELSEWHERE) {
            return UNSTATED;
        }
        match self.service_of_text.get(&stated) {
            Some(&code) if code != UNSTATED => code,
            _ => stated,
        }
    }

    /// By code, else by description.
    fn service(&self, line: Row) -> u32 {
        if self.ids[SERVICE].is_empty() {
            return UNSTATED;
        }
        let code = self.code(line, Field::ServiceCode);
        // The text of an invoice header is a remark, not a service.
        if line.table.kind != Kind::Lines {
            return code;
        }
        let text = self.code(line, Field::Text);
        let named = self.service_of_text.get(&text).copied();
        match code {
            UNSTATED => named.unwrap_or(text),
            // A code that the card does not use may still be described as the card does.
            ELSEWHERE if named == Some(text) => text,
            code => code,
        }
    }

    fn customer<const N: usize>(&self, rows: [Option<Row>; N]) -> u32 {
        if self.customers.is_empty() {
            return UNSTATED;
        }
        let Some(party) = rows.iter().flatten().find_map(|&row| self.book.party(row)) else {
            return UNSTATED;
        };
        let comparable = |on_card: &Party| party.same(*on_card).is_some();
        match self.customers.get(&party) {
            Some(&id) => id,
            None if self.customers.keys().any(comparable) => ELSEWHERE,
            None => UNSTATED,
        }
    }

    fn code(&self, row: Row, field: Field) -> u32 {
        let Some(ids) = self.codes.get(&(row.table.id, field)) else { return UNSTATED };
        let Some(Data::Text(column)) = row.table.column(own(field, row.table)).map(|c| &c.data)
        else {
            return UNSTATED;
        };
        let code = column.codes.get(row.row).copied().unwrap_or(0) as usize;
        code.checked_sub(1).and_then(|at| ids.get(at)).copied().unwrap_or(UNSTATED)
    }

    /// Gives every key that the card states its number.
    fn read_card(&mut self) {
        for rate in self.book.rates() {
            if let Some(party) = self.book.party(rate.0) {
                let next = self.customers.len() as u32 + 1;
                self.customers.entry(party).or_insert(next);
            }
            for (at, &field) in FIELDS.iter().enumerate().filter(|&(at, _)| at != CUSTOMER) {
                let stated = rate.0.text(field).map(|text| fold(field, text));
                if let Some(stated) = stated.filter(|s| !s.is_empty()) {
                    number(&mut self.ids[at], stated);
                }
            }
            let Some(text) = rate.0.text(Field::Text).map(|t| fold(Field::Text, t)) else {
                continue;
            };
            if text.is_empty() {
                continue;
            }
            let text = number(&mut self.ids[SERVICE], text);
            let code = rate.0.text(Field::ServiceCode).map(|c| fold(Field::ServiceCode, c));
            let code = code.and_then(|c| self.ids[SERVICE].get(&c)).copied().unwrap_or(text);
            // Two codes under one description: the description alone says neither.
            let kept = self.service_of_text.entry(text).or_insert(code);
            if *kept != code {
                *kept = UNSTATED;
            }
        }
    }

    /// A list of jobs may call its services by words of its own ("air", "road"), of which the card has
    /// none, though it has those of the lines. Such words say nothing of what is priced.
    fn drop_own_words(&mut self) {
        let tables = self.book.tables_with_charges();
        let known = |table: &Table, field: Field| {
            let codes = self.codes.get(&(table.id, field));
            codes.is_some_and(|ids| ids.iter().any(|id| !matches!(*id, UNSTATED | ELSEWHERE)))
        };
        let fields = [Field::ServiceCode, Field::Text];
        let mut lines = tables.iter().filter(|table| table.kind == Kind::Lines);
        if !lines.any(|table| fields.iter().any(|&field| known(table, field))) {
            return;
        }
        let jobs = tables.iter().filter(|t| t.kind == Kind::Jobs && t.rows.len() >= JOBS_MIN);
        let foreign = jobs.filter(|table| !known(table, Field::ServiceCode));
        let foreign: Vec<TableId> = foreign.map(|table| table.id).collect();
        for id in foreign {
            self.codes.remove(&(id, Field::ServiceCode));
        }
    }

    fn read_table(&mut self, table: &Table) {
        let plain = FIELDS.iter().enumerate().filter(|&(at, _)| at != CUSTOMER);
        let plain = plain.map(|(at, &field)| (at, field)).chain([(SERVICE, Field::Text)]);
        for (at, field) in plain {
            if self.ids[at].is_empty() || (field == Field::Text && !describes(table.kind)) {
                continue;
            }
            let Some(Data::Text(column)) = table.column(own(field, table)).map(|c| &c.data) else {
                continue;
            };
            let ids = &self.ids[at];
            let of = |text: &str| match fold(field, text) {
                folded if folded.is_empty() => UNSTATED,
                folded => ids.get(&folded).copied().unwrap_or(match field {
                    // "min" for the minimum charge: the rate may be for anything.
                    Field::Unit if Unit::names_limit(text) => UNSTATED,
                    _ => ELSEWHERE,
                }),
            };
            let codes = column.dict.iter().map(of).collect();
            self.codes.insert((table.id, field), codes);
        }
    }
}

fn minimums(book: &Book) -> Vec<Decimal> {
    let mut all: Vec<Decimal> =
        book.rates().filter_map(|rate| rate.0.number(Field::MinCharge)).collect();
    all.retain(|least| !least.is_zero());
    all.sort_unstable();
    all.dedup();
    all
}

/// What a job is for is the level of a card that prices its charges level by level.
fn own(field: Field, table: &Table) -> Field {
    let of_job = table.kind == Kind::Jobs && !table.has(field);
    if field == Field::ServiceLevel && of_job { Field::ServiceCode } else { field }
}

/// Where a column of text says what is billed, and is no remark.
fn describes(kind: Kind) -> bool {
    matches!(kind, Kind::Lines | Kind::Rates)
}

/// The day whose prices hold: when the service was done, not when its proof came back.
pub(super) fn service_day(job: Job) -> Option<Date> {
    [Field::ServiceDate, Field::PickupDate, Field::DeliveryDate, Field::PodDate]
        .into_iter()
        .find_map(|field| job.0.date(field))
}

/// Seconds in one unit of the row.
pub(super) fn seconds(row: Row) -> Option<Decimal> {
    row.text(Field::Unit).and_then(|unit| Unit::parse(unit).seconds())
}

fn fold(field: Field, text: &str) -> String {
    match field {
        Field::ContractNo | Field::ServiceCode | Field::Text => fold_id(text),
        Field::Zone => zone(text),
        // A call in seconds is charged by a price for a minute.
        Field::Unit => match Unit::parse(text) {
            unit if unit.seconds().is_some() => "time".to_owned(),
            unit => format!("{unit:?}"),
        },
        _ => fold_word(text),
    }
}

/// `Zone 02`, `zone 2` and `2` are one zone.
fn zone(text: &str) -> String {
    let folded = fold_id(text);
    let words = ["ZONE", "ZONA", "ZN", "구역", "권역", "区域", "分区", "区"];
    let bare = words.iter().find_map(|word| {
        folded.strip_prefix(word).or_else(|| folded.strip_suffix(word)).filter(|b| !b.is_empty())
    });
    let bare = bare.unwrap_or(&folded);
    let short = bare.trim_start_matches('0');
    if short.is_empty() { bare.to_owned() } else { short.to_owned() }
}

fn number(ids: &mut QuickMap<String, u32>, folded: String) -> u32 {
    let next = ids.len() as u32 + 1;
    *ids.entry(folded).or_insert(next)
}
