//! TAX-10: a Chinese invoice (fapiao) whose code or number has the wrong shape, or a line of which
//! amount and tax do not come to the total with tax (价税合计). Totals of headers are ARI-03's business.
//!
//! A code has 10 or 12 digits and goes with a number of 8; a fully digital fapiao has 20 digits and
//! no code. A number with letters is the house's own.

use crate::base::{Money, QuickSet, Severity, TableId};
use crate::model::{Charge, Invoice, Owner, Row};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "TAX-10",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Tax,
    owner: Owner::Tax,
    needs: &[Need::AnyColumn(&[
        (Kind::Invoices, Field::FapiaoCode),
        (Kind::Lines, Field::FapiaoCode),
        (Kind::Lines, Field::Gross),
    ])],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let coded = Coded::read(case);
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        let rows = invoice.headers().chain(invoice.lines().map(|line| line.0));
        // Once an invoice: its lines repeat what the header says.
        let lacks = || invoice.header().filter(|header| coded.lack(*header));
        let lacking = lacks().map(|header| (header, Field::FapiaoCode));
        if let Some((row, field)) = rows.filter_map(misshapen).next().or(lacking) {
            let shown = row.text(field).unwrap_or_default();
            let finding = findings
                .at(row.source(field), invoice.no())
                .arg("invoice", invoice.no())
                .arg("problem", Arg::term("fapiao-shape"))
                .arg("found", shown)
                .found(shown)
                .stake(invoice.worth())
                .of_invoice(Some(invoice));
            findings.push(finding);
        }
        for line in invoice.lines().filter(|line| is_fapiao(line.0)) {
            check_sum(&invoice, line, findings);
        }
    }
}

/// Lists of fapiao that state a code on nearly all rows: one that lacks it is no fapiao. Digital ones have
/// none, and a number of twenty digits.
struct Coded(QuickSet<TableId>);

const ROWS_MIN: usize = 5;

impl Coded {
    fn read(case: &Case) -> Coded {
        let lists = case.book.tables().iter().filter(|table| {
            let stated = |row: &usize| table.text(Field::FapiaoCode, *row).is_some();
            let count = (0..table.len()).filter(stated).count();
            table.kind == Kind::Invoices && count >= ROWS_MIN && count * 10 >= table.len() * 9
        });
        Coded(lists.map(|table| table.id).collect())
    }

    fn lack(&self, header: Row) -> bool {
        let number = header.text(Field::InvoiceNo).unwrap_or_default();
        self.0.contains(&header.table.id)
            && header.text(Field::FapiaoCode).is_none()
            && number.chars().filter(char::is_ascii_digit).count() < DIGITAL
    }
}

/// The digits of the number of a digital fapiao.
const DIGITAL: usize = 20;

/// The cell whose digits are not those of a fapiao.
fn misshapen(row: Row) -> Option<(Row, Field)> {
    let code = row.text(Field::FapiaoCode)?;
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit()).then_some(text.len());
    if !matches!(digits(code), Some(10 | 12)) {
        return Some((row, Field::FapiaoCode));
    }
    let number = row.text(Field::InvoiceNo).and_then(digits)?;
    (!matches!(number, 8 | 20)).then_some((row, Field::InvoiceNo))
}

/// In renminbi, and with a code or a number of a fapiao's length.
fn is_fapiao(row: Row) -> bool {
    let in_yuan = !row.currency().is_none() && row.currency().code() == "CNY";
    let number = row.text(Field::InvoiceNo).unwrap_or_default();
    let digital = matches!(number.len(), 8 | 20) && number.chars().all(|c| c.is_ascii_digit());
    row.text(Field::FapiaoCode).is_some() || (in_yuan && digital)
}

fn check_sum(invoice: &Invoice, line: Charge, findings: &mut Findings) {
    let money = |field: Field| line.0.money(field);
    let net = money(Field::Net).or_else(|| money(Field::Amount));
    let (Some(net), Some(tax), Some(gross)) = (net, money(Field::Tax), money(Field::Gross)) else {
        return;
    };
    let total = Money::new(net.minor.saturating_add(tax.minor), gross.currency);
    // An amount that includes its tax is no net.
    if total == gross || net == gross {
        return;
    }
    let finding = findings
        .at(line.0.source(Field::Gross), &line.key())
        .arg("invoice", invoice.no())
        .arg("problem", Arg::term("fapiao-total"))
        .arg("found", gross)
        .found(gross)
        .expected(total)
        .stake(Some(Money::new(gross.minor.saturating_sub(total.minor), gross.currency)))
        .evidence("evidence-amount", line.amount_source())
        .evidence(Field::Tax.word(), line.0.source(Field::Tax))
        .of_invoice(Some(*invoice));
    findings.push(finding);
}
