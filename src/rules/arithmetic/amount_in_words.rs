//! ARI-11: the amount in words is not the amount in figures. Words that are not understood are left.

use crate::base::{Decimal, Money, Severity, read_amount_words};
use crate::model::{Owner, is_void_word};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "ARI-11",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Arithmetic,
    owner: Owner::Billing,
    needs: &[
        Need::Column(Kind::Invoices, Field::AmountInWords),
        Need::AnyColumn(&[
            (Kind::Invoices, Field::Gross),
            (Kind::Invoices, Field::Amount),
            (Kind::Invoices, Field::Net),
        ]),
    ],
    check,
};

const AMOUNTS: [Field; 4] = [Field::Gross, Field::Amount, Field::OpenAmount, Field::Net];

fn check(case: &Case, findings: &mut Findings) {
    let numbered = case.book.invoices().flat_map(|invoice| invoice.headers());
    for row in numbered.chain(case.book.unnumbered()) {
        let Some(text) = row.text(Field::AmountInWords) else { continue };
        let Some(said) = read_amount_words(text) else { continue };
        let stated: Vec<(Field, Decimal)> =
            AMOUNTS.into_iter().filter_map(|field| Some((field, row.number(field)?))).collect();
        let Some(&(field, figure)) = stated.first() else { continue };
        let void = row.text(Field::Status).is_some_and(is_void_word);
        // Without a column for the whole the words are of what net and tax come to.
        let (net, tax) = (row.number(Field::Net), row.number(Field::Tax));
        let whole = net.zip(tax).and_then(|(net, tax)| net.checked_add(tax));
        let figures = stated.iter().map(|(_, figure)| *figure).chain(whole);
        if void || figures.into_iter().any(|figure| figure.abs() == said) {
            continue;
        }
        let no = row.text(Field::InvoiceNo).unwrap_or_default();
        let (Some(figure), Some(words)) =
            (Money::round(figure, row.currency()), Money::round(said, row.currency()))
        else {
            continue;
        };
        let finding = findings
            .at(row.source(Field::AmountInWords), no)
            .arg("invoice", no)
            .arg("text", text)
            .arg("words", words)
            .arg("figure", figure)
            .found(text)
            .expected(figure)
            .stake(Some(Money::new(
                words.minor.saturating_sub(figure.minor.abs()),
                figure.currency,
            )))
            .evidence(field.word(), row.source(field))
            .row(row);
        findings.push(finding);
    }
}
