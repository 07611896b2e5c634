//! An amount and its code. Decimals align by an invisible `.00` where the currency has none.

use leptos::prelude::*;
use tieout::view::Amount;

/// The figures; the code stands in a column of its own ([`code`]).
pub fn figures(amount: &Amount) -> impl IntoView + use<> {
    let text = amount.text.clone();
    view! { <span class="amt" class:amt-0=amount.whole>{text}</span> }
}

/// The figures without the invisible digits: for a column of one currency, or a sentence.
pub fn alone(amount: &Amount) -> impl IntoView + use<> {
    let text = amount.text.clone();
    view! { <span class="amt">{text}</span> }
}

pub fn code(amount: &Amount) -> impl IntoView + use<> {
    let code = amount.code.clone();
    view! { <span class="cur">{code}</span> }
}

/// Figures and code in one line, for sentences and lists of totals.
pub fn with_code(amount: &Amount) -> impl IntoView + use<> {
    view! { <span class="keep num">{alone(amount)}{code(amount)}</span> }
}

/// Figures under which two sources agree: a double underline.
pub fn proved(amount: &Amount) -> impl IntoView + use<> {
    let text = amount.text.clone();
    view! { <span class="dbl">{text}</span> }
}

/// The same in a column of mixed currencies.
pub fn proved_figures(amount: &Amount) -> impl IntoView + use<> {
    let pad = amount.whole.then(|| view! { <span class="amt amt-0"></span> });
    view! {
        {proved(amount)}
        {pad}
    }
}

/// Nil is an en dash at the units place.
pub fn or_nil(amount: &Amount) -> impl IntoView + use<> {
    let text = if amount.zero { "–".to_owned() } else { amount.text.clone() };
    view! { <span class="amt" class:amt-0=amount.whole || amount.zero>{text}</span> }
}
