//! Splits delimited text into records and fields, without a string per field.
//!
//! Not csv-core: that one skips blank lines, counts only line feeds, and lets a quote that is never
//! closed swallow the rest of the file. Here every line has its fate and its number, and such a
//! quote is taken as an ordinary character.

use memchr::{memchr, memchr3};

/// What parts the fields of a text, and what holds them together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Dialect {
    /// One character or several.
    pub delimiter: String,
    pub quote: u8,
    /// A backslash before a quote makes it an ordinary character; else it is doubled.
    pub escaped: bool,
    /// Fields of most records, where that is known: a row of one field may be parted otherwise.
    pub width: usize,
}

impl Dialect {
    pub(super) fn of(delimiter: &str) -> Dialect {
        Dialect { delimiter: delimiter.to_owned(), quote: b'"', escaped: false, width: 0 }
    }
}

/// Where a field's text stands: in the file, or in the record's own buffer when marks had to go.
#[derive(Clone, Copy)]
struct Field {
    start: usize,
    end: usize,
    own: bool,
}

/// One record; its buffers are reused.
#[derive(Default)]
pub(super) struct Record {
    /// 1-based line on which it starts.
    pub line: u32,
    fields: Vec<Field>,
    buffer: String,
    /// A quote that opens a field was never closed and stands in the text.
    pub open_quote: bool,
    /// Another quote opens a field within a quoted one: one of the two was never meant.
    doubtful: bool,
}

impl Record {
    pub(super) fn len(&self) -> usize {
        self.fields.len()
    }

    /// From the first field to the end of the last: at least the bytes of the longest.
    pub(super) fn bytes(&self) -> usize {
        let (first, last) = (self.fields.first(), self.fields.last());
        first.zip(last).map_or(0, |(first, last)| last.end.saturating_sub(first.start))
    }

    pub(super) fn fields<'r>(&'r self, text: &'r str) -> impl Iterator<Item = &'r str> {
        self.fields.iter().map(move |field| match field.own {
            true => &self.buffer[field.start..field.end],
            false => &text[field.start..field.end],
        })
    }

    /// The same where all fields stand in the text as they are, and none had a mark taken out.
    pub(super) fn fields_as_they_stand<'t>(
        &self,
        text: &'t str,
    ) -> Option<impl Iterator<Item = &'t str>> {
        let fields = self.buffer.is_empty().then_some(&self.fields)?;
        Some(fields.iter().map(move |field| &text[field.start..field.end]))
    }

    /// The same, each with whether it stands in quotes.
    pub(super) fn fields_in_quotes<'r>(
        &'r self,
        text: &'r str,
        quote: u8,
    ) -> impl Iterator<Item = (&'r str, bool)> {
        let before = |at: usize| at.checked_sub(1).map(|at| text.as_bytes()[at]);
        let quoted = self.fields.iter().map(move |f| f.own || before(f.start) == Some(quote));
        self.fields(text).zip(quoted)
    }

    pub(super) fn is_blank(&self, text: &str) -> bool {
        self.fields(text).all(|field| field.trim().is_empty())
    }
}

/// Line ends within one quoted cell: real ones hold an address, more is a quote left open.
const QUOTED_LINES_MAX: u32 = 200;

pub(super) struct Records<'t> {
    text: &'t str,
    at: usize,
    line: u32,
    dialect: &'t Dialect,
    /// First byte of the delimiter.
    mark: u8,
    /// A quote that reaches over another field's opening quote opens nothing.
    wary: bool,
}

