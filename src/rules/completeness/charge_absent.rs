//! CMP-08: a charge that the contract puts on every job, or that nearly all jobs of the client carry,
//! is not billed on this one.
//!
//! Only jobs that are billed, and of which every line says what it is for.

use std::collections::BTreeSet;

use crate::analysis::pricing::Unit;
use crate::base::{Date, Decimal, Money, Numbers, QuickMap, Severity, Source, fold_id};
use crate::model::{Book, Charge, Job, Owner, Party, Rate, Row, Spellings};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "CMP-08",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Completeness,
    owner: Owner::Billing,
    needs: &[
        Need::Column(Kind::Jobs, Field::JobNo),
        Need::Column(Kind::Lines, Field::JobNo),
        Need::Column(Kind::Lines, Field::ServiceCode),
    ],
    check,
};

/// The billed jobs, and in one list for all of them the code of each of their lines.
#[derive(Default)]
struct BilledJobs<'b> {
    jobs: Vec<Billed<'b>>,
    codes: Vec<u32>,
}

struct Billed<'b> {
    job: Job<'b>,
    party: Party,
    service: u32,
    first: Charge<'b>,
    /// Positions of its lines in [`Book::charges`].
    lines: &'b [u32],
    /// Where their codes begin.
    from: usize,
}

/// The codes of services as numbers, in the order of their folded texts.
struct Codes {
    of: Spellings<u32>,
    places: Vec<u32>,
    none: u32,
}

/// Client and service.
type Clientele = (Party, u32);

/// The jobs of one client and service: how many carry each code.
#[derive(Default)]
struct Habit<'b> {
    jobs: usize,
    /// By code, in order: a dozen, so that a list serves better than a map.
    carried: Vec<(u32, Carried<'b>)>,
}

#[derive(Default)]
struct Carried<'b> {
    jobs: usize,
    line: Option<Charge<'b>>,
    /// What the first line comes to.
    amount: Option<Money>,
    /// Every line comes to the same.
    is_fixed: bool,
}

/// Each client, and none for the rates that hold for all of them.
type AlwaysCharged<'b> = QuickMap<Option<Party>, Vec<Rate<'b>>>;

fn check(case: &Case, findings: &mut Findings) {
    let codes = Codes::of(case.book);
    let billed = billed(case, &codes);
    let always = always_charged(case);
    let habits = habits(case.book, &billed);
    let least = case.policy.usual_charge_jobs_min as usize;
    let of_all = of_all_clients(case, &habits);
    if always.is_empty() && of_all.is_empty() && habits.values().all(|habit| habit.jobs < least) {
        findings.cannot_run(Need::Column(Kind::Rates, Field::AlwaysCharged));
    }
    let few = few_jobs(case, &habits, &of_all);
    let usual = usual(case, habits);
    for (one, own) in billed.iter() {
        let mut told: BTreeSet<u32> = BTreeSet::new();
        let rates = [None, Some(one.party)].into_iter().filter_map(|party| always.get(&party));
        for rate in rates.flatten().filter(|rate| applies(one, **rate)) {
            let shown = rate.0.text(Field::ServiceCode).unwrap_or_default();
            let code = codes.code(rate.0);
            if code != codes.none && !own.contains(&code) && told.insert(code) {
                let cell = ("evidence-rate", rate.0.source(Field::UnitPrice));
                report(one, shown, by_rate(one, *rate), cell, findings);
            }
        }
        let key = (one.party, one.service);
        let by_all = few.get(&key).into_iter().flatten().map(|at| &of_all[&one.service][*at]);
        let usual = usual.get(&key).into_iter().flatten().chain(by_all);
        for (code, carried) in usual {
            let has = own.contains(code) || told.contains(code);
            let Some(line) = carried.line.filter(|_| !has) else { continue };
            let shown = line.0.text(Field::ServiceCode).unwrap_or_default();
            let worth = carried.amount.filter(|_| carried.is_fixed);
            report(one, shown, worth, ("evidence-usual-charge", line.amount_source()), findings);
        }
    }
}

fn always_charged<'b>(case: &Case<'b>) -> AlwaysCharged<'b> {
    let mut of_party = AlwaysCharged::default();
    for rate in case.book.rates().filter(|rate| rate.0.flag(Field::AlwaysCharged) == Some(true)) {
        of_party.entry(case.book.party(rate.0)).or_default().push(rate);
    }
    of_party
}

