//! The ground state that the journal folds to. A pure function of the commands in force.

use std::collections::BTreeMap;

use super::{Command, Journal, ReadingChange};
use crate::analysis::reconcile;
use crate::analysis::unbilled::ReasonsSet;
use crate::base::fold_id;
use crate::ingest::ReadAs;
use crate::matching::Rulings;
use crate::model::{Policy, SignOff};
use crate::rules::{Decision, Decisions, Setting, Waivers};

#[derive(Clone, PartialEq, Debug, Default)]
pub struct State {
    pub policy: Policy,
    pub decisions: Decisions,
    pub reasons: ReasonsSet,
    /// By file hash and sheet, in the order in which they were made.
    pub readings: BTreeMap<(String, u16), Vec<ReadingChange>>,
    /// Sheets that the user confirmed, and whether to remember the layout.
    pub confirmed: BTreeMap<(String, u16), bool>,
    pub removed: std::collections::BTreeSet<String>,
    /// Files, by hash, that are read otherwise than their bytes show.
    pub read_as: BTreeMap<String, ReadAs>,
    pub waivers: Waivers,
    pub sign_off: SignOff,
    /// About receipts and open items.
    pub rulings: Rulings,
    /// Receipts wait to be matched.
    pub matching_off: bool,
    /// Lists that are held against each other, in the order in which they were chosen.
    pub reconciliations: Vec<reconcile::Choice>,
}

impl State {
    pub fn fold(journal: &Journal) -> State {
        let mut state = State::default();
        for command in journal.in_force() {
            state.apply(command);
        }
        state
    }

    fn apply(&mut self, command: &Command) {
        match command {
            Command::SetAsOf(_)
            | Command::SetPolicy(_)
            | Command::SetAgeing(_)
            | Command::SetPeriodFrom(_)
            | Command::SetThreshold { .. }
            | Command::SetBand { .. }
            | Command::SwitchRule { .. }
            | Command::SetSeverity { .. }
            | Command::SetOwnRule(_)
            | Command::RemoveOwnRule { .. } => self.set_policy(command),
            Command::ChangeReading { .. }
            | Command::ConfirmReading { .. }
            | Command::ChooseEncoding { .. }
            | Command::KeepSheetsWhole { .. }
            | Command::RemoveFile { .. }
            | Command::RestoreFile { .. } => self.set_reading(command),
            Command::Decide { findings, verdict } => {
                for (key, at_stake) in findings {
                    let decision = Decision { verdict: verdict.clone(), at_stake: *at_stake };
                    self.decisions.0.insert(key.clone(), decision);
                }
            }
            Command::Reopen { findings } => {
                for key in findings {
                    self.decisions.0.remove(key);
                }
            }
            Command::SetReason { jobs, reason } => {
                for job in jobs {
                    match reason {
                        Some(reason) => self.reasons.insert(job.clone(), reason.clone()),
                        None => self.reasons.remove(job),
                    };
                }
            }
            Command::ApplyCash { .. }
            | Command::RefuseCash { .. }
            | Command::OfferCashAgain { .. }
            | Command::SetPayer { .. }
            | Command::ForgetHabit { .. }
            | Command::ForgetRefusals { .. }
            | Command::SetOldestFirst { .. }
            | Command::CountLines { .. } => self.set_ruling(command),
            Command::SetMatching { on } => self.matching_off = !on,
            Command::Waive { invoice, waiver } => {
                self.waivers.0.insert(fold_id(invoice), (**waiver).clone());
            }
            Command::EndWaiver { invoice } => {
                self.waivers.0.remove(&fold_id(invoice));
            }
            Command::Reconcile(choice) => {
                let same = self.reconciliations.iter().position(|known| known.is_about(choice));
                match same {
                    Some(at) => self.reconciliations[at] = (**choice).clone(),
                    None => self.reconciliations.push((**choice).clone()),
                }
            }
            Command::DropReconciliation(choice) => {
                self.reconciliations.retain(|known| !known.is_about(choice));
            }
            Command::SetSignOff(sign_off) => self.sign_off = (**sign_off).clone(),
            Command::Undo | Command::Redo => {}
        }
    }

    /// What the house itself lays down.
    fn set_policy(&mut self, command: &Command) {
        match command {
            Command::SetAsOf(as_of) => self.policy.as_of = *as_of,
            Command::SetPolicy(policy) => self.policy = (**policy).clone(),
            Command::SetAgeing(ageing) => self.policy.ageing = (**ageing).clone(),
            Command::SetPeriodFrom(from) => self.policy.period_from = *from,
            Command::SetThreshold { key, value } => {
                // What a command cannot set was rejected before it was written down.
                if let Some(setting) = Setting::find(key) {
                    setting.set(&mut self.policy, value.as_deref());
                }
            }
            Command::SetBand { bound, of, band } => {
                self.policy.set_band(*bound, of, *band);
            }
            Command::SetOwnRule(own) => self.policy.keep_own(own),
            Command::RemoveOwnRule { code } => self.policy.remove_own(code),
            Command::SwitchRule { rule, on } => self.policy.switch(rule, *on),
            Command::SetSeverity { rule, severity } => {
                match severity {
                    Some(severity) => self.policy.severities.insert(rule.clone(), *severity),
                    None => self.policy.severities.remove(rule),
                };
            }
            _ => {}
        }
    }

    /// How files are read, and which of them count.
    fn set_reading(&mut self, command: &Command) {
        match command {
            Command::ChangeReading { file, sheet, change } => {
                self.readings.entry((file.clone(), *sheet)).or_default().push(change.clone());
            }
            Command::ConfirmReading { file, sheet, remember } => {
                self.confirmed.insert((file.clone(), *sheet), *remember);
            }
            Command::ChooseEncoding { file, encoding } => {
                self.read_as.entry(file.clone()).or_default().encoding.clone_from(encoding);
            }
            Command::KeepSheetsWhole { file, on } => {
                self.read_as.entry(file.clone()).or_default().whole_sheets = *on;
                // The file has other sheets from here on: what was said of the old ones, by their
                // numbers, would be said of others.
                self.readings.retain(|(of, _), _| of != file);
                self.confirmed.retain(|(of, _), _| of != file);
            }
            Command::RemoveFile { file } => {
                self.removed.insert(file.clone());
            }
            Command::RestoreFile { file } => {
                self.removed.remove(file);
            }
            _ => {}
        }
    }

    /// About receipts and open items.
    fn set_ruling(&mut self, command: &Command) {
        match command {
            Command::ApplyCash { applications } => {
                applications.iter().for_each(|application| self.rulings.apply(application));
            }
            Command::RefuseCash { refusals } => {
                refusals.iter().for_each(|refusal| self.rulings.refuse(refusal));
            }
            Command::OfferCashAgain { pairings } => {
                pairings.iter().for_each(|pairing| self.rulings.offer_again(pairing));
            }
            Command::SetPayer { payer, customer } => {
                let customer = customer.as_ref().map(|(key, label)| (&**key, &**label));
                self.rulings.set_payer(payer, customer);
            }
            Command::ForgetHabit { payer, code } => self.rulings.forget_habit(payer, *code),
            Command::ForgetRefusals { payer, pass } => self.rulings.forget_refusals(payer, pass),
            Command::SetOldestFirst { customer, label, on } => {
                self.rulings.set_oldest_first(customer, label, *on);
            }
            Command::CountLines { lines, count } => {
                for line in lines {
                    match count {
                        Some(count) => self.rulings.lines.insert(line.clone(), *count),
                        None => self.rulings.lines.remove(line),
                    };
                }
            }
            _ => {}
        }
    }
}