impl<'t> Records<'t> {
    pub(super) fn new(text: &'t str, dialect: &'t Dialect) -> Records<'t> {
        let mark = dialect.delimiter.as_bytes().first().copied().unwrap_or(b',');
        Records { text, at: 0, line: 1, dialect, mark, wary: false }
    }

    /// Bytes read so far.
    pub(super) fn position(&self) -> usize {
        self.at
    }

    /// Reads the next record; `false` at the end.
    pub(super) fn next(&mut self, record: &mut Record) -> bool {
        let (at, line, width) = (self.at, self.line, self.dialect.width);
        let read = self.split(record);
        if record.doubtful && width > 0 && record.len() != width {
            // A quote too many, or quotes that nobody doubled: the width of the list decides.
            self.split_wary(record, at, line);
            if record.len() != width {
                (self.at, self.line) = (at, line);
                self.split(record);
            }
        }
        read
    }

    fn split_wary(&mut self, record: &mut Record, at: usize, line: u32) {
        (self.at, self.line, self.wary) = (at, line, true);
        self.split(record);
        self.wary = false;
    }

    fn split(&mut self, record: &mut Record) -> bool {
        record.fields.clear();
        record.buffer.clear();
        (record.open_quote, record.doubtful) = (false, false);
        record.line = self.line;
        let bytes = self.text.as_bytes();
        if self.at >= bytes.len() {
            return false;
        }
        // A byte-order mark at a line's start is left from files put one behind the other.
        while self.text[self.at..].starts_with('\u{feff}') {
            self.at += '\u{feff}'.len_utf8();
        }
        loop {
            let field = self.field(record);
            record.fields.push(field);
            match bytes.get(self.at) {
                Some(b'\r' | b'\n') => {
                    self.at += line_end(bytes, self.at);
                    self.line += 1;
                    return true;
                }
                Some(_) => self.at += self.dialect.delimiter.len(),
                None => return true,
            }
        }
    }

    fn field(&mut self, record: &mut Record) -> Field {
        let bytes = self.text.as_bytes();
        let first = bytes.get(self.at);
        if first.is_some_and(u8::is_ascii_alphanumeric) {
            // Nearly every field: no quote, nothing to take off.
            let start = self.at;
            self.at = self.field_end(start);
            return Field { start, end: self.at, own: false };
        }
        if first == Some(&self.dialect.quote) || first == Some(&b' ') {
            // Blanks before a quote: programs that part by comma and blank write them.
            let blanks = bytes[self.at..].iter().take_while(|b| **b == b' ').count();
            if bytes.get(self.at + blanks) == Some(&self.dialect.quote) && self.mark != b' ' {
                if let Some((field, end, lines)) = self.quoted(self.at + blanks + 1, record) {
                    self.at = end;
                    self.line += lines;
                    return self.plain(field, record);
                }
                record.open_quote = true;
            } else if blanks == 0 && bytes.get(self.at) == Some(&self.dialect.quote) {
                if let Some((field, end, lines)) = self.quoted(self.at + 1, record) {
                    self.at = end;
                    self.line += lines;
                    return self.plain(field, record);
                }
                record.open_quote = true;
            }
        }
        let start = self.at;
        self.at = self.field_end(start);
        self.plain(Field { start, end: self.at, own: false }, record)
    }

    /// Where an unquoted field that starts here ends.
    fn field_end(&self, start: usize) -> usize {
        /// Most fields end before a search for long texts has begun.
        const SHORT_WORDS: usize = 3;
        let bytes = self.text.as_bytes();
        let mut at = start;
        if self.dialect.delimiter.len() == 1 {
            let (words, _) = bytes[start..].as_chunks();
            for word in words.iter().take(SHORT_WORDS) {
                if let Some(found) = first_of([self.mark, b'\r', b'\n'], *word) {
                    return at + found;
                }
                at += word.len();
            }
        }
        while let Some(found) = memchr3(self.mark, b'\r', b'\n', &bytes[at..]) {
            at += found;
            if bytes[at] != self.mark || self.is_delimiter(at) {
                return at;
            }
            at += 1;
        }
        bytes.len()
    }

    fn is_delimiter(&self, at: usize) -> bool {
        let delimiter = self.dialect.delimiter.as_bytes();
        delimiter.len() == 1 || self.text.as_bytes()[at..].starts_with(delimiter)
    }

    /// The text of a quoted field, where it ends, and the lines in it.
    fn quoted(&self, start: usize, record: &mut Record) -> Option<(Field, usize, u32)> {
        let bytes = self.text.as_bytes();
        let quote = self.dialect.quote;
        let kept = record.buffer.len();
        let (mut at, mut from, mut lines) = (start, start, 0);
        loop {
            let Some(found) = memchr3(quote, b'\r', b'\n', &bytes[at..]) else {
                record.buffer.truncate(kept);
                return None;
            };
            at += found;
            if bytes[at] != quote {
                lines += 1;
                if lines > QUOTED_LINES_MAX {
                    record.buffer.truncate(kept);
                    return None;
                }
                at += line_end(bytes, at);
                continue;
            }
            let backslash = at > from && bytes[at - 1] == b'\\';
            if self.dialect.escaped && backslash {
                record.buffer.push_str(&self.text[from..at - 1]);
                record.buffer.push(char::from(quote));
                at += 1;
                from = at;
                continue;
            }
            // A doubled quote; but `""` before a delimiter may be an escaped quote and the end.
            if bytes.get(at + 1) == Some(&quote) {
                record.buffer.push_str(&self.text[from..=at]);
                at += 2;
                from = at;
                continue;
            }
            if let Some(end) = self.after_quote(at + 1) {
                if record.buffer.len() == kept {
                    return Some((Field { start: from, end: at, own: false }, end, lines));
                }
                record.buffer.push_str(&self.text[from..at]);
                let field = Field { start: kept, end: record.buffer.len(), own: true };
                return Some((field, end, lines));
            }
            // It opens a field on a later line: the quote we are in was never meant to open one.
            if self.opens_field(at) {
                if lines > 0 || self.wary {
                    record.buffer.truncate(kept);
                    return None;
                }
                record.doubtful = true;
            }
            // A quote inside the text; programs that escape it with a backslash mean that.
            let cut = at - usize::from(backslash);
            record.buffer.push_str(&self.text[from..cut]);
            record.buffer.push(char::from(quote));
            at += 1;
            from = at;
        }
    }

    /// Where a field ends whose closing quote stands before `at`: blanks may follow it.
    fn after_quote(&self, at: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let ends = |at: usize| match bytes.get(at) {
            None | Some(b'\r' | b'\n') => true,
            Some(&byte) => byte == self.mark && self.is_delimiter(at),
        };
        if ends(at) {
            return Some(at);
        }
        let blanks = bytes[at..].iter().take_while(|b| **b == b' ').count();
        ends(at + blanks).then_some(at + blanks)
    }

    fn opens_field(&self, at: usize) -> bool {
        let before = &self.text.as_bytes()[..at];
        before.ends_with(self.dialect.delimiter.as_bytes())
            || matches!(before.last(), Some(b'\r' | b'\n'))
    }

    /// `="00123"` is how programs keep Excel from dropping zeros, and so is an apostrophe before
    /// them: the text is 00123.
    fn plain(&self, field: Field, record: &mut Record) -> Field {
        let text = match field.own {
            true => &record.buffer[field.start..field.end],
            false => &self.text[field.start..field.end],
        };
        match text.as_bytes() {
            [b'=' | b' ', ..] => {
                let inner = text.trim().strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
                let Some(inner) = inner.map(|inner| inner.replace("\"\"", "\"")) else {
                    return field;
                };
                let start = record.buffer.len();
                record.buffer.push_str(&inner);
                Field { start, end: record.buffer.len(), own: true }
            }
            [b'\'', b'0'..=b'9' | b'=' | b'+' | b'-' | b'@', rest @ ..]
                if memchr(b'\'', rest).is_none() =>
            {
                Field { start: field.start + 1, ..field }
            }
            _ => field,
        }
    }
}

