//! Numbers and days counted out from a seed: what looks like chance and is the same everywhere.

/// Knuth's linear generator; good enough for made-up figures, and nothing else.
pub struct Seeded(u64);

impl Seeded {
    pub fn new(seed: u64) -> Seeded {
        Seeded(seed)
    }

    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// A day by its serial of 1900, as a spreadsheet counts it; after February 1900.
pub fn iso_day(serial: u64) -> String {
    // Days since 0000-03-01, in years that begin in March: so a leap day is the last of a year.
    let days = serial + 693_899;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::iso_day;

    #[test]
    fn days_are_those_of_a_spreadsheet() {
        assert_eq!(iso_day(61), "1900-03-01");
        assert_eq!(iso_day(45_000), "2023-03-15");
        assert_eq!(iso_day(45_351), "2024-02-29");
        assert_eq!(iso_day(46_314), "2026-10-19");
    }
}
