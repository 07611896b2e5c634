//! Inputs, journal, revision: the ground state and the only way to change it.

use serde::{Deserialize, Serialize};

use super::derivation::{Before, Derivation};
use crate::base::FileId;
use crate::ingest::{Intake, IntakeFile, RawFile, ReadAs, Refusal, Remembered, remember};
use crate::model::{OwnRule, Policy};
use crate::rules::{self, Results, Setting};
use crate::session::{Command, Journal, SessionFile, SessionFileProblem, State};

#[derive(Default)]
pub struct Workbench {
    intake: Intake,
    journal: Journal,
    remembered: Vec<Remembered>,
    revision: u64,
    results: Results,
    before: Before,
    next_file: u32,
}

/// What became of a file that was handed over.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Loaded {
    New(FileId),
    /// The same bytes are loaded already: said, not loaded twice.
    Already(FileId),
    Refused(FileId),
}

/// Why a command was not taken; word keys `rejected-…`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rejected {
    NothingToUndo,
    NothingToRedo,
    UnknownFile,
    /// A dismissal needs a reason that says something.
    EmptyReason,
    /// A threshold cannot be that.
    NotAValue,
    UnknownRule,
    /// A waiver names who approved it.
    NoApprover,
}

impl Workbench {
    pub fn new(remembered: Vec<Remembered>) -> Workbench {
        Workbench { remembered, ..Workbench::default() }
    }

    pub fn load(&mut self, raw: RawFile) -> Loaded {
        let state = State::fold(&self.journal);
        let wanted = state.read_as.get(&raw.sha256).cloned().unwrap_or_default();
        let known = self.intake.files.iter_mut().find(|f| f.sha256 == raw.sha256);
        if let Some(known) = known {
            let id = known.id;
            // The user drops a removed file again: that is the wish to have it back.
            if state.removed.contains(&raw.sha256) {
                self.record(Command::RestoreFile { file: raw.sha256 });
                return Loaded::New(id);
            }
            if known.read_as != wanted && raw.chosen_encoding == wanted.encoding {
                *known = IntakeFile::unread(id, raw, wanted.whole_sheets);
                self.revision += 1;
                return Loaded::New(id);
            }
            return Loaded::Already(id);
        }
        // The same file behind its password was refused before: that is settled now.
        self.intake.files.retain(|f| {
            let locked = f.refused.as_ref().is_some_and(Refusal::is_locked);
            !(locked && *f.name == *raw.name && f.size == raw.size)
        });
        let id = self.new_file_id();
        self.intake.files.push(IntakeFile::unread(id, raw, wanted.whole_sheets));
        // Order of loading must not show in any result.
        self.intake.files.sort_by(|a, b| (&a.name, &a.sha256).cmp(&(&b.name, &b.sha256)));
        self.revision += 1;
        Loaded::New(id)
    }

    /// Files that a decision, or its undoing, wants read otherwise than they are, and how. Their
    /// bytes are no longer here: whoever has them reads them again and loads them.
    pub fn to_read_again(&self) -> Vec<(&IntakeFile, ReadAs)> {
        let state = State::fold(&self.journal);
        let there = self
            .intake
            .files
            .iter()
            .filter(|file| file.refused.is_none() && !state.removed.contains(&file.sha256));
        let wanted =
            |file: &IntakeFile| state.read_as.get(&file.sha256).cloned().unwrap_or_default();
        there.map(|file| (file, wanted(file))).filter(|(f, wanted)| f.read_as != *wanted).collect()
    }

    pub fn refuse(&mut self, name: &str, size: u64, refusal: Refusal) -> Loaded {
        self.intake.files.retain(|f| f.refused.is_none() || &*f.name != name);
        let id = self.new_file_id();
        self.intake.files.push(IntakeFile::refused(id, name, size, refusal));
        self.revision += 1;
        Loaded::Refused(id)
    }

    /// Takes a refused file off the list; there is nothing in it to journal.
    pub fn forget_refused(&mut self, id: FileId) {
        self.intake.files.retain(|f| f.id != id || f.refused.is_none());
        self.revision += 1;
    }

    pub fn apply(&mut self, command: Command) -> Result<(), Rejected> {
        self.validate(&command)?;
        if let Command::ConfirmReading { file, sheet, remember: true } = &command {
            self.remember_layout(file, *sheet);
        }
        self.record(command);
        Ok(())
    }

    /// The derivation for the present revision.
    pub fn derivation(&self) -> Derivation {
        Derivation::begin(
            self.revision,
            self.intake.clone(),
            State::fold(&self.journal),
            self.remembered.clone(),
            self.results.clone(),
            Before { journal: self.journal.hashes(), ..self.before.clone() },
        )
    }

    /// Takes the results of a finished derivation, unless it is stale.
    pub fn accept(&mut self, derivation: Derivation) {
        if derivation.revision != self.revision {
            return;
        }
        let (results, before) = derivation.finish();
        self.intake = (*results.intake).clone();
        self.results = results;
        self.before = before;
    }

