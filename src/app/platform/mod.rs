//! What the page needs of the browser, each need in one file. Nothing here knows a screen.

pub mod address;
pub mod clipboard;
pub mod download;
pub mod drop;
pub mod engine;
pub mod keys;
pub mod links;
pub mod reader;
pub mod requests;
pub mod storage;
pub mod worker;
