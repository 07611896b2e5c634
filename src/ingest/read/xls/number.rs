//! Stored numbers as decimal text: eight bytes of a float, or the four of an `RK`.

use crate::ingest::read::serial::shortest;

pub(in crate::ingest::read) fn float_text(bytes: [u8; 8]) -> String {
    shortest(f64::from_le_bytes(bytes))
}

/// Four bytes: an integer or the upper half of a float, either in hundredths or not.
#[expect(clippy::float_arithmetic, reason = "the format itself stores a float in hundredths")]
pub(in crate::ingest::read) fn rk_text(bits: u32) -> String {
    let hundredths = bits & 1 != 0;
    if bits & 2 != 0 {
        let whole = bits.cast_signed() >> 2;
        if hundredths {
            let sign = if whole < 0 { "-" } else { "" };
            let (units, rest) = (whole.unsigned_abs() / 100, whole.unsigned_abs() % 100);
            return format!("{sign}{units}.{rest:02}");
        }
        return whole.to_string();
    }
    let number = f64::from_bits(u64::from(bits & !3) << 32);
    shortest(if hundredths { number / 100.0 } else { number })
}

#[cfg(test)]
mod tests {
    use super::rk_text;

    #[test]
    fn four_forms() {
        let integer = |n: i32, flags: u32| (n << 2).cast_unsigned() | 2 | flags;
        assert_eq!(rk_text(integer(12_345, 0)), "12345");
        assert_eq!(rk_text(integer(-12_345, 1)), "-123.45");
        assert_eq!(rk_text(integer(-5, 1)), "-0.05");
        assert_eq!(rk_text(0x3ff0_0000), "1");
        assert_eq!(rk_text(0x4059_0001), "1");
    }
}
