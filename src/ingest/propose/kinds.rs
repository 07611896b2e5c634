//! What a sheet is: each kind's evidence in the set of columns, with the names of file and sheet as
//! weak hints. The columns decide; a name only tips a scale that is already down.

use crate::base::fold_word;
use crate::ingest::headers::{Foreign, Header, Match, Sense};
use crate::table::{Field, Field::*, Kind};

use super::evidence::{EVIDENCE, Evidence, HISTORY, OPEN_ITEM_PHRASES, PAYABLES, SENT};
use super::fit::{Fit, fit};
use super::period::{self, spaced};
use super::profile::Profile;
use super::running::Running;

/// Points from which a kind is taken without asking, and by how many it must lead.
const TAKE_POINTS: i32 = 7_000;
const LEAD_POINTS: i32 = 3_000;
/// Below this a sheet is none of ours: nobody is asked about a price list of office supplies.
pub(super) const ASK_POINTS: i32 = 4_000;

/// A key alone is a list of anything.
const FIELDS_BESIDE_KEY_MIN: usize = 2;

const NAME_POINTS: i32 = 2_000;
/// What the name of an advice weighs over columns that a list of invoices has as well.
const ADVICE_POINTS: i32 = 5_000;
/// Share of distinct values, in percent, from which a column is taken to hold each but once.
const NEARLY_PERCENT: u32 = 80;

/// Names of a list of open items, whichever way its amount column is called.
pub(super) const OPEN_ITEMS: &str = "openitem";

/// A sheet that says itself what it holds ("Dispute log", "PO register") is not what its file is called
/// after.
fn own_hints(hints: &[String]) -> &[String] {
    let tells =
        |hint: &String| EVIDENCE.iter().any(|e| e.names.iter().any(|word| says(hint, word)));
    match hints {
        [file, own, ..] if file != own && tells(own) => &hints[1..],
        _ => hints,
    }
}

/// Whether a list of invoices is named as one of earlier periods.
fn is_history(hints: &[String]) -> bool {
    HISTORY.iter().any(|w| hints.iter().any(|h| says(h, w)))
}

/// The kind, whether it must be asked, in that order. `names` are those of file and sheet, and what
/// stands above the header.
pub fn kind(
    headers: &[Header],
    profiles: &[Profile],
    names: &[&str],
    running: Running,
) -> (Kind, bool) {
    let hints: Vec<String> = names.iter().map(|n| open_items(&fold_word(&spaced(n)))).collect();
    let hints = own_hints(&hints);
    let sheet = Sheet { headers, profiles, hints, running };
    let mut scores: Vec<(i32, Kind, bool)> = EVIDENCE.iter().map(|e| sheet.score(e)).collect();
    scores.sort_by_key(|&(points, kind, _)| (std::cmp::Reverse(points), kind));
    let elsewhere = points_elsewhere(headers);
    let Some(&(top, best, sure)) = scores.first() else { return (Kind::Other, false) };
    let others = scores.iter().find(|&&(_, kind, _)| kind != best);
    let Some(&(second, ..)) = others else { return (Kind::Other, false) };
    // Words of payments count in the points of the kinds that hold them.
    let money_in = is_of_money(best) || best == Kind::GeneralLedger;
    let elsewhere = if money_in { 0 } else { elsewhere };
    if top < ASK_POINTS || elsewhere > top {
        return (Kind::Other, false);
    }
    let is_prior = period::is_prior(names);
    let best = match best {
        Kind::Jobs if is_prior => Kind::PriorJobs,
        // Only a list of what is open has an opening; a register of last month is a register.
        Kind::Invoices if is_prior && sheet.is_register() => Kind::Invoices,
        Kind::Invoices if is_prior && sheet.states_what_is_open() => Kind::PriorItems,
        Kind::Invoices if is_history(hints) || sheet.went_out() => Kind::PriorInvoices,
        kind => kind,
    };
    // What went out may be the very run that is to be checked: only its user knows.
    let may_be_either = best == Kind::PriorInvoices && !is_history(hints);
    let may_be_either = may_be_either || best == Kind::Invoices && sheet.is_owed_to_others();
    let clear =
        sure && !may_be_either && top >= TAKE_POINTS && top - second.max(elsewhere) >= LEAD_POINTS;
    (if sure { best } else { Kind::Other }, !clear)
}

