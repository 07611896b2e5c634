//! Journeys: what a person does with the page, done in a real Chromium.
//!
//! Run by `cargo xtask test`, which builds the page and says where it is. This program knows the page
//! only from outside: it uses none of the product's code, so that it cannot share its mistakes.
//! Every journey, whatever else it looks at, fails when the console is not clean or a request leaves.

mod axe;
mod browser;
mod chromedriver;
mod company;
mod desk;
mod downloads;
mod journeys;
mod listener;
mod locked;
mod observer;
mod setting;
mod walk;
mod workbook;

use std::process::ExitCode;
use std::sync::Arc;

use libtest_mimic::{Arguments, Trial};

use chromedriver::Chromedriver;
use setting::Setting;

fn main() -> ExitCode {
    // Any number of words picks journeys; the runner itself knows only one.
    let (flags, words): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    let program = std::env::args().next().into_iter();
    let mut arguments = Arguments::from_iter(program.chain(flags));
    // A browser is several processes; two at once only take turns on a small machine.
    arguments.test_threads = arguments.test_threads.or(Some(1));
    let setting = match Setting::from_environment() {
        Ok(setting) => Arc::new(setting),
        Err(missing) => {
            eprintln!("{missing}");
            return ExitCode::FAILURE;
        }
    };
    let driver = match Chromedriver::start(&setting.work) {
        Ok(driver) => Arc::new(driver),
        Err(fault) => {
            eprintln!("chromedriver did not start: {fault}");
            return ExitCode::FAILURE;
        }
    };
    let trials = journeys::JOURNEYS
        .iter()
        .filter(|journey| words.is_empty() || words.iter().any(|word| journey.name.contains(word)))
        .map(|journey| {
            let (setting, driver) = (setting.clone(), driver.clone());
            Trial::test(journey.name, move || walk::walk(journey, &setting, &driver))
        })
        .collect();
    // Not `exit()`: that would leave the driver and its browsers behind.
    libtest_mimic::run(&arguments, trials).exit_code()
}
