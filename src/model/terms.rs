//! Payment terms as they are written: "Net 30", "30 days EOM", "2/10 net 30", "月结30天".
//!
//! Terms that have two readings in the trade keep both. Words that are not understood make the
//! whole unreadable: a wrong due date is worse than none.

use chrono::{Datelike, Days, Months};

use crate::base::{Date, Decimal, fold_word};

/// When an invoice falls due.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Terms {
    /// Days after the invoice date.
    Net(u32),
    /// "30 days EOM": the end of the invoice month and then the days, or the days and then the end
    /// of that month. Both are usual.
    EndOfMonth(u32),
    /// "月结30天": statement at the end of the month, then the days.
    Statement(u32),
    /// A day of a following month: "15th of the following month". 31 is the last day.
    DayOfMonth { months: u32, day: u32 },
}

impl Terms {
    pub fn parse(text: &str) -> Option<Terms> {
        let folded = fold_word(text);
        asian(&folded).or_else(|| western(&folded, text))
    }

    /// Every due date that the terms can mean for an invoice of this day.
    pub fn due_dates(self, invoice: Date) -> Vec<Date> {
        let after = |day: Date, days: u32| day.checked_add_days(Days::new(u64::from(days)));
        let dates = match self {
            Terms::Net(days) => vec![after(invoice, days)],
            Terms::EndOfMonth(days) => vec![
                month_end(invoice).and_then(|end| after(end, days)),
                after(invoice, days).and_then(month_end),
            ],
            Terms::Statement(days) => vec![month_end(invoice).and_then(|end| after(end, days))],
            Terms::DayOfMonth { months, day } => vec![day_of_month(invoice, months, day)],
        };
        let mut dates: Vec<Date> = dates.into_iter().flatten().collect();
        dates.dedup();
        dates
    }
}

fn month_end(day: Date) -> Option<Date> {
    day_of_month(day, 0, 31)
}

/// The day of the month so many months on; the last one where the month is shorter.
fn day_of_month(from: Date, months: u32, day: u32) -> Option<Date> {
    let first = from.with_day(1)?.checked_add_months(Months::new(months))?;
    let last = first.checked_add_months(Months::new(1))?.pred_opt()?;
    first.with_day(day.min(last.day()))
}

/// Korean, Chinese and Japanese forms, which are written without blanks.
fn asian(folded: &str) -> Option<Terms> {
    let text: String = folded.chars().filter(|c| !c.is_whitespace()).collect();
    let days = |rest: &str| rest.trim_end_matches(['天', '日', '일', '号']).parse::<u32>().ok();
    let text = ["账期", "帐期", "결제조건", "付款期限", "付款条件"]
        .iter()
        .fold(text, |text, word| text.replace(word, ""));
    let text = text.trim_matches([':', '：']).to_owned();
    for start in ["月结", "月結"] {
        if let Some(rest) = text.strip_prefix(start) {
            return plausible(days(rest)?).map(Terms::Statement);
        }
    }
    if let Some(rest) = text.strip_suffix("月结").or_else(|| text.strip_suffix("月結")) {
        return plausible(days(rest)?).map(Terms::Statement);
    }
    let closing = ["말일마감", "당월마감", "월말마감", "월마감", "月末締め", "月末締"];
    let closed = closing.iter().find_map(|closing| text.strip_prefix(closing));
    let pay = closed.unwrap_or(&text);
    let pay = ["지급", "결제", "払い", "払", "付款"]
        .iter()
        .find_map(|verb| pay.strip_suffix(verb))
        .unwrap_or(pay);
    let months = [
        ("익익월", 2),
        ("다음달", 1),
        ("익월", 1),
        ("당월", 0),
        ("翌々月", 2),
        ("翌月", 1),
        ("次月", 1),
        ("下月", 1),
        ("当月", 0),
    ];
    for (word, months) in months {
        if let Some(rest) = pay.strip_prefix(word) {
            let last = matches!(rest, "말" | "말일" | "末" | "末日" | "底" | "月底");
            let day = if last { Some(31) } else { days(rest).filter(|d| (1..=31).contains(d)) };
            return day.map(|day| Terms::DayOfMonth { months, day });
        }
    }
    match text.as_str() {
        "即期" | "现结" | "即时" | "货到" | "货到付款" | "즉시" | "즉시불" | "납품즉시" =>
        {
            return Some(Terms::Net(0));
        }
        _ => {}
    }
    let net = [
        "净",
        "淨",
        "发票后",
        "开票后",
        "发票日后",
        "开票日后",
        "开具发票后",
        "발행후",
        "세금계산서발행후",
        "청구후",
    ]
    .iter()
    .find_map(|word| pay.strip_prefix(word))
    .unwrap_or(pay);
    let net = net.trim_start_matches('후');
    let net = net.trim_end_matches("内").trim_end_matches("이내").trim_end_matches("후");
    let numeric = net.ends_with(['天', '日', '일']);
    let days = plausible(days(net).filter(|_| numeric)?)?;
    Some(if closed.is_some() { Terms::Statement(days) } else { Terms::Net(days) })
}

