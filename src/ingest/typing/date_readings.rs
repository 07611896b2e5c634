//! Every day that a text can mean, whatever its column decided. Only for telling; no cell is read by it.

use super::dates::{ORDERS, Written};
use super::{means_blank, plain};
use crate::base::Date;

/// The days that a text means by some order of its parts, also with day and month changed over after
/// the year; none where it is no date in any.
pub fn date_readings(text: &str) -> Vec<Date> {
    let text = plain(text);
    let Some(written) = Written::take_apart(&text).filter(|_| !means_blank(&text)) else {
        return Vec::new();
    };
    let swapped = match written {
        Written::Known(year, month, day) => Some(Written::Known(year, day, month)),
        _ => None,
    };
    let mut days = Vec::new();
    for written in [Some(written), swapped].into_iter().flatten() {
        let reads = ORDERS.iter().filter_map(|&order| written.in_order(order).ok());
        for day in reads {
            if !days.contains(&day) {
                days.push(day);
            }
        }
    }
    days
}
