//! Lists of which each whole line stands in quotes, its own quotes doubled, as a program writes them
//! that takes a line of a list for one text: `"a,""b, c"",d"`. Not quoted cells, and not a list of one
//! column whose texts have commas in them: those differ from line to line.

use super::delimiter::dialect;

/// Lines that are looked at before the text is taken apart.
const LINES: usize = 50;
const LINES_MIN: usize = 3;
const COLUMNS_MIN: usize = 3;

/// The text without the quotes around its lines, where each line has them and the same columns inside.
pub(super) fn unquoted(text: &str) -> Option<String> {
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    // Nearly every list ends here, at its first line.
    inside(lines().next()?)?;
    let sample: Option<Vec<String>> = lines().take(LINES).map(inside).collect();
    let sample = sample.filter(|lines| lines.len() >= LINES_MIN)?;
    let dialect = dialect(&sample.join("\n")).dialect;
    let as_wide = |line: &String| columns(line, &dialect.delimiter) == dialect.width;
    if dialect.width < COLUMNS_MIN || !sample.iter().all(as_wide) {
        return None;
    }
    let all: Option<Vec<String>> = text
        .lines()
        .map(|line| if line.trim().is_empty() { Some(String::new()) } else { inside(line) })
        .collect();
    Some(all?.join("\n"))
}

/// What stands between the quotes of a line that is one quoted text.
fn inside(line: &str) -> Option<String> {
    let inner = line.trim_end().strip_prefix('"')?.strip_suffix('"')?;
    let single = inner.replace("\"\"", "");
    (!single.contains('"')).then(|| inner.replace("\"\"", "\""))
}

/// Fields of a line, those in quotes whole.
fn columns(line: &str, delimiter: &str) -> usize {
    let mut quoted = false;
    let mut columns = 1;
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        if c == '"' {
            quoted = !quoted;
        } else if !quoted && rest.starts_with(delimiter) {
            columns += 1;
            rest = &rest[delimiter.len()..];
            continue;
        }
        rest = &rest[c.len_utf8()..];
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_in_quotes_lose_them_and_their_doubled_ones() {
        let text = "\"No,Customer,Amount\"\n\"1,\"\"Acme, Ltd\"\",10.00\"\n\"2,Orion,20.00\"\n";
        let found = unquoted(text);
        assert_eq!(
            found.as_deref(),
            Some("No,Customer,Amount\n1,\"Acme, Ltd\",10.00\n2,Orion,20.00")
        );
    }

    #[test]
    fn quoted_cells_and_texts_of_one_column_stay() {
        for text in [
            "\"No\",\"Customer\",\"Amount\"\n\"1\",\"Acme\",\"10\"\n\"2\",\"Orion\",\"20\"\n",
            "\"Smith, John\"\n\"Reed, Tom, MD\"\n\"Park, Julia\"\n",
            "\"Name\"\n\"Smith, John\"\n\"Park, Julia\"\n",
            "No,Customer,Amount\n1,Acme,10\n2,Orion,20\n",
        ] {
            assert_eq!(unquoted(text), None, "{text}");
        }
    }
}
