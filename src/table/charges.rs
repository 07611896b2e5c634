//! The columns of an invoice that hold a charge each.

use super::Field;

/// The service itself, the charges that words tell, and those under heads of a firm's own.
pub const CHARGES: [Field; 16] = [
    Field::FreightCharge,
    Field::FuelCharge,
    Field::DemurrageCharge,
    Field::DetentionCharge,
    Field::StorageCharge,
    Field::HandlingCharge,
    Field::CustomsCharge,
    Field::OtherCharge,
    Field::Charge1,
    Field::Charge2,
    Field::Charge3,
    Field::Charge4,
    Field::Charge5,
    Field::Charge6,
    Field::Charge7,
    Field::Charge8,
];
