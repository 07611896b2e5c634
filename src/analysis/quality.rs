//! How good the data of one table is: per field how many rows have a value, how many values read,
//! how many stand alone where they should, and how many contradict another column.
//!
//! Population: the used rows of the table; titles, totals, blank and excluded rows count nowhere.
//! Money: the first of gross, net, amount and open amount that the table reads, without its sign,
//! so that a credit note weighs as much as the invoice it takes back. A row without one weighs
//! nothing, and every currency stands alone. No score is made of the counts.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::base::{Money, Sums, fold_id, fold_word};
use crate::ingest::destroyed;
use crate::model::Row;
use crate::table::{Cell, Column, Data, Field, Kind, Table, ValueKind};

/// Rows of a kind, and the money that stands on them.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct Weighed {
    pub rows: u32,
    pub money: Sums,
}

/// One field of one table. `complete + blank` is the population, `invalid` is part of `complete`.
#[derive(Clone, PartialEq, Debug)]
pub struct FieldQuality {
    pub field: Field,
    pub population: Weighed,
    /// Rows with something in the cell.
    pub complete: Weighed,
    /// Of these, cells that do not read as what the field holds, and numbers that a spreadsheet cut.
    pub invalid: Weighed,
    /// Rows whose value stands on another row too; only for the number by which rows are known.
    pub repeated: Option<Weighed>,
    /// Rows that contradict another column; only where there is one to compare with.
    pub inconsistent: Option<Weighed>,
}

/// What can be wrong with the cell of a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Defect {
    Blank,
    Invalid,
    Repeated,
    Inconsistent,
}

impl Defect {
    pub fn word(self) -> &'static str {
        match self {
            Defect::Blank => "defect-blank",
            Defect::Invalid => "defect-invalid",
            Defect::Repeated => "defect-repeated",
            Defect::Inconsistent => "defect-inconsistent",
        }
    }
}

impl FieldQuality {
    /// Rows without anything in the cell.
    pub fn blank(&self) -> Weighed {
        let mut money = self.population.money.clone();
        self.complete.money.iter().for_each(|complete| money.subtract(complete));
        Weighed { rows: self.population.rows - self.complete.rows, money }
    }

    /// Each defect that the field can have, with its rows and the rows it was looked for in.
    pub fn defects(&self) -> impl Iterator<Item = (Defect, Weighed, &Weighed)> {
        let blank = Some((Defect::Blank, self.blank(), &self.population));
        let invalid = Some((Defect::Invalid, self.invalid.clone(), &self.complete));
        let repeated = self.repeated.clone().map(|w| (Defect::Repeated, w, &self.complete));
        let other = self.inconsistent.clone().map(|w| (Defect::Inconsistent, w, &self.complete));
        [blank, invalid, repeated, other].into_iter().flatten()
    }
}

pub fn quality(table: &Table) -> Vec<FieldQuality> {
    let weights: Vec<Option<Money>> = (0..table.len()).map(|row| weight(table, row)).collect();
    let weigh = |rows: &mut dyn Iterator<Item = usize>| {
        let mut weighed = Weighed::default();
        for row in rows {
            weighed.rows += 1;
            if let Some(money) = weights[row] {
                weighed.money.add(money);
            }
        }
        weighed
    };
    let one = |column: &Column| {
        let of_field = table.failures.iter().filter(|f| f.field == column.field);
        let mut failed: BTreeSet<usize> = of_field.map(|f| f.row).collect();
        // "See line 3" stands in the cell, though no figure does.
        let told = table.told.iter().filter(|told| told.field == column.field);
        let told: BTreeSet<usize> = told.map(|told| told.row).collect();
        if column.field.value() == ValueKind::Id
            && let Some(raw) = table.raw.columns.get(usize::from(column.index))
        {
            failed.extend(destroyed(raw, &table.rows));
        }
        let complete =
            |row: &usize| failed.contains(row) || told.contains(row) || !is_blank(column, *row);
        let repeated = is_key(table.kind, column.field).then(|| repeated(table, column));
        let inconsistent = inconsistent(table, column.field);
        FieldQuality {
            field: column.field,
            population: weigh(&mut (0..table.len())),
            complete: weigh(&mut (0..table.len()).filter(complete)),
            invalid: weigh(&mut failed.iter().copied()),
            repeated: repeated.map(|rows| weigh(&mut rows.into_iter())),
            inconsistent: inconsistent.map(|rows| weigh(&mut rows.into_iter())),
        }
    };
    table.columns.iter().map(one).collect()
}

