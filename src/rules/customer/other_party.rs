//! CUS-03: an invoice goes to another party than the contract names, bears the name of one customer or of
//! nobody known and the number of another, or comes from another of the own companies than the customer list says. A job that is itself another customer's is REF-05.

use std::collections::BTreeSet;

use crate::base::{QuickMap, Severity, fold_id, fold_word};
use crate::model::{Book, Invoice, Owner, Party, Rate, Row};
use crate::rules::placeholder::is_placeholder;
use crate::rules::{Case, Finding, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "CUS-03",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Customer,
    owner: Owner::MasterData,
    needs: &[Need::AnyColumn(&[
        (Kind::Customers, Field::Entity),
        (Kind::Rates, Field::ContractNo),
        (Kind::Customers, Field::CustomerNo),
    ])],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let parties = contract_parties(case.book);
    let borne = Borne::read(case.book);
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        if !check_entity(&invoice, findings)
            && !check_name(case.book, &invoice, findings)
            && !check_stranger(case.book, &borne, &invoice, findings)
        {
            check_contract(case, &parties, &invoice, findings);
        }
    }
}

/// How many invoices bear each customer's listed name, by its number.
struct Borne(QuickMap<String, (usize, usize)>);

/// So many of a customer's invoices bear its listed name that another one stands out.
const NAMED_MIN: usize = 3;

impl Borne {
    fn read(book: &Book) -> Borne {
        let mut borne: QuickMap<String, (usize, usize)> = QuickMap::default();
        for row in book.invoices().filter_map(|invoice| invoice.header()) {
            let said = row.text(Field::CustomerNo).zip(row.text(Field::CustomerName));
            let Some((no, name)) = said else { continue };
            let listed = book.customer(Some(no), None).and_then(|customer| customer.name());
            let count = borne.entry(fold_id(no)).or_default();
            count.0 += usize::from(listed.is_some_and(|listed| !is_strange(listed, name)));
            count.1 += 1;
        }
        Borne(borne)
    }

    fn is_usual(&self, no: &str) -> bool {
        let count = self.0.get(&fold_id(no)).copied().unwrap_or_default();
        count.0 >= NAMED_MIN && count.0 * 10 >= count.1 * 8
    }
}

/// No word of the two names is the same or begins the same, and one is no short form of the other.
fn is_strange(listed: &str, name: &str) -> bool {
    const WORD_MIN: usize = 3;
    #[rustfmt::skip]
    const FORMS: [&str; 24] = [
        "gmbh", "inc", "llc", "ltd", "corp", "company", "limited", "plc", "the", "and", "und", "sarl", "sas", "spa",
        "srl", "group", "holding", "holdings", "international", "co", "kg", "ohg", "mbh", "sociedad",
    ];
    let (listed, name) = (fold_word(listed), fold_word(name));
    if !listed.is_ascii() || !name.is_ascii() {
        let (a, b): (Vec<char>, Vec<char>) = (listed.chars().collect(), name.chars().collect());
        return !a.windows(2).any(|pair| b.windows(2).any(|other| pair == other));
    }
    let words = |text: &str| -> Vec<String> {
        let words = text.split(' ').filter(|w| w.len() >= WORD_MIN && !FORMS.contains(w));
        words.map(str::to_owned).collect()
    };
    let (own, other) = (words(&listed), words(&name));
    let initials = |words: &[String]| words.iter().filter_map(|w| w.chars().next()).collect();
    let (short_own, short_other): (String, String) = (initials(&own), initials(&other));
    let alike = |a: &String, b: &String| a[..WORD_MIN] == b[..WORD_MIN];
    let short = |joined: &str, initials: &str| joined.replace(' ', "").starts_with(initials);
    let says_nothing = own.is_empty() || other.is_empty();
    let shares_word = own.iter().any(|a| other.iter().any(|b| alike(a, b)));
    let is_short = short_own.len() > 1 && short(&name, &short_own)
        || short_other.len() > 1 && short(&listed, &short_other);
    !(says_nothing || shares_word || is_short)
}

/// The name is nobody's on the list, and the customer's other invoices bear the listed one.
fn check_stranger(book: &Book, borne: &Borne, invoice: &Invoice, findings: &mut Findings) -> bool {
    let Some(row) = invoice.header() else { return false };
    let said = row.text(Field::CustomerNo).zip(row.text(Field::CustomerName));
    let Some((no, name)) = said.filter(|(no, _)| borne.is_usual(no)) else { return false };
    let Some(numbered) = book.customer(Some(no), None) else { return false };
    let is_listed = book.customer(None, Some(name)).is_some();
    let parent = numbered.0.text(Field::ParentName);
    let of_parent = parent.is_some_and(|parent| !is_strange(parent, name));
    let Some(expected) = numbered.name().filter(|listed| is_strange(listed, name)) else {
        return false;
    };
    if is_listed || of_parent || is_placeholder(name) {
        return false;
    }
    let listed = numbered.0.source(Field::CustomerName);
    let finding = differs(invoice, row, Field::CustomerName, (name, expected), findings);
    findings.push(finding.evidence("evidence-customer-list", listed));
    true
}

