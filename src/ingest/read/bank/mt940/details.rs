//! The `:86:` text: German subfields (`?20…?32…`), code words (`/EREF/…/REMI/…`), or plain text.

/// What the text says of a line. All of it is empty where the text does not say.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Details {
    /// Three digits: the business transaction code (GVC).
    pub code: String,
    pub posting_text: String,
    pub remittance: String,
    pub end_to_end_id: String,
    pub name: String,
    pub account: String,
}

pub(super) fn details(text: &str) -> Details {
    let text = text.trim();
    let structured = subfields(text).or_else(|| code_words(text));
    structured.unwrap_or_else(|| Details { remittance: one_line(text), ..Details::default() })
}

/// A full line was cut and goes on without a blank; a short one ended.
fn one_line(text: &str) -> String {
    const LINE_CHARS: usize = 60;
    let mut joined = String::new();
    let mut full = true;
    for line in text.lines() {
        // A subfield that begins the line is no word.
        let goes_on = line.starts_with(char::is_alphanumeric);
        if !full && goes_on && !joined.ends_with(' ') {
            joined.push(' ');
        }
        joined.push_str(line);
        full = line.chars().count() >= LINE_CHARS;
    }
    joined.trim().to_owned()
}

/// `166?00GUTSCHRIFT?20EREF+…?32KARL`: three digits, then a sign of the bank's choice before each
/// number of two digits.
fn subfields(text: &str) -> Option<Details> {
    let flat = one_line(text);
    let flat = flat.trim_start();
    let code_end = flat.find(|c: char| !c.is_ascii_digit())?;
    let (code, rest) = flat.split_at(code_end);
    let sign = rest.chars().next()?;
    let two_digits = |t: &str| t.len() >= 2 && t.bytes().take(2).all(|b| b.is_ascii_digit());
    let shaped = matches!(code.len(), 0 | 3)
        && !sign.is_alphanumeric()
        && !matches!(sign, ' ' | '/' | '+' | '-' | '.' | ',')
        && two_digits(&rest[sign.len_utf8()..]);
    if !shaped {
        return None;
    }
    let mut found = Details { code: code.to_owned(), ..Details::default() };
    let mut remittance: Vec<&str> = Vec::new();
    let mut iban = "";
    for field in rest.split(sign).skip(1) {
        // The sign in a text that it does not belong to: the text goes on.
        if !two_digits(field) || !field.is_char_boundary(2) {
            continue;
        }
        let (number, value) = field.split_at(2);
        match number {
            "00" => found.posting_text = value.trim().to_owned(),
            "31" => found.account = value.trim().to_owned(),
            "32" => found.name = value.to_owned(),
            "33" => found.name.push_str(value),
            "38" => iban = value,
            n if n.starts_with('2') || matches!(n, "60" | "61" | "62" | "63") => {
                remittance.push(value);
            }
            _ => {}
        }
    }
    if !iban.is_empty() {
        found.account = iban.split_whitespace().collect();
    }
    found.name = squeezed(&found.name);
    sepa_words(&joined(&remittance), &mut found);
    Some(found)
}

/// Pieces of 27 characters were cut; shorter ones are lines of their own.
fn joined(pieces: &[&str]) -> String {
    const PIECE_CHARS: usize = 27;
    let mut text = String::new();
    for piece in pieces {
        text.push_str(piece);
        if piece.chars().count() < PIECE_CHARS && !piece.ends_with(' ') {
            text.push(' ');
        }
    }
    text.trim().to_owned()
}

/// `EREF+…KREF+…SVWZ+…` within the remittance.
fn sepa_words(text: &str, found: &mut Details) {
    const WORDS: [&str; 12] = [
        "EREF+", "KREF+", "MREF+", "CRED+", "DEBT+", "COAM+", "OAMT+", "SVWZ+", "ABWA+", "ABWE+",
        "IBAN+", "BIC+",
    ];
    let mut starts: Vec<(usize, &str)> =
        WORDS.iter().flat_map(|word| text.match_indices(word)).collect();
    starts.sort_unstable();
    let Some(&(first, _)) = starts.first() else {
        found.remittance = text.to_owned();
        return;
    };
    let mut free = text[..first].trim().to_owned();
    for (i, &(at, word)) in starts.iter().enumerate() {
        let end = starts.get(i + 1).map_or(text.len(), |next| next.0);
        let value = text[at + word.len()..end].trim();
        match word {
            "EREF+" => found.end_to_end_id = value.to_owned(),
            "SVWZ+" => {
                if !free.is_empty() {
                    free.push(' ');
                }
                free.push_str(value);
            }
            "IBAN+" if found.account.is_empty() => found.account = value.to_owned(),
            _ => {}
        }
    }
    // Banks that give references only: better all of it than nothing.
    found.remittance = if free.is_empty() { text.to_owned() } else { free };
}

