//! The journeys, one file each; a line here puts one on the list.

mod ageing;
mod alike;
mod bad_files;
mod bank_csv;
mod caps;
mod cells;
mod closed;
mod compare;
mod dialogs;
mod encoding;
mod figures;
mod header_row;
mod keyboard;
mod languages;
mod large_grid;
mod left_off;
mod main_job;
mod opens;
mod own_rule;
mod password;
mod reconcile;
mod release_gate;
mod row_fate;
mod screens;
mod settings;
mod ways_out;
mod workers;

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

#[rustfmt::skip]
pub static JOURNEYS: &[Journey] = &[
    Journey::hosted("opens", |browser| Box::pin(opens::walk(browser, Edition::Hosted))),
    Journey::hosted("main_job", |browser| Box::pin(main_job::walk(browser, Edition::Hosted))),
    Journey::hosted("dialogs", |browser| Box::pin(dialogs::walk(browser))),
    Journey::hosted("figures", |browser| Box::pin(figures::walk(browser))),
    Journey::hosted("settings", |browser| Box::pin(settings::walk(browser))),
    Journey::hosted("release_gate", |browser| Box::pin(release_gate::walk(browser))),
    Journey::hosted("alike", |browser| Box::pin(alike::walk(browser))),
    Journey::hosted("cells", |browser| Box::pin(cells::walk(browser))),
    Journey::hosted("own_rule", |browser| Box::pin(own_rule::walk(browser))),
    Journey::hosted("ageing", |browser| Box::pin(ageing::walk(browser))),
    Journey::hosted("reconcile", |browser| Box::pin(reconcile::walk(browser))),
    Journey::hosted("left_off", |browser| Box::pin(left_off::walk(browser))),
    Journey::hosted("caps", |browser| Box::pin(caps::walk(browser))),
    Journey::hosted("compare", |browser| Box::pin(compare::walk(browser))),
    Journey::hosted("closed", |browser| Box::pin(closed::walk(browser))),
    Journey::hosted("bank_csv", |browser| Box::pin(bank_csv::walk(browser))),
    Journey::hosted("header_row", |browser| Box::pin(header_row::walk(browser))),
    Journey::hosted("row_fate", |browser| Box::pin(row_fate::walk(browser))),
    Journey::hosted("encoding", |browser| Box::pin(encoding::walk(browser))),
    Journey::hosted("bad_files", |browser| Box::pin(bad_files::walk(browser))),
    Journey::hosted("password", |browser| Box::pin(password::walk(browser))),
    Journey::hosted("cancel_a_read", |browser| Box::pin(workers::cancel(browser))),
    Journey::hosted("engine_dies", |browser| Box::pin(workers::accident(browser))),
    Journey::hosted("languages", |browser| Box::pin(languages::walk(browser))),
    Journey::hosted("keyboard", |browser| Box::pin(keyboard::walk(browser))),
    Journey::hosted("screens_for_all", |browser| Box::pin(screens::walk(browser))),
    Journey::hosted("large_grid", |browser| Box::pin(large_grid::walk(browser))),
    Journey::hosted("picture", |browser| Box::pin(screens::portrait(browser))),
    Journey::sealed("sealed_opens", |browser| Box::pin(opens::walk(browser, Edition::Sealed))),
    Journey::sealed("sealed_main_job", |browser| Box::pin(main_job::walk(browser, Edition::Sealed))),
    Journey::sealed("sealed_ways_out", |browser| Box::pin(ways_out::walk(browser))),
];