fn check_entity(invoice: &Invoice, findings: &mut Findings) -> bool {
    let Some(row) = invoice.stating(Field::Entity) else { return false };
    let Some(customer) = invoice.customer_asking(Field::Entity) else { return false };
    let (Some(found), Some(agreed)) = (row.text(Field::Entity), customer.0.text(Field::Entity))
    else {
        return false;
    };
    if fold_id(found) == fold_id(agreed) {
        return false;
    }
    let listed = customer.0.source(Field::Entity);
    let finding = differs(invoice, row, Field::Entity, (found, agreed), findings);
    findings.push(finding.evidence("evidence-customer-list", listed));
    true
}

/// The number is one customer's and the name, as it stands in the list, another's. A branch and its
/// parent are one.
fn check_name(book: &Book, invoice: &Invoice, findings: &mut Findings) -> bool {
    let Some(row) = invoice.header() else { return false };
    let said = row.text(Field::CustomerNo).zip(row.text(Field::CustomerName));
    let Some((no, name)) = said else { return false };
    let both = book.customer(Some(no), None).zip(book.customer(None, Some(name)));
    let Some((numbered, named)) = both else { return false };
    let Some((expected, own_no)) = numbered.name().zip(named.0.text(Field::CustomerNo)) else {
        return false;
    };
    let same = |a: &str, b: &str| fold_id(a) == fold_id(b);
    let parent = |of: Row, name: &str| of.text(Field::ParentName).is_some_and(|p| same(p, name));
    let is_named = named.name().is_some_and(|listed| same(listed, name));
    if !is_named
        || same(own_no, no)
        || same(expected, name)
        || parent(numbered.0, name)
        || parent(named.0, expected)
    {
        return false;
    }
    let listed = numbered.0.source(Field::CustomerNo);
    let finding = differs(invoice, row, Field::CustomerName, (name, expected), findings);
    findings.push(finding.evidence("evidence-customer-list", listed));
    true
}

/// The one customer of each contract, with a rate row that says so.
type Parties<'b> = QuickMap<String, (BTreeSet<Party>, Rate<'b>)>;

fn contract_parties(book: &Book) -> Parties<'_> {
    let mut parties: Parties = QuickMap::default();
    for rate in book.rates() {
        let (Some(no), Some(party)) = (rate.0.text(Field::ContractNo), book.party(rate.0)) else {
            continue;
        };
        parties.entry(fold_id(no)).or_insert_with(|| (BTreeSet::new(), rate)).0.insert(party);
    }
    parties.retain(|_, (named, _)| named.len() == 1);
    parties
}

fn check_contract(case: &Case, parties: &Parties, invoice: &Invoice, findings: &mut Findings) {
    let Some(row) = invoice.any_row() else { return };
    let Some(payer) = case.book.party(row) else { return };
    let jobs = invoice.header().into_iter().chain(invoice.lines().map(|line| line.0));
    let jobs = jobs.filter_map(|row| row.text(Field::JobNo));
    let jobs = jobs.flat_map(|no| case.book.jobs_numbered(no));
    let mut jobs = jobs.map(|&at| case.book.job(at as usize).0);
    let wrong = jobs.find_map(|job| {
        let (named, rate) = parties.get(&fold_id(job.text(Field::ContractNo)?))?;
        let party = named.first()?;
        let own = case.book.party(job).and_then(|of_job| of_job.same(payer)) != Some(false);
        (own && party.same(payer) == Some(false)).then_some((job, *rate))
    });
    let Some((job, rate)) = wrong else { return };
    let field = name_field(row);
    let (found, expected) = (label(row), label(rate.0));
    let finding = differs(invoice, row, field, (found, expected), findings)
        .evidence("evidence-job", job.source(Field::ContractNo))
        .evidence("evidence-rate", rate.0.source(Field::ContractNo))
        .job(job.text(Field::JobNo));
    findings.push(finding);
}

/// What an invoice says of its customer, and what it should say.
fn differs(
    invoice: &Invoice,
    row: Row,
    field: Field,
    (found, expected): (&str, &str),
    findings: &Findings,
) -> Finding {
    findings
        .at(row.source(field), invoice.key())
        .arg("invoice", invoice.no())
        .arg("field", Arg::term(field.word()))
        .arg("found", found)
        .arg("expected", expected)
        .found(found)
        .expected(expected)
        .stake(invoice.worth())
        .of_invoice(Some(*invoice))
}

fn name_field(row: Row) -> Field {
    if row.has(Field::CustomerName) { Field::CustomerName } else { Field::CustomerNo }
}

fn label<'b>(row: Row<'b>) -> &'b str {
    let name = row.text(Field::CustomerName).or_else(|| row.text(Field::CustomerNo));
    name.unwrap_or_default()
}
