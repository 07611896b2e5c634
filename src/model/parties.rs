//! Which customer a row means, whichever of number and name it states. Not who the customer is:
//! that is the customer list's business.
//!
//! Resolved once per pair of spellings, so that asking for a million rows costs a million look-ups.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::Row;
use crate::base::{TableId, fold_id, fold_word};
use crate::table::{Data, Field, Table};

/// A customer, for comparison.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Party {
    /// Position in [`super::Book::customers`].
    Listed(u32),
    /// Not in the customer list, told apart by number.
    ByNo(u32),
    /// Not in the customer list, told apart by name: nothing ties the name to a number.
    ByName(u32),
}

impl Party {
    /// Whether two rows mean one customer. `None` where a number stands against a name and nothing
    /// ties the two.
    pub fn same(self, other: Party) -> Option<bool> {
        match (self, other) {
            (Party::ByNo(_), Party::ByName(_)) | (Party::ByName(_), Party::ByNo(_)) => None,
            (a, b) => Some(a == b),
        }
    }
}

/// Dictionary codes of number and name in one table; 0 is blank.
type Spelling = (TableId, u32, u32);

#[derive(Clone, Debug, Default)]
pub(super) struct Parties(HashMap<Spelling, Party>);

impl Parties {
    pub fn build(tables: &[Arc<Table>], listed: &[Row]) -> Parties {
        let mut names = Names::default();
        for (at, row) in listed.iter().enumerate() {
            names.list(at as u32, row.text(Field::CustomerNo), row.text(Field::CustomerName));
        }
        let spellings: Vec<(Spelling, Option<&str>, Option<&str>)> =
            tables.iter().flat_map(|table| spellings(table)).collect();
        for (_, no, name) in &spellings {
            names.learn(*no, *name);
        }
        let parties = spellings.into_iter().filter_map(|(spelling, no, name)| {
            names.resolve(no, name).map(|party| (spelling, party))
        });
        Parties(parties.collect())
    }

    pub fn of(&self, row: Row) -> Option<Party> {
        let code = |field| code(row.table, field, row.row);
        let spelling = (row.table.id, code(Field::CustomerNo), code(Field::CustomerName));
        self.0.get(&spelling).copied()
    }
}

/// The distinct pairs of number and name in a table.
fn spellings(table: &Table) -> Vec<(Spelling, Option<&str>, Option<&str>)> {
    if !table.has(Field::CustomerNo) && !table.has(Field::CustomerName) {
        return Vec::new();
    }
    let mut first_row: HashMap<(u32, u32), usize> = HashMap::new();
    for row in 0..table.len() {
        let code = |field| code(table, field, row);
        first_row.entry((code(Field::CustomerNo), code(Field::CustomerName))).or_insert(row);
    }
    // In order of rows, so that the numbers given below do not hang on a hash.
    let mut pairs: Vec<_> = first_row.into_iter().collect();
    pairs.sort_by_key(|&(_, row)| row);
    let text = |row, field| table.text(field, row);
    pairs
        .into_iter()
        .map(|((no, name), row)| {
            let texts = (text(row, Field::CustomerNo), text(row, Field::CustomerName));
            ((table.id, no, name), texts.0, texts.1)
        })
        .collect()
}

fn code(table: &Table, field: Field, row: usize) -> u32 {
    match table.column(field).map(|c| &c.data) {
        Some(Data::Text(column)) => column.codes.get(row).copied().unwrap_or(0),
        _ => 0,
    }
}

#[derive(Default)]
struct Names {
    listed_no: HashMap<String, u32>,
    listed_name: HashMap<String, u32>,
    nos: HashMap<String, u32>,
    names: HashMap<String, u32>,
    /// The numbers that rows state together with a name.
    nos_of_name: HashMap<String, BTreeSet<String>>,
}

impl Names {
    fn list(&mut self, at: u32, no: Option<&str>, name: Option<&str>) {
        if let Some(no) = no {
            self.listed_no.entry(fold_id(no)).or_insert(at);
        }
        if let Some(name) = name {
            self.listed_name.entry(fold_word(name)).or_insert(at);
        }
    }

    fn learn(&mut self, no: Option<&str>, name: Option<&str>) {
        if let (Some(no), Some(name)) = (no, name) {
            self.nos_of_name.entry(fold_word(name)).or_default().insert(fold_id(no));
        }
    }

    /// The number decides, then the name. Either column may hold the other's contents: many lists
    /// have one column "Customer" with codes in it.
    fn resolve(&mut self, no: Option<&str>, name: Option<&str>) -> Option<Party> {
        let listed = |names: &Names| {
            no.and_then(|no| names.listed_no.get(&fold_id(no)))
                .or_else(|| name.and_then(|name| names.listed_name.get(&fold_word(name))))
                .or_else(|| name.and_then(|name| names.listed_no.get(&fold_id(name))))
                .or_else(|| no.and_then(|no| names.listed_name.get(&fold_word(no))))
                .copied()
        };
        if let Some(at) = listed(self) {
            return Some(Party::Listed(at));
        }
        if let Some(no) = no {
            return Some(Party::ByNo(number(&mut self.nos, fold_id(no))));
        }
        let name = fold_word(name?);
        match self.nos_of_name.get(&name) {
            Some(nos) if nos.len() == 1 => {
                let no = nos.first().cloned().unwrap_or_default();
                Some(Party::ByNo(number(&mut self.nos, no)))
            }
            _ => Some(Party::ByName(number(&mut self.names, name))),
        }
    }
}

fn number(numbers: &mut HashMap<String, u32>, folded: String) -> u32 {
    let next = numbers.len() as u32;
    *numbers.entry(folded).or_insert(next)
}
