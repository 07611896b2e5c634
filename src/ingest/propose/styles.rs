//! Decimal mark and order of day and month per column: by the column itself, else by the other
//! columns of the sheet, else by the currency's decimals, else asked.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::Currency;
use crate::ingest::headers::Header;
use crate::ingest::typing::{OrderEvidence, StyleEvidence, read_currency};
use crate::ingest::{Ask, DateOrder, NumberStyle};
use crate::table::{Field, RawSheet, ValueKind};

use super::profile::Profile;

/// What was decided, and what must be asked.
#[derive(Default)]
pub struct Styles {
    pub numbers: BTreeMap<u16, NumberStyle>,
    pub dates: BTreeMap<u16, DateOrder>,
    pub asks: Vec<Ask>,
}

/// Decides for all number and date columns; asks only where a mapped column needs it.
pub fn decide(
    raw: &RawSheet,
    headers: &[Header],
    profiles: &[Profile],
    mapped: &BTreeMap<u16, Field>,
    currency: Currency,
) -> Styles {
    let order_votes = profiles.iter().zip(headers).filter_map(|(p, h)| match p.dates.order {
        OrderEvidence::Decided(order) if p.date_column() => Some(order),
        _ => h.order,
    });
    let money = Money::find(raw, profiles, mapped, currency);
    let by_money = |at: usize| money.style(raw, &profiles[at], at, mapped.get(&(at as u16)));
    // A sheet is written in one style: what the amounts' currency decides holds for its prices too.
    let of_amounts = || only((0..profiles.len()).filter_map(by_money));
    let style_around = number_style(profiles);
    let order_around = only(order_votes);
    let mut styles = Styles::default();
    for (at, profile) in profiles.iter().enumerate() {
        let column = at as u16;
        let value = mapped.get(&column).map(|f| f.value());
        if is_numeric(value) || (value.is_none() && profile.number_column()) {
            match profile.numbers.style {
                StyleEvidence::None => {}
                StyleEvidence::Decided(style) => styles.number(column, Some(style), value),
                // For and against within one column: no other column decides that.
                StyleEvidence::Ambiguous if profile.numbers.point + profile.numbers.comma > 0 => {
                    styles.number(column, None, value);
                }
                StyleEvidence::Ambiguous => {
                    let style = style_around.or_else(|| by_money(at)).or_else(of_amounts);
                    let style = style.or_else(|| by_script(raw, at, &headers[at]));
                    styles.number(column, style, value);
                }
            }
        }
        if value == Some(ValueKind::Date) || (value.is_none() && profile.date_column()) {
            match profile.dates.order {
                OrderEvidence::None => {}
                OrderEvidence::Decided(order) => styles.date(column, Some(order), value),
                OrderEvidence::Ambiguous => {
                    styles.date(column, headers[at].order.or(order_around), value);
                }
            }
        }
    }
    styles
}

/// What the cells of each column decide by themselves.
pub fn seen(profiles: &[Profile]) -> Styles {
    let mut styles = Styles::default();
    for (at, profile) in profiles.iter().enumerate() {
        if let StyleEvidence::Decided(style) = profile.numbers.style
            && profile.number_column()
        {
            styles.numbers.insert(at as u16, style);
        }
        if let OrderEvidence::Decided(order) = profile.dates.order
            && profile.date_column()
        {
            styles.dates.insert(at as u16, order);
        }
    }
    styles
}

/// The decimal mark on which all columns of a sheet that show one agree.
pub fn number_style(profiles: &[Profile]) -> Option<NumberStyle> {
    only(profiles.iter().filter_map(|p| match p.numbers.style {
        StyleEvidence::Decided(style) if p.number_column() => Some(style),
        _ => None,
    }))
}

impl Styles {
    fn number(&mut self, column: u16, style: Option<NumberStyle>, value: Option<ValueKind>) {
        match style {
            Some(style) => {
                self.numbers.insert(column, style);
            }
            None if value.is_some() => self.asks.push(Ask::NumberStyle(column)),
            None => {}
        }
    }

