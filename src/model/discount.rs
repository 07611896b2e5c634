//! Cash discounts that terms of payment grant: "2/10 net 30", "10 Tage 2 % Skonto, 30 Tage netto",
//! "10일 이내 2% 할인". When the whole amount is due is in [`super::Terms`].

use crate::base::{Decimal, fold_word};

/// So much less, if it is paid within so many days of the invoice.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Discount {
    /// Hundredths of a percent.
    pub share_bp: i64,
    pub days: u32,
}

/// Nobody grants more, nor for longer.
const SHARE_BP_MAX: i64 = 1_000;
const DAYS_MAX: u32 = 90;
/// Of "2/10" the first is a share only if it is small.
const BARE_SHARE_MAX: u32 = 5;

/// Words of other shares: interest on late payment, tax, retention.
const OTHERWISE: &[&str] = &[
    "interest",
    "late",
    "penalty",
    "overdue",
    "vat",
    "tax",
    "retention",
    "deposit",
    "advance",
    "zins",
    "verzug",
    "mwst",
    "anzahlung",
    "interet",
    "retard",
    "penalite",
    "tva",
    "acompte",
    "interes",
    "mora",
    "recargo",
    "iva",
    "anticipo",
    "연체",
    "지연",
    "이자",
    "부가세",
    "선금",
    "违约",
    "滞纳",
    "逾期",
    "利息",
    "税",
    "预付",
    "定金",
];

#[derive(Clone, Copy, PartialEq, Debug)]
enum Figure {
    /// Hundredths of a percent.
    Share(i64),
    Days(u32),
}

impl Discount {
    /// All that the terms grant, the largest share first; none where they grant none or say
    /// something of a share that is no discount.
    pub fn parse(terms: &str) -> Vec<Discount> {
        let folded = fold_word(terms);
        if OTHERWISE.iter().any(|word| folded.contains(word)) {
            return Vec::new();
        }
        let mut found = bare(terms).map_or_else(|| paired(&figures(terms)), |one| vec![one]);
        found.retain(|one| {
            (1..=SHARE_BP_MAX).contains(&one.share_bp) && (1..=DAYS_MAX).contains(&one.days)
        });
        found.sort_by_key(|one| (-one.share_bp, one.days));
        found
    }
}

/// `2/10 net 30`, `2/10, n/30`: two figures about a stroke, then the net term.
fn bare(terms: &str) -> Option<Discount> {
    let (before, after) = terms.split_once('/')?;
    let share: u32 = before.trim().parse().ok().filter(|share| *share <= BARE_SHARE_MAX)?;
    let after = after.trim_start();
    let digits = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let days = after[..digits].parse().ok()?;
    let rest = after[digits..].trim_start_matches([' ', ',', ';', '/']).to_lowercase();
    rest.starts_with('n').then_some(Discount { share_bp: i64::from(share) * 100, days })
}

/// Every number in turn: with a percent sign behind it a share, else whole days.
fn figures(terms: &str) -> Vec<Figure> {
    let text: String = terms.replace('％', "%");
    let mut all = Vec::new();
    let mut rest = text.as_str();
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let number = &rest[start..];
        let inside = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        let end = number.find(|c| !inside(c)).unwrap_or(number.len());
        let (digits, after) = number.split_at(end);
        let digits = digits.trim_end_matches(['.', ',']);
        rest = after;
        if after.trim_start().starts_with('%') {
            let share: Option<Decimal> = digits.replace(',', ".").parse().ok();
            let share = share.and_then(|share| share.checked_mul(Decimal::ONE_HUNDRED));
            all.extend(share.and_then(|bp| i64::try_from(bp.round()).ok()).map(Figure::Share));
        } else {
            all.extend(digits.parse().ok().map(Figure::Days));
        }
    }
    all
}

/// One share goes with the shortest time, since whoever pays early pays before the net term. Several
/// go with the days that stand on the same side of each.
fn paired(figures: &[Figure]) -> Vec<Discount> {
    let days = |figure: &Figure| match figure {
        Figure::Days(days) => Some(*days),
        Figure::Share(_) => None,
    };
    let shares: Vec<(usize, i64)> = figures
        .iter()
        .enumerate()
        .filter_map(|(at, figure)| match figure {
            Figure::Share(bp) => Some((at, *bp)),
            Figure::Days(_) => None,
        })
        .collect();
    if let &[(_, share_bp)] = shares.as_slice() {
        let shortest = figures.iter().filter_map(days).min();
        return shortest.map(|days| Discount { share_bp, days }).into_iter().collect();
    }
    let share_first = matches!(figures.first(), Some(Figure::Share(_)));
    let beside = |at: usize| if share_first { Some(at + 1) } else { at.checked_sub(1) };
    shares
        .into_iter()
        .filter_map(|(at, share_bp)| {
            let days = figures.get(beside(at)?).and_then(days)?;
            Some(Discount { share_bp, days })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(terms: &str) -> Vec<(i64, u32)> {
        Discount::parse(terms).into_iter().map(|d| (d.share_bp, d.days)).collect()
    }

    #[test]
    fn the_usual_ways_to_write_two_percent_in_ten_days() {
        for terms in [
            "2/10 net 30",
            "2/10, n/30",
            "2% 10 days, 30 days net",
            "Net 30, 2% 10 days",
            "2 % Skonto bei Zahlung innerhalb von 10 Tagen, 30 Tage netto",
            "10 Tage 2% Skonto, 30 Tage netto",
            "Escompte 2 % à 10 jours, 30 jours net",
            "2% pronto pago 10 días, 30 días",
            "10일 이내 2% 할인, 30일",
            "10天内付款2%折扣，30天",
            "２％ 10日以内".replace('２', "2").as_str(),
        ] {
            assert_eq!(read(terms), [(200, 10)], "{terms}");
        }
    }

    #[test]
    fn several_steps_keep_their_days() {
        assert_eq!(read("14 Tage 3 %, 30 Tage 2 %, 60 Tage netto"), [(300, 14), (200, 30)]);
        assert_eq!(read("3% 7 days, 1.5% 14 days, net 30"), [(300, 7), (150, 14)]);
    }

    #[test]
    fn what_grants_nothing_or_is_another_share() {
        for terms in [
            "Net 30",
            "30",
            "月结30天",
            "30/60/90",
            "1.5% late fee per month after 30 days",
            "30 Tage, 19% MwSt",
            "2% Verzugszinsen ab 30 Tagen",
            "50% deposit, 30 days",
            "12/31 net",
            "연체 시 월 1.5%, 30일",
            "ZB42",
        ] {
            assert_eq!(read(terms), [], "{terms}");
        }
    }
}
