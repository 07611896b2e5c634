//! House tests: what holds for the whole source and not for one function. Each says what to do.

mod catalogue;
mod generated;
mod layers;
mod page;
mod passes;
mod purity;
mod reasons;
mod sizes;
mod sources;
mod words;