const ONES: u64 = u64::MAX / 0xff;

/// Where the first of three bytes stands among eight: all eight are compared at once.
#[inline]
fn first_of([a, b, c]: [u8; 3], word: [u8; 8]) -> Option<usize> {
    let word = u64::from_le_bytes(word);
    let found = equals(word, a) | equals(word, b) | equals(word, c);
    (found != 0).then_some(found.trailing_zeros() as usize / 8)
}

/// The top bit of each byte that is this one. A byte that becomes zero borrows, so that bytes above
/// it may count too; the lowest never does in vain.
#[inline]
fn equals(word: u64, byte: u8) -> u64 {
    let zero = word ^ (ONES * u64::from(byte));
    zero.wrapping_sub(ONES) & !zero & (ONES << 7)
}

/// Length of the line end at a position: CR, LF or CR LF.
fn line_end(bytes: &[u8], at: usize) -> usize {
    if bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n') { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str, dialect: &Dialect) -> Vec<(u32, Vec<String>)> {
        let mut records = Records::new(text, dialect);
        let mut record = Record::default();
        let mut all = Vec::new();
        while records.next(&mut record) {
            all.push((record.line, record.fields(text).map(str::to_owned).collect()));
        }
        all
    }

    fn fields(text: &str) -> Vec<Vec<String>> {
        split(text, &Dialect::of(",")).into_iter().map(|(_, fields)| fields).collect()
    }

    #[test]
    fn the_first_of_three_bytes_is_found_among_eight() {
        let bytes = [b',', b'\r', b'\n', b'-', b'\x0c', b'\x8c', 0, 255];
        for seed in 0..100_000_usize {
            let word: [u8; 8] = std::array::from_fn(|at| bytes[(seed >> (at * 2)) * (at + 3) % 8]);
            let wanted = [b',', b'\r', b'\n'];
            let expected = word.iter().position(|byte| wanted.contains(byte));
            assert_eq!(first_of(wanted, word), expected, "{word:?}");
        }
    }

    #[test]
    fn all_line_ends_and_blank_lines_count() {
        let comma = Dialect::of(",");
        let lines: Vec<u32> = split("a,b\r\n\rc,d\ne\r\n", &comma).iter().map(|r| r.0).collect();
        assert_eq!(lines, [1, 2, 3, 4]);
        assert_eq!(split("a\r\"x\r\ny\"\rb", &comma).last().map(|r| r.0), Some(4));
    }

    #[test]
    fn quotes_in_every_manner() {
        assert_eq!(fields("\"a,b\",\"c\"\"d\",\"\"\n"), [["a,b", "c\"d", ""]]);
        assert_eq!(fields(r#""say \"hi\" now",2"#), [["say \"hi\" now", "2"]]);
        assert_eq!(fields("\"5\" pipe\",2\n"), [["5\" pipe", "2"]]);
        assert_eq!(fields("5\" pipe,2\n"), [["5\" pipe", "2"]]);
        assert_eq!(fields("\"a\" ,b"), [["a", "b"]]);
        assert_eq!(fields("1, \"a, b\",c"), [["1", "a, b", "c"]]);
        assert_eq!(fields("\"\"\"quoted\"\"\",b"), [["\"quoted\"", "b"]]);
        let escaped = Dialect { escaped: true, ..Dialect::of(",") };
        assert_eq!(split(r#""say \"hi\", now",2"#, &escaped)[0].1, ["say \"hi\", now", "2"]);
        let single = Dialect { quote: b'\'', ..Dialect::of(",") };
        assert_eq!(split("'a,b','it''s',\"c\"\n", &single)[0].1, ["a,b", "it's", "\"c\""]);
    }

    #[test]
    fn delimiters_of_several_bytes() {
        assert_eq!(split("a||b|c||d\n", &Dialect::of("||"))[0].1, ["a", "b|c", "d"]);
        assert_eq!(split("갑、을、\"병、정\"\n", &Dialect::of("、"))[0].1, ["갑", "을", "병、정"]);
        assert_eq!(split("1 \"a b\" 3\n", &Dialect::of(" "))[0].1, ["1", "a b", "3"]);
    }

    #[test]
    fn an_open_quote_does_not_swallow_the_file() {
        let text = format!("\"open,1\n{}", "x,2\n".repeat(1000));
        let comma = Dialect::of(",");
        let mut records = Records::new(&text, &comma);
        let mut record = Record::default();
        assert!(records.next(&mut record));
        assert!(record.open_quote);
        assert_eq!(record.fields(&text).collect::<Vec<_>>(), ["\"open", "1"]);
        let mut rest = 0;
        while records.next(&mut record) {
            rest += 1;
        }
        assert_eq!(rest, 1000);
    }

    #[test]
    fn a_stray_quote_does_not_reach_the_next_quoted_field() {
        assert_eq!(
            fields("\"abc,1\n\"x, y\",5\n2,\"z\"\n"),
            [["\"abc", "1"], ["x, y", "5"], ["2", "z"]]
        );
    }

    #[test]
    fn a_quote_too_many_is_known_by_the_width_of_the_list() {
        let dialect = Dialect { width: 4, ..Dialect::of(",") };
        let text = "\"J-1,10,\"Round 48\"\", of wood\",x\nJ-2,\"a,\"b\" c\",20,y\n";
        let rows = split(text, &dialect);
        assert_eq!(rows[0].1, ["\"J-1", "10", "Round 48\", of wood", "x"]);
        assert_eq!(rows[1].1, ["J-2", "a,\"b\" c", "20", "y"]);
        // Where no width is known nothing decides: a quote that opens a field is taken at its word.
        assert_eq!(split("\"J-1,10,\"a, b\",x\n", &Dialect::of(","))[0].1.len(), 2);
    }

    #[test]
    fn ids_kept_by_a_formula_or_an_apostrophe_are_text() {
        assert_eq!(fields("=\"00123\",\"=\"\"007\"\"\"\n"), [["00123", "007"]]);
        assert_eq!(fields("'00123,'t Hart,'7' pipe\n"), [["00123", "'t Hart", "'7' pipe"]]);
    }
}
