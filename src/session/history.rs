//! What each entry of the journal did, for the history on screen. Undo and Redo are no lines of
//! their own: they show on the line that they took back.

use super::{Command, Journal};
use crate::base::{Money, Sums};
use crate::rules::Verdict;
use crate::view::history::Did;

impl Journal {
    pub fn history(&self) -> Vec<Did> {
        let mut lines: Vec<Did> = Vec::new();
        let mut done: Vec<usize> = Vec::new();
        let mut undone: Vec<usize> = Vec::new();
        for entry in self.entries() {
            match &entry.command {
                Command::Undo => undone.extend(done.pop()),
                Command::Redo => done.extend(undone.pop()),
                command => {
                    undone.clear();
                    done.push(lines.len());
                    lines.push(did(entry.number, command));
                }
            }
        }
        for (at, line) in lines.iter_mut().enumerate() {
            line.undone = !done.contains(&at);
        }
        lines
    }
}

fn did(number: u32, command: &Command) -> Did {
    let (count, note) = match command {
        Command::Decide { findings, verdict } => {
            let note = match verdict {
                Verdict::Dismissed { reason } => reason.clone(),
                Verdict::Accepted => String::new(),
            };
            (findings.len(), note)
        }
        Command::Reopen { findings } => (findings.len(), String::new()),
        Command::SetReason { jobs, reason } => (jobs.len(), reason.clone().unwrap_or_default()),
        Command::ApplyCash { applications } => (applications.len(), String::new()),
        Command::RefuseCash { refusals } => (refusals.len(), String::new()),
        Command::OfferCashAgain { pairings } => (pairings.len(), String::new()),
        Command::CountLines { lines, .. } => (lines.len(), String::new()),
        Command::SetPayer { payer, .. } | Command::ForgetHabit { payer, .. } => (1, payer.clone()),
        Command::SetOldestFirst { label, .. } => (1, label.clone()),
        Command::SetAsOf(date) | Command::SetPeriodFrom(date) => {
            (1, date.map(crate::base::iso).unwrap_or_default())
        }
        Command::Waive { invoice, waiver } => {
            (1, format!("{invoice}: {} ({})", waiver.reason, waiver.approver))
        }
        Command::SetOwnRule(own) => (1, format!("{}: {}", own.code, own.message)),
        Command::RemoveOwnRule { code } => (1, code.clone()),
        Command::EndWaiver { invoice } => (1, invoice.clone()),
        Command::SetThreshold { key, value } => {
            let to = value.as_deref().unwrap_or("–");
            (1, format!("{key} = {to}"))
        }
        Command::SetBand { of, .. } => (1, of.clone()),
        Command::ChooseEncoding { encoding, .. } => (1, encoding.clone().unwrap_or_default()),
        Command::SwitchRule { rule, .. } | Command::SetSeverity { rule, .. } => (1, rule.clone()),
        _ => (1, String::new()),
    };
    let at_stake: Sums = match command {
        Command::Decide { findings, .. } => {
            findings.iter().filter_map(|(_, money)| *money).map(Money::abs).collect()
        }
        Command::Waive { waiver, .. } => waiver.value.into_iter().collect(),
        _ => Sums::new(),
    };
    Did { number, word: command.word(), count, at_stake, note, undone: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_undone_entry_stays_and_says_so() {
        let mut journal = Journal::default();
        let reopen = |key: &str| Command::Reopen { findings: vec![key.to_owned()] };
        for command in
            [reopen("a"), reopen("b"), Command::Undo, reopen("c"), Command::Undo, Command::Redo]
        {
            journal.push(command);
        }
        let lines: Vec<(u32, bool)> =
            journal.history().iter().map(|did| (did.number, did.undone)).collect();
        assert_eq!(lines, [(1, false), (2, true), (4, false)]);
    }
}
