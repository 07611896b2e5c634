//! Promotions: what a charge comes to by the promotions that hold for it, by those that do not, and by
//! ways of combining them that nobody agreed.
//!
//! A promotion takes off a share, an amount or free units. Those that may be combined are taken
//! together, shares one after the other or added up; any other one stands alone. Which of several the
//! customer is given is not said: each way that is allowed is right.

use super::keys::service_day;
use crate::base::{Date, Decimal, Money, fold_id, fold_word};
use crate::model::{Book, Charge, Job, Party, Row};
use crate::table::Field;
use crate::words::format;

/// More at once are not tried in all combinations.
const AT_ONCE_MAX: usize = 8;

#[derive(Clone, Debug, Default)]
pub struct Promotions {
    rows: Vec<Promotion>,
}

#[derive(Clone, Debug)]
struct Promotion {
    /// Position in [`Book::promotions`].
    at: u32,
    party: Option<Party>,
    service: Option<String>,
    lane: [Option<String>; 2],
    days: [Option<Date>; 2],
    share: Option<Decimal>,
    amount: Option<Decimal>,
    free_units: Option<Decimal>,
    stacks: bool,
}

/// How the promotions of a charge were kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kept {
    /// In one of the ways that are allowed, or there is none.
    Right,
    Missed,
    /// One was given that is not in force on the day.
    Ended,
    Doubled,
    /// Two were given of which one stands alone.
    Together,
}

/// What a charge comes to by its promotions.
#[derive(Clone, PartialEq, Debug)]
pub struct Promoted {
    pub kept: Kept,
    pub expected: Money,
    /// How it is worked out: `300 − 10% = 270`.
    pub steps: String,
    /// The promotions of which that is said, as positions in [`Book::promotions`].
    pub promotions: Vec<u32>,
}

/// One way of taking promotions off.
struct Way {
    amount: Decimal,
    steps: String,
    of: Vec<u32>,
}

impl Promotions {
    pub fn of(book: &Book) -> Promotions {
        let rows = book.promotions().enumerate();
        Promotions { rows: rows.filter_map(|(at, row)| Promotion::read(book, at, row)).collect() }
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How a charge that would come to `full` without promotions keeps them. `None` where no promotion
    /// is about it, or where no combination of them explains what it bills.
    pub fn judge(&self, book: &Book, charge: Charge, full: Decimal) -> Option<Promoted> {
        let net = charge.net().filter(|net| net.minor >= 0)?;
        let context = Context::of(book, charge);
        let about: Vec<&Promotion> = self.rows.iter().filter(|p| p.is_about(&context)).collect();
        if about.is_empty() {
            return None;
        }
        let (now, past): (Vec<&Promotion>, Vec<&Promotion>) =
            about.into_iter().partition(|p| p.in_force(context.day));
        let of = Priced { full, quantity: charge.qty().map(|q| q.abs()) };
        let comes_to = |way: &&Way| {
            Money::round(way.amount, net.currency).is_some_and(|m| (m.minor - net.minor).abs() <= 1)
        };
        let allowed = allowed(&of, &now);
        let plain = of.plain();
        let best = allowed.iter().min_by_key(|way| way.amount).unwrap_or(&plain);
        let told = |kept: Kept, way: &Way, about: &Way| {
            let expected = Money::round(way.amount, net.currency)?;
            let steps = way.steps.clone();
            Some(Promoted { kept, expected, steps, promotions: about.of.clone() })
        };
        if let Some(way) = allowed.iter().find(comes_to) {
            return told(Kept::Right, way, way);
        }
        if allowed.is_empty() && Some(&plain).filter(comes_to).is_some() {
            return None;
        }
        if now.len() > AT_ONCE_MAX {
            // Too many to try each combination: only that none was given is sure.
            return told(Kept::Missed, best, best).filter(|_| comes_to(&&plain));
        }
        let subsets = subsets(&of, &now);
        if let Some(way) = subsets.iter().find(comes_to) {
            // Fewer than are due, or some that do not go together.
            let kept = if way.amount > best.amount { Kept::Missed } else { Kept::Together };
            let about = if kept == Kept::Missed { best } else { way };
            return told(kept, best, about);
        }
        let mut ended = past.iter().flat_map(|&p| of.one(p));
        if let Some(way) = ended.rfind(|way| comes_to(&way)) {
            return told(Kept::Ended, best, &way);
        }
        let mut twice = now.iter().flat_map(|&p| of.taken(&[p, p]));
        let doubled = twice.rfind(|way| comes_to(&way));
        doubled.and_then(|way| told(Kept::Doubled, best, &way))
    }
}

impl Promotions {
    /// What a job that would come to `full` comes to by the best of the promotions that hold for it.
    pub(super) fn best_of_job(
        &self,
        book: &Book,
        job: Job,
        (full, quantity): (Decimal, Option<Decimal>),
    ) -> Decimal {
        let context = Context {
            party: book.party(job.0),
            service: job.0.text(Field::ServiceCode).map(fold_id),
            lane: [job.0.text(Field::Origin), job.0.text(Field::Destination)],
            day: service_day(job),
        };
        let holds = |p: &&Promotion| p.is_about(&context) && p.in_force(context.day);
        let now: Vec<&Promotion> = self.rows.iter().filter(holds).collect();
        let ways = allowed(&Priced { full, quantity }, &now);
        ways.iter().map(|way| way.amount).min().map_or(full, |best| best.min(full))
    }
}

/// What is known of a charge.
struct Context<'b> {
    party: Option<Party>,
    service: Option<String>,
    lane: [Option<&'b str>; 2],
    day: Option<Date>,
}

impl<'b> Context<'b> {
    fn of(book: &'b Book, charge: Charge<'b>) -> Context<'b> {
        let invoice = charge.invoice_no().and_then(|no| book.invoice(no));
        let header = invoice.and_then(|invoice| invoice.header());
        let job = charge.job_no().and_then(|no| {
            let &[at] = book.jobs_numbered(no) else { return None };
            Some(book.job(at as usize))
        });
        let rows = [Some(charge.0), header, job.map(|job| job.0)];
        let rows: Vec<Row> = rows.into_iter().flatten().collect();
        let first = |field: Field| rows.iter().find_map(|row| row.text(field));
        let code = charge.code().or_else(|| job?.0.text(Field::ServiceCode));
        let dated = || invoice.and_then(|invoice| invoice.date());
        Context {
            party: rows.iter().find_map(|&row| book.party(row)),
            service: code.map(fold_id),
            lane: [first(Field::Origin), first(Field::Destination)],
            day: charge.0.date(Field::ServiceDate).or_else(|| service_day(job?)).or_else(dated),
        }
    }
}

