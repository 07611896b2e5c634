//! What became of each physical row. Promise 2: exactly one fate per row, and the counts add up.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// Read as data.
    Used,
    /// The header row or rows, also where a page break repeats them.
    Header,
    /// Above the header: report title, date, company.
    Title,
    Blank,
    /// A subtotal, total or carry-forward row; kept as a control total.
    Subtotal,
    /// Below the data: notes, signatures, "end of report".
    Footer,
    /// Left out by the user, with the decision in the journal.
    Excluded,
    /// Could not be read as a row of this table; the problem list says why.
    Rejected,
}

impl Fate {
    pub const ALL: [Fate; 8] = [
        Fate::Used,
        Fate::Header,
        Fate::Title,
        Fate::Blank,
        Fate::Subtotal,
        Fate::Footer,
        Fate::Excluded,
        Fate::Rejected,
    ];

    /// Machine name, also the tail of its word key (`fate-used`).
    pub fn key(self) -> &'static str {
        match self {
            Fate::Used => "used",
            Fate::Header => "header",
            Fate::Title => "title",
            Fate::Blank => "blank",
            Fate::Subtotal => "subtotal",
            Fate::Footer => "footer",
            Fate::Excluded => "excluded",
            Fate::Rejected => "rejected",
        }
    }
}

/// Rows per fate. Its sum is the number of physical rows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Fates {
    pub used: u32,
    pub header: u32,
    pub title: u32,
    pub blank: u32,
    pub subtotal: u32,
    pub footer: u32,
    pub excluded: u32,
    pub rejected: u32,
}

impl Fates {
    pub fn count(fates: &[Fate]) -> Fates {
        let mut counted = Fates::default();
        for &fate in fates {
            *counted.slot(fate) += 1;
        }
        counted
    }

    pub fn get(&self, fate: Fate) -> u32 {
        let mut copy = *self;
        *copy.slot(fate)
    }

    pub fn add(&mut self, other: &Fates) {
        for fate in Fate::ALL {
            *self.slot(fate) += other.get(fate);
        }
    }

    pub fn total(&self) -> u32 {
        Fate::ALL.iter().map(|&fate| self.get(fate)).sum()
    }

    fn slot(&mut self, fate: Fate) -> &mut u32 {
        match fate {
            Fate::Used => &mut self.used,
            Fate::Header => &mut self.header,
            Fate::Title => &mut self.title,
            Fate::Blank => &mut self.blank,
            Fate::Subtotal => &mut self.subtotal,
            Fate::Footer => &mut self.footer,
            Fate::Excluded => &mut self.excluded,
            Fate::Rejected => &mut self.rejected,
        }
    }
}
