//! Which bytes a file has at all: asked once, so that a hundred megabytes are not searched again for
//! every mark that an encoding might leave.

use crate::base::stretches;

pub(super) struct Census([bool; 256]);

impl Census {
    pub(super) fn of(bytes: &[u8]) -> Census {
        const CHUNK: usize = 1 << 8;
        let mut seen = [false; 256];
        stretches::each(bytes.chunks(CHUNK), |chunk| {
            for byte in chunk {
                seen[usize::from(*byte)] = true;
            }
        });
        Census(seen)
    }

    pub(super) fn has(&self, byte: u8) -> bool {
        self.0[usize::from(byte)]
    }

    /// Whether UTF-8 has any of the letters and marks that text shows which was misread as Western:
    /// U+0080 to U+00FF, U+0152 to U+0178, U+2013 to U+2122, by their first bytes.
    pub(super) fn may_be_misread(&self) -> bool {
        [0xc2, 0xc3, 0xc5, 0xe2].iter().any(|first| self.has(*first))
    }
}
