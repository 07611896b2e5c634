//! Sorts of containers as heads of ocean tariffs: a length in feet, and what is special about it.

/// `20GP`, `40' HQ`, `20ft`, `40尺高柜`: a length in feet, and what sort of container. A length alone
/// is one where its feet are said.
pub(super) fn size(text: &str) -> Option<String> {
    const LENGTHS: [&str; 5] = ["20", "40", "45", "48", "53"];
    const FEET: [&str; 8] = ["'", "’", "ft", "feet", "피트", "尺", "英尺", "呎"];
    const SORTS: [&str; 22] = [
        "gp",
        "dc",
        "dv",
        "dry",
        "st",
        "std",
        "sd",
        "hq",
        "hc",
        "rf",
        "rh",
        "ot",
        "fr",
        "tk",
        "nor",
        "rad",
        "普柜",
        "高柜",
        "冻柜",
        "小柜",
        "하이큐브",
        "냉동",
    ];
    let close: String =
        text.chars().filter(|c| !c.is_whitespace() && !"-/_.".contains(*c)).collect();
    let length = LENGTHS.iter().find(|length| close.starts_with(**length))?;
    let rest = &close[length.len()..];
    let sort = FEET.iter().find_map(|feet| rest.strip_prefix(feet));
    let known = match sort {
        Some(sort) => sort.is_empty() || SORTS.contains(&sort),
        None => SORTS.contains(&rest),
    };
    known.then(|| format!("{length}{}", sort.unwrap_or(rest).to_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_with_their_feet_or_sort() {
        for (text, sort) in [
            ("20gp", Some("20GP")),
            ("40' hq", Some("40HQ")),
            ("40-hc", Some("40HC")),
            ("20ft", Some("20")),
            ("40尺高柜", Some("40高柜")),
            ("20", None),
            ("40 kg", None),
            ("20x40", None),
            ("30'", None),
        ] {
            assert_eq!(size(text).as_deref(), sort, "{text}");
        }
    }
}
