//! A source tag: file › sheet › row, always a link to the cell.

use leptos::prelude::*;
use tieout::view::SourceTag;

use crate::app::platform::address::Address;

pub fn source_tag(tag: &SourceTag) -> impl IntoView + use<> {
    let row =
        Address::to("data").with("table", tag.table.to_string()).with("row", tag.row.to_string());
    let href = match tag.column.as_str() {
        "" => row.hash(),
        column => row.with("column", column.to_owned()).hash(),
    };
    let place = format!("{}{}", tag.column, tag.row);
    let sheet = (!tag.sheet.is_empty()).then(|| {
        view! { {tag.sheet.clone()}<span class="sep">" › "</span> }
    });
    view! {
        <a class="src num" href=href>
            {tag.file.clone()}
            <span class="sep">" › "</span>
            {sheet}
            {place}
        </a>
    }
}
