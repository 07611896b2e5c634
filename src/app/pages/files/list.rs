//! The file list: questions, refusals and readings first, then the rest with the fates of their
//! rows; at the foot the fates of all rows add up.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tieout::protocol::Ask;
use tieout::session::Command;
use tieout::table::Fate;
use tieout::view::files::{FateCount, FileRow, FileState, Files, Foot};
use tieout::words::{self, Args, format};

use super::At;
use crate::app::actions;
use crate::app::intake::{Job, Locked, use_intake};
use crate::app::parts::icon::icon;
use crate::app::parts::status::{Status, glyph};
use crate::app::parts::toast::Toast;
use crate::app::platform::address::Address;
use crate::app::state::{App, say, use_app};

#[component]
pub fn FileList(files: ReadSignal<Option<Files>>, at: Memo<Option<At>>) -> impl IntoView {
    let app = use_app();
    let intake = use_intake();
    let count = move || {
        let loaded = files.with(|files| files.as_ref().map_or(0, |files| files.files.len()));
        format::count((loaded + intake.jobs.with(Vec::len)) as i64)
    };
    let rows = move || files.get().map(|files| files.files).unwrap_or_default();
    let attention = move || {
        let first = |file: &FileRow| matches!(file.state, FileState::Asking | FileState::Refused);
        rows().into_iter().filter(first).collect::<Vec<_>>()
    };
    let rest = move || {
        let last = |file: &FileRow| !matches!(file.state, FileState::Asking | FileState::Refused);
        rows().into_iter().filter(last).collect::<Vec<_>>()
    };
    let paste = move |_| app.tell(Toast::plain(app.text("paste-how")));
    view! {
        <section class="flist" aria-label=say("nav-files")>
            <header class="bar-tools">
                <h1>{say("nav-files")}</h1>
                <span class="dim num">{count}</span>
                <span class="spring"></span>
                <button
                    type="button"
                    class="btn"
                    on:click=move |_| actions::click("choose-files")
                >
                    {icon("plus", 15)}
                    {say("act-choose")}
                </button>
                <button
                    type="button"
                    class="btn icon"
                    aria-label=say("paste-from")
                    title=say("paste-from")
                    on:click=paste
                >
                    {icon("clip", 16)}
                </button>
            </header>
            <ul>
                {move || attention().into_iter().map(|file| entry(file, at)).collect_view()}
                {move || intake.jobs.get().into_iter().map(reading).collect_view()}
                {move || rest().into_iter().map(|file| entry(file, at)).collect_view()}
            </ul>
            <div class="dropline">{icon("download", 16)} <span>{say("drop-more")}</span></div>
            {move || files.get().and_then(|files| files.foot).map(foot)}
        </section>
    }
}

fn entry(file: FileRow, at: Memo<Option<At>>) -> AnyView {
    match file.state {
        FileState::Refused => refused(file).into_any(),
        _ => loaded(file, at).into_any(),
    }
}

fn loaded(file: FileRow, at: Memo<Option<At>>) -> impl IntoView {
    let app = use_app();
    let id = file.id;
    let here = Memo::new(move |_| at.get().is_some_and(|at| at.file == id));
    let (status, class) = match file.state {
        FileState::Asking => (Status::Review, "st rev"),
        FileState::Used => (Status::Tied, "st"),
        _ => (Status::NotExamined, "st"),
    };
    let href = Address::to("files").with("file", id.to_string()).hash();
    let second = if file.state == FileState::Asking {
        view! {
            <span class="f2">
                <span class="clip">{file.question}</span>
                <span class="num dim">{file.rows}</span>
            </span>
        }
        .into_any()
    } else if file.state == FileState::Used {
        view! { <span class="f2">{fate_line(file.fates)}</span> }.into_any()
    } else {
        ().into_any()
    };
    let problems = file.problems.into_iter().map(|problem| {
        view! { <span class="f2 dim"><span>{problem}</span></span> }
    });
    let remove_label =
        words::say(app.lang.get(), "file-remove-of", &Args::new().with("name", file.name.clone()));
    let (sha256, name) = (file.sha256, file.name.clone());
    let remove = move |_| remove(app, sha256.clone(), &name);
    view! {
        <li class="f" aria-current=move || here.get().then_some("true")>
            <a href=href>
                <span class="f1">
                    {glyph(status)} <span class="nm" title=file.name.clone()>{file.name.clone()}</span>
                    <span class=class>{file.says}</span>
                </span>
                {second}
                {problems.collect_view()}
            </a>
            <button
                type="button"
                class="btn quiet icon f-x"
                aria-label=remove_label.clone()
                title=remove_label
                on:click=remove
            >
                {icon("x", 14)}
            </button>
        </li>
    }
}

fn remove(app: App, sha256: String, name: &str) {
    let done = app.text_with("file-removed", &Args::new().with("name", name));
    app.act_and_tell(Command::RemoveFile { file: sha256 }, done);
}

