//! Customers that belong together, told by their names alone: a house and its divisions, one name
//! under several numbers; and the short forms that fit a family and no other.
//!
//! Invariant: a family is never proof. What it leads to is a suggestion.

use std::collections::BTreeMap;

use super::names::{Directory, words};
use crate::base::turns::Pace;

/// Families of all customers: of each customer the first of its family.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Families {
    first: BTreeMap<u32, u32>,
    members: BTreeMap<u32, Vec<u32>>,
}

/// Letters of the house's name from which longer names that begin with it are its divisions'.
const HOUSE_CHARS_MIN: usize = 10;
/// More are a common word and no family.
const MEMBERS_MAX: usize = 40;
/// Letters of a short form that is made of beginnings.
const SHORT_CHARS: std::ops::RangeInclusive<usize> = 3..=5;

impl Families {
    /// Names in order stand behind the one that they begin with.
    pub async fn build(names: &[(u32, Vec<String>)], pace: &Pace) -> Families {
        let mut sorted: Vec<(&[String], u32)> =
            names.iter().map(|(customer, words)| (words.as_slice(), *customer)).collect();
        pace.sort(&mut sorted, Ord::cmp).await;
        sorted.dedup();
        let mut families = Families::default();
        let mut house: Option<(&[String], u32)> = None;
        pace.each(sorted, |(words, customer)| {
            let letters = |words: &[String]| words.iter().map(|w| w.chars().count()).sum::<usize>();
            let belongs = house.filter(|(own, _)| {
                words.starts_with(own) && (letters(own) >= HOUSE_CHARS_MIN || words == *own)
            });
            match belongs {
                Some((_, first)) => families.join(first, customer),
                None => house = Some((words, customer)),
            }
        })
        .await;
        families.members.retain(|_, members| members.len() <= MEMBERS_MAX);
        families
    }

    fn join(&mut self, first: u32, customer: u32) {
        let first = self.first.get(&first).copied().unwrap_or(first);
        if first == customer || self.first.contains_key(&customer) {
            return;
        }
        self.first.insert(first, first);
        self.first.insert(customer, first);
        let members = self.members.entry(first).or_insert_with(|| vec![first]);
        members.push(customer);
        members.sort_unstable();
    }

    /// The customer and those of its family.
    pub fn of(&self, customer: u32) -> Vec<u32> {
        let members = self.first.get(&customer).and_then(|first| self.members.get(first));
        members.cloned().unwrap_or_else(|| vec![customer])
    }
}

impl Directory {
    /// The family that a name or its short form fits, and no other.
    pub fn family(&self, name: &str) -> Vec<u32> {
        let same = self.exactly(name);
        let near = if same.is_empty() { self.nearest(name) } else { same };
        let near = if near.is_empty() { self.shortened(name) } else { near };
        match near.split_first() {
            Some((&first, rest)) => {
                let family = self.families().of(first);
                if rest.iter().all(|other| family.contains(other)) { family } else { Vec::new() }
            }
            None => Vec::new(),
        }
    }

    /// Customers of whose names' letters a word is made: "IBI" of Ironbridge Industrial.
    fn shortened(&self, name: &str) -> Vec<u32> {
        let asked = words(name);
        let [short] = asked.as_slice() else { return Vec::new() };
        if !SHORT_CHARS.contains(&short.chars().count()) || !short.is_ascii() {
            return Vec::new();
        }
        let fits = self.names().iter().filter(|(_, known)| is_made_of(short, known));
        let mut found: Vec<u32> = fits.map(|(customer, _)| *customer).collect();
        found.dedup();
        found
    }
}

/// The first letter of every word in order, and between them nothing but letters of these words.
fn is_made_of(short: &str, words: &[String]) -> bool {
    let mut letters = short.chars().peekable();
    for (at, word) in words.iter().enumerate() {
        let mut own = word.chars();
        if own.next() != letters.next() {
            return false;
        }
        let next = words.get(at + 1).and_then(|word| word.chars().next());
        while let Some(&letter) = letters.peek() {
            if Some(letter) == next || !own.by_ref().any(|c| c == letter) {
                break;
            }
            letters.next();
        }
    }
    words.len() > 1 && letters.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::turns::at_once;

    fn directory(names: &[&str]) -> Directory {
        let names = names.iter().zip(0..).map(|(name, at)| (at, *name));
        at_once(Directory::build(names, &Pace::at_once()))
    }

    #[test]
    fn a_house_and_its_divisions_are_a_family() {
        let names = ["Titan Aerospace Corp", "Titan Aerospace Corp Division 44", "Titan Foods"];
        let directory = directory(&names);
        assert_eq!(directory.family("Titan Aero"), [0, 1]);
        assert_eq!(directory.family("Titan Aerospace Corp."), [0, 1]);
        assert!(directory.family("Titan").is_empty());
    }

    #[test]
    fn letters_of_a_name_are_its_short_form() {
        let directory = directory(&["Ironbridge Industrial", "Harbour Freight", "Iron Works"]);
        assert_eq!(directory.family("IBI Corp"), [0]);
        assert!(directory.family("XYZ").is_empty());
    }
}
