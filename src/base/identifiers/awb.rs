//! Air waybill numbers: three digits of the airline, a serial of seven, and the serial mod 7.

use super::{Check, digits};

pub fn check(text: &str) -> Check {
    let Some(all) = digits(text).filter(|d| d.len() == 11) else { return Check::NotShaped };
    let serial = all[3..10].iter().fold(0, |number, digit| number * 10 + digit);
    Check::of(true, || serial % 7 == all[10])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_serial_decides_not_the_airline() {
        for text in ["020-81140743", "02081140743", "180 8114 0743"] {
            assert_eq!(check(text), Check::Holds, "{text}");
        }
        // A check digit of 7, 8 or 9 cannot be.
        assert_eq!(check("020-81140748"), Check::WrongDigit);
        assert_eq!(check("020-8114074"), Check::NotShaped);
    }
}
