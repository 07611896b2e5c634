//! A derivation: from ground state to [`Results`], in steps short enough to stay interruptible.
//!
//! It owns everything that it needs, so the workbench may move on while it runs; a derivation whose
//! revision is no longer the workbench's is simply dropped. Pieces whose inputs did not change are
//! taken over from the results before.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::readings;
use crate::analysis::cash::{self, Cash, Matching};
use crate::analysis::conservation::{self, Conservation};
use crate::analysis::pricing::{self, Pricing, Verdict};
use crate::analysis::receivables::{self, Receivables};
use crate::analysis::reconcile::{Reconciliation, SheetKey, reconcile};
use crate::analysis::tie::{self, Tie};
use crate::analysis::unbilled::{self, ReasonsSet, Unbilled};
use crate::base::FileId;
use crate::ingest::{Intake, ReadAs, Remembered};
use crate::matching::Part;
use crate::model::{Book, Policy};
use crate::rules::{self, Case, Changed, Decisions, OfBook, Qc, RULES, Results, Shared};
use crate::session::{ReadingChange, State};
use crate::table::Table;

/// What a derivation is doing; `stage-…` is the word key.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    Reading,
    Indexing,
    Pricing,
    Billing,
    Checking,
    Reconciling,
    Proving,
    Laying,
    Ordering,
    Gathering,
    Comparing,
    Matching,
    Listing,
    Done,
}

impl Stage {
    /// Whether receipts are being matched, which may take longest and can be left off.
    pub fn is_matching(self) -> bool {
        PARTS.iter().any(|(_, stage)| *stage == self)
    }
}

/// The stages of matching.
const PARTS: [(Part, Stage); 6] = [
    (Part::Laying, Stage::Laying),
    (Part::Ordering, Stage::Ordering),
    (Part::Gathering, Stage::Gathering),
    (Part::Comparing, Stage::Comparing),
    (Part::Matching, Stage::Matching),
    (Part::Listing, Stage::Listing),
];

/// What the tables depend on. While it stays the same, no sheet is proposed or typed again: a
/// decision about a finding must not cost a second reading of a million rows.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Inputs {
    files: Vec<(FileId, String, ReadAs)>,
    readings: BTreeMap<(String, u16), Vec<ReadingChange>>,
    confirmed: BTreeMap<(String, u16), bool>,
    removed: BTreeSet<String>,
}

/// What the results before were derived from, beyond what they hold themselves.
#[derive(Clone, Debug, Default)]
pub(super) struct Before {
    pub inputs: Inputs,
    pub reasons: ReasonsSet,
    pub of_book: Rc<OfBook>,
    /// The chain of the journal as it stands now.
    pub journal: Vec<String>,
}

pub struct Derivation {
    pub revision: u64,
    state: State,
    remembered: Vec<Remembered>,
    previous: Results,
    inputs: Inputs,
    inputs_before: Inputs,
    reasons_before: ReasonsSet,
    journal: Vec<String>,
    stage: Stage,
    rules_done: usize,
    intake: Intake,
    pending: Vec<(usize, usize)>,
    book: Arc<Book>,
    pricing: Arc<Pricing>,
    verdicts: Arc<Vec<Verdict>>,
    unbilled: Arc<Unbilled>,
    qc: Arc<Qc>,
    shared: Shared,
    /// Under way. It comes last, so that everything else is kept when it is left off.
    matching: Option<Box<Matching>>,
    cash: Arc<Cash>,
    reconciliations: Vec<Arc<Reconciliation>>,
    conservation: Arc<Conservation>,
    receivables: Arc<Receivables>,
    ties: Vec<Tie>,
    /// Whether the tables are those of the results before.
    same_tables: bool,
    /// What of the policy is no longer what it was.
    changed: Changed,
}

