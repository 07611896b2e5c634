//! The answer to a query: which view is built from which part of the workbench.

use crate::engine::Workbench;
use crate::session::State;
use crate::view::{
    Query, View, files, findings, frame, history, overview, reports, rows, sheet, unbilled,
};
use crate::words::Lang;

/// What a screen gets. Results may be those of the revision before while a derivation runs.
pub fn look(workbench: &Workbench, lang: Lang, query: &Query) -> View {
    match query {
        Query::Frame => View::Frame(frame(workbench, lang)),
        Query::Files => View::Files(files::Files::default()),
        Query::Sheet(_) => View::Sheet(sheet::Sheet::default()),
        Query::Overview => View::Overview(overview::Overview::default()),
        Query::Findings(_) => View::Findings(findings::FindingsView::default()),
        Query::Unbilled(_) => View::Unbilled(unbilled::UnbilledView::default()),
        Query::Reports(_) => View::Reports(reports::Reports::default()),
        Query::Rows(_) => View::Rows(rows::Rows::default()),
        Query::History => View::History(history::History::default()),
    }
}

fn frame(workbench: &Workbench, lang: Lang) -> frame::Frame {
    let journal = workbench.journal();
    let state = State::fold(journal);
    frame::Frame {
        revision: workbench.revision(),
        as_of: state.policy.as_of.map(crate::base::iso).unwrap_or_default(),
        as_of_text: state
            .policy
            .as_of
            .map(|date| crate::words::format::date(lang, date))
            .unwrap_or_default(),
        files: workbench.intake().files.len(),
        files_asking: 0,
        findings_open: 0,
        unbilled: 0,
        decisions: journal.in_force().len(),
        undo: journal
            .next_undo()
            .map(|command| crate::words::text(lang, command.word()))
            .unwrap_or_default(),
        redo: journal.can_redo(),
    }
}