/// What, why, what to do; and that nothing else was touched.
fn refused(file: FileRow) -> impl IntoView {
    let app = use_app();
    let intake = use_intake();
    let id = file.id;
    let forget = move |_| {
        spawn_local(async move {
            app.engine().ask(Ask::ForgetRefused { file: id }).await;
            app.look_again();
        });
    };
    let name = file.name.clone();
    let enter = (file.locked && intake.holds(&name)).then(|| {
        let ask = move |_| intake.locked.set(Some(Locked { name: name.clone(), wrong: false }));
        view! {
            <button type="button" class="btn small" on:click=ask>
                {say("file-password-enter")}
            </button>
        }
    });
    let said = file.refusal.map(|refusal| {
        view! {
            <p>
                {refusal.what} " " {refusal.why} " " <strong>{refusal.remedy}</strong> " "
                {say("file-nothing-else")}
            </p>
        }
    });
    view! {
        <li class="f no">
            <div class="f1">
                {glyph(Status::Break)} <span class="nm" title=file.name.clone()>{file.name.clone()}</span>
                <span class="st brk">{file.says}</span>
            </div>
            {said}
            <div class="row">
                {enter}
                <button type="button" class="btn small quiet" on:click=forget>
                    {say("file-forget")}
                </button>
            </div>
        </li>
    }
}

/// A file that waits or is being read. The row stays as it is while its figures move.
fn reading(job: Job) -> impl IntoView {
    let app = use_app();
    let intake = use_intake();
    let id = job.id;
    let lang = app.lang.get();
    let permille = job.progress.as_ref().and_then(|progress| progress.permille());
    let says = match &job.progress {
        None => words::text(lang, "file-waits"),
        Some(progress) => {
            let stage = words::text(lang, &progress.stage);
            match (progress.done, progress.total) {
                (0, _) => stage,
                (done, Some(total)) => {
                    let count = |n: u64| format::count(n as i64);
                    format!("{stage}: {} / {}", count(done), count(total))
                }
                (done, None) => format!("{stage}: {}", format::count(done as i64)),
            }
        }
    };
    let percent = permille.map(|permille| format!("{} %", permille / 10)).unwrap_or_default();
    let label = words::say(lang, "file-reading", &Args::new().with("name", job.name.clone()));
    let bar = job.progress.is_some().then(|| {
        view! {
            <svg
                class="progress"
                class:moving=permille.is_none()
                viewBox="0 0 1000 4"
                preserveAspectRatio="none"
                role="progressbar"
                aria-label=label
                aria-valuemin="0"
                aria-valuemax="1000"
                aria-valuenow=permille.map(|permille| permille.to_string())
            >
                <rect width=permille.unwrap_or(1000).to_string() height="4"></rect>
            </svg>
        }
    });
    let cancel = (!job.handed).then(|| {
        view! {
            <button type="button" class="btn small" on:click=move |_| intake.cancel(id)>
                {say("cancel")}
            </button>
        }
    });
    view! {
        <li class="f">
            <div class="f1">
                {glyph(Status::NotExamined)} <span class="nm" title=job.name.clone()>{job.name.clone()}</span>
                <span class="num dim">{percent}</span> {cancel}
            </div>
            {bar}
            <div class="f2 num">
                <span>{says}</span>
            </div>
        </li>
    }
}

fn fate_line(fates: Vec<FateCount>) -> impl IntoView {
    let (used, others): (Vec<_>, Vec<_>) = fates.into_iter().partition(|f| f.fate == Fate::Used);
    let used = used.into_iter().map(|fate| {
        view! { <b class="num">{fate.count}</b> " " {fate.word} }
    });
    let others: Vec<String> =
        others.into_iter().map(|fate| format!("{} {}", fate.count, fate.word)).collect();
    let others = (!others.is_empty()).then(|| format!(", {}", others.join(", ")));
    view! {
        <span class="fate-line">{used.collect_view()} <span class="dim">{others}</span></span>
    }
}

/// Rows in = used + …; the double underline is under a total that the fates add up to.
fn foot(foot: Foot) -> impl IntoView {
    let heads = foot.fates.iter().map(|fate| {
        view! { <th class="num" scope="col">{fate.word.clone()}</th> }
    });
    let heads = heads.collect_view();
    let figures = foot.fates.iter().map(|fate| view! { <td class="num">{fate.count.clone()}</td> });
    let figures = figures.collect_view();
    view! {
        <div class="rowtie">
            <h2>{say("every-row")}</h2>
            <table class="ledger plain">
                <thead>
                    <tr>
                        <th class="num" scope="col">{foot.title}</th>
                        <td></td>
                        {heads}
                    </tr>
                </thead>
                <tbody>
                    <tr>
                        <td class="num">
                            <span class="dbl strong">{foot.total}</span>
                        </td>
                        <td class="op">"="</td>
                        {figures}
                    </tr>
                </tbody>
            </table>
        </div>
    }
}