impl Derivation {
    pub(super) fn begin(
        revision: u64,
        intake: Intake,
        state: State,
        remembered: Vec<Remembered>,
        previous: Results,
        before: Before,
    ) -> Derivation {
        let changed = Changed::between(&previous.policy, &state.policy);
        let inputs = Inputs::of(&intake, &state);
        Derivation {
            revision,
            state,
            remembered,
            previous,
            inputs,
            inputs_before: before.inputs,
            reasons_before: before.reasons,
            journal: before.journal,
            stage: Stage::Reading,
            rules_done: 0,
            intake,
            pending: Vec::new(),
            book: Arc::default(),
            pricing: Arc::default(),
            verdicts: Arc::default(),
            unbilled: Arc::default(),
            qc: Arc::default(),
            shared: Shared::from(before.of_book),
            matching: None,
            cash: Arc::default(),
            reconciliations: Vec::new(),
            conservation: Arc::default(),
            receivables: Arc::default(),
            ties: Vec::new(),
            same_tables: false,
            changed,
        }
    }

    pub fn stage(&self) -> Stage {
        let part = self.matching.as_ref().map(|matching| matching.progress().0);
        let stage = PARTS.iter().find(|(own, _)| Some(*own) == part);
        stage.map_or(self.stage, |(_, stage)| *stage)
    }

    /// Whether all but matching is done, so that the rest can be shown.
    pub fn is_matching(&self) -> bool {
        self.matching.is_some()
    }

    /// Steps done and of all within the stage, for a progress bar.
    pub fn progress(&self) -> (usize, usize) {
        if let Some(matching) = &self.matching {
            let (_, done, of) = matching.progress();
            return (done, of);
        }
        match self.stage {
            Stage::Checking => (self.rules_done, self.rules_all()),
            Stage::Reconciling => {
                (self.reconciliations.len(), self.state.reconciliations.len().max(1))
            }
            _ => (0, 1),
        }
    }

    /// Does one step; `true` while there is more to do.
    pub fn step(&mut self) -> bool {
        match self.stage {
            Stage::Reading => self.read(),
            Stage::Indexing => self.index(),
            Stage::Pricing => self.price(),
            Stage::Billing => self.bill(),
            Stage::Checking => self.check(),
            Stage::Reconciling => self.reconcile(),
            Stage::Proving => self.prove(),
            Stage::Done => {}
            _ => self.match_cash(),
        }
        self.stage != Stage::Done
    }

    /// Runs to the end, for the terminal and for tests.
    pub(super) fn finish(mut self) -> (Results, Before) {
        while self.step() {}
        self.results_with(self.cash.clone())
    }

    /// Everything but what is being matched; of that what stood before, where it is about the same rows.
    pub(super) fn without_matching(&self) -> Option<(Results, Before)> {
        let so_far = self.matching.as_ref()?.unfinished();
        let before = &self.previous.cash;
        let stands = !before.unfinished || so_far.outcome.case.is_none();
        let stands = stands && self.same_sides() && cash::can_run(&self.previous.book);
        let cash = if stands { before.clone() } else { Arc::new(so_far) };
        Some(self.results_with(cash))
    }

    fn results_with(&self, cash: Arc<Cash>) -> (Results, Before) {
        let results = Results {
            intake: Arc::new(self.intake.clone()),
            book: self.book.clone(),
            policy: self.state.policy.clone(),
            pricing: self.pricing.clone(),
            verdicts: self.verdicts.clone(),
            unbilled: self.unbilled.clone(),
            qc: self.qc.clone(),
            cash,
            reconciliations: self.reconciliations.clone(),
            conservation: self.conservation.clone(),
            receivables: self.receivables.clone(),
            ties: self.ties.clone(),
            decisions: Decisions(self.state.decisions.0.clone()),
            waivers: self.state.waivers.clone(),
            sign_off: self.state.sign_off.clone(),
            journal: Arc::new(self.journal.clone()),
        };
        let before = Before {
            inputs: self.inputs.clone(),
            reasons: self.state.reasons.clone(),
            of_book: self.shared.of_book().clone(),
            journal: Vec::new(),
        };
        (results, before)
    }

