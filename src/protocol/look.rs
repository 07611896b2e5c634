//! The answer to a query: which view is built from which part of the workbench.

use std::sync::{Arc, Weak};

use crate::analysis::cash::Cash;
use crate::analysis::receivables::Receivables;
use crate::engine::Workbench;
use crate::model::Book;
use crate::rules::Results;
use crate::session::{Command, State};
use crate::view::{
    Query, View, ageing, bands, compare, coverage, figures, files, findings, frame, history,
    overview, own, reconcile, release, reports, rows, settings, sheet, unbilled,
};
use crate::words::Lang;

/// The order of each long list, kept while it is scrolled: sorting a million rows for each window
/// would not be smooth.
#[derive(Default)]
pub struct Kept {
    /// Weak: it must not keep a replaced book alive, and its address is not used again.
    book: Weak<Book>,
    key: rows::OrderKey,
    order: rows::Order,
    cash: Weak<Cash>,
    reconcile_key: reconcile::OrderKey,
    reconcile: reconcile::Order,
    receivables: Weak<Receivables>,
    ageing_key: ageing::OrderKey,
    ageing: ageing::Order,
}

impl Kept {
    fn order(&mut self, results: &Results, choice: &rows::Choice) -> &rows::Order {
        // A new set of tables is a new book; a decision about findings leaves it as it is.
        let book = Arc::downgrade(&results.book);
        let key = rows::OrderKey::of(choice);
        if !self.book.ptr_eq(&book) || self.key != key {
            self.order = rows::order(results, &key);
            self.book = book;
            self.key = key;
        }
        &self.order
    }

    fn reconcile(&mut self, results: &Results, choice: &reconcile::Choice) -> &reconcile::Order {
        let cash = Arc::downgrade(&results.cash);
        let key = reconcile::OrderKey::of(choice);
        if !self.cash.ptr_eq(&cash) || self.reconcile_key != key {
            self.reconcile = reconcile::order(results, &key);
            self.cash = cash;
            self.reconcile_key = key;
        }
        &self.reconcile
    }

    fn ageing(&mut self, results: &Results, choice: &ageing::Choice) -> &ageing::Order {
        let receivables = Arc::downgrade(&results.receivables);
        let key = ageing::OrderKey::of(choice);
        if !self.receivables.ptr_eq(&receivables) || self.ageing_key != key {
            self.ageing = ageing::order(results, &key);
            self.receivables = receivables;
            self.ageing_key = key;
        }
        &self.ageing
    }
}

/// What a screen gets. Results may be those of the revision before while a derivation runs.
pub fn look(workbench: &Workbench, kept: &mut Kept, lang: Lang, query: &Query) -> View {
    let results = workbench.results();
    match query {
        Query::Frame => View::Frame(frame(workbench, lang)),
        Query::Files => {
            let removed = State::fold(workbench.journal()).removed;
            View::Files(files::view(workbench.intake(), &removed, lang))
        }
        Query::Sheet(choice) => {
            // A file that has gone meanwhile leaves an empty sheet.
            let shown = sheet::view(workbench.intake(), choice, lang);
            View::Sheet(Box::new(shown.unwrap_or_default()))
        }
        Query::Scorecard(choice) => {
            let shown = sheet::scorecard::scorecard(workbench.intake(), *choice, lang);
            View::Scorecard(Box::new(shown.unwrap_or_default()))
        }
        Query::Overview => View::Overview(overview::view(results, lang)),
        Query::Figures(choice) => View::Figures(figures::view(results, choice, lang)),
        Query::Findings(choice) => View::Findings(findings::view(results, choice, lang)),
        Query::Unbilled(choice) => View::Unbilled(unbilled::view(results, choice, lang)),
        Query::Ageing(choice) => {
            let order = kept.ageing(results, choice);
            View::Ageing(Box::new(ageing::view(results, choice, order, lang)))
        }
        Query::Compare(choice) => View::Compare(Box::new(compare::view(results, choice, lang))),
        Query::Reconcile(choice) => {
            let order = kept.reconcile(results, choice);
            View::Reconcile(Box::new(reconcile::view(results, choice, order, lang)))
        }
        Query::Reports(choice) => View::Reports(reports::view(results, choice, lang)),
        Query::Rows(choice) => {
            let order = kept.order(results, choice);
            View::Rows(rows::view(results, choice, order, lang))
        }
        Query::Settings(choice) => View::Settings(settings::view(results, choice, lang)),
        Query::Release(choice) => View::Release(release::view(results, choice, lang)),
        Query::OwnRules(choice) => {
            let used = workbench.journal().own_codes();
            View::OwnRules(own::view(results, choice, &used, lang))
        }
        Query::Bands => View::Bands(bands::view(results, lang)),
        Query::Coverage => View::Coverage(coverage::view(results, lang)),
        Query::History => View::History(history::view(&workbench.journal().history(), lang)),
    }
}

fn frame(workbench: &Workbench, lang: Lang) -> frame::Frame {
    let journal = workbench.journal();
    let state = State::fold(journal);
    let ground = frame::Ground {
        revision: workbench.revision(),
        as_of: state.policy.as_of,
        files_asking: files::asking(workbench.intake(), &state.removed),
        decisions: journal.in_force().len(),
        undo: journal.next_undo().map(Command::word),
        redo: journal.can_redo(),
    };
    frame::view(workbench.results(), &ground, lang)
}
