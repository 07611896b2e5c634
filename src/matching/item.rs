//! What is matched: receipts on the left, open items on the right, and the customers they belong to.
//! Knows no table and no file; whoever fills it keeps the source of each row.
//!
//! Invariant: amounts are whole minor units of the item's own currency; zero amounts are left out.

use std::borrow::Cow;

use super::accounts::Held;
use super::declared::Declared;
use super::deduction::Discounts;
use super::exchange::{self, Rate};
use super::instalments::Instalment;
use crate::base::turns::Pace;
use crate::base::{Currency, Date, Decimal, Money, Source, TableId};

/// One receipt, bank line or open item.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    pub source: Source,
    /// Signed minor units: a receipt and an invoice are positive, a refund and a credit negative.
    pub amount: i64,
    pub currency: Currency,
    /// The file holds more decimals than the currency has: sums may be off by the rounding.
    pub rounded: bool,
    pub entity: Option<String>,
    pub date: Option<Date>,
    pub due: Option<Date>,
    /// The item's own number: of the invoice, of the payment.
    pub number: Option<String>,
    /// Identifiers by which others may name the item: of the right side.
    pub references: Vec<Reference>,
    /// Free text in which others may be named: of the left side.
    pub texts: Vec<String>,
    pub customer_no: Option<String>,
    pub name: Option<String>,
    pub account: Option<String>,
    /// Disputed, blocked or in legal hands: nothing is applied to it by machine.
    pub held: bool,
    /// A bank line that a file of its account which is no older does not have: a person applies it.
    pub missing: bool,
    pub discounts: Discounts,
    /// Which of a row of equal items it says to be.
    pub instalment: Option<Instalment>,
}

/// An identifier of an open item and where it stands.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Reference {
    /// The header of its column, as the file has it.
    pub name: Cow<'static, str>,
    pub text: String,
}

/// One line of a remittance advice: what the payer says that a receipt is for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AdviceLine {
    pub source: Source,
    /// The number of the payment, as the advice has it.
    pub payment: String,
    pub reference: String,
    pub amount: Option<i64>,
    pub text: String,
}

/// The two sides of a matching, with the advices between them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sides {
    pub left: Vec<Item>,
    pub right: Vec<Item>,
    pub advices: Vec<AdviceLine>,
    /// Exchange rates by day.
    pub rates: Vec<Rate>,
    /// Rows of receipts and of open items whose amount cannot be read: no part of a run, and told.
    pub unread: (usize, usize),
    /// Houses that pay for customers of the right side.
    pub declared: Vec<Declared>,
    /// Bank accounts of customers.
    pub accounts: Vec<Held>,
    /// The day the work is judged by; where none was set, that of the latest receipt.
    pub day: Option<Date>,
    /// Receipts that came after the day the work is judged by: no part of a run, and told.
    pub later: Vec<Item>,
    /// Lines of files of one account that overlap, where these do not say the same.
    pub overlapping: Vec<Overlapping>,
}

/// A bank line that several files have, or that one of them should have and has not.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Overlapping {
    pub item: Item,
    pub how: Occurrence,
    /// The other file: where the line counts already, or where it is missing.
    pub other: TableId,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Occurrence {
    /// Counts where it stands in another file: no part of a run.
    Repeated,
    /// The same, and a person said that it is another payment.
    CountedAgain,
    /// A file that is no older has its day and not the line. It counts, and a person applies it.
    Missing,
    /// The same, and a person left it out.
    LeftOut,
}

impl Occurrence {
    pub const ALL: [Occurrence; 4] =
        [Occurrence::Repeated, Occurrence::CountedAgain, Occurrence::Missing, Occurrence::LeftOut];

    pub fn stays_out(self) -> bool {
        matches!(self, Occurrence::Repeated | Occurrence::LeftOut)
    }

