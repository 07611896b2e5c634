//! The journal: append-only, each entry chained to the one before by SHA-256, so that a changed or
//! missing entry is seen when a session file is opened.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Command;

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// 1-based.
    pub number: u32,
    pub command: Command,
    /// Lower-case hex of SHA-256 over the previous hash and this entry's command as JSON.
    pub hash: String,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Journal {
    entries: Vec<Entry>,
}

impl Journal {
    /// A journal from stored entries; `Err` with the number of the first entry whose chain breaks.
    pub fn from_entries(entries: Vec<Entry>) -> Result<Journal, u32> {
        let mut previous = String::new();
        for (i, entry) in entries.iter().enumerate() {
            let number = i as u32 + 1;
            if entry.number != number || entry.hash != chain(&previous, &entry.command) {
                return Err(number);
            }
            previous.clone_from(&entry.hash);
        }
        Ok(Journal { entries })
    }

    pub fn push(&mut self, command: Command) {
        let previous = self.entries.last().map_or("", |entry| entry.hash.as_str());
        let hash = chain(previous, &command);
        self.entries.push(Entry { number: self.entries.len() as u32 + 1, command, hash });
    }

    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The chain, one hash an entry.
    pub fn hashes(&self) -> Vec<String> {
        self.entries.iter().map(|entry| entry.hash.clone()).collect()
    }

    /// Codes that rules of the house's own ever had: none is given a second time.
    pub fn own_codes(&self) -> Vec<String> {
        let code = |entry: &Entry| match &entry.command {
            Command::SetOwnRule(own) => Some(own.code.clone()),
            _ => None,
        };
        self.entries.iter().filter_map(code).collect()
    }

    /// The commands in force, undone ones left out, in order.
    pub fn in_force(&self) -> Vec<&Command> {
        self.stacks().0
    }

    pub fn can_undo(&self) -> bool {
        !self.stacks().0.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.stacks().1.is_empty()
    }

    /// The command that Undo would take back.
    pub fn next_undo(&self) -> Option<&Command> {
        self.stacks().0.last().copied()
    }

    fn stacks(&self) -> (Vec<&Command>, Vec<&Command>) {
        let mut done = Vec::new();
        let mut undone = Vec::new();
        for entry in &self.entries {
            match &entry.command {
                Command::Undo => undone.extend(done.pop()),
                Command::Redo => done.extend(undone.pop()),
                command => {
                    done.push(command);
                    undone.clear();
                }
            }
        }
        (done, undone)
    }
}

fn chain(previous: &str, command: &Command) -> String {
    let mut hasher = Sha256::new();
    hasher.update(previous.as_bytes());
    // A command is plain data: it always has a JSON form.
    hasher.update(serde_json::to_vec(command).unwrap_or_default());
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reopen(key: &str) -> Command {
        Command::Reopen { findings: vec![key.to_owned()] }
    }

    #[test]
    fn undo_and_redo_are_entries_and_nothing_is_erased() {
        let mut journal = Journal::default();
        for command in [reopen("a"), reopen("b"), Command::Undo] {
            journal.push(command);
        }
        assert_eq!(journal.in_force(), [&reopen("a")]);
        assert!(journal.can_redo());
        journal.push(Command::Redo);
        assert_eq!(journal.in_force(), [&reopen("a"), &reopen("b")]);
        assert_eq!(journal.entries().len(), 4);
        journal.push(Command::Undo);
        journal.push(reopen("c"));
        assert!(!journal.can_redo());
    }

    #[test]
    fn a_changed_entry_breaks_the_chain() {
        let mut journal = Journal::default();
        journal.push(reopen("a"));
        journal.push(reopen("b"));
        let mut entries = journal.entries().to_vec();
        assert_eq!(Journal::from_entries(entries.clone()), Ok(journal));
        entries[0].command = reopen("x");
        assert_eq!(Journal::from_entries(entries), Err(1));
    }
}
