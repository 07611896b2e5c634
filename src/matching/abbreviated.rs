//! Names cut short word by word: "QUAR OPTI PLC", "Opal R. B." for Quartz Optics plc, Opal Robotics BV. As
//! many words as the name has, each its beginning, and no other customer's name fits.

use super::names::raw_words;
use crate::base::QuickMap;

/// Letters of the first word that a cut one keeps.
const START: usize = 3;
/// Letters that all words together keep, less of which would fit half a directory.
const LETTERS_MIN: usize = 5;

/// Names by the beginning of their first words.
#[derive(Debug, Default)]
pub(super) struct Abbreviations(QuickMap<String, Vec<(u32, Vec<String>)>>);

impl Abbreviations {
    pub fn put(&mut self, customer: u32, name: &str) {
        let words = raw_words(name);
        if let Some(start) = start(&words) {
            let names = self.0.entry(start).or_default();
            if words.len() > 1 && !names.contains(&(customer, words.clone())) {
                names.push((customer, words));
            }
        }
    }

    /// The one customer whose name it may be short for.
    pub fn of(&self, name: &str) -> Option<u32> {
        let short = raw_words(name);
        let letters: usize = short.iter().map(|word| word.chars().count()).sum();
        if short.len() < 2 || letters < LETTERS_MIN {
            return None;
        }
        let names = self.0.get(&start(&short)?)?;
        // A longer name that begins so may be meant as well: a division, cut off.
        let fitting = || names.iter().filter(|(_, words)| begins_so(&short, words));
        let &(customer, _) = fitting().find(|(_, words)| words.len() == short.len())?;
        fitting().all(|&(other, _)| other == customer).then_some(customer)
    }
}

fn start(words: &[String]) -> Option<String> {
    let first = words.first()?;
    let start: String = first.chars().take(START).collect();
    (start.chars().count() == START).then_some(start)
}

fn begins_so(short: &[String], words: &[String]) -> bool {
    short.len() <= words.len()
        && short.iter().zip(words).all(|(cut, word)| word.starts_with(cut.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_a_beginning_and_one_name_fits() {
        let mut names = Abbreviations::default();
        let all = [
            "Quartz Optics plc",
            "Opal Robotics BV",
            "Opal Rubber BV",
            "Quartz Foods Ltd",
            "Maple Leaf Consulting",
            "Maple Leaf Consulting Division 34",
        ];
        for (at, name) in all.into_iter().enumerate() {
            names.put(at as u32, name);
        }
        assert_eq!(names.of("QUAR OPTI PLC"), Some(0));
        assert_eq!(names.of("Opal Ro. B."), Some(1));
        assert_eq!(names.of("Opal R. B."), None, "two names fit");
        assert_eq!(names.of("Maple Leaf Consult"), None, "the division's name is cut as well");
        assert_eq!(names.of("QUAR OPTI"), None, "a word is missing");
        assert_eq!(names.of("QU OPTI PLC"), None, "too little is left of the first");
    }
}