    /// Takes over everything that a derivation has done but matching, if that is what it is at: for
    /// screens that need not wait, and so that a decision meanwhile costs nothing but its matching.
    pub fn take_over(&mut self, derivation: &Derivation) {
        let Some((results, before)) = derivation.without_matching() else { return };
        let of = |file: &IntakeFile| (file.id, file.sha256.clone(), file.read_as.clone());
        let same = results.intake.files.iter().map(of).eq(self.intake.files.iter().map(of));
        if same {
            self.intake = (*results.intake).clone();
            self.results = results;
            self.before = before;
        }
    }

    /// Derives at once, for the terminal and for tests.
    pub fn derive(&mut self) -> &Results {
        let derivation = self.derivation();
        self.accept(derivation);
        &self.results
    }

    pub fn results(&self) -> &Results {
        &self.results
    }

    pub fn intake(&self) -> &Intake {
        &self.intake
    }

    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    pub fn remembered(&self) -> &[Remembered] {
        &self.remembered
    }

    pub fn revision(&self) -> u64 {
        self.revision
    }

    pub fn save(&self) -> SessionFile {
        let files = self.intake.files.iter().filter(|f| f.refused.is_none());
        let files = files.map(|f| (f.name.to_string(), f.sha256.clone())).collect();
        SessionFile::new(files, self.remembered.clone(), &self.journal)
    }

    /// Puts a session's decisions in place of the present ones. Files stay as they are; returns the
    /// names of the session's files that are not loaded yet.
    pub fn open(&mut self, bytes: &[u8]) -> Result<Vec<String>, SessionFileProblem> {
        let (file, journal) = SessionFile::open(bytes)?;
        self.journal = journal;
        for remembered in file.remembered {
            self.keep(remembered);
        }
        self.revision += 1;
        let loaded = |sha256: &String| self.intake.files.iter().any(|f| f.sha256 == *sha256);
        Ok(file.files.into_iter().filter(|(_, sha)| !loaded(sha)).map(|(name, _)| name).collect())
    }

    fn validate(&self, command: &Command) -> Result<(), Rejected> {
        let known = |sha256: &String| self.intake.files.iter().any(|f| f.sha256 == *sha256);
        match command {
            Command::Undo if !self.journal.can_undo() => Err(Rejected::NothingToUndo),
            Command::Redo if !self.journal.can_redo() => Err(Rejected::NothingToRedo),
            Command::ChangeReading { file, .. }
            | Command::ConfirmReading { file, .. }
            | Command::ChooseEncoding { file, .. }
            | Command::KeepSheetsWhole { file, .. }
            | Command::RemoveFile { file }
                if !known(file) =>
            {
                Err(Rejected::UnknownFile)
            }
            Command::SetOwnRule(own) if !is_sound(own) => Err(Rejected::NotAValue),
            Command::SetPolicy(policy) if !policy.own_rules.iter().all(is_sound) => {
                Err(Rejected::NotAValue)
            }
            Command::Waive { waiver, .. } if waiver.reason.trim().is_empty() => {
                Err(Rejected::EmptyReason)
            }
            Command::Waive { waiver, .. } if waiver.approver.trim().is_empty() => {
                Err(Rejected::NoApprover)
            }
            Command::SetThreshold { key, value } => {
                let setting = Setting::find(key).ok_or(Rejected::NotAValue)?;
                let taken = setting.set(&mut Policy::default(), value.as_deref());
                if taken { Ok(()) } else { Err(Rejected::NotAValue) }
            }
            Command::SetBand { bound, of, band } => {
                let taken = Policy::default().set_band(*bound, of, *band);
                if taken { Ok(()) } else { Err(Rejected::NotAValue) }
            }
            Command::SwitchRule { rule, .. } | Command::SetSeverity { rule, .. }
                if rules::rule(rule).is_none() =>
            {
                Err(Rejected::UnknownRule)
            }
            Command::Decide { verdict: crate::rules::Verdict::Dismissed { reason }, .. }
                if reason.trim().is_empty() =>
            {
                Err(Rejected::EmptyReason)
            }
            _ => Ok(()),
        }
    }

    fn record(&mut self, command: Command) {
        self.journal.push(command);
        self.revision += 1;
    }

    fn remember_layout(&mut self, sha256: &str, sheet: u16) {
        let file = self.intake.files.iter().find(|f| f.sha256 == sha256);
        let remembered = file
            .and_then(|f| f.sheets.get(sheet as usize))
            .map(|s| remember(&s.proposal, &s.reading));
        if let Some(remembered) = remembered {
            self.keep(remembered);
        }
    }

    fn keep(&mut self, remembered: Remembered) {
        self.remembered.retain(|r| r.layout != remembered.layout);
        self.remembered.push(remembered);
    }

    fn new_file_id(&mut self) -> FileId {
        self.next_file += 1;
        FileId(self.next_file)
    }
}

fn is_sound(own: &OwnRule) -> bool {
    own.fault().is_none() && rules::own_code(&own.code).is_some()
}