impl Promotion {
    fn read(book: &Book, at: usize, row: Row) -> Option<Promotion> {
        let positive = |field: Field| row.number(field).filter(|n| *n > Decimal::ZERO);
        let plain = positive(Field::Discount);
        let small = plain.filter(|d| *d < Decimal::ONE);
        let (amount, free_units) = (positive(Field::PromoAmount), positive(Field::FreeUnits));
        let share = positive(Field::PromoPercent).or(small);
        let share = share.filter(|share| *share <= Decimal::ONE);
        // "10" under "discount" alone is ten per cent; an amount has a column of its own.
        let tenth = || plain.filter(|d| *d >= Decimal::ONE)?.checked_div(Decimal::ONE_HUNDRED);
        let share = match amount.or(free_units) {
            Some(_) => share,
            None => share.or_else(tenth),
        };
        share.or(amount).or(free_units)?;
        let word = |field: Field| row.text(field).map(fold_word).filter(|word| !is_any(word));
        Some(Promotion {
            at: at as u32,
            party: book.party(row),
            service: row.text(Field::ServiceCode).filter(|t| !is_any(&fold_word(t))).map(fold_id),
            lane: [word(Field::Origin), word(Field::Destination)],
            days: [row.date(Field::ValidFrom), row.date(Field::ValidTo)],
            share,
            amount,
            free_units,
            stacks: row.text(Field::Stacking).is_some_and(stacks),
        })
    }

    fn is_about(&self, of: &Context) -> bool {
        let customer = match (self.party, of.party) {
            (Some(own), Some(party)) => own.same(party) == Some(true),
            (own, _) => own.is_none(),
        };
        let lane = self.lane.iter().zip(of.lane).all(|(own, stated)| match own {
            Some(own) => stated.is_some_and(|stated| fold_word(stated) == *own),
            None => true,
        });
        let service = self.service.is_none() || self.service == of.service;
        customer && service && lane
    }

    /// Without a day only a promotion without days is surely in force.
    fn in_force(&self, day: Option<Date>) -> bool {
        let [from, to] = self.days;
        match day {
            Some(day) => from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to),
            None => from.is_none() && to.is_none(),
        }
    }
}

