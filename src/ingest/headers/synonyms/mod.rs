//! The words by which people head their columns, in nine languages. To teach Tieout a header, find
//! its field in the file of its group and add the word to the slice of its language.
//!
//! Words are written as people write them; case, blanks, dots, brackets with units and every form
//! of "number" (No, Nr, N°, №, #, 번호, 号码) need no entry of their own.

mod amounts;
mod bank;
mod charges;
mod contract;
mod dates;
mod documents;
mod dutch;
mod exports;
mod foreign;
mod ledger;
mod payments;
mod polish;
mod references;
mod requirements;
mod states;
mod tariffs;
mod taxes;
mod transport;

use crate::table::Field;

/// All words, group by group.
pub static GROUPS: &[&[Synonyms]] = &[
    documents::WORDS,
    transport::WORDS,
    dates::WORDS,
    amounts::WORDS,
    charges::WORDS,
    references::WORDS,
    requirements::WORDS,
    states::WORDS,
    tariffs::WORDS,
    taxes::WORDS,
    payments::WORDS,
    bank::WORDS,
    ledger::WORDS,
    exports::WORDS,
    dutch::WORDS,
    polish::WORDS,
    foreign::WORDS,
    contract::WORDS,
];

/// What a header can mean.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Sense {
    Field(Field),
    Foreign(Foreign),
}

/// Meanings that no field reads. They are known so that their columns are not taken for something
/// else, and because they tell what a sheet is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Foreign {
    /// Bank statements: value date, debit, credit, running balance, payer.
    Bank,
    /// Payments and clearing.
    Payment,
    /// Reminders, disputes, promises, risk.
    Collection,
    /// Street, city, postcode, country.
    Address,
    /// Parts of a person's name, job titles.
    Person,
    /// What was planned: requested, scheduled, estimated dates.
    Planned,
    /// When and by whom a row was typed in, posted, changed.
    Record,
    /// Ages and delays in days.
    Days,
    /// Stock keeping.
    Stock,
    /// The number of the row.
    RowCount,
    /// The account against which a posting stands.
    Contra,
    /// The bill of a carrier or supplier.
    VendorBill,
    /// Known, and of no use here.
    Other,
}

/// The words of one meaning.
pub struct Synonyms {
    pub sense: Sense,
    pub en: &'static [&'static str],
    pub ko: &'static [&'static str],
    pub zh: &'static [&'static str],
    pub ja: &'static [&'static str],
    pub de: &'static [&'static str],
    pub fr: &'static [&'static str],
    pub es: &'static [&'static str],
    pub nl: &'static [&'static str],
    pub pl: &'static [&'static str],
    /// Column codes of ledgers (SAP technical names).
    pub codes: &'static [&'static str],
    /// Words of any language that mean this only when the cells agree and nothing better is there.
    pub vague: &'static [&'static str],
    /// Words of any language that mean so many things that only the cells of another file decide.
    pub trap: &'static [&'static str],
}

impl Synonyms {
    const fn field(field: Field) -> Synonyms {
        Synonyms::of(Sense::Field(field))
    }

    const fn foreign(foreign: Foreign) -> Synonyms {
        Synonyms::of(Sense::Foreign(foreign))
    }

    const fn of(sense: Sense) -> Synonyms {
        Synonyms {
            sense,
            en: &[],
            ko: &[],
            zh: &[],
            ja: &[],
            de: &[],
            fr: &[],
            es: &[],
            nl: &[],
            pl: &[],
            codes: &[],
            vague: &[],
            trap: &[],
        }
    }

    /// The words that mean this and nothing else, whatever the language.
    pub fn plain(&self) -> impl Iterator<Item = &'static str> + use<> {
        let languages =
            [self.en, self.ko, self.zh, self.ja, self.de, self.fr, self.es, self.nl, self.pl];
        languages.into_iter().chain([self.codes]).flatten().copied()
    }
}
