//! Receivables on the day of the work: how old they are, the figures over them, whom to remind, and
//! how they came to be since the period began. Nothing here decides: a customer who disputes is
//! listed, and never chased.

mod figures;
mod overdue;
mod roll_forward;

use std::sync::Arc;

use super::ageing::{self, Ageing, Choices, Refused};
use crate::model::Policy;
use crate::table::Table;

pub use figures::{Figure, Over, cei, countback, dso, figures};
pub use overdue::{Overdue, overdue};
pub use roll_forward::{
    Loose, LooseItem, NoRoll, Proof, ReceivablesRoll, Steps, roll_forward, ties as roll_ties,
};

/// Invariant: figures, reminders and the closing of the roll-forward are of the items of the ageing.
#[derive(Clone, Debug)]
pub struct Receivables {
    pub ageing: Result<Ageing, Refused>,
    pub figures: Vec<Figure>,
    pub overdue: Vec<Overdue>,
    pub roll: Result<ReceivablesRoll, NoRoll>,
}

impl Default for Receivables {
    fn default() -> Receivables {
        Receivables {
            ageing: Err(Refused::NoItems),
            figures: Vec::new(),
            overdue: Vec::new(),
            roll: Err(NoRoll::NoAgeing),
        }
    }
}

pub fn receivables(tables: &[Arc<Table>], policy: &Policy) -> Receivables {
    let choices = policy.as_of.map(|as_of| Choices { as_of, policy: policy.ageing.clone() });
    let aged = match &choices {
        // Without items the day does not matter yet.
        _ if !ageing::has_items(tables) => Err(Refused::NoItems),
        None => Err(Refused::NoDay),
        Some(choices) => ageing::age(tables, choices),
    };
    match aged {
        Err(refused) => Receivables { ageing: Err(refused), ..Receivables::default() },
        Ok(ageing) => Receivables {
            figures: figures(tables, &ageing),
            overdue: overdue(&ageing),
            roll: roll_forward(tables, &ageing, policy.period_from),
            ageing: Ok(ageing),
        },
    }
}