fn is_any(word: &str) -> bool {
    matches!(
        word,
        "" | "all" | "any" | "alle" | "tous" | "todos" | "전체" | "모두" | "全部" | "所有"
    )
}

/// "Yes", "stackable", "combinable"; "no", "exclusive" and a blank are not.
fn stacks(text: &str) -> bool {
    let word = fold_word(text);
    let refuses =
        ["no", "non", "not", "exclusive", "single", "nein", "불가", "단독", "不可", "不能", "否"];
    let allows = [
        "yes",
        "y",
        "true",
        "1",
        "stack",
        "combin",
        "cumul",
        "kombinier",
        "acumul",
        "ja",
        "oui",
        "si",
        "가능",
        "중복",
        "예",
        "可",
        "叠加",
        "是",
    ];
    let begins =
        |words: &[&str]| words.iter().any(|w| word.split(' ').any(|part| part.starts_with(w)));
    let says = |words: &[&str]| words.iter().any(|w| !w.is_ascii() && word.contains(w));
    !begins(&refuses) && !says(&refuses) && (begins(&allows) || says(&allows))
}

/// The charge before promotions.
struct Priced {
    full: Decimal,
    quantity: Option<Decimal>,
}

impl Priced {
    fn plain(&self) -> Way {
        Way { amount: self.full, steps: shown(self.full), of: Vec::new() }
    }

    fn one(&self, promotion: &Promotion) -> Vec<Way> {
        self.taken(&[promotion])
    }

    /// All of them off, shares one after the other, and added up where there are several.
    fn taken(&self, promotions: &[&Promotion]) -> Vec<Way> {
        let shares = promotions.iter().filter_map(|p| p.share);
        let added: Decimal = shares.clone().sum();
        let product: Decimal = shares.clone().map(|share| Decimal::ONE - share).product();
        let mut left = vec![product];
        if shares.count() > 1 && added < Decimal::ONE {
            left.push(Decimal::ONE - added);
        }
        let ways = left.into_iter().filter_map(|left| self.way(promotions, left));
        ways.collect()
    }

    fn way(&self, promotions: &[&Promotion], left: Decimal) -> Option<Way> {
        let mut amount = self.full;
        let mut steps = shown(self.full);
        for promotion in promotions {
            if let Some(free) = promotion.free_units {
                let quantity = self.quantity.filter(|q| *q > Decimal::ZERO)?;
                let price = self.full.checked_div(quantity)?;
                let free = free.min(quantity);
                amount = amount.checked_sub(price.checked_mul(free)?)?;
                steps.push_str(&format!(" − {} × {}", shown(free), shown(price.round_dp(6))));
            }
        }
        if left != Decimal::ONE {
            amount = amount.checked_mul(left)?;
            let off = (Decimal::ONE - left).checked_mul(Decimal::ONE_HUNDRED)?;
            steps.push_str(&format!(" − {}%", shown(off)));
        }
        for off in promotions.iter().filter_map(|p| p.amount) {
            amount = amount.checked_sub(off)?;
            steps.push_str(&format!(" − {}", shown(off)));
        }
        let amount = amount.max(Decimal::ZERO);
        let of = promotions.iter().map(|p| p.at).collect();
        Some(Way { amount, steps, of })
    }
}

fn shown(number: Decimal) -> String {
    format::number(number.normalize())
}

/// Each that stands alone, and all together that may be combined.
fn allowed(of: &Priced, now: &[&Promotion]) -> Vec<Way> {
    let (together, alone): (Vec<&Promotion>, Vec<&Promotion>) = now.iter().partition(|p| p.stacks);
    let mut ways: Vec<Way> = alone.into_iter().flat_map(|p| of.one(p)).collect();
    if !together.is_empty() {
        ways.extend(of.taken(&together));
    }
    ways
}

/// Every combination, none of them among it.
fn subsets(of: &Priced, now: &[&Promotion]) -> Vec<Way> {
    let chosen = |bits: usize| -> Vec<&Promotion> {
        now.iter().enumerate().filter(|(at, _)| bits & (1 << at) != 0).map(|(_, p)| *p).collect()
    };
    let some = (1..1_usize << now.len()).flat_map(|bits| of.taken(&chosen(bits)));
    std::iter::once(of.plain()).chain(some).collect()
}
