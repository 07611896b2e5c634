//! A format-neutral document tree, the builders that fill it from [`Results`], and the writers.
//!
//! [`Results`]: crate::rules::Results

mod document;

pub use document::{Align, Cell, Column, Document, Note, Section, Table, Tone};
