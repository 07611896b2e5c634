//! Random changes from a seed: the same number gives the same file on every machine.

/// SplitMix64.
pub struct Dice(u64);

impl Dice {
    pub fn new(name: &str, number: u64) -> Dice {
        let mix = |seed: u64, byte: u8| (seed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        Dice(name.bytes().fold(number.wrapping_mul(0x9e37_79b9_7f4a_7c15), mix))
    }

    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % bound.max(1) as u64) as usize
    }

    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// Pieces at which readers look twice.
const PIECES: [&[u8]; 26] = [
    b"\0",
    b"\xff\xff\xff\xff",
    b"\xff\xfe",
    b"\r",
    b"\n",
    b"\"",
    b"'",
    b",",
    b";",
    b"\t",
    b"|",
    b":",
    b"<",
    b">",
    b"/>",
    b"&amp;",
    b"&#x0;",
    b"]]>",
    b"-",
    b"99999999999999999999999",
    b"1E+308",
    b"\xe2\x82",
    b"\x1b$)C",
    b"XFD1048576",
    b"--12-.3",
    b"\xed\xa0\x80",
];

/// One to eight changes.
pub fn change(bytes: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=dice.below(8) {
        let at = dice.below(bytes.len() + 1);
        let length = dice.below(24).min(bytes.len() - at);
        match dice.below(9) {
            0 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
            1 if at < bytes.len() => bytes[at] = dice.below(256) as u8,
            2 => drop(bytes.drain(at..at + length)),
            3 => {
                let again = bytes[at..at + length].to_vec();
                let to = dice.below(bytes.len() + 1);
                bytes.splice(to..to, again);
            }
            4 => drop(bytes.splice(at..at, dice.pick(&PIECES).iter().copied())),
            5 => bytes.truncate(at),
            6 if at + 4 <= bytes.len() => {
                let number = *dice.pick(&[0, 1, 0x7fff, 0xffff, 0x7fff_ffff, u32::MAX]);
                bytes[at..at + 4].copy_from_slice(&number.to_le_bytes());
            }
            7 => {
                let to = dice.below(bytes.len() + 1);
                let taken: Vec<u8> = bytes.drain(at..at + length).collect();
                let to = to.min(bytes.len());
                bytes.splice(to..to, taken);
            }
            _ => {
                // Digits make most of what these files mean.
                let digit = bytes.iter().skip(at).position(u8::is_ascii_digit);
                if let Some(found) = digit {
                    bytes[at + found] = b'0' + dice.below(10) as u8;
                }
            }
        }
    }
}
