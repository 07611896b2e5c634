//! The customer's tax status or number is missing.

use super::super::{Obstacle, Reason, Standing};
use super::lacks;
use crate::model::Owner;
use crate::table::Field;

pub static REASON: Reason = Reason {
    code: "BLK-15",
    owner: Owner::Tax,
    standing: Standing::Waiting,
    days_to_act: 3,
    lead_days: 7,
    told: &[
        "vat number awaited",
        "awaiting vat number",
        "vat id awaited",
        "사업자등록번호 미확인",
        "사업자번호 미확인",
        "税率未定",
        "税务资料未",
        "税务信息未",
        "과세 여부 미정",
        "사업자등록증 미수령",
        "客户税号缺失",
        "税号未提供",
        "ust idnr des kunden fehlt",
        "falta nif del cliente",
        "falta cif",
        "tax id missing",
        "vat number missing",
        "tax number missing",
        "tax certificate missing",
        "사업자등록번호 누락",
        "사업자등록증 미수령",
        "缺税号",
        "税号缺失",
        "ust idnr fehlt",
        "steuernummer fehlt",
        "numero de tva manquant",
        "falta nif",
        "falta rfc",
    ],
    holds,
};

/// The customer list has a column for tax numbers, and none for a customer that is taxed; where the list
/// says no tax rate, one of the few without a number.
fn holds(obstacle: &Obstacle) -> bool {
    let Some(customer) = obstacle.customer() else { return false };
    let is_taxed = match customer.0.number(Field::TaxRate) {
        Some(rate) => !rate.is_zero(),
        None => obstacle.states.tax_ids_usual && !customer.0.has(Field::TaxRate),
    };
    is_taxed && lacks(customer.0, Field::TaxId)
}
