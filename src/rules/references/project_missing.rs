//! REF-06: the customer requires a project, protocol or cost centre number, and neither the invoice, its
//! line nor the job states one; or the invoice does not, where its list states them.

use crate::base::{QuickMap, QuickSet, Severity, Source, TableId, fold_id};
use crate::model::{Customer, Invoice, Owner, Row, names_cost_centre, names_site, names_study};
use crate::rules::billed_job::billed_jobs;
use crate::rules::finding::Finding;
use crate::rules::placeholder::is_placeholder;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "REF-06",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::References,
    owner: Owner::AccountManagement,
    needs: &[
        Need::AnyColumn(&[
            (Kind::Customers, Field::ProjectRequired),
            (Kind::Customers, Field::RequiredReferences),
        ]),
        Need::AnyColumn(&[
            (Kind::Invoices, Field::Project),
            (Kind::Lines, Field::Project),
            (Kind::Jobs, Field::Project),
            (Kind::Invoices, Field::CostCentre),
            (Kind::Lines, Field::CostCentre),
            (Kind::Jobs, Field::CostCentre),
            (Kind::Invoices, Field::Site),
        ]),
    ],
    check,
};

/// What a customer asks for, its row, and the column that says so.
struct Asked<'b> {
    wanted: Field,
    customer: Customer<'b>,
    by: Field,
}

fn asked<'b>(invoice: &Invoice<'b>) -> Vec<Asked<'b>> {
    let (flag, list) = (Field::ProjectRequired, Field::RequiredReferences);
    let flagged = invoice.customer_asking(flag).filter(|row| row.0.flag(flag) == Some(true));
    let listed = invoice.customer_asking(list);
    let says = |names: fn(&str) -> bool| {
        listed.filter(|row| row.0.text(list).is_some_and(names)).map(|customer| (customer, list))
    };
    let study = flagged.map(|customer| (customer, flag)).or_else(|| says(names_study));
    // Where a list of invoices has no column for it, the site is a matter of the job.
    let sited = invoice.header().is_some_and(|row| row.has(Field::Site));
    let site = says(names_site).filter(|_| sited);
    let wanted = [
        (Field::Project, study),
        (Field::CostCentre, says(names_cost_centre)),
        (Field::Site, site),
    ];
    let of = |(wanted, by): (Field, Option<(Customer<'b>, Field)>)| {
        by.map(|(customer, by)| Asked { wanted, customer, by })
    };
    wanted.into_iter().filter_map(of).collect()
}

/// The lists of invoices that state a field on nearly all rows whose customers ask for it: then one that
/// lacks it goes out without, whatever the job knows.
struct Stating(QuickSet<(TableId, Field)>);

const ROWS_MIN: usize = 5;

impl Stating {
    fn read(case: &Case) -> Stating {
        let mut counts: QuickMap<(TableId, Field), (usize, usize)> = QuickMap::default();
        for invoice in case.book.invoices().filter(|i| !i.is_credit() && !i.is_void()) {
            let Some(header) = invoice.header() else { continue };
            for asked in asked(&invoice).into_iter().filter(|asked| header.has(asked.wanted)) {
                let count = counts.entry((header.table.id, asked.wanted)).or_default();
                count.0 += usize::from(states(header, asked.wanted));
                count.1 += 1;
            }
        }
        counts.retain(|_, (filled, all)| *all >= ROWS_MIN && *filled * 10 >= *all * 8);
        Stating(counts.into_keys().collect())
    }

    fn lacks(&self, header: Option<Row>, wanted: Field) -> Option<(Field, Source)> {
        let header = header.filter(|row| self.0.contains(&(row.table.id, wanted)))?;
        (!states(header, wanted)).then(|| (wanted, header.source(wanted)))
    }
}

fn states(row: Row, field: Field) -> bool {
    row.text(field).is_some_and(|no| !is_placeholder(no))
}

/// The cell that should state it, where none of the rows does.
fn blank(rows: &[Row], wanted: Field) -> Option<(Field, Source)> {
    // Where no list has a column for cost centres, they stand where projects do.
    let instead = wanted == Field::CostCentre && !rows.iter().any(|row| row.has(wanted));
    let field = if instead { Field::Project } else { wanted };
    let first = rows.iter().find(|row| row.has(field))?;
    (!rows.iter().any(|row| states(*row, field))).then(|| (field, first.source(field)))
}

fn check(case: &Case, findings: &mut Findings) {
    let mut by_job: QuickSet<String> = QuickSet::default();
    let stating = Stating::read(case);
    for billed in billed_jobs(case) {
        let Some(invoice) = billed.invoice else { continue };
        by_job.insert(fold_id(invoice.no()));
        if is_placeholder(billed.job_no) {
            continue;
        }
        let jobs = billed.jobs.iter().map(|&at| case.book.job(at as usize).0);
        let own = [Some(billed.first.0), invoice.header()].into_iter().flatten();
        let rows: Vec<Row> = own.chain(jobs).collect();
        for asked in asked(&invoice) {
            let of_header = || stating.lacks(invoice.header(), asked.wanted);
            let Some((field, cell)) = blank(&rows, asked.wanted).or_else(of_header) else {
                continue;
            };
            let place = format!("{}, {}", invoice.no(), billed.job_no);
            let finding = report(findings.at(cell, &billed.key()), &invoice, (field, place, asked));
            let finding = finding.evidence("evidence-line", billed.cell());
            findings.push(finding.stake(billed.net).job(Some(billed.job_no)));
        }
    }
    // What bills no job has its header alone.
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_credit() && !invoice.is_void())
    {
        let Some(header) = invoice.header().filter(|_| !by_job.contains(&fold_id(invoice.no())))
        else {
            continue;
        };
        let lines = invoice.lines().map(|line| line.0);
        let rows: Vec<Row> = [header].into_iter().chain(lines).collect();
        for asked in asked(&invoice).into_iter().filter(|asked| header.has(asked.wanted)) {
            let Some((field, cell)) = blank(&rows, asked.wanted) else { continue };
            let place = invoice.no().to_owned();
            let finding = report(findings.at(cell, invoice.no()), &invoice, (field, place, asked));
            findings.push(finding.stake(invoice.gross()));
        }
    }
}

fn report<'b>(
    finding: Finding,
    invoice: &Invoice<'b>,
    (field, place, asked): (Field, String, Asked<'b>),
) -> Finding {
    finding
        .arg("place", place)
        .arg("field", Arg::term(field.word()))
        .arg("customer", invoice.customer_label().unwrap_or_default())
        .evidence("evidence-customer-list", asked.customer.0.source(asked.by))
        .of_invoice(Some(*invoice))
}
