//! Running sums of the amount columns, against which total rows are checked: since the last total,
//! since an earlier one, and from the top, with or without what was carried forward.

use rust_decimal::Decimal;

/// Earlier totals at which a sum over several groups may begin.
const STARTS_MAX: usize = 256;

pub(super) struct Sums {
    block: Vec<Decimal>,
    all: Vec<Decimal>,
    /// Carried forward from before the first row.
    opening: Option<Vec<Decimal>>,
    /// What `all` was at the latest totals.
    starts: Vec<Vec<Decimal>>,
    rows_in_block: usize,
    rows: usize,
}

impl Sums {
    pub(super) fn new(columns: usize) -> Sums {
        let zero = vec![Decimal::ZERO; columns];
        Sums {
            block: zero.clone(),
            all: zero,
            opening: None,
            starts: Vec::new(),
            rows_in_block: 0,
            rows: 0,
        }
    }

    pub(super) fn add(&mut self, values: &[Option<Decimal>]) {
        self.rows_in_block += 1;
        self.rows += 1;
        for (at, value) in values.iter().enumerate() {
            let value = value.unwrap_or_default();
            self.block[at] = self.block[at].checked_add(value).unwrap_or(self.block[at]);
            self.all[at] = self.all[at].checked_add(value).unwrap_or(self.all[at]);
        }
    }

    /// Takes an amount carried forward; `false` once rows stand above it.
    pub(super) fn open_with(&mut self, values: &[Option<Decimal>]) -> bool {
        let first = self.rows == 0 && self.opening.is_none();
        if first {
            self.opening = Some(values.iter().map(|value| value.unwrap_or_default()).collect());
        }
        first
    }

    pub(super) fn block_ends(&mut self) {
        if self.rows_in_block > 0 {
            if self.starts.len() == STARTS_MAX {
                self.starts.remove(0);
            }
            self.starts.push(self.all.clone());
        }
        self.block.fill(Decimal::ZERO);
        self.rows_in_block = 0;
    }

    pub(super) fn block_sum(&self, column: usize) -> Decimal {
        self.block[column]
    }

    /// Whether a row's amounts are the sums of the block or of all rows, and not all zero.
    pub(super) fn explain(&self, values: &[Option<Decimal>], summands_min: usize) -> bool {
        let nonzero = values.iter().flatten().any(|value| !value.is_zero());
        let block = self.rows_in_block >= summands_min && agree(values, &self.block);
        let all = self.rows >= summands_min && agree(values, &self.all);
        nonzero && (block || all)
    }

    /// The first amount of a total that no sum explains.
    pub(super) fn disagreement(&self, values: &[Option<Decimal>]) -> Option<usize> {
        if self.rows == 0 || agree(values, &self.block) || agree(values, &self.all) {
            return None;
        }
        let carried = self.opening.as_ref().is_some_and(|opening| {
            let plus = |sums: &[Decimal]| -> Vec<Decimal> {
                sums.iter().zip(opening).map(|(a, b)| a.checked_add(*b).unwrap_or(*a)).collect()
            };
            agree(values, &plus(&self.all)) || agree(values, &plus(&self.block))
        });
        let several = self.starts.iter().any(|start| {
            let since = self.all.iter().zip(start).map(|(all, start)| all - start);
            agree(values, &since.collect::<Vec<_>>())
        });
        if carried || several {
            return None;
        }
        let differs = |at: &usize| values[*at].is_some_and(|v| v != self.block[*at]);
        (0..values.len()).find(differs)
    }
}

fn agree(values: &[Option<Decimal>], sums: &[Decimal]) -> bool {
    values.iter().zip(sums).all(|(value, sum)| value.is_none_or(|value| value == *sum))
}
