//! A finding: what is wrong, where, how much money is at stake. Words come later.

use super::{Need, Rule, word_key};
use crate::base::{Money, QuickMap, Severity, Source};
use crate::model::{Book, Charge, Invoice, Row};
use crate::table::Field;
use crate::words::{self, Arg, Args, Lang};

/// A cell that supports a finding, beside the main one.
#[derive(Clone, PartialEq, Debug)]
pub struct Evidence {
    /// Word key of what the cell is: `evidence-rate`, `evidence-other-line`, `field-due-date` …
    pub label: String,
    pub source: Source,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Finding {
    pub rule: &'static str,
    pub severity: Severity,
    /// Stable over re-imports: rule code and the row's own keys, never a row number.
    pub key: String,
    /// Arguments of the message.
    pub args: Args,
    pub at: Source,
    pub evidence: Vec<Evidence>,
    /// What the cell says and what it should say.
    pub found: Option<Arg>,
    pub expected: Option<Arg>,
    /// Signed: positive = the client would be billed too much or wrongly, negative = too little.
    pub at_stake: Option<Money>,
    pub invoice: Option<String>,
    pub job: Option<String>,
    pub customer: Option<String>,
    /// The number of a customer whom the row does not name, until all findings are there.
    pub customer_no: Option<String>,
}

/// Where a rule's function puts its findings.
pub struct Findings {
    rule: &'static Rule,
    pub(super) list: Vec<Finding>,
    /// How often each key was given.
    keys: QuickMap<String, u32>,
    pub(super) lacking: Vec<Need>,
}

impl Findings {
    pub fn new(rule: &'static Rule) -> Findings {
        Findings { rule, list: Vec::new(), keys: QuickMap::default(), lacking: Vec::new() }
    }

    /// Starts a finding about a cell; `key` is the row's own key (`"CI26-10431:2"`).
    pub fn at(&self, at: Source, key: &str) -> Finding {
        Finding {
            rule: self.rule.code,
            severity: self.rule.severity,
            key: format!("{}:{key}", self.rule.code),
            args: Args::new(),
            at,
            evidence: Vec::new(),
            found: None,
            expected: None,
            at_stake: None,
            invoice: None,
            job: None,
            customer: None,
            customer_no: None,
        }
    }

    /// Rows that share all their keys are told apart by order: the second one's key ends in `#2`.
    pub fn push(&mut self, mut finding: Finding) {
        let times = self.keys.entry(finding.key.clone()).or_default();
        *times += 1;
        if *times > 1 {
            finding.key.push_str(&format!("#{times}"));
        }
        self.list.push(finding);
    }

    /// For what only shows while looking: the columns stand there, but no row can be judged by
    /// them. The rule is then listed as not run, unless it found something all the same.
    pub fn cannot_run(&mut self, missing: Need) {
        self.lacking.push(missing);
    }

    /// In the order of the rows, whatever order the rule went through them in. A customer who is only
    /// numbered gets the name that the customer list has.
    pub fn finish(mut self, book: &Book) -> Vec<Finding> {
        self.list.sort_by_key(|finding| finding.at);
        for finding in &mut self.list {
            let Some(no) = finding.customer_no.take().filter(|_| finding.customer.is_none()) else {
                continue;
            };
            let listed = book.customer(Some(&no), None).and_then(|customer| customer.name());
            finding.customer = Some(listed.map_or(no, str::to_owned));
        }
        self.list
    }
}

impl Finding {
    /// The sentence that it says.
    pub fn message(&self, lang: Lang) -> String {
        words::say(lang, &format!("{}.message", word_key(self.rule)), &self.args)
    }

    /// What its rule is called; a rule of the house's own is called by its message.
    pub fn title(&self, lang: Lang) -> String {
        match word_key(self.rule) {
            key if key == self.rule => words::text(lang, key),
            _ => self.message(lang),
        }
    }

    pub fn arg(mut self, name: &'static str, arg: impl Into<Arg>) -> Finding {
        self.args = self.args.with(name, arg);
        self
    }

    pub fn evidence(mut self, label: impl Into<String>, source: Source) -> Finding {
        self.evidence.push(Evidence { label: label.into(), source });
        self
    }

    pub fn found(mut self, found: impl Into<Arg>) -> Finding {
        self.found = Some(found.into());
        self
    }

    pub fn expected(mut self, expected: impl Into<Arg>) -> Finding {
        self.expected = Some(expected.into());
        self
    }

    pub fn stake(mut self, money: Option<Money>) -> Finding {
        self.at_stake = money;
        self
    }

    /// Invoice, job and customer as the row itself names them.
    pub fn row(self, row: Row) -> Finding {
        let customer_no = row.text(Field::CustomerNo).map(str::to_owned);
        Finding { customer_no, ..self }
            .invoice(row.text(Field::InvoiceNo))
            .job(row.text(Field::JobNo))
            .customer(row.text(Field::CustomerName))
    }

    /// The invoice and its customer.
    pub fn of_invoice(self, invoice: Option<Invoice>) -> Finding {
        let Some(invoice) = invoice else { return self };
        self.invoice(Some(invoice.no())).customer(invoice.customer_label())
    }

    /// The invoice, job and customer of a charge.
    pub fn of_charge(self, book: &Book, charge: Charge) -> Finding {
        let invoice = charge.invoice_no().and_then(|no| book.invoice(no));
        self.of_invoice(invoice).job(charge.job_no())
    }

    pub fn invoice(mut self, no: Option<&str>) -> Finding {
        self.invoice = no.map(str::to_owned);
        self
    }

    pub fn job(mut self, no: Option<&str>) -> Finding {
        self.job = no.map(str::to_owned);
        self
    }

    pub fn customer(mut self, name: Option<&str>) -> Finding {
        self.customer = name.map(str::to_owned);
        self
    }
}