/// Everything about a sheet that tells its kind.
pub(super) struct Sheet<'a> {
    pub(super) headers: &'a [Header],
    pub(super) profiles: &'a [Profile],
    hints: &'a [String],
    pub(super) running: Running,
}

impl Sheet<'_> {
    /// Points for one kind, and whether its key column is there and behaves.
    fn score(&self, evidence: &Evidence) -> (i32, Kind, bool) {
        let mut points: i32 = evidence
            .points
            .iter()
            .filter(|(field, weight)| *weight > 0 || !self.own_word(evidence, *field))
            .map(|&(field, weight)| weight * i32::from(self.presence(field)))
            .sum();
        points += evidence
            .foreign
            .iter()
            .map(|&(foreign, weight)| {
                weight * foreign_columns(foreign, self.headers).min(3) * 1_000
            })
            .sum::<i32>();
        if self.named(evidence) {
            points += NAME_POINTS;
        }
        if self.is_advice() {
            points += match evidence.kind {
                Kind::Remittances => ADVICE_POINTS,
                Kind::Invoices => -ADVICE_POINTS,
                _ => 0,
            };
        }
        let (found, grain, fits) = match evidence.kind {
            Kind::BankLines => {
                let (grain, fits) = self.statement(evidence);
                (true, grain, fits)
            }
            Kind::GeneralLedger => {
                let (grain, fits) = self.accounts();
                (true, grain, fits)
            }
            kind => match self.column(evidence.key) {
                Some(at) => {
                    // Branches of one name are customers of their own where each has its number.
                    let numbered = self.column(CustomerNo).filter(|_| kind == Kind::Customers);
                    let at = numbered.filter(|&no| self.profiles[no].unique()).unwrap_or(at);
                    let (points, fits) = grain(kind, self.headers, &self.profiles[at]);
                    (true, points, fits)
                }
                None => (false, 0, false),
            },
        };
        points += grain;
        points -= self.against(evidence.kind);
        // Receipts have a row each; rows that share a payment's number are what it pays.
        let fits = fits && (evidence.kind != Kind::Payments || !self.repeats(PaymentNo));
        let other = || {
            self.is_of_goods(evidence)
                || self.is_journal()
                || self.is_bare_list()
                || self.is_settlement()
        };
        let fits = fits && (evidence.kind != Kind::Invoices || !other());
        if !found {
            points /= 2;
        }
        let beside = evidence.points.iter().filter(|&&(field, weight)| {
            weight > 0 && field != evidence.key && self.presence(field) > 0
        });
        // "Customer, PO required" is a whole list.
        // "Month, fuel %" is another.
        let is_pair = evidence.kind == Kind::Customers
            || evidence.key == FuelPercent
            || (evidence.kind == Kind::FxRates && self.is_rate_of_days());
        let enough_at = FIELDS_BESIDE_KEY_MIN - usize::from(is_pair);
        let enough = self.core(evidence) && beside.count() >= enough_at;
        (points, evidence.kind, found && fits && enough)
    }

    /// A rate for each currency and day, whatever the day is called.
    fn is_rate_of_days(&self) -> bool {
        let days = self.profiles.iter().filter(|profile| profile.date_column());
        [FxRate, Currency].into_iter().all(|field| self.presence(field) >= 900) && days.count() == 1
    }

    /// Invoices as they went out, with all that stands on them: an opening has what is left of them.
    fn is_register(&self) -> bool {
        let plain = |field: Field| self.presence(field) >= 900;
        let issued =
            [SentDate, PeriodFrom, ApprovedBy, Preparer, RemitTo, AmountInWords, Attachments];
        [Net, Amount].into_iter().any(|field| self.presence(field) > 0)
            && [Tax, Gross].into_iter().all(plain)
            && issued.into_iter().filter(|&field| plain(field)).count() >= 2
    }

    /// "Total due" alone may be the whole of an invoice, unless the list is called one of open items.
    fn states_what_is_open(&self) -> bool {
        let whole = |at: usize| {
            let header = &self.headers[at];
            !header.is_plainly(OpenAmount) && header.sense(Sense::Field(Gross)).is_some()
        };
        let of_items = || self.hints.iter().any(|hint| hint == OPEN_ITEMS);
        self.column(OpenAmount).is_some_and(|at| !whole(at) || of_items())
    }

    /// Called a list of creditors, and no column says of whom: what is owed by the house looks as what is
    /// owed to it.
    fn is_owed_to_others(&self) -> bool {
        PAYABLES.iter().any(|word| self.hints.iter().any(|hint| says(hint, word)))
            && !self.is_plainly(VendorName)
    }

    /// Called a list of what was sent, with the day of each, and nothing of what is due.
    fn went_out(&self) -> bool {
        let full = |profile: &Profile| profile.numbers.blank == 0 && profile.filled > 0;
        let profile = |field: Field| self.column(field).map(|at| &self.profiles[at]);
        let sent = profile(SentDate).is_some_and(full);
        // A state that all rows share is what the list is called after.
        let same = profile(Status).is_some_and(|state| full(state) && state.distinct == 1);
        (sent && self.presence(Status) == 0 || same)
            && SENT.iter().any(|word| self.hints.iter().any(|hint| says(hint, word)))
            && [DueDate, OpenAmount, Tax].into_iter().all(|f| self.presence(f) == 0)
    }

    /// Whether values of a column come more than once, beyond a duplicate or two.
    pub(super) fn repeats(&self, field: Field) -> bool {
        let profile = self.column(field).map(|at| &self.profiles[at]);
        profile
            .is_some_and(|profile| profile.cells > 1 && profile.share_distinct() < NEARLY_PERCENT)
    }

    fn core(&self, evidence: &Evidence) -> bool {
        // "Date" is all that many statements say; the balance says the rest.
        let vague_will_do = evidence.kind == Kind::BankLines;
        let plain = |field: &Field| {
            if vague_will_do { self.column(*field).is_some() } else { self.is_plainly(*field) }
        };
        evidence.core.is_empty()
            || evidence.core.iter().any(plain)
            || (evidence.kind == Kind::Invoices
                && (self.is_titled_list(evidence) || self.is_ledger_list()))
            || (evidence.kind == Kind::Remittances && self.is_advice())
    }

    /// Documents of more than one type, each with a date, a customer and an amount: the items of
    /// a customer ledger, though none of its words says "invoice".
    fn is_ledger_list(&self) -> bool {
        let typed = self.column(DocType).is_some_and(|at| self.profiles[at].distinct > 1);
        typed
            && self.presence(InvoiceDate) > 0
            && self.has_customer()
            && [Amount, LocalAmount].into_iter().any(|field| self.presence(field) > 0)
            && self.presence(PaymentNo) == 0
    }

    /// A customer in plain words, or a number and a name of one side by side.
    fn has_customer(&self) -> bool {
        let (name, no) = (self.column(CustomerName), self.column(CustomerNo));
        [CustomerName, CustomerNo].into_iter().any(|field| self.presence(field) >= 900)
            || name.zip(no).is_some_and(|(name, no)| name != no)
    }

    /// What is called a remittance advice and says nothing of what is still open; "Zahlbetrag" may be
    /// what is to be paid or what was.
    fn is_advice(&self) -> bool {
        let advice = EVIDENCE.iter().find(|evidence| evidence.kind == Kind::Remittances);
        advice.is_some_and(|advice| self.named(advice))
            && [DueDate, OpenAmount, Tax].into_iter().all(|field| !self.is_plainly(field))
            && [Amount, Gross, Net].into_iter().any(|field| self.presence(field) > 0)
    }

    /// "Open items" over numbers, customers and bare amounts, and no other kind's name.
    fn is_titled_list(&self, evidence: &Evidence) -> bool {
        let others = EVIDENCE.iter().filter(|other| other.kind != evidence.kind);
        self.named(evidence)
            && !others.into_iter().any(|other| self.named(other))
            && [CustomerName, CustomerNo].into_iter().any(|field| self.presence(field) > 0)
            && self.presence(Amount) > 0
    }

    pub(super) fn named(&self, evidence: &Evidence) -> bool {
        evidence.names.iter().any(|word| self.hints.iter().any(|hint| says(hint, word)))
    }

    /// Whether the money columns are those of an account at a bank.
    fn statement(&self, evidence: &Evidence) -> (i32, bool) {
        // The account of a customer may run like that of a bank, and lists documents.
        // "ID" numbers whatever a row is.
        let key = self.column(InvoiceNo).map(|at| &self.headers[at]);
        let key = key.and_then(|header| header.sense(Sense::Field(InvoiceNo)));
        let documents =
            key.is_some_and(|key| !key.is_bare_key()) && !self.own_word(evidence, InvoiceNo);
        let sides = self.column(Debit).zip(self.column(Credit)).filter(|(d, c)| d != c);
        let signed = self.column(Amount).is_some_and(|at| {
            let numbers = &self.profiles[at].numbers;
            let marked = self.presence(Side) >= 900;
            marked || numbers.negatives > 0 && numbers.negatives < numbers.numbers
        });
        // Words of banks, and of them those that no journal of a ledger has.
        let of_bank = [ValueDate, PayerAccount, PayerName, BankRef, Remittance, BankAccount];
        let says = |field: &Field| self.presence(*field) >= 900;
        let dated = self.presence(ValueDate) >= 900 && self.presence(BookingDate) >= 900;
        // A kind of movement and the bank's text, on the day of its books.
        let booked = [BookingDate, TransactionCode, Remittance].iter().all(says) && !documents;
        let words = of_bank.iter().filter(|f| says(f)).count() + usize::from(dated);
        // "Valeur" over days is the same as "Date de valeur": the cells bear it out.
        let days = self.column(ValueDate).zip(self.column(BookingDate));
        // The accounts of customers, and those of a ledger, may bear interest as well.
        let elsewhere = self.has_customer() || self.is_on_accounts();
        let valued = days.is_some_and(|(v, b)| v != b) && !documents && !elsewhere;
        let one = self.is_on_one_account() && !documents;
        // What the bank calls a line, beside the day on which it booked it.
        let referred = says(&BankRef) && says(&BookingDate);
        let banks = words >= 2 && of_bank[..3].iter().any(says);
        match (self.running, sides) {
            // The voucher of a movement is no document where the payers' accounts stand beside it.
            (Running::Bank, _) => (6_000, !documents || banks && self.presence(InvoiceNo) < 900),
            // Debits that add to the balance: the account of a customer in a ledger.
            (Running::Ledger, _) => (-10_000, false),
            // Only banks say from when each movement bears interest.
            (Running::Unknown, Some(_)) if valued => (3_000, true),
            (Running::Unknown, Some(_)) => (1_000, banks),
            (Running::Unknown, None) if signed => (2_000, banks || referred || booked || one),
            (Running::Unknown, None) => (-4_000, false),
        }
    }

    /// Whether all rows stand on one account that only a bank numbers so, each with a day and a text.
    fn is_on_one_account(&self) -> bool {
        let one = |at: usize| {
            let profile = &self.profiles[at];
            profile.distinct == 1 && profile.filled > 1 && profile.all(profile.accounts)
        };
        self.column(BankAccount).is_some_and(one)
            && self.column(BookingDate).is_some()
            && [Text, Remittance].into_iter().any(|field| self.column(field).is_some())
    }

    /// An account and its name side by side, and not numbered as banks number theirs.
    fn is_on_accounts(&self) -> bool {
        let (no, name) = (self.column(AccountNo), self.column(AccountName));
        let of_bank = |at: usize| self.profiles[at].all(self.profiles[at].accounts);
        no.is_some_and(|no| name.is_some_and(|name| name != no) && !of_bank(no))
    }

    /// Whether the rows stand on accounts of a ledger, or are its accounts: the words of ledgers
    /// say so, or two vague ones with both sides of a posting.
    fn accounts(&self) -> (i32, bool) {
        let sides = self.column(Debit).zip(self.column(Credit)).is_some_and(|(d, c)| d != c);
        let (no, name) = (self.column(AccountNo), self.column(AccountName));
        let both = no.is_some() && name.is_some() && no != name;
        match self.running {
            Running::Bank => (-10_000, false),
            _ if self.is_plainly(AccountNo) || self.is_plainly(AccountName) => (3_000, true),
            // An account and the one against which it is posted.
            _ if no.is_some() && foreign_columns(Foreign::Contra, self.headers) > 0 => {
                (3_000, true)
            }
            Running::Ledger if no.is_some() => (2_000, true),
            Running::Unknown if both && sides => (1_000, true),
            _ => (-10_000, false),
        }
    }

    /// In lists of money a header such as "Account no" speaks for the kind's own meaning of it, and
    /// "ID" numbers whatever a row is.
    fn own_word(&self, evidence: &Evidence, field: Field) -> bool {
        let of_money = is_of_money(evidence.kind) || evidence.kind == Kind::FxRates;
        let Some(at) = self.column(field).filter(|_| of_money) else {
            return false;
        };
        let named = self.headers[at].sense(Sense::Field(field));
        let mut own = evidence.points.iter().filter(|(_, weight)| *weight > 0);
        named.is_some_and(Match::is_bare_key)
            || own.any(|(own, _)| {
                let found = self.headers[at].sense(Sense::Field(*own));
                found.is_some_and(|found| found.score >= 700)
            })
    }

    /// How surely a field stands among the columns, out of 1,000.
    pub(super) fn presence(&self, field: Field) -> u16 {
        self.column(field)
            .and_then(|at| self.headers[at].sense(Sense::Field(field)))
            .map_or(0, |m| m.score.min(1_000))
    }

    /// Whether the field's column is called so in words that mean nothing else.
    pub(super) fn is_plainly(&self, field: Field) -> bool {
        self.column(field).is_some_and(|at| self.headers[at].is_plainly(field))
    }

    pub(super) fn column(&self, field: Field) -> Option<usize> {
        best_column(field, self.headers, self.profiles)
    }
}

