//! References that prove themselves in free text: creditor references (RF, ISO 11649) and Belgian
//! structured communications. One whose check digits are wrong is taken out of the text: it names
//! nothing, and no part of it may.

use crate::base::identifiers::{Check, belgian_reference, rf_reference};

/// The text without what proves itself wrong, and what proves itself right, folded.
pub struct Structured {
    pub text: String,
    pub proved: Vec<String>,
}

/// The shortest reference that is told from a word which begins with the same letters.
const RF_CHARS_MIN: usize = 8;
const RF_CHARS_MAX: usize = 25;

/// `None` where the text holds nothing of the kind, which is nearly always.
pub fn read(text: &str) -> Option<Structured> {
    let may = |three: &[u8]| matches!(three, b"+++" | b"***");
    let creditor = |two: &[u8]| matches!(two, [b'R' | b'r', b'F' | b'f']);
    let bytes = text.as_bytes();
    if !bytes.windows(2).any(creditor) && !bytes.windows(3).any(may) {
        return None;
    }
    let mut found = Structured { text: text.to_ascii_uppercase(), proved: Vec::new() };
    for mark in ["+++", "***"] {
        found.between(mark);
    }
    found.creditor();
    Some(found)
}

impl Structured {
    /// `+++010/8068/17183+++`
    fn between(&mut self, mark: &str) {
        let mut from = 0;
        while let Some(open) = self.text[from..].find(mark).map(|at| from + at) {
            let inner = open + mark.len();
            let Some(close) = self.text[inner..].find(mark).map(|at| inner + at) else { return };
            match belgian_reference::check(&self.text[inner..close]) {
                Check::NotShaped => {}
                check => self.settle(check, inner, close),
            }
            from = close + mark.len();
        }
    }

    /// `RF18 5390 0754 7034`, in groups or not: the longest run of whole words that holds.
    fn creditor(&mut self) {
        let mut from = 0;
        while let Some(at) = self.text[from..].find("RF").map(|at| from + at) {
            from = at + 2;
            let before = self.text[..at].chars().next_back();
            let is_start = before.is_none_or(|c| !c.is_alphanumeric());
            let ends = if is_start { ends_of_words(&self.text, at) } else { Vec::new() };
            let checks: Vec<(usize, Check)> = ends
                .into_iter()
                .map(|end| (end, rf_reference::check(&self.text[at..end])))
                .filter(|(_, check)| *check != Check::NotShaped)
                .collect();
            let holds = checks.iter().rev().find(|(_, check)| check.holds());
            if let Some(&(end, check)) = holds.or_else(|| checks.last()) {
                self.settle(check, at, end);
                from = end.min(self.text.len());
            }
        }
    }

    fn settle(&mut self, check: Check, from: usize, to: usize) {
        match check {
            Check::Holds => self.proved.push(crate::base::fold_id(&self.text[from..to])),
            _ => self.text.replace_range(from..to, &" ".repeat(to - from)),
        }
    }
}

/// Where words end that may still belong to one reference: digits in groups of four.
fn ends_of_words(text: &str, at: usize) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut count = 0;
    let bytes = text.as_bytes();
    let mut place = at;
    while place < bytes.len() && count <= RF_CHARS_MAX {
        let byte = bytes[place];
        let ends_here = place + 1 == bytes.len() || !bytes[place + 1].is_ascii_alphanumeric();
        if byte.is_ascii_alphanumeric() {
            count += 1;
            if ends_here && (RF_CHARS_MIN..=RF_CHARS_MAX).contains(&count) {
                ends.push(place + 1);
            }
        } else if byte != b' ' || (place > at && bytes[place - 1] == b' ') {
            break;
        }
        // A word of letters after a gap is no group of the reference.
        let group = byte == b' ' && bytes.get(place + 1).is_some_and(|b| !b.is_ascii_digit());
        if group {
            break;
        }
        place += 1;
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proved(text: &str) -> (Vec<String>, bool) {
        let read = read(text).expect("something of the kind");
        let kept = read.text.bytes().any(|b| b.is_ascii_digit());
        (read.proved, kept)
    }

    #[test]
    fn what_holds_is_a_reference_and_what_does_not_is_nothing() {
        assert_eq!(proved("ref RF18 5390 0754 7034"), (vec!["RF18539007547034".to_owned()], true));
        assert_eq!(proved("ref RF18539007547043"), (Vec::new(), false));
        assert_eq!(proved("+++010/8068/17183+++"), (vec!["010806817183".to_owned()], true));
        assert_eq!(proved("***010/8068/17184***"), (Vec::new(), false));
        assert_eq!(proved("RFQ 2026 INV 10042"), (Vec::new(), true));
    }
}
