//! Names of months in four languages, and the words that stand beside them in a date.

/// First letters that tell the months of English, German, French and Spanish apart.
const MONTHS: [(&[&str], u32); 12] = [
    (&["jan", "jän", "ene"], 1),
    (&["feb", "fev", "fév"], 2),
    (&["mar", "mär", "mae", "mrz"], 3),
    (&["apr", "avr", "abr"], 4),
    (&["may", "mai"], 5),
    (&["jun", "juin"], 6),
    (&["jul", "juil"], 7),
    (&["aug", "aou", "aoû", "ago"], 8),
    (&["sep", "set"], 9),
    (&["oct", "okt"], 10),
    (&["nov"], 11),
    (&["dec", "dez", "déc", "dic"], 12),
];

pub(super) fn month_named(word: &str) -> Option<u32> {
    const LONGEST: usize = 10;
    let word = word.to_lowercase();
    if word.chars().count() > LONGEST {
        return None;
    }
    let starts = |starts: &[&str]| starts.iter().any(|s| word.starts_with(s));
    MONTHS.iter().find(|(names, _)| starts(names)).map(|(_, month)| *month)
}

pub(super) fn is_filler(word: &str) -> bool {
    const WORDS: [&str; 28] = [
        "de",
        "del",
        "th",
        "st",
        "nd",
        "rd",
        "er",
        "le",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "lun",
        "mer",
        "jeu",
        "ven",
        "sam",
        "dim",
    ];
    WORDS.contains(&word.to_lowercase().as_str())
}