fn weight(table: &Table, row: usize) -> Option<Money> {
    let fields = [Field::Gross, Field::Net, Field::Amount, Field::OpenAmount, Field::EstRevenue];
    let field = fields.into_iter().find(|field| table.has(*field))?;
    let money = table.money(field, row)?;
    Some(money.abs())
}

fn is_blank(column: &Column, row: usize) -> bool {
    match &column.data {
        Data::Text(text) => text.get(row).is_none(),
        Data::Date(dates) => dates.get(row) == Cell::Blank,
        Data::Number(numbers) => numbers.get(row) == Cell::Blank,
    }
}

/// The number by which the rows of a kind are known. Lines repeat their invoice by right.
fn is_key(kind: Kind, field: Field) -> bool {
    matches!(
        (kind, field),
        (Kind::Jobs | Kind::PriorJobs, Field::JobNo)
            | (Kind::Invoices | Kind::PriorInvoices, Field::InvoiceNo)
            | (Kind::Customers, Field::CustomerNo)
            | (Kind::Payments, Field::PaymentNo)
            | (Kind::Orders, Field::PoNo)
            | (Kind::Disputes, Field::DisputeNo)
            | (Kind::Promotions, Field::PromoNo)
    )
}

fn repeated(table: &Table, column: &Column) -> Vec<usize> {
    let Data::Text(text) = &column.data else { return Vec::new() };
    let mut rows: BTreeMap<(String, (String, bool)), Vec<usize>> = BTreeMap::new();
    for row in 0..text.codes.len() {
        if let Some(value) = text.get(row) {
            let series = match table.kind {
                Kind::Invoices => Row { table, row }.series(),
                _ => Default::default(),
            };
            rows.entry((fold_id(value), series)).or_default().push(row);
        }
    }
    let mut repeated: Vec<usize> = rows.into_values().filter(|r| r.len() > 1).flatten().collect();
    repeated.sort_unstable();
    repeated
}

/// A due date before the invoice's; a delivery before the pickup; a range that ends before it
/// begins; a gross that is not net and tax; a customer number under a second name. `None` where the
/// other column is missing.
fn inconsistent(table: &Table, field: Field) -> Option<Vec<usize>> {
    let rows = 0..table.len();
    let before = |earlier: Field| {
        let wrong = |row: &usize| {
            let pair = table.date(earlier, *row).zip(table.date(field, *row));
            pair.is_some_and(|(first, second)| second < first)
        };
        table.has(earlier).then(|| rows.clone().filter(wrong).collect())
    };
    let below = |lower: Field| {
        let wrong = |row: &usize| {
            let pair = table.number(lower, *row).zip(table.number(field, *row));
            pair.is_some_and(|(low, high)| high < low)
        };
        table.has(lower).then(|| rows.clone().filter(wrong).collect())
    };
    match field {
        Field::DueDate => before(Field::InvoiceDate),
        Field::DeliveryDate => before(Field::PickupDate),
        Field::ValidTo => before(Field::ValidFrom),
        Field::PeriodTo => before(Field::PeriodFrom),
        Field::EndDate => before(Field::StartDate),
        Field::WeightTo => below(Field::WeightFrom),
        Field::TierTo => below(Field::TierFrom),
        Field::MaxCharge => below(Field::MinCharge),
        Field::Gross if table.has(Field::Net) && table.has(Field::Tax) => {
            let wrong = |row: &usize| {
                let sum = table.number(Field::Net, *row).zip(table.number(Field::Tax, *row));
                let gross = table.number(Field::Gross, *row);
                sum.zip(gross)
                    .is_some_and(|((net, tax), gross)| net.checked_add(tax) != Some(gross))
            };
            Some(rows.filter(wrong).collect())
        }
        Field::CustomerNo if table.has(Field::CustomerName) => Some(second_names(table)),
        _ => None,
    }
}

