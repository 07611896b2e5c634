//! The value added tax rates of each country with the days on which they were the law, for TAX-01 and TAX-02: the
//! standard rates, the reduced ones and nought. Which of them a service bears is a question for the tax
//! team.
//!
//! Written down in 2026 from general knowledge of these laws and not checked against their texts, for which no
//! source stands in this project: a rate that is missing here makes a lawful one look wrong, so a country belongs
//! in the list only with all its rates since 2016, and whoever changes one writes its first and last day.

use crate::base::{Country, Date, Decimal};

/// A rate in tenths of a percent, with its first and last day as `yyyymmdd`; 0 is open.
type Rate = (i64, u32, u32);

const fn of(per_mille: i64) -> Rate {
    (per_mille, 0, 0)
}

const fn from(per_mille: i64, first: u32) -> Rate {
    (per_mille, first, 0)
}

const fn to(per_mille: i64, last: u32) -> Rate {
    (per_mille, 0, last)
}

const fn within(per_mille: i64, first: u32, last: u32) -> Rate {
    (per_mille, first, last)
}

/// Since 2016. What is not here is not judged.
#[rustfmt::skip]
static RATES: &[(&str, &[Rate])] = &[
    ("AT", &[of(0), within(50, 20200701, 20211231), of(100), of(130), of(190), of(200)]),
    ("AU", &[of(0), of(100)]),
    ("BE", &[of(0), of(60), of(120), of(210)]),
    ("CH", &[of(0), to(25, 20231231), from(26, 20240101), to(37, 20231231), from(38, 20240101), to(80, 20171231),
        within(77, 20180101, 20231231), from(81, 20240101)]),
    ("CN", &[of(0), of(10), of(20), of(30), of(50), of(60), from(90, 20190401), within(100, 20180501, 20190331),
        to(110, 20180430), from(130, 20170701), to(130, 20170630), within(160, 20180501, 20190331), to(170, 20180430)]),
    ("CZ", &[of(0), to(100, 20231231), from(120, 20240101), to(150, 20231231), of(210)]),
    ("DE", &[of(0), within(50, 20200701, 20201231), of(70), within(160, 20200701, 20201231), of(190)]),
    ("DK", &[of(0), of(250)]),
    ("ES", &[of(0), of(20), of(40), of(50), of(75), of(100), of(210)]),
    ("FI", &[of(0), of(100), from(135, 20260101), to(140, 20251231), to(240, 20240831), from(255, 20240901)]),
    ("FR", &[of(0), of(9), of(21), of(55), of(85), of(100), of(130), of(200)]),
    ("GB", &[of(0), of(50), within(125, 20211001, 20220331), of(200)]),
    ("HU", &[of(0), of(50), of(180), of(270)]),
    ("IE", &[of(0), of(48), of(90), of(135), within(210, 20200901, 20210228), of(230)]),
    ("IT", &[of(0), of(40), of(50), of(100), of(220)]),
    ("JP", &[of(0), to(50, 20140331), of(80), from(100, 20191001)]),
    ("KR", &[of(0), of(100)]),
    ("LU", &[of(0), of(30), within(70, 20230101, 20231231), of(80), within(130, 20230101, 20231231), of(140),
        within(160, 20230101, 20231231), of(170)]),
    ("NL", &[of(0), to(60, 20181231), from(90, 20190101), of(210)]),
    ("NO", &[of(0), within(60, 20200401, 20210930), of(111), of(120), of(150), of(250)]),
    ("NZ", &[of(0), of(150)]),
    ("PL", &[of(0), of(50), of(80), of(230)]),
    ("PT", &[of(0), of(40), of(50), of(60), of(90), of(100), of(120), of(130), of(160), of(180), of(220), of(230)]),
    ("SE", &[of(0), of(60), of(120), of(250)]),
    ("SG", &[of(0), to(70, 20221231), within(80, 20230101, 20231231), from(90, 20240101)]),
    ("TW", &[of(0), of(50)]),
    ("ZA", &[of(0), to(140, 20180331), from(150, 20180401)]),
];

/// Whether the law of the country knew the rate on any of the days; `None` where the country is not known.
/// Without a day every rate counts that ever held.
pub(super) fn is_lawful(country: Country, rate: Decimal, days: &[Date]) -> Option<bool> {
    let (_, rates) = RATES.iter().find(|(code, _)| *code == country.code)?;
    let per_mille = rate.checked_mul(Decimal::ONE_THOUSAND)?;
    let mut same = rates.iter().filter(|(known, ..)| Decimal::from(*known) == per_mille);
    Some(same.any(|&(_, first, last)| {
        let holds = |day: &Date| number(*day) >= first && (last == 0 || number(*day) <= last);
        days.is_empty() || days.iter().any(holds)
    }))
}

/// All rates that the law of the country ever knew.
pub(super) fn rates_of(country: Country) -> impl Iterator<Item = Decimal> {
    let rates = RATES.iter().find(|(code, _)| *code == country.code);
    let rates = rates.map(|(_, rates)| *rates).unwrap_or_default();
    rates.iter().map(|(per_mille, ..)| Decimal::new(*per_mille, 3))
}

fn number(day: Date) -> u32 {
    use chrono::Datelike;
    day.year().unsigned_abs() * 10_000 + day.month() * 100 + day.day()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_holds_from_its_first_to_its_last_day() {
        let day = |text: &str| text.parse::<Date>().unwrap_or_default();
        for (country, rate, on, lawful) in [
            ("DE", "0.16", &["2020-12-31"][..], Some(true)),
            ("DE", "0.16", &["2021-01-01"], Some(false)),
            ("DE", "0.16", &["2021-01-04", "2020-12-30"], Some(true)),
            ("DE", "0.16", &[], Some(true)),
            ("CH", "0.081", &["2023-12-31"], Some(false)),
            ("CH", "0.081", &["2024-01-01"], Some(true)),
            ("DE", "0.19", &["2026-06-30"], Some(true)),
            ("US", "0.08", &["2026-06-30"], None),
        ] {
            let known = Country::parse(country);
            let days: Vec<Date> = on.iter().map(|text| day(text)).collect();
            let rate: Decimal = rate.parse().unwrap_or_default();
            let found = known.and_then(|country| is_lawful(country, rate, &days));
            assert_eq!(found, lawful, "{country} {rate} {on:?}");
        }
    }
}