    /// One sheet a step: a sheet of a million rows is the longest piece of work here.
    fn read(&mut self) {
        if self.inputs == self.inputs_before {
            self.stage = Stage::Indexing;
            return;
        }
        if self.pending.is_empty() {
            self.pending = readings::settle(&mut self.intake, &self.state, &self.remembered);
        }
        if let Some((file, sheet)) = self.pending.pop() {
            readings::build(&mut self.intake, file, sheet);
        }
        if self.pending.is_empty() {
            self.stage = Stage::Indexing;
        }
    }

    fn index(&mut self) {
        let tables: Vec<Arc<Table>> = self.intake.tables().cloned().collect();
        self.same_tables = same(&tables, self.previous.book.given());
        self.book = if self.same_tables {
            self.previous.book.clone()
        } else {
            self.shared = Shared::default();
            Arc::new(Book::build(tables))
        };
        self.stage = Stage::Pricing;
    }

    fn price(&mut self) {
        let stands = self.same_tables && !self.changed.everything && !self.changed.pricing;
        self.pricing = match stands {
            true => self.previous.pricing.clone(),
            false => Arc::new(pricing::price(&self.book, self.policy())),
        };
        self.judge();
        self.stage = Stage::Billing;
    }

    fn judge(&mut self) {
        let before = &self.previous.verdicts;
        if self.same_pricing() && !self.changed.everything && !self.changed.verdicts {
            self.verdicts = before.clone();
            return;
        }
        let verdicts = pricing::judge(&self.book, self.policy(), &self.pricing);
        // A band that catches no other charge concerns nobody.
        let stands = self.same_pricing() && verdicts == **before;
        self.verdicts = if stands { before.clone() } else { Arc::new(verdicts) };
    }

    fn bill(&mut self) {
        let same_reasons = self.reasons_before == self.state.reasons;
        let same_policy = !self.changed.everything && !self.changed.unbilled;
        let stands = self.same_tables && self.same_pricing() && same_policy && same_reasons;
        self.unbilled = if stands {
            self.previous.unbilled.clone()
        } else {
            let (book, reasons) = (&self.book, &self.state.reasons);
            let billed = self.shared.billed(book);
            Arc::new(unbilled::reconcile(book, billed, self.policy(), &self.pricing, reasons))
        };
        self.stage = Stage::Checking;
    }

    /// One rule that has to run a step; those that stand are taken over on the way.
    fn check(&mut self) {
        let given = self.same_tables && self.same_pricing() && self.same_unbilled();
        if given && self.changed == Changed::default() {
            self.qc = self.previous.qc.clone();
            self.rules_done = self.rules_all();
        }
        while self.rules_done < self.rules_all() {
            let at = self.rules_done;
            self.rules_done += 1;
            if self.run_or_take_over(at) {
                break;
            }
        }
        if self.rules_done >= self.rules_all() {
            self.stage = Stage::Reconciling;
        }
    }

    /// One turn of matching.
    fn match_cash(&mut self) {
        let Some(mut matching) = self.matching.take() else {
            self.begin_matching();
            return;
        };
        match matching.step() {
            Some(cash) => {
                self.cash = Arc::new(cash);
                self.stage = Stage::Done;
            }
            None => self.matching = Some(matching),
        }
    }

    fn begin_matching(&mut self) {
        let (before, state) = (&self.previous.cash, &self.state);
        let as_before = !before.unfinished
            && before.outcome.left_off == state.matching_off
            && before.rulings == state.rulings;
        if !cash::can_run(&self.book) {
            self.stage = Stage::Done;
        } else if self.same_sides() && as_before {
            self.cash = before.clone();
            self.stage = Stage::Done;
        } else {
            let same = self.same_sides().then_some(&**before);
            let (rulings, off) = (&state.rulings, state.matching_off);
            let matching = cash::begin(&self.book, self.policy(), rulings, off, same);
            self.matching = Some(Box::new(matching));
        }
    }

    /// Whether receipts and open items, and how they are matched, are those of the results before.
    fn same_sides(&self) -> bool {
        let same_day = self.previous.policy.as_of == self.policy().as_of;
        self.same_tables && same_day && !self.changed.matching
    }

    /// The catalogue, then the house's own.
    fn rules_all(&self) -> usize {
        RULES.len() + self.state.policy.own_rules.len()
    }

