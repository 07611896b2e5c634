//! Every limit of the product, in one place, each with its reason.

/// Largest file that is read. A tab has about 4 GiB of wasm memory and a zipped workbook unpacks
/// to some ten times its size; 256 MiB leaves room for the columns and for the other files.
pub const FILE_BYTES_MAX: usize = 256 << 20;

/// Rows of one sheet. Excel's own limit is 1,048,576; text files may be longer.
pub const SHEET_ROWS_MAX: u32 = 4_000_000;

/// Columns of one sheet: Excel's own limit is 16,384; a billing list with more than 1,024 is a
/// formatting accident.
pub const SHEET_COLUMNS_MAX: u16 = 1_024;

/// Cells of one file. Twelve columns of four million rows; beyond it a tab runs out of memory.
pub const FILE_CELLS_MAX: u64 = 48_000_000;

/// Characters of one cell: Excel's own limit is 32,767.
pub const CELL_CHARS_MAX: usize = 32_767;

/// Bytes of one cell that are kept while it is read: enough for that many characters of any script,
/// and one more, so that the cut is noticed.
pub const CELL_BYTES_MAX: usize = 4 * CELL_CHARS_MAX + 4;

/// Sheets of one workbook.
pub const SHEETS_MAX: usize = 256;

/// A zip member that unpacks to more than this many times its packed size is a bomb. Sheet XML of
/// repeated rows reaches 100.
pub const ZIP_RATIO_MAX: u64 = 1_000;

/// Bytes that all members of one workbook may unpack to.
pub const UNPACKED_BYTES_MAX: u64 = 2 << 30;

/// Archives within archives: a bank's zip of a month's zips is two deep; more is a trap.
pub const ARCHIVE_DEPTH_MAX: usize = 3;

/// Members of one archive that are read: a year of daily statements has 366.
pub const ARCHIVE_MEMBERS_MAX: usize = 500;

/// Parts of one web archive: a workbook of a hundred sheets has two for each.
pub const MIME_PARTS_MAX: usize = 1_000;

/// Rows that the header search looks at: title blocks seen in real files end well before.
pub const HEADER_SEARCH_ROWS: usize = 60;

/// Rows of a window sent to the page: a screen of 4K at compact density holds 90.
pub const WINDOW_ROWS_MAX: u32 = 400;

/// Findings kept per rule. The count and the money at stake stay exact beyond it.
pub const FINDINGS_PER_RULE_MAX: usize = 100_000;

/// Rate rows kept for one charge. Two is already a finding; beyond these "many" says it all, and a
/// card without keys would otherwise keep every row for every charge.
pub const RATES_PER_FIT_MAX: usize = 16;

/// Values that a facet lists; beyond it a search finds the rest. OpenRefine drew 65,000 choices in
/// four minutes.
pub const FACET_VALUES_MAX: usize = 50;

/// Rows that are typed for a look at a sheet whose reading is not settled. Each correction types
/// them again, and the page waits for it.
pub const DRAFT_ROWS_MAX: usize = 20_000;

/// Nesting of a bank message or an electronic invoice. The deepest that the standards need is
/// about twenty.
pub const XML_DEPTH_MAX: usize = 64;

/// Elements of one record of such a message: an entry with thousands of batched payments still
/// fits.
pub const XML_RECORD_ELEMENTS_MAX: usize = 4_000_000;

/// Times that a password is hashed to open a workbook. Excel and LibreOffice write 100,000; a file
/// that asks for thousands of millions would hold the reader for hours.
pub const PASSWORD_TURNS_MAX: u32 = 1_000_000;
