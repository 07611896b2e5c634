//! A sheet as it stands in the file: dictionary-coded raw cells, nothing typed, nothing dropped.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Fate, Given, packed};
use crate::base::stretches;

/// What the file itself says about a cell.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum RawKind {
    Text,
    /// `text` is the exact decimal text of the stored number.
    Number,
    /// A number with a date format; `text` is `2026-11-06` or `2026-11-06 14:02:00`.
    Date,
    Bool,
    /// `#N/A`, `#REF!` …; `text` is the error as the spreadsheet shows it.
    Error,
    /// A formula whose value was never calculated; `text` is empty.
    NoValue,
    /// A stored whole number that its format shows as an id; `text` is what is shown, with all its
    /// zeros: `0000123456`, `124-81-00998`. Its digits are the number.
    Id,
}

impl RawKind {
    const ALL: [RawKind; 7] = [
        RawKind::Text,
        RawKind::Number,
        RawKind::Date,
        RawKind::Bool,
        RawKind::Error,
        RawKind::NoValue,
        RawKind::Id,
    ];
}

/// One distinct value of a column.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct RawCell<'t> {
    pub text: &'t str,
    pub kind: RawKind,
}

/// The values of a column: each once, or, where nearly nothing repeats, as they come. Their texts
/// stand in one run of memory: a column of a million different numbers is three allocations, not a
/// million, and crosses between workers as bytes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RawCells {
    text: String,
    /// Where each text ends.
    ends: Vec<u32>,
    kinds: Vec<RawKind>,
    repeats: bool,
}

impl RawCells {
    pub fn len(&self) -> usize {
        self.kinds.len()
    }

    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    pub fn get(&self, at: usize) -> Option<RawCell<'_>> {
        let kind = *self.kinds.get(at)?;
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        let text = self.text.get(start..self.ends[at] as usize).unwrap_or("");
        Some(RawCell { text, kind })
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = RawCell<'_>> + Clone {
        let mut start = 0;
        self.ends.iter().zip(&self.kinds).map(move |(&end, &kind)| {
            let text = self.text.get(start..end as usize).unwrap_or("");
            start = end as usize;
            RawCell { text, kind }
        })
    }

    /// Whether two cells that say the same have the same code.
    pub fn is_each_once(&self) -> bool {
        !self.repeats
    }

    /// Whether any value has a letter or a sign beyond ASCII: asked once of a column of figures, so
    /// that none of its million cells is looked at for words.
    pub fn may_hold_words(&self) -> bool {
        const TOPS: u64 = u64::MAX / 0xff * 0x80;
        const TO_TOP: u64 = u64::MAX / 0xff * (0x80 - b'A' as u64);
        let (words, rest) = self.text.as_bytes().as_chunks();
        let has_letter = |word: &[u8; 8]| {
            let word = u64::from_le_bytes(*word);
            (((word & !TOPS) + TO_TOP) | word) & TOPS != 0
        };
        stretches::find(words, |word| has_letter(word)).is_some()
            || rest.iter().any(|byte| *byte >= b'A')
    }

    /// Whether this sign stands in any value.
    pub fn may_hold(&self, sign: char) -> bool {
        self.text.contains(sign)
    }

    /// Values are added from here on without a look whether they are known.
    pub fn may_repeat(&mut self) {
        self.repeats = true;
    }

    /// Whether the value there is this one.
    pub fn is(&self, at: usize, cell: RawCell) -> bool {
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        let text = &self.text.as_bytes()[start..self.ends[at] as usize];
        self.kinds[at] == cell.kind && same_bytes(text, cell.text.as_bytes())
    }

    /// Makes room for so many values at once, if they are as long as those that are there: lists that
    /// double themselves are copied, and leave holes.
    pub fn expect(&mut self, values: usize) {
        let more = values.saturating_sub(self.len());
        let length = self.text.len().div_ceil(self.len().max(1));
        self.ends.reserve_exact(more);
        self.kinds.reserve_exact(more);
        self.text.reserve_exact(more.saturating_mul(length));
    }

    /// All texts in one run, and where each ends.
    pub(super) fn run(&self) -> (&str, &[u32]) {
        (&self.text, &self.ends)
    }

    /// Bytes of all texts together.
    pub fn text_bytes(&self) -> usize {
        self.text.len()
    }

    /// Adds a value; whether it is new is the caller's affair. False when the texts would outgrow
    /// what an end can say, and nothing was added.
    pub fn push(&mut self, cell: RawCell) -> bool {
        let Ok(end) = u32::try_from(self.text.len() + cell.text.len()) else { return false };
        self.text.push_str(cell.text);
        self.ends.push(end);
        self.kinds.push(cell.kind);
        true
    }

    /// Bytes that the values take in a frame.
    pub fn packed_bytes(&self) -> usize {
        self.text.len() + packed::bytes(self.ends.len(), self.text.len()) + self.kinds.len()
    }
}

/// Equality of short texts, eight bytes at a time: the call to a routine for long ones costs more than
/// the comparison, above all in a browser.
fn same_bytes(a: &[u8], b: &[u8]) -> bool {
    let ((a_words, a_tail), (b_words, b_tail)) = (a.as_chunks::<8>(), b.as_chunks::<8>());
    a.len() == b.len()
        && a_words
            .iter()
            .zip(b_words)
            .all(|(a, b)| u64::from_le_bytes(*a) == u64::from_le_bytes(*b))
        && a_tail.iter().zip(b_tail).all(|(a, b)| a == b)
}

