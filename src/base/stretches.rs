//! Long loops, a stretch at a time.
//!
//! A browser compiles a module twice: plainly and at once, then well. The good code takes over where a
//! function is entered, never within it, so a loop over a million rows in a function that is entered
//! once runs to its end in plain code, at a half or a third of the speed. Here the body of a loop is
//! entered again for every stretch. Natively it makes no difference.

use std::convert::Infallible;

/// Steps of one stretch: few enough for the good code to take over early, and many enough that
/// entering costs nothing.
const STEPS: usize = 1 << 10;

/// Calls until there is nothing left to do, which `false` tells, or until it fails.
pub fn repeat<E>(mut step: impl FnMut() -> Result<bool, E>) -> Result<(), E> {
    #[inline(never)]
    fn stretch<E>(step: &mut impl FnMut() -> Result<bool, E>) -> Result<bool, E> {
        for _ in 0..STEPS {
            if !step()? {
                return Ok(false);
            }
        }
        Ok(true)
    }
    while stretch(&mut step)? {}
    Ok(())
}

/// Calls with each item.
pub fn each<I: IntoIterator>(items: I, mut each: impl FnMut(I::Item)) {
    let mut items = items.into_iter();
    let Ok(()) = repeat(|| {
        let item = items.next();
        let is_one = item.is_some();
        item.into_iter().for_each(&mut each);
        Ok::<bool, Infallible>(is_one)
    });
}

/// Whether each item is so; the first that is not ends it.
pub fn all<I: IntoIterator>(items: I, mut is: impl FnMut(I::Item) -> bool) -> bool {
    let mut items = items.into_iter();
    let mut all = true;
    let Ok(()) = repeat(|| {
        let Some(item) = items.next() else { return Ok(false) };
        all = is(item);
        Ok::<bool, Infallible>(all)
    });
    all
}

/// The first item that is so.
pub fn find<I: IntoIterator>(items: I, is: impl Fn(&I::Item) -> bool) -> Option<I::Item> {
    let mut found = None;
    all(items, |item| {
        found = Some(item).filter(&is);
        found.is_none()
    });
    found
}

/// All items as a list.
pub fn collect<I: IntoIterator>(items: I) -> Vec<I::Item> {
    let items = items.into_iter();
    let mut all = Vec::with_capacity(items.size_hint().0);
    each(items, |item| all.push(item));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_is_taken_once_in_order() {
        for count in [0, 1, STEPS - 1, STEPS, STEPS + 1, 3 * STEPS] {
            assert_eq!(collect(0..count), (0..count).collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_first_that_is_not_ends_it() {
        for first in [0, STEPS - 1, STEPS, 2 * STEPS] {
            let mut asked = 0;
            let all_below = all(0..3 * STEPS, |step| {
                asked += 1;
                step < first
            });
            assert_eq!((all_below, asked), (false, first + 1));
        }
        assert!(all(0..STEPS, |_| true));
    }

    #[test]
    fn the_first_that_is_so_is_found() {
        for wanted in [0, STEPS - 1, STEPS, 2 * STEPS] {
            assert_eq!(find(0..3 * STEPS, |step| *step >= wanted), Some(wanted));
        }
        assert_eq!(find(0..STEPS, |_| false), None);
    }

    #[test]
    fn a_failure_ends_it() {
        let mut steps = 0;
        let ended = repeat(|| {
            steps += 1;
            if steps == STEPS + 7 { Err(steps) } else { Ok(true) }
        });
        assert_eq!(ended, Err(STEPS + 7));
    }
}