    /// Machine name, also the tail of its word key.
    pub fn key(self) -> &'static str {
        match self {
            Occurrence::Repeated => "repeated",
            Occurrence::CountedAgain => "counted_again",
            Occurrence::Missing => "missing",
            Occurrence::LeftOut => "left_out",
        }
    }

    /// The words for it in a list.
    pub fn name(self) -> &'static str {
        match self {
            Occurrence::Repeated => "overlap-is-repeated",
            Occurrence::CountedAgain => "overlap-is-counted-again",
            Occurrence::Missing => "overlap-is-missing",
            Occurrence::LeftOut => "overlap-is-left-out",
        }
    }

    /// The word for its sentence on the screen.
    pub fn word(self) -> &'static str {
        match self {
            Occurrence::Repeated => "overlap-repeated",
            Occurrence::CountedAgain => "overlap-counted-again",
            Occurrence::Missing => "overlap-missing",
            Occurrence::LeftOut => "overlap-left-out",
        }
    }
}

impl Item {
    pub fn new(source: Source, amount: Money) -> Item {
        Item {
            source,
            amount: amount.minor,
            currency: amount.currency,
            rounded: false,
            entity: None,
            date: None,
            due: None,
            number: None,
            references: Vec::new(),
            texts: Vec::new(),
            customer_no: None,
            name: None,
            account: None,
            held: false,
            missing: false,
            discounts: Discounts::Unknown,
            instalment: None,
        }
    }

    pub fn money(&self) -> Money {
        Money::new(self.amount, self.currency)
    }

    /// Whether the file's number says more than the currency can hold. A trail of nines from a
    /// binary fraction says nothing.
    pub fn is_rounded(number: Decimal, amount: Money) -> bool {
        const NOISE: Decimal = Decimal::from_parts(1, 0, 0, false, 6);
        (number - amount.decimal()).abs() > NOISE
    }

    /// Everything but the place: the order in which a run looks at items, so that the order of
    /// rows decides nothing.
    pub(super) fn content(&self) -> impl Ord + '_ {
        (
            (self.currency, self.amount, self.date, self.due, &self.number),
            (&self.entity, &self.customer_no, &self.name, &self.account),
            (&self.references, &self.texts, self.held, self.missing, self.rounded),
            (&self.discounts, self.instalment, self.source),
        )
    }
}

impl Sides {
    /// In the order of what the items say, without those that are nil.
    pub(super) async fn ordered(mut self, pace: &Pace) -> Sides {
        for side in [&mut self.left, &mut self.right, &mut self.later] {
            side.retain(|item| item.amount != 0);
            sort(side, pace).await;
        }
        self.declared.sort();
        self.declared.dedup();
        self.accounts.sort();
        self.accounts.dedup();
        exchange::sort(&mut self.rates);
        self.advices.sort_by(|a, b| {
            (&a.payment, &a.reference, a.amount, a.source).cmp(&(
                &b.payment,
                &b.reference,
                b.amount,
                b.source,
            ))
        });
        self
    }
}

/// Items are wide, so that their places are sorted, by the amounts beside them where these tell, and then
/// each is moved once.
async fn sort(side: &mut [Item], pace: &Pace) {
    let place = |(item, at): (&Item, u32)| (item.currency, item.amount, at);
    let mut order: Vec<(Currency, i64, u32)> = side.iter().zip(0..).map(place).collect();
    let content = |at: u32| side[at as usize].content();
    pace.sort(&mut order, |&(a_currency, a_amount, a), &(b_currency, b_amount, b)| {
        let by_amount = (a_currency, a_amount).cmp(&(b_currency, b_amount));
        by_amount.then_with(|| content(a).cmp(&content(b)))
    })
    .await;
    pace.rows(side.len());
    let mut to = vec![0; side.len()];
    for (place, &(_, _, from)) in order.iter().enumerate() {
        to[from as usize] = place;
    }
    for at in 0..side.len() {
        while to[at] != at {
            let place = to[at];
            side.swap(at, place);
            to.swap(at, place);
            pace.row().await;
        }
    }
}
