//! The journeys, one file each; a line here puts one on the list.

mod opens;
mod ways_out;

use std::future::Future;
use std::pin::Pin;

use libtest_mimic::Failed;

use crate::browser::{Browser, Edition};

pub type Outcome = Result<(), Failed>;
pub type Walk = fn(Browser) -> Pin<Box<dyn Future<Output = Outcome> + Send>>;

pub struct Journey {
    pub name: &'static str,
    pub edition: Edition,
    pub walk: Walk,
}

pub static JOURNEYS: &[Journey] = &[
    Journey::hosted("opens", |browser| Box::pin(opens::walk(browser, Edition::Hosted))),
    Journey::sealed("sealed_opens", |browser| Box::pin(opens::walk(browser, Edition::Sealed))),
    Journey::sealed("sealed_ways_out", |browser| Box::pin(ways_out::walk(browser))),
];
