//! Amounts that a program wrote with commas between the thousands into a list of commas, without
//! quotes: `1,100.00` is two fields there. Put together again where only one way gives the list's
//! number of columns; else the row stays as it is, and is told as too long.

/// The fields of a record as the header has them.
pub(super) fn rejoined(fields: &[&str], width: usize) -> Option<Vec<String>> {
    const FIELDS_MAX: usize = 200;
    if fields.len() <= width || fields.len() > FIELDS_MAX || width < 2 {
        return None;
    }
    // Which gaps between fields could be those between thousands.
    let gaps: Vec<usize> = (1..fields.len()).filter(|&at| is_joint(fields, at)).collect();
    // Each more or fewer than are needed would leave a choice.
    if gaps.len() != fields.len() - width {
        return None;
    }
    let mut joined: Vec<String> = Vec::with_capacity(width);
    for (at, field) in fields.iter().enumerate() {
        match joined.last_mut().filter(|_| gaps.contains(&at)) {
            Some(last) => {
                last.push(',');
                last.push_str(field.trim_end());
            }
            None => joined.push((*field).to_owned()),
        }
    }
    Some(joined)
}

/// One to three digits, or a group, before; three digits, with cents or without, behind.
fn is_joint(fields: &[&str], at: usize) -> bool {
    let (before, behind) = (fields[at - 1].trim_start(), fields[at].trim_end());
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let opens = before.trim_start_matches(['-', '+', '(', '$', '€', '£', '¥', '₩']);
    let group = behind.trim_end_matches([')', '-']);
    let (whole, cents) = group.split_once('.').unwrap_or((group, ""));
    (1..=3).contains(&opens.len())
        && digits(opens)
        && !before.ends_with(char::is_whitespace)
        && whole.len() == 3
        && digits(whole)
        && digits(cents)
        && opens != "0"
}

#[cfg(test)]
mod tests {
    use super::rejoined;

    #[test]
    fn one_way_is_taken_and_no_guess() {
        let join = |text: &str, width| {
            let fields: Vec<&str> = text.split(',').collect();
            rejoined(&fields, width).map(|fields| fields.join("|"))
        };
        assert_eq!(join("A,Calder,1,100.00", 3).as_deref(), Some("A|Calder|1,100.00"));
        assert_eq!(join("A,-12,345,678.90,EUR", 3).as_deref(), Some("A|-12,345,678.90|EUR"));
        assert_eq!(join("A,1,100,200", 3), None);
        assert_eq!(join("A,Calder,Bio,100.00", 3), None);
        assert_eq!(join("A,Calder,100.00", 3), None);
    }
}