impl Codes {
    fn of(book: &Book) -> Codes {
        let mut texts = Numbers::default();
        let none = texts.put("");
        let of = book.spellings(Field::ServiceCode, |text| texts.put(text));
        let places = texts.sort();
        Codes { of, none: places[none as usize], places }
    }

    fn code(&self, row: Row) -> u32 {
        self.said(row).unwrap_or(self.none)
    }

    fn said(&self, row: Row) -> Option<u32> {
        self.of.of(row).map(|&code| self.places[code as usize])
    }
}

impl<'b> BilledJobs<'b> {
    /// Each with the codes of its lines.
    fn iter(&self) -> impl Iterator<Item = (&Billed<'b>, &[u32])> {
        self.jobs.iter().map(|one| (one, &self.codes[one.from..one.from + one.lines.len()]))
    }
}

impl<'b> Habit<'b> {
    fn carried(&mut self, code: u32) -> &mut Carried<'b> {
        let at = match self.carried.binary_search_by_key(&code, |(known, _)| *known) {
            Ok(at) => at,
            Err(at) => {
                self.carried.insert(at, (code, Carried::default()));
                at
            }
        };
        &mut self.carried[at].1
    }
}

fn habits<'b>(book: &'b Book, billed: &BilledJobs<'b>) -> QuickMap<Clientele, Habit<'b>> {
    let mut habits: QuickMap<Clientele, Habit> = QuickMap::default();
    for (one, codes) in billed.iter() {
        let habit = habits.entry((one.party, one.service)).or_default();
        habit.jobs += 1;
        for (at, (&line, &code)) in one.lines.iter().zip(codes).enumerate() {
            let line = book.charge(line as usize);
            let carried = habit.carried(code);
            if carried.line.is_none() {
                (carried.line, carried.amount, carried.is_fixed) = (Some(line), line.net(), true);
            } else {
                carried.is_fixed = carried.is_fixed && carried.amount == line.net();
            }
            carried.jobs += usize::from(!codes[..at].contains(&code));
        }
    }
    habits
}

/// What nearly all jobs of a service carry, whoever the client: of a service for which many clients ask.
fn of_all_clients<'b>(
    case: &Case,
    habits: &QuickMap<Clientele, Habit<'b>>,
) -> QuickMap<u32, Vec<(u32, Carried<'b>)>> {
    const CLIENTS_MIN: usize = 3;
    let mut all: QuickMap<u32, (usize, Habit<'b>)> = QuickMap::default();
    let mut known: Vec<(&Clientele, &Habit<'b>)> = habits.iter().collect();
    known.sort_unstable_by_key(|(of, _)| **of);
    for ((_, service), habit) in known {
        let (clients, sum) = all.entry(*service).or_default();
        *clients += 1;
        sum.jobs += habit.jobs;
        for (code, own) in &habit.carried {
            let carried = sum.carried(*code);
            let same = carried.line.is_none() || carried.amount == own.amount;
            carried.is_fixed = own.is_fixed && same && (carried.jobs == 0 || carried.is_fixed);
            carried.jobs += own.jobs;
            if carried.line.is_none() {
                (carried.line, carried.amount) = (own.line, own.amount);
            }
        }
    }
    // Clients have agreements of their own: more jobs than of one client, and hardly one without.
    let least = 2 * case.policy.usual_charge_jobs_min as usize;
    let share = case.policy.usual_charge_share.max(Decimal::from_parts(97, 0, 0, false, 2));
    let enough = |(clients, habit): &(usize, Habit)| *clients >= CLIENTS_MIN && habit.jobs >= least;
    let usual = all.into_iter().filter(|(_, sum)| enough(sum)).map(|(service, (_, habit))| {
        let least = Decimal::from(habit.jobs) * share;
        let carried = habit.carried.into_iter();
        (service, carried.filter(|(_, c)| Decimal::from(c.jobs) >= least).collect::<Vec<_>>())
    });
    usual.filter(|(_, carried)| !carried.is_empty()).collect()
}

/// Clients with too few jobs for a habit of their own, and which of the charges of all hold for them: those
/// that most of their jobs carry.
fn few_jobs(
    case: &Case,
    habits: &QuickMap<Clientele, Habit>,
    of_all: &QuickMap<u32, Vec<(u32, Carried)>>,
) -> QuickMap<Clientele, Vec<usize>> {
    let least = case.policy.usual_charge_jobs_min as usize;
    let few = habits.iter().filter(|(_, habit)| habit.jobs < least && habit.jobs > 1);
    let holding = few.filter_map(|(of, habit)| {
        let charges = of_all.get(&of.1)?.iter().enumerate();
        let carries = |code: u32| {
            let own = habit.carried.iter().find(|(known, _)| *known == code);
            own.is_some_and(|(_, own)| own.jobs * 2 > habit.jobs)
        };
        let holds: Vec<usize> =
            charges.filter(|(_, (code, _))| carries(*code)).map(|(at, _)| at).collect();
        Some((*of, holds))
    });
    holding.collect()
}

/// What nearly all jobs of a client and service carry, in the order of the codes.
fn usual<'b>(
    case: &Case,
    habits: QuickMap<Clientele, Habit<'b>>,
) -> QuickMap<Clientele, Vec<(u32, Carried<'b>)>> {
    let least = case.policy.usual_charge_jobs_min as usize;
    let known = habits.into_iter().filter(|(_, habit)| habit.jobs >= least);
    known
        .map(|(of, habit)| {
            let share = Decimal::from(habit.jobs) * case.policy.usual_charge_share;
            let carried = habit.carried.into_iter();
            (of, carried.filter(|(_, carried)| Decimal::from(carried.jobs) >= share).collect())
        })
        .collect()
}

fn billed<'b>(case: &Case<'b>, codes: &Codes) -> BilledJobs<'b> {
    let book = case.book;
    let mut billed = BilledJobs::default();
    for (at, job) in book.jobs().enumerate() {
        let Some(party) = book.party(job.0).filter(|_| book.jobs_like(at).len() == 1) else {
            continue;
        };
        let (lines, from) = (book.charges_of_job_at(at), billed.codes.len());
        let charges = || lines.iter().map(|&at| book.charge(at as usize));
        billed.codes.extend(charges().map_while(|line| codes.said(line.0)));
        let all_said = billed.codes.len() - from == lines.len();
        let net = || charges().filter_map(|line| line.net()).map(|net| net.minor).sum::<i64>();
        let Some(first) = charges().next().filter(|_| all_said && net() > 0) else {
            billed.codes.truncate(from);
            continue;
        };
        billed.jobs.push(Billed { job, party, service: codes.code(job.0), first, lines, from });
    }
    billed
}

