//! Long work in short turns, so that whoever drives it stays interruptible: it gives way when a turn's
//! measure of work is done, tells how far it is, and can be dropped at any time.
//!
//! Work is written as an `async` function that rests at places of its own choosing; nothing runs beside
//! it and nothing is waited for. There is no runtime: [`Work::step`] goes on to the next rest.
//!
//! Invariant: where the turns end decides nothing. Work that is done at once comes to the same.

use std::cell::Cell;
use std::cmp::Ordering;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// Measure of one turn: some milliseconds, where one row is [`ROW`].
pub const TURN: u64 = 1 << 16;
/// Work for one row of which little is asked.
pub const ROW: u64 = 16;
/// Rows that are sorted in one go, or merged.
const SORTED_ROWS: usize = 1 << 12;

/// How much of a turn is done, and how far the whole is. Copies speak of the same work.
#[derive(Clone, Debug)]
pub struct Pace(Rc<Told>);

#[derive(Debug)]
struct Told {
    turn: u64,
    spent: Cell<u64>,
    part: Cell<usize>,
    of: Cell<u64>,
    /// What the present stretch is of the part, and how many rows it has.
    from: Cell<u64>,
    to: Cell<u64>,
    rows: Cell<u64>,
    rows_done: Cell<u64>,
    /// The furthest that was told: a stretch that turns out to be longer does not go back.
    told: Cell<u64>,
}

impl Default for Pace {
    fn default() -> Pace {
        Pace::of_turns(TURN)
    }
}

impl Pace {
    pub fn of_turns(turn: u64) -> Pace {
        let zero = || Cell::new(0);
        let (spent, of, from, to) = (zero(), zero(), zero(), zero());
        let (rows, rows_done, told, part) = (zero(), zero(), zero(), Cell::new(0));
        Pace(Rc::new(Told { turn: turn.max(1), spent, part, of, from, to, rows, rows_done, told }))
    }

    /// Never gives way.
    pub fn at_once() -> Pace {
        Pace::of_turns(u64::MAX)
    }

    /// The next part of the whole begins; its measure is so many rows.
    pub fn begin(&self, part: usize, rows: usize) {
        let told = &self.0;
        told.part.set(part);
        told.of.set(rows as u64);
        told.told.set(0);
        self.stretch(0, rows as u64, rows);
    }

    /// The next stretch of a part, by its beginning and its end, and the rows that it goes through.
    pub fn stretch(&self, from: u64, to: u64, rows: usize) {
        let told = &self.0;
        told.from.set(from);
        told.to.set(to);
        told.rows.set(rows as u64);
        told.rows_done.set(0);
    }

    /// The part that is under way, how much of it is done, and of how much.
    pub fn progress(&self) -> (usize, usize, usize) {
        let told = &self.0;
        let rows = told.rows_done.get().min(told.rows.get());
        let own = told.to.get().saturating_sub(told.from.get());
        let inside = (rows * own).checked_div(told.rows.get()).unwrap_or(0);
        let done = (told.from.get() + inside).max(told.told.get()).min(told.of.get());
        told.told.set(done);
        (told.part.get(), done as usize, told.of.get().max(1) as usize)
    }

    /// Work that was done without a row to show for it.
    pub fn spend(&self, work: u64) {
        self.0.spent.set(self.0.spent.get().saturating_add(work));
    }

    /// So many rows are done.
    pub fn rows(&self, rows: usize) {
        self.0.rows_done.set(self.0.rows_done.get() + rows as u64);
        self.spend(rows as u64 * ROW);
    }

    /// Gives way if the turn's measure is full.
    pub fn rest(&self) -> impl Future<Output = ()> + '_ {
        Rest(&self.0)
    }

    /// Counts one row, and gives way if that fills the measure.
    pub fn row(&self) -> impl Future<Output = ()> + '_ {
        self.rows(1);
        Rest(&self.0)
    }

    /// Calls with each of some rows, which many are done at once.
    pub async fn each<I: IntoIterator>(&self, rows: I, mut each: impl FnMut(I::Item)) {
        const MANY: usize = 1 << 8;
        let mut rows = rows.into_iter();
        loop {
            let mut count = 0;
            for row in rows.by_ref().take(MANY) {
                each(row);
                count += 1;
            }
            self.rows(count);
            if count < MANY {
                return;
            }
            self.rest().await;
        }
    }

    /// Sorts as `sort_by` does, equal rows staying in their order.
    pub async fn sort<T: Copy>(&self, all: &mut Vec<T>, order: impl Fn(&T, &T) -> Ordering) {
        for run in all.chunks_mut(SORTED_ROWS) {
            run.sort_by(&order);
            self.spend(run.len() as u64 * ROW);
            self.rest().await;
        }
        let mut merged: Vec<T> = Vec::with_capacity(all.len());
        let mut width = SORTED_ROWS;
        while width < all.len() {
            merged.clear();
            for pair in all.chunks(2 * width) {
                let (mut left, mut right) = pair.split_at(width.min(pair.len()));
                while !left.is_empty() || !right.is_empty() {
                    merge(&mut left, &mut right, &mut merged, &order);
                    self.spend(SORTED_ROWS as u64);
                    self.rest().await;
                }
            }
            std::mem::swap(all, &mut merged);
            width *= 2;
        }
    }
}