impl RawCell<'_> {
    /// The digits of the number that stands behind an id.
    pub fn digits(&self) -> String {
        self.text.chars().filter(char::is_ascii_digit).collect()
    }
}

impl<'t> FromIterator<RawCell<'t>> for RawCells {
    fn from_iter<I: IntoIterator<Item = RawCell<'t>>>(cells: I) -> RawCells {
        let mut all = RawCells::default();
        for cell in cells {
            all.push(cell);
        }
        all
    }
}

impl Serialize for RawCells {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let kinds: Vec<u8> = self.kinds.iter().map(|kind| *kind as u8).collect();
        let ends = packed::Packed::of(&self.ends);
        (&self.text, ends, packed::Bytes::of(&kinds), self.repeats).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for RawCells {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<RawCells, D::Error> {
        let (text, ends, kinds, repeats): (String, packed::Packed, packed::Bytes, bool) =
            Deserialize::deserialize(deserializer)?;
        let ends = ends.into_numbers();
        let kind = |byte: &u8| RawKind::ALL.get(usize::from(*byte)).copied();
        let kinds = stretches::collect(kinds.as_slice().iter().map_while(kind));
        match kinds.len() == ends.len() {
            true => Ok(RawCells { text, ends, kinds, repeats }),
            false => Err(D::Error::custom("a column's values do not fit together")),
        }
    }
}

/// One column: a code per physical row. Code 0 is a blank cell, code `n` is `cells.get(n - 1)`. That
/// equal codes are equal values always holds; the reverse only where [`RawCells::is_each_once`].
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct RawColumn {
    pub cells: RawCells,
    #[serde(with = "packed")]
    pub codes: Vec<u32>,
}

impl RawColumn {
    pub fn get(&self, row: usize) -> Option<RawCell<'_>> {
        let code = *self.codes.get(row)? as usize;
        self.cells.get(code.checked_sub(1)?)
    }

    pub fn text(&self, row: usize) -> &str {
        self.get(row).map_or("", |cell| cell.text)
    }

    /// Whether a cell shows nothing but blanks. Asked of every row, and most begin with what is none.
    pub fn is_blank(&self, row: usize) -> bool {
        let text = self.text(row);
        !matches!(text.as_bytes().first(), Some(b'!'..=b'~')) && text.trim().is_empty()
    }

    /// Bytes that the column takes in a frame.
    pub fn packed_bytes(&self) -> usize {
        self.cells.packed_bytes() + packed::bytes(self.codes.len(), self.cells.len())
    }
}

/// One sheet or one text file. Every column has `row_numbers.len()` codes.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct RawSheet {
    pub name: String,
    pub hidden: bool,
    pub columns: Vec<RawColumn>,
    /// For each physical row the number that the user's own program shows (1-based), or the line
    /// on which a text record starts. Blank rows between data are physical rows too.
    #[serde(with = "packed")]
    pub row_numbers: Vec<u32>,
    /// Rows (0-based) of which the format itself says what they are: page titles and starred totals
    /// of a printed list. Evidence from the cells is not asked for these.
    pub known_fates: BTreeMap<u32, Fate>,
    /// Rows and columns (0-based, in order) that the user's own program does not show.
    pub hidden_rows: Vec<u32>,
    pub hidden_columns: Vec<u16>,
    /// The reading that comes with the format: bank statements, electronic invoices.
    pub given: Option<Box<Given>>,
    /// Set once a sheet has been cut, and never part of a file's frame.
    #[serde(skip)]
    pub unfolded: Option<Box<Unfolded>>,
}

/// How the rows of a rate matrix became one row for each price. A physical row of the file stands
/// here as often as it has prices, with all its cells and the same number.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Unfolded {
    /// The first header row and how many there are.
    pub header: (u32, u32),
    /// The columns of the matrix: none of them is a field of its own.
    pub prices: Range<u16>,
    /// A column that names the least charge by a sign of the trade.
    pub minimum: Option<u16>,
    /// From this column on they stand in no file.
    pub derived: u16,
    /// The bands were taken from the rows, not from the heads.
    pub by_row: bool,
    /// The columns of which each says another unit, where nobody says what the prices are for.
    pub units: Range<u16>,
    /// By row: the column of the file in which its price stands.
    pub places: Vec<Option<u16>>,
}

impl RawSheet {
    pub fn rows(&self) -> usize {
        self.row_numbers.len()
    }

    /// The rows as the file has them, each once: a matrix stands here with a row for each price.
    pub fn rows_of_file(&self) -> usize {
        match self.unfolded {
            Some(_) => self.row_numbers.chunk_by(|a, b| a == b).count(),
            None => self.rows(),
        }
    }

    pub fn cell(&self, row: usize, column: usize) -> Option<RawCell<'_>> {
        self.columns.get(column)?.get(row)
    }

    pub fn text(&self, row: usize, column: usize) -> &str {
        self.columns.get(column).map_or("", |c| c.text(row))
    }

    pub fn is_blank_row(&self, row: usize) -> bool {
        self.columns.iter().all(|c| c.is_blank(row) && !c.has_no_value(row))
    }

    /// Bytes that its columns take in a frame.
    pub fn packed_bytes(&self) -> usize {
        let last = self.row_numbers.last().map_or(0, |row| *row as usize);
        let columns: usize = self.columns.iter().map(RawColumn::packed_bytes).sum();
        columns + packed::bytes(self.row_numbers.len(), last)
    }
}

impl RawColumn {
    fn has_no_value(&self, row: usize) -> bool {
        self.get(row).is_some_and(|cell| cell.kind == RawKind::NoValue)
    }
}