/// Lane, contract, carrier, container and day, as far as the rate states them.
fn applies(one: &Billed, rate: Rate) -> bool {
    let day: Option<Date> = one.job.trigger();
    let same = |field: Field| match (rate.0.text(field), one.job.0.text(field)) {
        (Some(on_rate), Some(on_job)) => fold_id(on_rate) == fold_id(on_job),
        (None, _) => true,
        (Some(_), None) => false,
    };
    let stated = [
        Field::Origin,
        Field::Destination,
        Field::Zone,
        Field::ContractNo,
        Field::VendorName,
        Field::Container,
    ];
    day.is_some_and(|day| rate.in_force(day)) && stated.into_iter().all(same)
}

/// What the charge would be, where one figure says it.
fn by_rate(one: &Billed, rate: Rate) -> Option<Money> {
    let price = rate.price()?;
    let currency = rate.0.currency();
    let amount = match rate.0.text(Field::Unit).map(Unit::parse) {
        None | Some(Unit::Job) => price,
        Some(Unit::Piece) => price.checked_mul(one.job.0.number(Field::Pieces)?)?,
        Some(Unit::Kilogram) => {
            let row = one.job.0;
            let weight = row.number(Field::ChargeableWeight).or_else(|| row.number(Field::Weight));
            price.checked_mul(weight?)?
        }
        Some(_) => return None,
    };
    Money::round(amount, currency)
}

fn report(
    one: &Billed,
    code: &str,
    worth: Option<Money>,
    (label, cell): (&str, Source),
    findings: &mut Findings,
) {
    let no = one.job.no().unwrap_or_default();
    let lost = worth.map(|worth| Money::new(-worth.minor.abs(), worth.currency));
    let mut finding = findings
        .at(one.first.amount_source(), &format!("{no}:{code}"))
        .arg("job", no)
        .arg("charge", code)
        .stake(lost)
        .evidence(label, cell)
        .evidence("evidence-job", one.job.0.source(Field::JobNo))
        .row(one.job.0)
        .invoice(one.first.invoice_no());
    if let Some(worth) = worth {
        finding = finding.expected(Arg::from(worth));
    }
    findings.push(finding);
}