/// `/TRTP/SEPA/IBAN/NL…/NAME/…/REMI/USTD//…/EREF/…`, as Dutch, Belgian and Nordic banks write.
fn code_words(text: &str) -> Option<Details> {
    const WORDS: [&str; 31] = [
        "TRTP", "IBAN", "BIC", "NAME", "REMI", "EREF", "KREF", "PREF", "IREF", "MARF", "CSID",
        "ORDP", "BENM", "ULTD", "ULTC", "ULTB", "ULTDBTR", "CNTP", "RTRN", "PURP", "ISDT", "ADDR",
        "ID", "CHGS", "EXCH", "OCMT", "SVCL", "SWOC", "NRTX", "ACCW", "INFO",
    ];
    let flat = one_line(text);
    let mut parts = flat.split('/');
    let first = parts.next()?;
    if !first.trim().chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let mut fields: Vec<(&str, Vec<&str>)> = Vec::new();
    for part in parts {
        match WORDS.iter().find(|word| **word == part.trim()) {
            Some(word) => fields.push((word, Vec::new())),
            None => fields.last_mut()?.1.push(part),
        }
    }
    if fields.is_empty() {
        return None;
    }
    let value = |wanted: &str| {
        let found = fields.iter().find(|(word, values)| *word == wanted && !values.is_empty());
        found.map(|(_, values)| values.join("/").trim_matches('/').trim().to_owned())
    };
    let mut found = Details { code: first.trim().to_owned(), ..Details::default() };
    if let Some((_, party)) = fields.iter().find(|(word, _)| *word == "CNTP") {
        found.account = party.first().map_or("", |v| v).trim().to_owned();
        found.name = party.get(2).map_or("", |v| v).trim().to_owned();
    }
    found.name = value("NAME").unwrap_or(found.name);
    found.account = value("IBAN").unwrap_or(found.account);
    found.end_to_end_id = value("EREF").unwrap_or_default();
    found.posting_text = value("TRTP").unwrap_or_default();
    let remittance = value("REMI").unwrap_or_default();
    let remittance = remittance.strip_prefix("USTD//").unwrap_or(&remittance);
    let remittance = remittance.strip_prefix("STRD/CUR/").unwrap_or(remittance);
    found.remittance = if remittance.is_empty() { flat.clone() } else { remittance.to_owned() };
    Some(found)
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn german_subfields_over_cut_lines() {
        let found = details(
            "166?00GUTSCHRIFT?100399?20EREF+EndToEndId TFNR 22 004?21 00001?22\n\
             SVWZ+Verw CTSc-01 BC-PPP TF?23Nr 22 004?30DRESDEFF508?31DE1450880\n\
             0500194785000?32KARL?33        KAUFMANN",
        );
        assert_eq!((found.code.as_str(), found.posting_text.as_str()), ("166", "GUTSCHRIFT"));
        assert_eq!(found.end_to_end_id, "EndToEndId TFNR 22 004 00001");
        assert_eq!(found.remittance, "Verw CTSc-01 BC-PPP TFNr 22 004");
        assert_eq!(found.account, "DE14508800500194785000");
        assert_eq!(found.name, "KARL KAUFMANN");
    }

    #[test]
    fn code_words_between_slashes() {
        let found = details(
            "/TRTP/SEPA OVERBOEKING/IBAN/NL91ABNA0417164300/BIC/ABNANL2A/NAME/Orrin BV\n\
             /REMI/INV-1001 INV-1002/EREF/NOTPROVIDED",
        );
        assert_eq!(found.name, "Orrin BV");
        assert_eq!(found.account, "NL91ABNA0417164300");
        assert_eq!(found.remittance, "INV-1001 INV-1002");
        assert_eq!(found.end_to_end_id, "NOTPROVIDED");
        let found = details("/CNTP/NL91ABNA0417164300/ABNANL2A/Orrin BV///REMI/USTD//INV-7/");
        assert_eq!((found.name.as_str(), found.remittance.as_str()), ("Orrin BV", "INV-7"));
    }

    #[test]
    fn plain_text_stays_whole() {
        for text in ["44: not a tag", "911 TRANSAKCJA; TNR: 1", "/ just a slash", "INV 7/2026", ""]
        {
            assert_eq!(details(text), Details { remittance: text.into(), ..Details::default() });
        }
    }
}
