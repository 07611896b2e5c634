//! TAX-07: tax on what is only passed through to the client: duties, import tax, disbursements.
//!
//! The fee for advancing them is a service, and taxed. A line must name the duty and no fee.

use crate::base::{Money, QuickMap, Severity, TableId, fold_word};
use crate::model::{Charge, Owner};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Data, Field, Kind};

pub static RULE: Rule = Rule {
    code: "TAX-07",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Tax,
    owner: Owner::Tax,
    needs: &[
        Need::AnyColumn(&[(Kind::Lines, Field::Text), (Kind::Lines, Field::ServiceCode)]),
        Need::AnyColumn(&[(Kind::Lines, Field::TaxRate), (Kind::Lines, Field::Tax)]),
    ],
    check,
};

static PASSED_THROUGH: [&str; 26] = [
    "customs duty",
    "customs duties",
    "import duty",
    "import duties",
    "duty and tax",
    "duties and taxes",
    "duty outlay",
    "import vat",
    "import tax",
    "disbursement",
    "droits de douane",
    "debours",
    "zollabgabe",
    "zollauslage",
    "verauslagt",
    "einfuhrumsatzsteuer",
    "durchlaufender posten",
    "arancel",
    "suplido",
    "관세",
    "수입부가세",
    "대납",
    "关税",
    "代垫",
    "代缴",
    "进口增值税",
];
/// Said of an amount, they leave no service in it: "permit fee (at cost)".
static AT_COST: [&str; 11] = [
    "pass through",
    "passed through",
    "at cost",
    "durchlaufender posten",
    "durchlaufposten",
    "zum selbstkostenpreis",
    "debours",
    "suplido",
    "a coste",
    "대납금",
    "代垫款",
];
static SERVICES: [&str; 17] = [
    "fee",
    "handling",
    "service",
    "commission",
    "clearance",
    "brokerage",
    "advance charge",
    "processing",
    "honorar",
    "gebuhr",
    "frais",
    "gastos",
    "수수료",
    "대행",
    "사무소",
    "手续费",
    "服务",
];

fn check(case: &Case, findings: &mut Findings) {
    let named = Named::read(case);
    for line in case.book.charges().filter(|line| !line.is_header() && named.passed_through(line)) {
        let rate = line.0.number(Field::TaxRate).filter(|rate| !rate.is_zero());
        let tax = line.0.money(Field::Tax).filter(|tax| !tax.is_zero());
        let field = if tax.is_some() { Field::Tax } else { Field::TaxRate };
        let by_rate = || {
            let net = line.net()?;
            Money::round(net.decimal().checked_mul(rate?)?, net.currency)
        };
        let Some(tax) = tax.or_else(by_rate).filter(|tax| !tax.is_zero()) else { continue };
        let invoice = line.invoice_no().and_then(|no| case.book.invoice(no));
        if invoice.is_some_and(|invoice| invoice.is_void() || invoice.is_credit()) {
            continue;
        }
        let finding = findings
            .at(line.0.source(field), &line.key())
            .arg("invoice", line.invoice_no().unwrap_or_default())
            .arg("service", line.0.text(Field::Text).or_else(|| line.code()).unwrap_or_default())
            .arg("tax", tax)
            .found(tax)
            .expected(Money::new(0, tax.currency))
            .stake(Some(tax))
            .evidence("evidence-amount", line.amount_source())
            .of_charge(case.book, line);
        findings.push(finding);
    }
}

/// For each entry of a text column what it names, read once: a file has few texts and many lines.
pub struct Named(QuickMap<(TableId, Field), Vec<(bool, bool)>>);

const FIELDS: [Field; 2] = [Field::Text, Field::ServiceCode];

impl Named {
    pub fn read(case: &Case) -> Named {
        let mut named = QuickMap::default();
        for table in case.book.tables().iter().filter(|table| table.kind == Kind::Lines) {
            for field in FIELDS {
                if let Some(Data::Text(column)) = table.column(field).map(|column| &column.data) {
                    let entries = column.dict.iter().map(names).collect();
                    named.insert((table.id, field), entries);
                }
            }
        }
        Named(named)
    }

    pub fn passed_through(&self, line: &Charge) -> bool {
        let of = |field| {
            let Data::Text(column) = &line.0.table.column(field)?.data else { return None };
            let code = (column.codes.get(line.0.row).copied()? as usize).checked_sub(1)?;
            self.0.get(&(line.0.table.id, field))?.get(code).copied()
        };
        let says: Vec<(bool, bool)> = FIELDS.into_iter().filter_map(of).collect();
        says.iter().any(|(duty, _)| *duty) && !says.iter().any(|(_, service)| *service)
    }
}

/// Whether a text names a duty, and whether it names a service.
fn names(text: &str) -> (bool, bool) {
    let text = fold_word(text);
    let any = |words: &[&str]| words.iter().any(|word| text.contains(word));
    match any(&AT_COST) {
        true => (true, false),
        false => (any(&PASSED_THROUGH), any(&SERVICES)),
    }
}
