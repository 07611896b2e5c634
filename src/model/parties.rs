//! Which customer a row means, whichever of number and name it states. Not who the customer is:
//! that is the customer list's business.
//!
//! Resolved once per pair of spellings, so that asking for a million rows costs a million look-ups
//! and no folding.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Row;
use crate::base::{QuickMap, TableId, fold_id, fold_word};
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
pub(super) struct Parties {
    /// Of each table that names customers.
    tables: Vec<InTable>,
    listed: Listed,
}

/// What the pairs of one table come to. Nearly every number stands beside one name, so that most rows
/// are answered by a place in a list.
#[derive(Clone, Debug)]
struct InTable {
    id: TableId,
    /// By [`InTable::place`]: the first name beside a number, or a name that stands without one.
    first: Vec<Option<(u32, Named)>>,
    /// Further names beside a number.
    more: QuickMap<(u32, u32), Named>,
}

/// What a pair of number and name comes to.
#[derive(Clone, Copy, Debug)]
struct Named {
    party: Party,
    /// Position in the customer list; narrower than the party, which looks for a number among the
    /// names and the other way round.
    customer: Option<u32>,
}

/// The customer list by folded number and by folded name; the first of several wins.
#[derive(Clone, Debug, Default)]
struct Listed {
    by_no: QuickMap<String, u32>,
    by_name: QuickMap<String, u32>,
}

impl Parties {
    pub fn build(tables: &[Arc<Table>], listed: &[Row]) -> Parties {
        let mut names = Names { listed: Listed::of(listed), ..Names::default() };
        let spellings: Vec<(Spelling, Option<&str>, Option<&str>)> =
            tables.iter().flat_map(|table| spellings(table)).collect();
        for (_, no, name) in &spellings {
            names.learn(*no, *name);
        }
        let mut of_tables: Vec<InTable> = Vec::new();
        for ((id, no_code, name_code), no, name) in spellings {
            let customer = names.listed.customer(no, name);
            let Some(party) = names.resolve(no, name) else { continue };
            if of_tables.last().is_none_or(|last| last.id != id) {
                of_tables.push(InTable { id, first: Vec::new(), more: QuickMap::default() });
            }
            if let Some(table) = of_tables.last_mut() {
                table.put(no_code, name_code, Named { party, customer });
            }
        }
        Parties { tables: of_tables, listed: names.listed }
    }

    pub fn of(&self, row: Row) -> Option<Party> {
        self.named(row).map(|named| named.party)
    }

    /// Position in the customer list of the customer that a row names.
    pub fn customer(&self, row: Row) -> Option<u32> {
        self.named(row)?.customer
    }

    /// The same for texts that stand in no row.
    pub fn listed(&self, no: Option<&str>, name: Option<&str>) -> Option<u32> {
        self.listed.customer(no, name)
    }

    fn named(&self, row: Row) -> Option<Named> {
        let table = self.tables.iter().find(|table| table.id == row.table.id)?;
        let code = |field| code(row.table, field, row.row);
        table.get(code(Field::CustomerNo), code(Field::CustomerName))
    }
}

impl InTable {
    fn put(&mut self, no: u32, name: u32, named: Named) {
        let at = InTable::place(no, name);
        if self.first.len() <= at {
            self.first.resize(at + 1, None);
        }
        match &mut self.first[at] {
            Some(_) => {
                self.more.insert((no, name), named);
            }
            free => *free = Some((name, named)),
        }
    }

    fn get(&self, no: u32, name: u32) -> Option<Named> {
        let (first, named) = (*self.first.get(InTable::place(no, name))?)?;
        if first == name { Some(named) } else { self.more.get(&(no, name)).copied() }
    }

    /// Of a number, which comes first, or of a name alone: even places for the one, odd for the other.
    fn place(no: u32, name: u32) -> usize {
        if no > 0 { no as usize * 2 } else { name as usize * 2 + 1 }
    }
}

impl Listed {
    fn of(rows: &[Row]) -> Listed {
        let mut listed = Listed::default();
        for (at, row) in (0..).zip(rows) {
            if let Some(no) = row.text(Field::CustomerNo) {
                listed.by_no.entry(fold_id(no)).or_insert(at);
            }
            if let Some(name) = row.text(Field::CustomerName) {
                listed.by_name.entry(fold_word(name)).or_insert(at);
            }
        }
        listed
    }

    /// By number, else by name.
    fn customer(&self, no: Option<&str>, name: Option<&str>) -> Option<u32> {
        no.and_then(|no| self.numbered(no)).or_else(|| name.and_then(|name| self.called(name)))
    }

    fn numbered(&self, no: &str) -> Option<u32> {
        if self.by_no.is_empty() { None } else { self.by_no.get(&fold_id(no)).copied() }
    }

    fn called(&self, name: &str) -> Option<u32> {
        if self.by_name.is_empty() { None } else { self.by_name.get(&fold_word(name)).copied() }
    }
}

/// The distinct pairs of number and name in a table.
fn spellings(table: &Table) -> Vec<(Spelling, Option<&str>, Option<&str>)> {
    if !table.has(Field::CustomerNo) && !table.has(Field::CustomerName) {
        return Vec::new();
    }
    let mut first_row: QuickMap<(u32, u32), usize> = QuickMap::default();
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
    listed: Listed,
    nos: QuickMap<String, u32>,
    names: QuickMap<String, u32>,
    /// The numbers that rows state together with a name.
    nos_of_name: QuickMap<String, BTreeSet<String>>,
}

impl Names {
    fn learn(&mut self, no: Option<&str>, name: Option<&str>) {
        if let (Some(no), Some(name)) = (no, name) {
            self.nos_of_name.entry(fold_word(name)).or_default().insert(fold_id(no));
        }
    }

    /// The number decides, then the name. Either column may hold the other's contents: many lists
    /// have one column "Customer" with codes in it.
    fn resolve(&mut self, no: Option<&str>, name: Option<&str>) -> Option<Party> {
        let crossed = || {
            let as_no = name.and_then(|name| self.listed.numbered(name));
            as_no.or_else(|| no.and_then(|no| self.listed.called(no)))
        };
        if let Some(at) = self.listed.customer(no, name).or_else(crossed) {
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

fn number(numbers: &mut QuickMap<String, u32>, folded: String) -> u32 {
    let next = numbers.len() as u32;
    *numbers.entry(folded).or_insert(next)
}
