//! What a reconciliation says in words, alike in the report and on the screen.

use crate::analysis::reconcile::{
    Account, Choice, Comparison, Inquiry, Lead, LeadKind, Line, Reconciled, SheetKey,
};
use crate::base::Decimal;
use crate::rules::Results;
use crate::table::Field;
use crate::words::{self, Arg, Args, Lang};

/// `Bank and book: bank.csv, payments.csv`
pub fn title(results: &Results, choice: &Choice, lang: Lang) -> String {
    let name = |key| label(results, key);
    let args = Args::new()
        .with("what", words::text(lang, &choice.comparison.word()))
        .with("left", name(&choice.left))
        .with("right", name(&choice.right));
    words::say(lang, "compare-name", &args)
}

/// The file's name, and the sheet's where it says more.
pub fn label(results: &Results, key: &SheetKey) -> String {
    let Some(file) = results.intake.files.iter().find(|file| file.sha256 == key.file) else {
        return "–".to_owned();
    };
    let sheet = file.sheets.get(usize::from(key.sheet)).and_then(|sheet| sheet.table.as_ref());
    match sheet.map_or("", |table| table.sheet_label()) {
        "" => file.name.to_string(),
        sheet => format!("{} › {sheet}", file.name),
    }
}

/// What the reader must know of how the lists were taken.
pub fn facts(done: &Reconciled, lang: Lang) -> Vec<String> {
    let mut facts = Vec::new();
    let say = |key: &str, args: Args| words::say(lang, key, &args);
    let fields = |fields: &[Field]| {
        let names = fields.iter().map(|field| words::text(lang, &field.word()));
        names.collect::<Vec<_>>().join(", ")
    };
    let bank = done.comparison == Comparison::BankBook;
    match (bank, done.keys.is_empty()) {
        (true, _) => facts.push(words::text(lang, "compare-by-bank")),
        (false, true) => facts.push(words::text(lang, "compare-by-nothing")),
        (false, false) => {
            facts.push(say("compare-by", Args::new().with("columns", fields(&done.keys))));
        }
    }
    let (left, right) = (fields(&done.left.amounts), fields(&done.right.amounts));
    let amounts = Args::new().with("left", left).with("right", right);
    facts.push(say("compare-amounts", amounts));
    if done.mirrored {
        facts.push(words::text(lang, "compare-mirrored"));
    }
    if let Some(control) = &done.control {
        let listed: Vec<String> = control.accounts.iter().take(6).map(Account::label).collect();
        facts.push(match &control.account {
            Some(account) => {
                say("compare-account-fact", Args::new().with("account", account.label()))
            }
            None => say("compare-account-open", Args::new().with("accounts", listed.join(", "))),
        });
    }
    let unread = done.left.unread + done.right.unread;
    if unread > 0 {
        facts.push(say("compare-unread", Args::new().with("count", unread)));
    }
    if !done.not_compared.is_empty() {
        let columns = fields(&done.not_compared);
        facts.push(say("compare-not-compared", Args::new().with("columns", columns)));
    }
    if !done.gaps.is_empty() {
        let count: u64 = done.gaps.iter().map(|gap| gap.count).sum();
        let listed = done.gaps.iter().take(6).map(|gap| match gap.count {
            1 => gap.first.clone(),
            _ => format!("{}–{}", gap.first, gap.last),
        });
        let numbers: Vec<String> = listed.collect();
        let args = Args::new().with("count", count as usize).with("numbers", numbers.join(", "));
        facts.push(say("compare-gaps", args));
    }
    facts
}

/// What differs beside the amount, as both files have it.
pub fn fields(line: &Line, lang: Lang) -> String {
    let of = line.differing.iter().map(|differing| {
        let blank = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
        let args = Args::new()
            .with("field", words::text(lang, &differing.field.word()))
            .with("left", blank(&differing.left))
            .with("right", blank(&differing.right));
        words::say(lang, "compare-field", &args)
    });
    of.collect::<Vec<_>>().join("; ")
}

/// Whose difference it is: a row's, by its name, or the totals'.
pub fn about(done: &Reconciled, inquiry: &Inquiry, lang: Lang) -> String {
    let line = inquiry.line.and_then(|at| done.lines.get(at as usize));
    let Some(line) = line else { return words::text(lang, "compare-about-total") };
    let left = line.left.first().map(|&at| &done.left.entries[at as usize]);
    let right = line.right.first().map(|&at| &done.right.entries[at as usize]);
    let key = left.or(right).map_or("", |entry| entry.key.as_str());
    let cause = words::text(lang, line.cause.word());
    match key {
        "" => cause,
        key => words::say(
            lang,
            "compare-about",
            &Args::new().with("key", key.to_owned()).with("cause", cause),
        ),
    }
}

pub fn sentence(lead: &Lead, lang: Lang) -> String {
    let mut args = Args::new();
    if let Some(figure) = lead.figure {
        args = args.with("figure", figure);
    }
    if let Some(factor) = lead.kind.factor() {
        args = args.with("factor", factor as usize);
    }
    if let LeadKind::Share(bp) = lead.kind {
        args = args.with("share", Arg::percent(Decimal::new(bp, 4)));
    }
    if let LeadKind::Like(slip) = lead.kind {
        args = args.with("slip", words::text(lang, slip.word()));
    }
    if let Some(ratio) = lead.ratio {
        args = args.with("ratio", Arg::Number(ratio));
    }
    args = args.with("count", lead.rows.len());
    let mut text = words::say(lang, lead.kind.word(), &args);
    if let (Some(chance), Some((hits, tried))) = (lead.chance, lead.decoys) {
        let args = Args::new()
            .with("chance", Arg::Number(Decimal::new(chance as i64, 6).normalize()))
            .with("hits", hits as usize)
            .with("tried", tried as usize);
        text.push(' ');
        text.push_str(&words::say(lang, "lead-chance", &args));
    }
    text
}

pub fn looked(inquiry: &Inquiry, lang: Lang) -> String {
    let args = Args::new().with("count", inquiry.rows);
    let mut text = words::say(lang, "compare-looked", &args);
    if inquiry.not_searched > 0 {
        let args = Args::new().with("count", inquiry.not_searched);
        text.push(' ');
        text.push_str(&words::say(lang, "compare-not-searched", &args));
    }
    text
}