/// Receipts, advices and statements share their words.
fn is_of_money(kind: Kind) -> bool {
    matches!(kind, Kind::Payments | Kind::Remittances | Kind::BankLines)
}

/// A name that says open items says nothing else: "items" or "내역" alone are lines.
fn open_items(hint: &str) -> String {
    let names_them = OPEN_ITEM_PHRASES.iter().any(|phrase| hint.contains(phrase));
    if names_them { OPEN_ITEMS.to_owned() } else { hint.to_owned() }
}

/// Whether the key column repeats as the kind's rows would: points, and whether it may be.
fn grain(kind: Kind, headers: &[Header], key: &Profile) -> (i32, bool) {
    let numbered = headers.iter().any(|header| header.is_plainly(LineNo));
    let priced = headers.iter().any(|h| h.sense(Sense::Field(UnitPrice)).is_some());
    // A duplicate or two is a finding, not another kind of list.
    let nearly = key.share_distinct() >= NEARLY_PERCENT;
    let blank = key.numbers.blank * 10 > key.numbers.blank + key.filled;
    match kind {
        // One row shows nothing about repeating.
        _ if key.filled < 2 => (0, true),
        Kind::Jobs | Kind::PriorJobs if key.unique() => (3_000, true),
        Kind::Jobs | Kind::PriorJobs if nearly => (0, true),
        Kind::Jobs | Kind::PriorJobs => (-3_000, false),
        Kind::PriorItems => (0, true),
        Kind::Invoices if blank => (-6_000, false),
        Kind::Invoices if key.unique() => (4_000, true),
        Kind::Invoices if nearly => (0, true),
        Kind::Invoices => (-6_000, false),
        Kind::Lines if key.unique() && !numbered && !priced => (-6_000, true),
        Kind::Lines if key.unique() => (0, true),
        Kind::Lines if nearly => (0, true),
        Kind::Lines => (5_000, true),
        Kind::Customers if key.unique() => (2_000, true),
        Kind::Customers => (-8_000, nearly),
        Kind::Rates
        | Kind::FxRates
        | Kind::PriorInvoices
        | Kind::Payments
        | Kind::Remittances
        | Kind::BankLines
        | Kind::Orders
        | Kind::Disputes
        | Kind::Promotions
        | Kind::GeneralLedger
        | Kind::Inventory
        | Kind::Other => (0, true),
    }
}

