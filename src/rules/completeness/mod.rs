//! Completeness (catalogue section A2).

pub mod address_missing;
pub mod broken_cell;
pub mod charge_absent;
pub mod document_missing;
pub mod field_missing;
pub mod no_description;
pub mod no_header;
pub mod no_lines;
pub mod placeholder_left;
pub mod remit_to_differs;
pub mod tax_id_missing;
