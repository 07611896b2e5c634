//! Rules of the house's own: the list of them. One that is being made stands above it.

use leptos::prelude::*;
use tieout::base::Severity;
use tieout::model::{Against, Condition, OwnRule, Test};
use tieout::session::Command;
use tieout::table::{Field, Kind};
use tieout::view::own::{Choice, OwnLine, OwnRules};
use tieout::view::{Query, View};
use tieout::words::{self, Args};

use super::own_draft;
use crate::app::parts::icon::icon;
use crate::app::platform::address::Address;
use crate::app::state::{App, look, say, use_app};

#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub app: App,
    /// The rule that is being made or changed.
    pub draft: RwSignal<Option<OwnRule>>,
    pub view: ReadSignal<Option<OwnRules>>,
}

pub(super) fn screen(tabs: AnyView) -> impl IntoView {
    let draft = RwSignal::new(None);
    let view = look(
        move || Query::OwnRules(Choice { draft: draft.get() }),
        |view| match view {
            View::OwnRules(own) => Some(own),
            _ => None,
        },
    );
    let desk = Desk { app: use_app(), draft, view };
    let rules = Memo::new(move |_| view.with(|v| v.as_ref().map(|v| v.rules.clone())));
    let drafting = Memo::new(move |_| draft.with(Option::is_some));
    let full = move || view.with(|v| v.as_ref().is_none_or(|v| v.next.is_empty()));
    view! {
        <div class="bar-tools">
            {tabs}
            <span class="spring"></span>
            <button
                type="button"
                class="btn primary own-new"
                prop:disabled=move || full() || drafting.get()
                on:click=move |_| begin(desk)
            >
                {icon("plus", 15)}
                {say("own-new")}
            </button>
        </div>
        <div class="list s-list" tabindex="0" role="region" aria-label=say("own-title")>
            {move || drafting.get().then(|| own_draft::form(desk))}
            {move || list(desk, rules.get().unwrap_or_default())}
        </div>
    }
}

fn begin(desk: Desk) {
    let next = desk.view.with_untracked(|v| v.as_ref().map(|v| v.next.clone())).unwrap_or_default();
    desk.draft.set(Some(OwnRule {
        code: next,
        kind: Kind::Invoices,
        tests: vec![blank(Field::InvoiceNo)],
        message: String::new(),
        severity: Severity::Review,
    }));
}

pub(super) fn blank(field: Field) -> Test {
    Test { field, condition: Condition::Blank, against: Against::Nothing }
}

fn list(desk: Desk, rules: Vec<OwnLine>) -> AnyView {
    if rules.is_empty() {
        return view! { <p class="empty">{say("own-none")}</p> }.into_any();
    }
    let rows = rules.into_iter().map(|line| row(desk, line)).collect_view();
    view! {
        <table class="ledger s-rules own-list">
            <thead>
                <tr>
                    <th>{say("settings-on")}</th>
                    <th>{say("settings-code")}</th>
                    <th>{say("own-message")}</th>
                    <th>{say("own-finds")}</th>
                    <th class="num">{say("settings-found")}</th>
                    <td></td>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(desk: Desk, line: OwnLine) -> impl IntoView {
    let app = desk.app;
    let (code, on) = (line.rule.code.clone(), line.on);
    let coded = Args::new().with("code", code.clone());
    let label = words::say(app.lang.get_untracked(), "settings-switch", &coded);
    let switch = {
        let rule = code.clone();
        move |_| app.act(Command::SwitchRule { rule: rule.clone(), on: !on })
    };
    let remove = {
        let code = code.clone();
        move |_| {
            let done = app.text_with("own-removed", &coded);
            app.act_and_tell(Command::RemoveOwnRule { code: code.clone() }, done);
        }
    };
    let to = Address::to("findings").with("rule", code.clone()).hash();
    let not_run = (!line.not_run.is_empty())
        .then(|| view! { <span class="dim small s-why">{line.not_run.clone()}</span> });
    let rule = line.rule.clone();
    view! {
        <tr class:gone=!on id=format!("own-{code}")>
            <td class="w0">
                <input type="checkbox" aria-label=label prop:checked=on on:change=switch/>
            </td>
            <td class="id w0">{code.clone()}</td>
            <th scope="row" class="s-wrap">
                {line.rule.message.clone()}
            </th>
            <td class="s-wrap">{line.says} {not_run}</td>
            <td class="num">
                <a class="dqn plainlink" href=to>
                    {line.found}
                </a>
            </td>
            <td class="own-do">
                <button
                    type="button"
                    class="btn small"
                    on:click=move |_| desk.draft.set(Some(rule.clone()))
                >
                    {say("own-edit")}
                </button>
                <button type="button" class="btn small" on:click=remove>
                    {say("own-remove")}
                </button>
            </td>
        </tr>
    }
}