    /// `true` when the rule had to run.
    fn run_or_take_over(&mut self, at: usize) -> bool {
        let own = at.checked_sub(RULES.len()).map(|at| &self.state.policy.own_rules[at]);
        let code = own.map_or_else(|| RULES[at].code, |own| own.code.as_str());
        let stands = self.stands(code);
        let qc = Arc::make_mut(&mut self.qc);
        if stands {
            qc.take_over(code, &self.previous.qc);
            return false;
        }
        let priced = (&*self.pricing, &*self.verdicts);
        let case = Case::new(&self.book, &self.state.policy, priced, &self.unbilled, &self.shared);
        match own {
            None => rules::run_one(RULES[at], &case, qc),
            Some(own) => rules::run_own(own, &case, qc),
        }
        true
    }

    /// Whether a rule would say again what it said before.
    fn stands(&self, code: &str) -> bool {
        let before = &self.previous.qc;
        let looked = before.looked(code);
        self.same_tables
            && before.knows(code)
            && !self.changed.concerns(code)
            && (self.same_pricing() || !looked.pricing)
            && (self.same_verdicts() || !looked.verdicts)
            && (self.same_unbilled() || !looked.unbilled)
    }

    fn same_pricing(&self) -> bool {
        Arc::ptr_eq(&self.pricing, &self.previous.pricing)
    }

    fn same_verdicts(&self) -> bool {
        Arc::ptr_eq(&self.verdicts, &self.previous.verdicts)
    }

    fn same_unbilled(&self) -> bool {
        Arc::ptr_eq(&self.unbilled, &self.previous.unbilled)
    }

    /// One reconciliation a step; what stands on the same tables is taken over.
    fn reconcile(&mut self) {
        let Some(choice) = self.state.reconciliations.get(self.reconciliations.len()) else {
            self.stage = Stage::Proving;
            return;
        };
        let mut before = self.previous.reconciliations.iter().filter(|r| r.choice == *choice);
        let next = match before.next().filter(|_| self.same_tables) {
            Some(before) => before.clone(),
            None => {
                let table = |key: &SheetKey| {
                    let file = self.intake.files.iter().find(|file| file.sha256 == key.file)?;
                    file.sheets.get(usize::from(key.sheet))?.table.clone()
                };
                let tables = table(&choice.left).zip(table(&choice.right));
                let done = tables.map(|(left, right)| reconcile(&left, &right, choice));
                Arc::new(Reconciliation { choice: choice.clone(), done })
            }
        };
        self.reconciliations.push(next);
    }

    fn prove(&mut self) {
        self.conservation = if self.same_tables {
            self.previous.conservation.clone()
        } else {
            Arc::new(conservation::prove(self.book.tables()))
        };
        // The days and the way of ageing: no threshold of a check concerns receivables.
        let of = |policy: &Policy| (policy.as_of, policy.period_from, policy.ageing.clone());
        let same_days = of(&self.previous.policy) == of(&self.state.policy);
        self.receivables = if self.same_tables && same_days {
            self.previous.receivables.clone()
        } else {
            Arc::new(receivables::receivables(self.book.tables(), self.policy()))
        };
        let named = self.qc.totals_found();
        let same_found = || named == self.previous.qc.totals_found();
        self.ties = if self.same_tables && self.same_unbilled() && same_found() {
            self.previous.ties.clone()
        } else {
            tie::ties(&self.book, self.shared.billed(&self.book), &self.unbilled, &named)
        };
        self.stage = Stage::Laying;
    }

    fn policy(&self) -> &Policy {
        &self.state.policy
    }
}

impl Inputs {
    fn of(intake: &Intake, state: &State) -> Inputs {
        Inputs {
            files: intake
                .files
                .iter()
                .map(|f| (f.id, f.sha256.clone(), f.read_as.clone()))
                .collect(),
            readings: state.readings.clone(),
            confirmed: state.confirmed.clone(),
            removed: state.removed.clone(),
        }
    }
}

fn same(a: &[Arc<Table>], b: &[Arc<Table>]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| Arc::ptr_eq(a, b))
}
