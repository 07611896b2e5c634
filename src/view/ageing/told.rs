//! Each figure in words, with its formula and population, and what the ledger states.

use serde::{Deserialize, Serialize};

use super::{Choice, is_wanted};
use crate::analysis::ageing::Ageing;
use crate::analysis::receivables::{Figure, Over};
use crate::base::round_to;
use crate::words::{self, Args, Lang, format};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct FigureLine {
    pub currency: String,
    pub name: String,
    /// `34.7`, `12.5%`, or what is lacking.
    pub value: String,
    pub is_lacking: bool,
    pub formula: String,
    pub population: String,
    /// The bucket of the items that it is of; none where they are not open.
    pub bucket: Option<String>,
}

/// What the ledger's control account states, to be typed.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Control {
    pub currency: String,
    pub stated: String,
}

pub(super) fn figures(figures: &[Figure], choice: &Choice, lang: Lang) -> Vec<FigureLine> {
    let wanted = figures.iter().filter(|f| is_wanted(&choice.currency, f.currency.code()));
    wanted.map(|figure| told(figure, lang)).collect()
}

fn told(figure: &Figure, lang: Lang) -> FigureLine {
    let say =
        |attribute: &str| words::say(lang, &format!("{}.{attribute}", figure.key), &figure.args);
    FigureLine {
        currency: figure.currency.code().to_owned(),
        name: words::text(lang, figure.key),
        value: match figure.value {
            Ok(value) if figure.is_share => format::percent(value),
            Ok(value) => {
                let days = format::number(round_to(value, 1));
                words::say(lang, "ageing-figure-days", &Args::new().with("days", days))
            }
            Err(lacks) => words::text(lang, lacks),
        },
        is_lacking: figure.value.is_err(),
        formula: say("formula"),
        population: say("population"),
        bucket: match figure.over {
            Over::Open => Some(String::new()),
            Over::Overdue => Some("overdue".to_owned()),
            Over::Settled => None,
        },
    }
}

pub(super) fn controls(ageing: &Ageing) -> Vec<Control> {
    let stated = &ageing.choices.policy.control_totals;
    let control = |currency: &crate::base::Currency| Control {
        currency: currency.code().to_owned(),
        stated: stated.get(currency.code()).map_or_else(String::new, |total| total.to_string()),
    };
    ageing.totals.keys().filter(|currency| !currency.is_none()).map(control).collect()
}
