//! Laws of bank files that overlap: whatever days they are cut at and in whatever order they come, each line
//! of the account counts once, so that the balance is carried from the first opening to the last closing.

use std::sync::Arc;

use proptest::prelude::*;
use tieout::analysis::cash;
use tieout::base::turns::{self, Pace};
use tieout::matching::{Occurrence, Sides};
use tieout::table::{Kind, Table};

use super::tables;

/// Day of the month, what it says, amount: few of each, so that many lines of one day are equal.
type BankLine = (u32, u8, i64);

fn lines() -> impl Strategy<Value = Vec<BankLine>> {
    let line = (1..29_u32, 0..3_u8, prop::sample::select(vec![-7_i64, 5, 5, 11, 60]));
    prop::collection::vec(line, 1..60)
}

fn file(name: &str, id: u32, lines: &[BankLine], from: u32, to: u32) -> Arc<Table> {
    let mut text = "bank_account,booking_date,payer_name,text,amount\n".to_owned();
    for (day, who, amount) in lines.iter().filter(|(day, _, _)| (from..=to).contains(day)) {
        text += &format!("DE1000,2026-05-{day:02},Payer {who},as agreed,{amount}.00\n");
    }
    Arc::new(tables::table(id, Kind::BankLines, name, &text).expect("a well-formed table"))
}

fn sides(files: &[Arc<Table>]) -> Sides {
    let pace = Pace::at_once();
    turns::at_once(cash::sides(files, &[], None, &Default::default(), &pace))
}

/// What counts, without the files that it stands in.
fn counted(sides: &Sides) -> Vec<(i64, String)> {
    let said =
        |item: &tieout::matching::Item| (item.amount, format!("{:?} {:?}", item.date, item.name));
    let mut all: Vec<(i64, String)> = sides.left.iter().map(said).collect();
    all.sort();
    all
}

fn told(sides: &Sides, how: Occurrence) -> usize {
    sides.overlapping.iter().filter(|one| one.how == how).count()
}

proptest! {
    #![proptest_config(crate::cases(200))]

    #[test]
    fn each_line_counts_once_however_the_files_are_cut(
        lines in lines(),
        cuts in prop::collection::vec((1..29_u32, 1..29_u32), 1..5),
        turn in 0..5_usize,
    ) {
        let mut files = Vec::new();
        for (at, &(a, b)) in cuts.iter().enumerate() {
            files.push(file(&format!("{at}.csv"), at as u32, &lines, a.min(b), a.max(b)));
        }
        let within = |day: u32| cuts.iter().any(|&(a, b)| (a.min(b)..=a.max(b)).contains(&day));
        let known: Vec<BankLine> = lines.iter().copied().filter(|line| within(line.0)).collect();
        let whole = sides(&[file("whole.csv", 9, &known, 1, 28)]);
        let found = sides(&files);
        // Opening + what counts = closing, since it is what the whole account has.
        prop_assert_eq!(counted(&found), counted(&whole));
        prop_assert_eq!(told(&found, Occurrence::Missing), 0);
        let rows: usize = files.iter().map(|file| file.len()).sum();
        prop_assert_eq!(found.left.len() + told(&found, Occurrence::Repeated), rows);
        files.rotate_left(turn % cuts.len());
        prop_assert_eq!(counted(&sides(&files)), counted(&whole));
    }

    #[test]
    fn the_same_lines_under_another_name_change_nothing(lines in lines(), to in 1..29_u32) {
        let one = [file("a.csv", 0, &lines, 1, 28)];
        let part = file("c.csv", 2, &lines, 1, to);
        let all = [one[0].clone(), file("b.csv", 1, &lines, 1, 28), part];
        prop_assert_eq!(counted(&sides(&all)), counted(&sides(&one)));
    }

    #[test]
    fn a_line_that_the_bank_removed_counts_and_is_told(lines in lines(), at in 0..60_usize) {
        let gone = at % lines.len();
        let mut less = lines.clone();
        let (day, _, amount) = less.remove(gone);
        // Beyond the days of the older file on both sides, and with the other lines of its sign.
        less.extend([(1, 0, 5), (28, 0, 5), (1, 0, -7), (28, 0, -7)]);
        let mut older = lines.clone();
        older.extend([(1, 0, 5), (1, 0, -7)]);
        let files = [file("old.csv", 0, &older, 1, 27), file("new.csv", 1, &less, 1, 28)];
        let found = sides(&files);
        let told = told(&found, Occurrence::Missing);
        prop_assert_eq!(told, usize::from((2..28).contains(&day)));
        let left: i64 = found.left.iter().map(|item| item.amount).sum();
        let mut all = less.clone();
        if (1..28).contains(&day) {
            all.push((day, 0, amount));
        }
        prop_assert_eq!(left, all.iter().map(|line| line.2 * 100).sum::<i64>());
    }
}
