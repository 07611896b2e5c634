//! A job on an invoice: all lines of the invoice that name it, for checks that ask about the job
//! and not about each line. Credit notes and cancelled invoices bill nothing.

use crate::base::{Money, QuickMap};
use crate::model::{Book, Charge, Invoice};

pub struct BilledJob<'b> {
    pub invoice: Option<Invoice<'b>>,
    pub job_no: &'b str,
    pub first: Charge<'b>,
    /// Σ of the lines, in the currency of the first.
    pub net: Option<Money>,
}

impl BilledJob<'_> {
    /// Stable key of a finding about it.
    pub fn key(&self) -> String {
        format!("{}:{}", self.first.invoice_no().unwrap_or_default(), self.job_no)
    }
}

/// In the order of the first lines.
pub fn billed_jobs(book: &Book) -> Vec<BilledJob<'_>> {
    let mut billed: Vec<BilledJob> = Vec::new();
    let mut places: QuickMap<(Option<u32>, &str), usize> = QuickMap::default();
    for (charge, invoice) in book.charges().zip(book.invoices_of_charges()) {
        let Some(job_no) = charge.job_no() else { continue };
        let of = invoice.map(|invoice| invoice.position());
        let place = *places.entry((of, job_no)).or_insert(billed.len());
        if let Some(known) = billed.get_mut(place) {
            let more = charge.net().filter(|net| Some(net.currency) == known.first_currency());
            if let (Some(net), Some(more)) = (&mut known.net, more) {
                net.minor = net.minor.saturating_add(more.minor);
            }
            continue;
        }
        billed.push(BilledJob { invoice, job_no, first: charge, net: charge.net() });
    }
    billed.retain(|job| !job.invoice.is_some_and(|i| i.is_credit() || i.is_void()));
    billed
}

impl BilledJob<'_> {
    fn first_currency(&self) -> Option<crate::base::Currency> {
        self.net.map(|net| net.currency)
    }
}
