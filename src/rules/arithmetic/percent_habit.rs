//! Of which charge a percentage always is, for ARI-09: fuel is of the freight, although handling stands
//! beside it, if that is how it is on nearly all other bills with both.

use crate::base::{Decimal, Money, QuickMap, Source};
use crate::model::{Book, Charge};

/// So many others show a habit, and so many in ten of them must follow it: of all lines of the code, and
/// of those that have the same charges beside the base.
const LINES: (u32, u32) = (8, 8);
const BESIDE: (u32, u32) = (4, 9);

/// How many lines of a code come to their percentage of one other code, of how many.
type Tally = (u32, u32);

#[derive(Default)]
pub(super) struct Habits<'b> {
    /// By the code in percent and that of its base.
    of: QuickMap<(&'b str, &'b str), Tally>,
    /// The same, with a third code beside the base.
    beside: QuickMap<(&'b str, &'b str, &'b str), Tally>,
}

/// What the line should be its percentage of.
pub(super) struct OtherBase {
    pub ratio: Decimal,
    pub base: Money,
    pub expected: Money,
    pub shown: Money,
    /// A line of the base.
    pub cell: Source,
}

impl<'b> Habits<'b> {
    pub(super) fn of(book: &'b Book, in_percent: &dyn Fn(&Charge) -> bool) -> Habits<'b> {
        let mut habits = Habits::default();
        for invoice in book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
            if !invoice.lines().any(|line| in_percent(&line)) {
                continue;
            }
            let others: Vec<Charge> = invoice.lines().filter(|line| !in_percent(line)).collect();
            for line in invoice.lines().filter(|line| in_percent(line)) {
                habits.count(line, &others);
            }
        }
        habits
    }

    fn count(&mut self, line: Charge<'b>, others: &[Charge<'b>]) {
        let Some(code) = line.code() else { return };
        let codes = codes_of(line, others);
        for &base in &codes {
            let Some(comes) = bases(line, others, base).map(|found| found.is_right()) else {
                return;
            };
            let add = |tally: &mut Tally| *tally = (tally.0 + u32::from(comes), tally.1 + 1);
            add(self.of.entry((code, base)).or_default());
            for &other in codes.iter().filter(|other| **other != base) {
                add(self.beside.entry((code, base, other)).or_default());
            }
        }
    }

    /// The base that the line has not, though all others of its code have it, whatever else the job is
    /// charged.
    pub(super) fn other_base(&self, line: Charge<'b>, others: &[Charge<'b>]) -> Option<OtherBase> {
        let code = line.code()?;
        let codes = codes_of(line, others);
        // The line itself is among them, and is the one that does not follow.
        let holds = |tally: Option<&Tally>, (least, in_ten): (u32, u32)| {
            tally.is_some_and(|&(follow, all)| all > least && follow * 10 >= (all - 1) * in_ten)
        };
        let is_base = |base: &&&'b str| {
            let mut beside = codes.iter().filter(|other| **other != **base);
            holds(self.of.get(&(code, **base)), LINES)
                && beside.all(|other| holds(self.beside.get(&(code, **base, *other)), BESIDE))
        };
        // With the base alone there is nothing else that the percentage could be of.
        let mut found = codes.iter().filter(|_| codes.len() > 1).filter(is_base);
        let base = found.next().filter(|_| found.next().is_none())?;
        bases(line, others, base).filter(|found| !found.is_right())
    }
}

impl OtherBase {
    fn is_right(&self) -> bool {
        (self.shown.minor - self.expected.minor).abs() <= 1
    }
}

/// The codes of what the job of a line is charged beside it.
fn codes_of<'b>(line: Charge<'b>, others: &[Charge<'b>]) -> Vec<&'b str> {
    let of_job = others.iter().filter(|other| other.job_no() == line.job_no());
    let mut codes: Vec<&str> = of_job.filter_map(|other| other.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// The line against its percentage of all lines of one code. The percentage stands as the price, the
/// base as the quantity; a line that is written otherwise says nothing.
fn bases(line: Charge, others: &[Charge], base: &str) -> Option<OtherBase> {
    let (shown, percent) = (line.stated_net()?, line.unit_price()?);
    let ratio = percent.checked_div(Decimal::ONE_HUNDRED)?;
    let is_base = |other: &&Charge| other.job_no() == line.job_no() && other.code() == Some(base);
    let mut lines = others.iter().filter(is_base);
    let first = lines.next()?;
    let minor = lines.filter_map(|other| other.net()).map(|net| net.minor).sum::<i64>();
    let base = Money::new(first.net()?.minor.saturating_add(minor), shown.currency);
    let expected = Money::round(base.decimal().checked_mul(ratio)?, shown.currency)?;
    Some(OtherBase { ratio, base, expected, shown, cell: first.amount_source() })
}
