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

    pub(super) fn is_ascii(&self) -> bool {
        (128..=255).all(|byte| !self.has(byte))
    }
}
