//! What the make-believe company sells, and its air waybill numbers.

/// A charge of the rate card.
pub(super) struct Service {
    pub code: &'static str,
    pub text: &'static str,
    pub unit: &'static str,
    /// In hundredths of a dollar or euro; ten times that in won. Freight has its price by lane.
    pub price: i64,
    per: Per,
}

enum Per {
    Weight,
    Piece,
    Shipment,
}

/// Freight first.
pub(super) static SERVICES: [Service; 5] = [
    service("AFR", "Air freight, temperature controlled", "kg", 0, Per::Weight),
    service("PKG", "Validated shipper 2-8 °C", "each", 12_000, Per::Piece),
    service("DRY", "Dry ice re-fill", "each", 4_500, Per::Piece),
    service("LOG", "Temperature logger", "each", 3_800, Per::Shipment),
    service("HDL", "Pick-up and handling", "shipment", 6_500, Per::Shipment),
];

const fn service(
    code: &'static str,
    text: &'static str,
    unit: &'static str,
    price: i64,
    per: Per,
) -> Service {
    Service { code, text, unit, price, per }
}

impl Service {
    pub fn qty(&self, pieces: i64) -> i64 {
        match self.per {
            Per::Piece => pieces,
            Per::Weight | Per::Shipment => 1,
        }
    }
}

/// `180-44719463`: airline, seven digits, and their remainder by seven (IATA Resolution 600a).
pub(super) fn waybill(airline: &str, serial: i64) -> String {
    format!("{airline}-{serial:07}{}", serial % 7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_digit_is_the_remainder_by_seven() {
        assert_eq!(waybill("180", 4_471_946), "180-44719463");
        assert_eq!(4_471_946 % 7, 3);
    }
}
