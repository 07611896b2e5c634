//! Belgian structured messages: `+++010/8068/17183+++`, ten digits and their rest by 97, 97 for 0.

use super::{Check, digits};

pub fn check(text: &str) -> Check {
    let inner = text.trim().trim_matches(['+', '*']);
    let Some(all) = digits(inner).filter(|d| d.len() == 12) else { return Check::NotShaped };
    let number = |part: &[u32]| part.iter().fold(0_u64, |n, &digit| n * 10 + u64::from(digit));
    let rest = match number(&all[..10]) % 97 {
        0 => 97,
        rest => rest,
    };
    Check::of(true, || rest == number(&all[10..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn with_its_marks_and_a_rest_of_nought() {
        assert_eq!(check("+++010/8068/17183+++"), Check::Holds);
        assert_eq!(check("***010/8068/17183***"), Check::Holds);
        assert_eq!(check("000/0000/09797"), Check::Holds);
        assert_eq!(check("000/0000/09700"), Check::WrongDigit);
    }
}
