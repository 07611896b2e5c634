//! Tieout: the whole product except the screen.
//!
//! Nothing in this library knows a screen, a clock, a network or a file system: bytes and decisions
//! come in, tables, findings and documents go out. The modules stand in layers, lowest first; each
//! may use only those above it in this list (held by `tests/house/layers.rs`).

pub mod analysis;
pub mod base;
pub mod engine;
pub mod figures;
pub mod ingest;
pub mod matching;
pub mod model;
pub mod protocol;
pub mod report;
pub mod rules;
pub mod sample;
pub mod session;
pub mod table;
pub mod view;
pub mod words;
