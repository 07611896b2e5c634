//! The encoding of a text file: what it is read in, and the same lines in every other one to choose
//! by. The previews are made by a worker that is thrown away; the choice is a command.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tieout::ingest::EncodingPreview;
use tieout::session::Command;
use tieout::view::sheet::Sheet;
use tieout::words::{self, Args};

use super::sheet::Hand;
use crate::app::intake::use_intake;
use crate::app::parts::dialog::Dialog;
use crate::app::state::{say, use_app};

/// Name and size of the file, and how it is read as text.
type File = (String, tieout::view::sheet::TextChoice);

#[component]
pub fn EncodingChooser(sheet: ReadSignal<Option<Sheet>>, hand: Memo<Hand>) -> impl IntoView {
    let app = use_app();
    let intake = use_intake();
    let open = RwSignal::new(false);
    let previews = RwSignal::new(None::<Vec<EncodingPreview>>);
    let file = Memo::new(move |_| {
        sheet.with(|s| s.as_ref().and_then(|s| Some((s.name.clone(), s.text.clone()?))))
    });
    let doubtful = move || file.with(|f| f.as_ref().is_some_and(|(_, text)| text.doubtful));
    let word = move || {
        let encoding = file.get().map(|(_, text)| text.encoding).unwrap_or_default();
        let key = if doubtful() { "encoding-unsure" } else { "encoding-is" };
        words::say(app.lang.get(), key, &Args::new().with("encoding", encoding))
    };
    let look = move |_| {
        let Some((name, text)) = file.get_untracked() else { return };
        previews.set(None);
        open.set(true);
        spawn_local(async move {
            previews.set(Some(intake.previews(&name, text.size).await));
        });
    };
    let title = move || {
        let name = file.get().map(|(name, _)| name).unwrap_or_default();
        words::say(app.lang.get(), "encoding-title", &Args::new().with("name", name))
    };
    view! {
        <Show when=move || file.with(Option::is_some)>
            <button type="button" class="link" class:asked=doubtful on:click=look>
                {word}
            </button>
        </Show>
        <Dialog open=open label=Signal::derive(title) class="dialog wide">
            <header>{title}</header>
            <div class="body stack encodings">
                <p class="dim">{say("encoding-why")}</p>
                {move || match (previews.get(), file.get()) {
                    (Some(previews), Some(file)) => {
                        choices(previews, &file, hand, open).into_any()
                    }
                    _ => view! { <p role="status">{say("stage-reading")}</p> }.into_any(),
                }}
            </div>
            <footer>
                <button type="button" class="btn" on:click=move |_| open.set(false)>
                    {say("cancel")}
                </button>
            </footer>
        </Dialog>
    }
}

fn choices(
    previews: Vec<EncodingPreview>,
    file: &File,
    hand: Memo<Hand>,
    open: RwSignal<bool>,
) -> impl IntoView + use<> {
    if previews.is_empty() {
        return view! { <p>{say("encoding-no-file")}</p> }.into_any();
    }
    let (name, text) = file.clone();
    // The reader's own choice is no decision: taking it takes a decision back.
    let own = previews.first().map(|first| first.encoding.clone());
    let choose = Callback::new(move |encoding: String| {
        let hand = hand.get_untracked();
        open.set(false);
        let args = Args::new().with("name", name.clone()).with("encoding", encoding.clone());
        let done = hand.app.text_with("encoding-chosen", &args);
        let encoding = Some(encoding).filter(|encoding| own.as_ref() != Some(encoding));
        hand.app.act_and_tell(Command::ChooseEncoding { file: hand.sha256, encoding }, done);
    });
    let (likely, others): (Vec<_>, Vec<_>) = previews.into_iter().partition(|p| p.likely);
    let shown = move |previews: Vec<EncodingPreview>| {
        let now = text.encoding.clone();
        previews.into_iter().map(move |preview| choice(preview, &now, choose)).collect_view()
    };
    let count = others.len();
    let more = (count > 0).then(|| {
        let others = shown(others);
        view! {
            <details>
                <summary>{say("encoding-others")} " " <b class="num">{count}</b></summary>
                <ul class="previews">{others}</ul>
            </details>
        }
    });
    view! {
        <ul class="previews">{shown(likely)}</ul>
        {more}
    }
    .into_any()
}

fn choice(preview: EncodingPreview, now: &str, choose: Callback<String>) -> impl IntoView + use<> {
    let app = use_app();
    let current = preview.encoding == now;
    let encoding = preview.encoding.clone();
    let args = Args::new().with("encoding", encoding.clone());
    let label = words::say(app.lang.get_untracked(), "encoding-use", &args);
    let button = match current {
        true => view! { <span class="chip">{say("encoding-now")}</span> }.into_any(),
        false => view! {
            <button
                type="button"
                class="btn small"
                aria-label=label
                on:click=move |_| choose.run(encoding.clone())
            >
                {say("encoding-take")}
            </button>
        }
        .into_any(),
    };
    view! {
        <li class:now=current>
            <div class="row">
                <strong>{preview.encoding}</strong>
                <span class="grow"></span>
                {button}
            </div>
            <pre>{preview.lines.join("\n")}</pre>
        </li>
    }
}
