//! Dates, periods and terms (catalogue section A7).

pub mod billed_before_pod;
pub mod billed_late;
pub mod date_improbable;
pub mod due_before_invoice;
pub mod due_not_by_terms;
pub mod order_open;
mod period_before;
pub mod period_gap;
pub mod period_wrong;
pub mod pro_ration;
pub mod service_outside;
pub mod terms_not_agreed;

use crate::base::Date;
use crate::model::Invoice;
use crate::table::Field;

/// A date of the invoice that one can reckon with: stated, and no accident of a spreadsheet.
pub(super) fn sound_date(invoice: &Invoice, field: Field) -> Option<Date> {
    let date = invoice.stating(field)?.date(field)?;
    (!date_improbable::is_improbable(date)).then_some(date)
}