    fn date(&mut self, column: u16, order: Option<DateOrder>, value: Option<ValueKind>) {
        match order {
            Some(order) => {
                self.dates.insert(column, order);
            }
            None if value.is_some() => self.asks.push(Ask::DateOrder(column)),
            None => {}
        }
    }
}

fn is_numeric(value: Option<ValueKind>) -> bool {
    matches!(value, Some(ValueKind::Amount | ValueKind::Number | ValueKind::Percent))
}

/// The one vote, if all agree.
fn only<T: PartialEq>(mut votes: impl Iterator<Item = T>) -> Option<T> {
    let first = votes.next()?;
    votes.all(|vote| vote == first).then_some(first)
}

/// The currencies that the amounts of a sheet can be in, whatever each row says.
struct Money {
    foreign: Vec<Currency>,
    local: Vec<Currency>,
}

impl Money {
    fn find(
        raw: &RawSheet,
        profiles: &[Profile],
        mapped: &BTreeMap<u16, Field>,
        currency: Currency,
    ) -> Money {
        let named = |field: Field| {
            let column = mapped.iter().find(|(_, mapped)| **mapped == field)?.0;
            let profile = profiles.get(usize::from(*column))?;
            // Cells of all rows: one amount in dinars makes thousandths of all the others.
            let cells = raw.columns.get(usize::from(*column))?.cells.iter();
            profile.all(profile.currencies).then(|| {
                let read = cells.filter_map(|cell| read_currency(cell.text));
                read.collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>()
            })
        };
        let titled: Vec<Currency> = [currency].into_iter().filter(|c| !c.is_none()).collect();
        Money {
            foreign: named(Field::Currency).unwrap_or_else(|| titled.clone()),
            local: named(Field::LocalCurrency).unwrap_or(titled),
        }
    }

    /// "1.234" in an amount of a currency with at most two decimals groups its digits.
    fn style(
        &self,
        raw: &RawSheet,
        profile: &Profile,
        column: usize,
        field: Option<&Field>,
    ) -> Option<NumberStyle> {
        let field = field.filter(|field| field.value() == ValueKind::Amount)?;
        let own = &profile.numbers.currencies;
        let whole = |currencies: &mut dyn Iterator<Item = &Currency>| {
            let mut currencies = currencies.peekable();
            currencies.peek().is_some() && currencies.all(|currency| currency.exponent() <= 2)
        };
        let groups = match (own.is_empty(), field) {
            (false, _) => whole(&mut own.iter()),
            (true, Field::LocalAmount) => whole(&mut self.local.iter()),
            (true, _) => whole(&mut self.foreign.iter()),
        };
        let open = profile.numbers.style == StyleEvidence::Ambiguous
            && profile.numbers.point + profile.numbers.comma == 0;
        if !groups || !open {
            return None;
        }
        grouped(raw, column)
    }
}

/// Who heads a column in Korean, Chinese or Japanese parts thousands by commas, and no decimals.
pub fn by_script(raw: &RawSheet, column: usize, header: &Header) -> Option<NumberStyle> {
    let of_script = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}');
    let named = header.text.chars().any(of_script);
    grouped(raw, column).filter(|style| named && *style == NumberStyle::Point)
}

/// The style of a column whose marks, all of one sort, stand before three digits: as groups.
fn grouped(raw: &RawSheet, column: usize) -> Option<NumberStyle> {
    let cells = raw.columns.get(column)?.cells.iter();
    let marks = cells.filter_map(|cell| {
        let tail = cell.text.trim_end_matches(|c: char| !c.is_ascii_digit());
        let mark = tail.rfind(['.', ','])?;
        match (&tail[mark..=mark], tail.len() - mark - 1) {
            (".", 3) => Some(NumberStyle::Comma),
            (",", 3) => Some(NumberStyle::Point),
            _ => None,
        }
    });
    only(marks)
}
