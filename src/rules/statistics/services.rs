//! What each charge is for, as a number: equal texts have equal numbers. A million charges have some
//! hundred services, so that a text is looked up once a spelling, and grouping compares no texts.

use crate::base::Texts;
use crate::model::{Book, Charge};
use crate::rules::Case;
use crate::table::Field;

/// Of a charge that says neither by code nor in words what it is for.
pub const UNSAID: u32 = 0;

/// In the order of [`Book::charges`]; worked out once for the rules that ask.
pub fn services<'c>(case: &Case<'c>) -> &'c [u32] {
    case.shared.services(case.book)
}

/// By code, else by description, as [`Charge::code`] has it.
pub fn number(book: &Book) -> Vec<u32> {
    let mut texts = Texts::default();
    texts.put("");
    let codes = book.spellings(Field::ServiceCode, |text| texts.put(text));
    let service = |charge: Charge| match codes.of(charge.0) {
        Some(&code) => code,
        None => charge.code().map_or(UNSAID, |text| texts.put(text)),
    };
    book.charges().map(service).collect()
}
