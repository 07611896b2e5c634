//! Rows and pixels: where a row stands, and which row stands where.

/// Taller than this, Firefox and Chromium begin to lose rows.
const HEIGHT_MAX_PX: u64 = 8_000_000;
pub(super) const ROW_PX: u32 = 28;

/// Rows and pixels.
pub(super) struct Geometry {
    pub total: u32,
    pub row_px: u32,
}

impl Geometry {
    fn full(&self) -> u64 {
        u64::from(self.total) * u64::from(self.row_px)
    }

    pub(super) fn height(&self) -> u32 {
        self.full().min(HEIGHT_MAX_PX) as u32
    }

    fn is_mapped(&self) -> bool {
        self.full() > HEIGHT_MAX_PX
    }

    /// The row at the top of the screen.
    pub(super) fn first(&self, scrolled_px: u32, seen_px: u32) -> u32 {
        if !self.is_mapped() {
            return scrolled_px / self.row_px;
        }
        let room = u64::from(self.height().saturating_sub(seen_px)).max(1);
        let rows = u64::from(self.total.saturating_sub(seen_px / self.row_px));
        (u64::from(scrolled_px).min(room) * rows / room) as u32
    }

    /// Where to scroll for a row to be the first.
    pub(super) fn offset(&self, row: u32, seen_px: u32) -> u32 {
        if !self.is_mapped() {
            return row * self.row_px;
        }
        let room = u64::from(self.height().saturating_sub(seen_px));
        let rows = u64::from(self.total.saturating_sub(seen_px / self.row_px)).max(1);
        // Rounded up, so that the way back from pixels finds this row and not the one before.
        (u64::from(row) * room).div_ceil(rows) as u32
    }

    /// Where the table of a window stands.
    pub(super) fn top(&self, from: u32, first: u32, scrolled_px: u32) -> u32 {
        if !self.is_mapped() {
            return from * self.row_px;
        }
        let above = first.saturating_sub(from) * self.row_px;
        scrolled_px.saturating_sub(above)
    }
}
