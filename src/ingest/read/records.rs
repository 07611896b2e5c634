//! Splits delimited text into records and fields.
//!
//! Not csv-core: that one skips blank lines, counts only line feeds, and lets a quote that is never
//! closed swallow the rest of the file. Here every line has its fate and its number, and such a
//! quote is taken as an ordinary character.

/// One record; its buffers are reused.
#[derive(Default)]
pub(super) struct Record {
    /// 1-based line on which it starts.
    pub line: u32,
    pub fields: Vec<String>,
    /// A quote that opens a field was never closed and stands in the text.
    pub open_quote: bool,
}

impl Record {
    pub(super) fn is_blank(&self) -> bool {
        self.fields.iter().all(|field| field.trim().is_empty())
    }
}

/// Line ends within one quoted cell: real ones hold an address, more is a quote left open.
const QUOTED_LINES_MAX: u32 = 200;

pub(super) struct Records<'t> {
    text: &'t str,
    at: usize,
    line: u32,
    delimiter: u8,
}

impl<'t> Records<'t> {
    /// `delimiter` is an ASCII character.
    pub(super) fn new(text: &'t str, delimiter: u8) -> Records<'t> {
        Records { text, at: 0, line: 1, delimiter }
    }

    /// Bytes read so far.
    pub(super) fn position(&self) -> usize {
        self.at
    }

    /// Reads the next record; `false` at the end.
    pub(super) fn next(&mut self, record: &mut Record) -> bool {
        record.fields.clear();
        record.open_quote = false;
        record.line = self.line;
        if self.at >= self.text.len() {
            return false;
        }
        // A byte-order mark at a line's start is left from files put one behind the other.
        if self.text[self.at..].starts_with('\u{feff}') {
            self.at += '\u{feff}'.len_utf8();
        }
        loop {
            record.fields.push(self.field(&mut record.open_quote));
            match self.text.as_bytes().get(self.at) {
                Some(&byte) if byte == self.delimiter => self.at += 1,
                Some(_) => {
                    self.at += line_end(self.text.as_bytes(), self.at);
                    self.line += 1;
                    return true;
                }
                None => return true,
            }
        }
    }

    fn field(&mut self, open_quote: &mut bool) -> String {
        let bytes = self.text.as_bytes();
        if bytes.get(self.at) == Some(&b'"') {
            if let Some((text, end, lines)) = self.quoted(self.at + 1) {
                self.at = end;
                self.line += lines;
                return unformula(text);
            }
            *open_quote = true;
        }
        let ends = |b: &u8| *b == self.delimiter || matches!(b, b'\r' | b'\n');
        let length = bytes[self.at..].iter().position(ends).unwrap_or(bytes.len() - self.at);
        let field = &self.text[self.at..self.at + length];
        self.at += length;
        unformula(field.to_owned())
    }

    /// The text of a quoted field, where it ends, and the lines in it.
    fn quoted(&self, start: usize) -> Option<(String, usize, u32)> {
        let bytes = self.text.as_bytes();
        let mut text = String::new();
        let (mut at, mut from, mut lines) = (start, start, 0);
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'\r' | b'\n' => {
                    lines += 1;
                    if lines > QUOTED_LINES_MAX {
                        return None;
                    }
                    at += line_end(bytes, at);
                }
                b'"' if bytes.get(at + 1) == Some(&b'"') => {
                    text.push_str(&self.text[from..=at]);
                    at += 2;
                    from = at;
                }
                b'"' => match self.after_quote(at + 1) {
                    Some(end) => {
                        text.push_str(&self.text[from..at]);
                        return Some((text, end, lines));
                    }
                    // A quote inside the text; programs that escape it with a backslash mean that.
                    None => {
                        let escaped = at > from && bytes[at - 1] == b'\\';
                        text.push_str(&self.text[from..at - usize::from(escaped)]);
                        text.push('"');
                        at += 1;
                        from = at;
                    }
                },
                _ => at += 1,
            }
        }
        None
    }

    /// Where a field ends whose closing quote stands before `at`: blanks may follow it.
    fn after_quote(&self, at: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let blanks = bytes[at..].iter().take_while(|b| **b == b' ').count();
        match bytes.get(at + blanks) {
            None | Some(b'\r' | b'\n') => Some(at + blanks),
            Some(&byte) if byte == self.delimiter => Some(at + blanks),
            Some(_) => None,
        }
    }
}

/// Length of the line end at a position: CR, LF or CR LF.
fn line_end(bytes: &[u8], at: usize) -> usize {
    if bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n') { 2 } else { 1 }
}

/// `="00123"` is how programs keep Excel from dropping zeros: the text is 00123.
fn unformula(field: String) -> String {
    match field.trim().strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        Some(text) => text.replace("\"\"", "\""),
        None => field,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str, delimiter: u8) -> Vec<(u32, Vec<String>)> {
        let mut records = Records::new(text, delimiter);
        let mut record = Record::default();
        let mut all = Vec::new();
        while records.next(&mut record) {
            all.push((record.line, record.fields.clone()));
        }
        all
    }

    fn fields(text: &str) -> Vec<Vec<String>> {
        split(text, b',').into_iter().map(|(_, fields)| fields).collect()
    }

    #[test]
    fn all_line_ends_and_blank_lines_count() {
        let lines: Vec<u32> = split("a,b\r\n\rc,d\ne\r\n", b',').iter().map(|r| r.0).collect();
        assert_eq!(lines, [1, 2, 3, 4]);
        assert_eq!(split("a\r\"x\r\ny\"\rb", b',').last().map(|r| r.0), Some(4));
    }

    #[test]
    fn quotes_in_every_manner() {
        assert_eq!(fields("\"a,b\",\"c\"\"d\",\"\"\n"), [["a,b", "c\"d", ""]]);
        assert_eq!(fields(r#""say \"hi\" now",2"#), [["say \"hi\" now", "2"]]);
        assert_eq!(fields("\"5\" pipe\",2\n"), [["5\" pipe", "2"]]);
        assert_eq!(fields("5\" pipe,2\n"), [["5\" pipe", "2"]]);
        assert_eq!(fields("\"a\" ,b"), [["a", "b"]]);
        assert_eq!(fields("\"\"\"quoted\"\"\",b"), [["\"quoted\"", "b"]]);
    }

    #[test]
    fn an_open_quote_does_not_swallow_the_file() {
        let text = format!("\"open,1\n{}", "x,2\n".repeat(1000));
        let mut records = Records::new(&text, b',');
        let mut record = Record::default();
        assert!(records.next(&mut record));
        assert!(record.open_quote);
        assert_eq!(record.fields, ["\"open", "1"]);
        let mut rest = 0;
        while records.next(&mut record) {
            rest += 1;
        }
        assert_eq!(rest, 1000);
    }

    #[test]
    fn ids_kept_by_a_formula_are_text() {
        assert_eq!(fields("=\"00123\",\"=\"\"007\"\"\"\n"), [["00123", "007"]]);
    }
}