/// The next rows of two sorted runs.
fn merge<'r, T: Copy>(
    left: &mut &'r [T],
    right: &mut &'r [T],
    merged: &mut Vec<T>,
    order: impl Fn(&T, &T) -> Ordering,
) {
    for _ in 0..SORTED_ROWS {
        let from = match (left.first(), right.first()) {
            (Some(a), Some(b)) if order(a, b) == Ordering::Greater => &mut *right,
            (Some(_), _) => &mut *left,
            (None, Some(_)) => &mut *right,
            (None, None) => return,
        };
        if let Some((first, rest)) = from.split_first() {
            merged.push(*first);
            *from = rest;
        }
    }
}

struct Rest<'p>(&'p Told);

impl Future for Rest<'_> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, _: &mut Context) -> Poll<()> {
        if self.0.spent.get() < self.0.turn {
            return Poll::Ready(());
        }
        self.0.spent.set(0);
        Poll::Pending
    }
}

/// Work under way.
pub struct Work<T> {
    work: Pin<Box<dyn Future<Output = T>>>,
    pace: Pace,
}

impl<T> fmt::Debug for Work<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_tuple("Work").field(&self.pace).finish()
    }
}

impl<T> Work<T> {
    pub fn new(pace: Pace, work: impl Future<Output = T> + 'static) -> Work<T> {
        Work { work: Box::pin(work), pace }
    }

    /// One turn; what comes of the work, when that was the last.
    pub fn step(&mut self) -> Option<T> {
        match self.work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(done) => Some(done),
            Poll::Pending => None,
        }
    }

    pub fn progress(&self) -> (usize, usize, usize) {
        self.pace.progress()
    }
}

/// What comes of some work, done to its end.
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = Box::pin(work);
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return done;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summed(turn: u64) -> (u64, usize) {
        let pace = Pace::of_turns(turn);
        let mut work = Work::new(pace.clone(), async move {
            pace.begin(3, 1_000);
            let mut sum = 0;
            pace.each(0..1_000_u64, |row| sum += row).await;
            for row in 0..1_000_u64 {
                pace.row().await;
                sum += row;
            }
            sum
        });
        let mut turns = 1;
        loop {
            if let Some(sum) = work.step() {
                return (sum, turns);
            }
            turns += 1;
        }
    }

    #[test]
    fn turns_end_where_their_measure_is_full_and_decide_nothing() {
        assert_eq!(summed(u64::MAX), (999_000, 1));
        assert_eq!(summed(1), (999_000, 1_004));
        assert_eq!(summed(100 * ROW).0, 999_000);
    }

    #[test]
    fn progress_never_goes_back() {
        let pace = Pace::at_once();
        pace.begin(1, 100);
        pace.stretch(0, 50, 10);
        pace.rows(5);
        assert_eq!(pace.progress(), (1, 25, 100));
        pace.stretch(10, 20, 10);
        assert_eq!(pace.progress(), (1, 25, 100));
        pace.stretch(50, 100, 4);
        pace.rows(9);
        assert_eq!(pace.progress(), (1, 100, 100));
    }

    #[test]
    fn sorted_in_turns_is_sorted_and_equal_rows_keep_their_order() {
        for (turn, count) in [(1, 3 * SORTED_ROWS + 7), (u64::MAX, SORTED_ROWS), (50, 0)] {
            let pace = Pace::of_turns(turn);
            let rows: Vec<(usize, usize)> = (0..count).map(|at| (at * 7_919 % 101, at)).collect();
            let mut all = rows.clone();
            at_once(pace.sort(&mut all, |a, b| a.0.cmp(&b.0)));
            let mut expected = rows;
            expected.sort_by_key(|row| row.0);
            assert_eq!(all, expected);
        }
    }
}