fn best_column(field: Field, headers: &[Header], profiles: &[Profile]) -> Option<usize> {
    let named = (0..headers.len()).filter_map(|at| {
        let found = headers[at].sense(Sense::Field(field))?;
        let lead = headers[at].senses.first().map_or(0, |m| m.score);
        // A word of another meaning in the first place leaves little of this one.
        let meant = found.score >= 650 && (found.score == lead || found.vague);
        let fits = fit(field, found, &headers[at], &profiles[at]) != Fit::No;
        (meant && fits).then_some((found.score, std::cmp::Reverse(at)))
    });
    let named: Vec<_> = named.collect();
    // A list that has the number of its fapiao beside its own is known by the one on every row.
    let is_whole = |at: usize| {
        let blank = profiles[at].numbers.blank;
        blank * 10 <= profiles[at].filled && profiles[at].share_distinct() >= NEARLY_PERCENT
    };
    let is_own = |(score, at): &&(u16, _)| {
        let std::cmp::Reverse(at) = *at;
        field == InvoiceNo && *score >= 900 && is_whole(at)
    };
    named.iter().filter(is_own).max().or(named.iter().max()).map(|(_, at)| at.0)
}

pub(super) fn foreign_columns(foreign: Foreign, headers: &[Header]) -> i32 {
    let leads = |h: &&Header| {
        let top = h.senses.first().map_or(0, |m| m.score).max(700);
        h.sense(Sense::Foreign(foreign)).is_some_and(|m| m.score >= top)
    };
    headers.iter().filter(leads).count() as i32
}

/// Points for a bank statement, payments or stock: lists that are none of ours.
fn points_elsewhere(headers: &[Header]) -> i32 {
    foreign_columns(Foreign::Bank, headers) * 4_000
        + foreign_columns(Foreign::Payment, headers) * 1_500
        + foreign_columns(Foreign::Stock, headers) * 2_000
}

/// Whether a folded name holds a word: as a whole word, or anywhere for scripts without blanks.
pub(super) fn says(name: &str, word: &str) -> bool {
    if !word.is_ascii() {
        return name.contains(word);
    }
    let stem = |w: &str| w.strip_suffix('s').unwrap_or(w).to_owned();
    match word.contains(' ') {
        true => name.contains(word),
        false => name.split(' ').any(|w| stem(w) == stem(word)),
    }
}