/// Word by word; a word outside the vocabulary makes the terms unreadable.
fn western(folded: &str, written: &str) -> Option<Terms> {
    match folded {
        "due on receipt"
        | "on receipt"
        | "upon receipt"
        | "due upon receipt"
        | "immediate"
        | "immediately"
        | "due immediately"
        | "cod"
        | "cash on delivery"
        | "sofort"
        | "sofort fallig"
        | "sofort zahlbar"
        | "zahlbar sofort"
        | "comptant"
        | "au comptant"
        | "a reception"
        | "a reception de facture"
        | "a reception de la facture"
        | "contado"
        | "al contado" => return Some(Terms::Net(0)),
        "eom" | "end of month" => return Some(Terms::EndOfMonth(0)),
        "eofm"
        | "end of following month"
        | "end of next month"
        | "last day of following month"
        | "last day of next month" => {
            return Some(Terms::DayOfMonth { months: 1, day: 31 });
        }
        _ => {}
    }
    // A number cell: 30, 30.0.
    if let Ok(number) = written.trim().parse::<Decimal>() {
        let days = number.normalize();
        return plausible(u32::try_from(days).ok().filter(|_| days.scale() == 0)?).map(Terms::Net);
    }
    let spaced = split_digits(folded);
    let mut words: Vec<&str> = spaced.split_whitespace().collect();
    drop_discount(&mut words, written);
    let text = ["end of the month", "end of month", "month end", "fin de mois", "fin de mes"]
        .iter()
        .fold(words.join(" "), |text, phrase| text.replace(phrase, "eom"));
    sentence(&text)
}

fn sentence(text: &str) -> Option<Terms> {
    let mut numbers: Vec<u32> = Vec::new();
    let (mut end_of_month, mut following, mut ordinal, mut month) = (false, false, false, false);
    for word in text.split_whitespace() {
        match word {
            "eom" | "monatsende" => end_of_month = true,
            "following" | "next" | "prox" | "proximo" | "mfi" => following = true,
            "st" | "nd" | "rd" | "th" => ordinal = true,
            "month" => month = true,
            "net" | "nett" | "netto" | "n" | "nt" | "d" | "day" | "days" | "tage" | "tagen"
            | "jours" | "dias" | "giorni" | "from" | "after" | "of" | "the" | "invoice" | "inv"
            | "date" | "due" | "in" | "within" | "terms" | "payment" | "payable" | "calendar"
            | "rechnungsdatum" | "ab" | "zum" | "facture" | "factura" | "zahlbar" | "innerhalb"
            | "von" | "nach" | "rein" | "ohne" | "abzug" | "nets" | "de" | "la" | "le" | "a"
            | "compter" | "emission" | "fecha" => {}
            number => numbers.push(number.parse().ok()?),
        }
    }
    let &[number] = numbers.as_slice() else { return None };
    if following {
        let is_day = (1..=31).contains(&number) && (ordinal || !text.contains("day"));
        return is_day.then_some(Terms::DayOfMonth { months: 1, day: number });
    }
    // "1 month" is no day, and "the 15th of the month" does not say of which.
    if ordinal || (month && !end_of_month) {
        return None;
    }
    let days = plausible(number)?;
    Some(if end_of_month { Terms::EndOfMonth(days) } else { Terms::Net(days) })
}

/// `net30` and `15th` as two words.
fn split_digits(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    let mut last: Option<char> = None;
    for c in text.chars() {
        let turns = last.is_some_and(|l| l.is_ascii_digit() != c.is_ascii_digit());
        if turns && c != ' ' && last != Some(' ') {
            out.push(' ');
        }
        out.push(c);
        last = Some(c);
    }
    out
}

/// "2/10 net 30", "2% 10 days, 30 days net": the discount says nothing about the due date. What is
/// left is "net" and the number after it, or the last number before it.
fn drop_discount(words: &mut Vec<&str>, written: &str) {
    if !written.contains('/') && !written.contains('%') {
        return;
    }
    let is_number = |word: &&str| word.parse::<u32>().is_ok();
    let net = words.iter().rposition(|word| matches!(*word, "net" | "n" | "nett" | "netto"));
    let Some(net) = net.filter(|&net| net >= 2) else { return };
    let keep_from = if words[net..].iter().any(is_number) {
        net
    } else {
        words[..net].iter().rposition(is_number).unwrap_or(net)
    };
    words.drain(..keep_from);
}

