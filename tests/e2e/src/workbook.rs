//! The exported workbook, read back by another reader, and opened by another program.

use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Reader, Xlsx, open_workbook};
use libtest_mimic::Failed;

/// Cells of every sheet, as text.
pub struct Sheets(pub Vec<(String, Vec<Vec<String>>)>);

impl Sheets {
    pub fn read(path: &Path) -> Result<Self, Failed> {
        let mut workbook: Xlsx<_> = open_workbook(path)?;
        let mut sheets = Vec::new();
        for name in workbook.sheet_names() {
            let range = workbook.worksheet_range(&name)?;
            let rows = range.rows().map(|row| row.iter().map(text).collect()).collect();
            sheets.push((name, rows));
        }
        Ok(Sheets(sheets))
    }

    /// The cells of one sheet.
    pub fn named(&self, name: &str) -> Result<&[Vec<String>], Failed> {
        let sheet = self.0.iter().find(|(of, _)| of == name);
        sheet.map(|(_, rows)| &rows[..]).ok_or_else(|| format!("no sheet {name}").into())
    }

    pub fn holds(&self, words: &str) -> bool {
        self.cells().any(|cell| cell.contains(words))
    }

    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.0.iter().flat_map(|(_, rows)| rows.iter().flatten().map(String::as_str))
    }
}

/// Saves the workbook anew by LibreOffice, which reads it with code of its own.
pub fn through_libreoffice(path: &Path, folder: &Path) -> Result<PathBuf, Failed> {
    let out = folder.join("libreoffice");
    let profile = format!("-env:UserInstallation=file://{}", folder.join("office").display());
    let result = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "xlsx", "--outdir"])
        .arg(&out)
        .arg(path)
        .output()?;
    let complaints = String::from_utf8_lossy(&result.stderr);
    let copy = out.join(path.file_name().unwrap_or_default());
    if result.status.success() && copy.is_file() {
        return Ok(copy);
    }
    Err(format!("LibreOffice did not take the workbook: {complaints}").into())
}

fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::Float(number) => format!("{number:.2}"),
        other => other.to_string(),
    }
}
