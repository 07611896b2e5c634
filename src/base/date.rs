//! Calendar dates without time of day or zone. Stored as days since 1970-01-01.

/// A calendar date. "Now" is never read in this library: the as-of date is an input.
pub type Date = chrono::NaiveDate;

const UNIX_EPOCH_FROM_CE: i32 = 719_163;

/// Days since 1970-01-01; the form in which columns hold dates.
pub fn days_from_date(date: Date) -> i32 {
    use chrono::Datelike;
    date.num_days_from_ce() - UNIX_EPOCH_FROM_CE
}

pub fn date_from_days(days: i32) -> Option<Date> {
    Date::from_num_days_from_ce_opt(days.checked_add(UNIX_EPOCH_FROM_CE)?)
}

/// `2026-11-06`, the form of every machine-readable output.
pub fn iso(date: Date) -> String {
    use chrono::Datelike;
    let Some(year) = u32::try_from(date.year()).ok().filter(|year| *year < 10_000) else {
        return date.format("%Y-%m-%d").to_string();
    };
    // Asked for every day of a list, so without a pattern to be understood each time.
    let mut text = String::with_capacity("2026-11-06".len());
    let parts = [(year / 100, ""), (year % 100, "-"), (date.month(), "-"), (date.day(), "")];
    for (two, after) in parts {
        text.extend([two / 10, two % 10].map(|digit| char::from(b'0' + digit as u8)));
        text.push_str(after);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_agree() {
        let date = Date::from_ymd_opt(2026, 11, 6).expect("a date");
        assert_eq!(date_from_days(days_from_date(date)), Some(date));
        assert_eq!(days_from_date(Date::from_ymd_opt(1970, 1, 1).expect("a date")), 0);
        for days in (-2_000_000..4_000_000).step_by(997) {
            let date = date_from_days(days).expect("a date");
            assert_eq!(iso(date), date.format("%Y-%m-%d").to_string());
        }
        assert_eq!(iso(date), "2026-11-06");
    }
}