/// Nobody grants more than two years; a larger number is a code.
fn plausible(days: u32) -> Option<u32> {
    (days <= 730).then_some(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(terms: &str, invoice: &str) -> Vec<String> {
        let invoice = invoice.parse().expect("a date");
        let terms = Terms::parse(terms).unwrap_or_else(|| panic!("unread: {terms}"));
        terms.due_dates(invoice).into_iter().map(crate::base::iso).collect()
    }

    #[test]
    fn days_after_the_invoice() {
        for terms in ["Net 30", "NET30", "30", "30 days", "n/30", "2/10 net 30", "2/10, n/30"] {
            assert_eq!(due(terms, "2026-10-15"), ["2026-11-14"], "{terms}");
        }
        for terms in ["2% 10 days, 30 days net", "30.0", "NT30", "30 days from invoice date"] {
            assert_eq!(due(terms, "2026-10-15"), ["2026-11-14"], "{terms}");
        }
        for terms in ["2% 10 days, net 30", "30 Tage netto", "30일", "净30天", "발행 후 30일"]
        {
            assert_eq!(due(terms, "2026-10-15"), ["2026-11-14"], "{terms}");
        }
        for terms in
            ["zahlbar innerhalb von 30 Tagen", "30 Tage ab Rechnungsdatum", "30 Tage rein netto"]
        {
            assert_eq!(due(terms, "2026-10-15"), ["2026-11-14"], "{terms}");
        }
        for terms in ["30 jours nets", "30 jours date de facture", "a 30 días fecha factura"] {
            assert_eq!(due(terms, "2026-10-15"), ["2026-11-14"], "{terms}");
        }
        for terms in [
            "账期30天",
            "30天账期",
            "开票后30天内",
            "결제조건: 30일",
            "세금계산서 발행 후 30일 이내",
        ] {
            assert_eq!(due(terms, "2026-10-15"), ["2026-11-14"], "{terms}");
        }
        for terms in ["货到付款", "À réception de facture", "al contado", "sofort zahlbar", "즉시"]
        {
            assert_eq!(due(terms, "2026-10-15"), ["2026-10-15"], "{terms}");
        }
        assert_eq!(due("Due on receipt", "2026-10-15"), ["2026-10-15"]);
    }

    #[test]
    fn end_of_month_has_two_readings() {
        assert_eq!(due("30 days EOM", "2026-10-15"), ["2026-11-30"]);
        assert_eq!(due("Net 45 EOM", "2026-10-10"), ["2026-12-15", "2026-11-30"]);
        assert_eq!(due("EOM", "2026-10-15"), ["2026-10-31"]);
    }

    #[test]
    fn statements_and_fixed_days() {
        assert_eq!(due("月结30天", "2026-10-15"), ["2026-11-30"]);
        assert_eq!(due("말일 마감 익월 말일", "2026-01-15"), ["2026-02-28"]);
        assert_eq!(due("익월 15일", "2026-10-15"), ["2026-11-15"]);
        for terms in ["次月15号", "下月15日付款", "말일 마감 익월 15일 지급"] {
            assert_eq!(due(terms, "2026-10-15"), ["2026-11-15"], "{terms}");
        }
        for terms in ["당월 말일", "当月底", "당월 말일 지급"] {
            assert_eq!(due(terms, "2026-10-15"), ["2026-10-31"], "{terms}");
        }
        assert_eq!(due("月结60天", "2026-10-15"), ["2026-12-30"]);
        assert_eq!(due("30 jours fin de mois", "2026-10-15"), ["2026-11-30"]);
        assert_eq!(due("30 Tage zum Monatsende", "2026-10-15"), ["2026-11-30"]);
        for terms in ["30天月结", "월말 마감 후 30일", "말일 마감 30일"] {
            assert_eq!(due(terms, "2026-10-15"), ["2026-11-30"], "{terms}");
        }
        assert_eq!(due("End of following month", "2026-10-15"), ["2026-11-30"]);
        assert_eq!(due("15 MFI", "2026-10-15"), ["2026-11-15"]);
        assert_eq!(due("15th following month", "2026-10-02"), ["2026-11-15"]);
        assert_eq!(due("15th of the following month", "2026-12-02"), ["2027-01-15"]);
    }

    #[test]
    fn what_is_not_understood_is_not_guessed() {
        for terms in ["30 days from receipt", "15th of the month", "30.5", "60일 어음", "票到30天"]
        {
            assert_eq!(Terms::parse(terms), None, "{terms}");
        }
        for terms in
            ["ZB42", "30/60/90", "as agreed", "", "Net 30 less 5", "20260101", "1 month", "현금"]
        {
            assert_eq!(Terms::parse(terms), None, "{terms}");
        }
    }
}