/// Rows that give a customer number another name than most of its rows do; all of them where no
/// name is the commonest, since nothing says which is wrong.
fn second_names(table: &Table) -> Vec<usize> {
    let mut rows: BTreeMap<String, BTreeMap<String, Vec<usize>>> = BTreeMap::new();
    for row in 0..table.len() {
        let number = table.text(Field::CustomerNo, row).map(fold_id);
        let name = table.text(Field::CustomerName, row).map(fold_word);
        if let Some((number, name)) = number.zip(name) {
            rows.entry(number).or_default().entry(name).or_default().push(row);
        }
    }
    let mut wrong = Vec::new();
    for names in rows.into_values().filter(|names| names.len() > 1) {
        let most = names.values().map(Vec::len).max().unwrap_or(0);
        let is_clear = names.values().filter(|rows| rows.len() == most).count() == 1;
        let others = names.into_values().filter(|rows| !is_clear || rows.len() < most);
        wrong.extend(others.flatten());
    }
    wrong.sort_unstable();
    wrong
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::base::{FileId, TableId};
    use crate::ingest::{Reading, build, text_to_raw};

    fn found(field: Field) -> FieldQuality {
        found_in(
            field,
            "invoice_no,customer_no,customer_name,invoice_date,due_date,gross,currency\n\
                    1,C1,Calder,2026-05-01,2026-05-31,100.00,EUR\n\
                    2,C1,Orrin,2026-05-02,2026-05-01,-50.00,EUR\n\
                    2,,Orrin,soon,,25.00,USD\n\
                    ,C2,Vesta,2026-05-03,2026-06-02,,USD\n",
        )
    }

    fn found_in(field: Field, text: &str) -> FieldQuality {
        let raw = Arc::new(text_to_raw("test", text).expect("text reads").sheets[0].clone());
        let fields = (0..raw.columns.len())
            .filter_map(|c| Some((Field::from_key(raw.text(0, c))?, c as u16)));
        let reading = Reading {
            kind: Kind::Invoices,
            header_row: Some(0),
            header_height: 1,
            columns: fields.collect(),
            ..Reading::default()
        };
        let (table, _) = build(TableId(0), FileId(0), &"test".into(), &raw, &reading);
        quality(&table).into_iter().find(|q| q.field == field).expect("the field is read")
    }

    fn told(weighed: &Weighed) -> (u32, Vec<String>) {
        let money = weighed.money.iter().map(|m| format!("{} {}", m.currency, m.decimal()));
        (weighed.rows, money.collect())
    }

    #[test]
    fn rows_and_money_of_each_defect() {
        let number = found(Field::InvoiceNo);
        assert_eq!(told(&number.population), (4, vec!["EUR 150.00".into(), "USD 25.00".into()]));
        assert_eq!(told(&number.complete), (3, vec!["EUR 150.00".into(), "USD 25.00".into()]));
        let repeated = number.repeated.expect("the key of invoices");
        assert_eq!(told(&repeated), (2, vec!["EUR 50.00".into(), "USD 25.00".into()]));
        let date = found(Field::InvoiceDate);
        assert_eq!(told(&date.invalid), (1, vec!["USD 25.00".into()]));
        assert_eq!(date.complete.rows, 4);
        let due = found(Field::DueDate).inconsistent.expect("beside the invoice date");
        assert_eq!(told(&due), (1, vec!["EUR 50.00".into()]));
        let customer = found(Field::CustomerNo);
        assert_eq!(customer.complete.rows, 3);
        // One row says Calder, one Orrin: nothing says which is right.
        assert_eq!(customer.inconsistent.map(|w| w.rows), Some(2));
    }

    #[test]
    fn words_in_place_of_a_figure_fill_their_cell_and_cut_numbers_are_invalid() {
        let text = "invoice_no,tax,gross\n1.23457E+11,5.00,100.00\n1.23457E+12,See 2025-7,50.00\n\
                    2025-7,7.00,25.00\n2025-8,,10.00\n";
        let tax = found_in(Field::Tax, text);
        assert_eq!((tax.complete.rows, tax.invalid.rows), (3, 0));
        let number = found_in(Field::InvoiceNo, text);
        assert_eq!((number.complete.rows, number.invalid.rows), (4, 2));
    }
}
