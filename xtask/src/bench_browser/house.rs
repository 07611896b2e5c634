//! A house's files at any size, as text: jobs, invoices, their lines, a rate card, customers; and
//! receipts beside open items. Clean but for a fault every so many rows, counted out from a seed.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use super::seeded::{Seeded, iso_day};
use crate::run::Stop;

type Out = BufWriter<File>;

/// The day by which the house's work is judged.
pub const AS_OF: &str = "2026-11-06";
/// 2026-10-01.
const OCTOBER: u64 = 46_296;
const LINES_OF_JOB: u32 = 10;
const JOBS_OF_INVOICE: u32 = 2;
const CODES: u32 = 10;
/// A fault every so many lines, invoices or jobs; primes, so that they seldom meet.
const WRONG_NET: u32 = 997;
const TWICE: u32 = 1_499;
const WITHOUT_JOB: u32 = 2_003;
const WRONG_TOTAL: u32 = 499;
const UNBILLED: u32 = 29;

/// Of so many invoice lines: a tenth as many jobs, a twentieth as many invoices, and for a million
/// lines five thousand rates.
pub struct House {
    lines: u32,
}

impl House {
    pub const FILES: [&'static str; 5] = ["jobs", "invoices", "lines", "rates", "customers"];

    pub fn of_lines(lines: u32) -> House {
        House { lines }
    }

    pub fn write(&self, folder: &Path) -> Result<(), Stop> {
        for name in House::FILES {
            let path = folder.join(format!("{name}-{}.csv", self.lines));
            let write: fn(&House, &mut Out) -> std::io::Result<()> = match name {
                "jobs" => House::jobs,
                "invoices" => House::invoices,
                "lines" => House::write_lines,
                "rates" => House::rates,
                _ => House::customers,
            };
            to_file(&path, |out| write(self, out))?;
        }
        Ok(())
    }

    fn billed_jobs(&self) -> u32 {
        (self.lines / LINES_OF_JOB).max(1)
    }

    fn clients(&self) -> u32 {
        (self.lines / 2_000).max(5)
    }

    fn client_of(&self, invoice: u32) -> u32 {
        invoice.wrapping_mul(7_919) % self.clients()
    }

    fn jobs(&self, out: &mut Out) -> std::io::Result<()> {
        writeln!(
            out,
            "Job No,Client Code,Client,Service,Pickup Date,Delivery Date,POD Date,Signed By,Origin,Destination,Pieces,PO No,Est. Revenue,Currency,Status"
        )?;
        let billed = self.billed_jobs();
        for job in 0..billed + billed / UNBILLED {
            let client = self.client_of(job / JOBS_OF_INVOICE);
            let day = OCTOBER + u64::from(job % 25);
            let worth: u64 = (0..LINES_OF_JOB).map(|at| net(client, job, at)).sum();
            writeln!(
                out,
                "J-{job:07},C{client:05},Client {client:05} Ltd,S00,{},{},{},R. Lee,HAM,ICN,{},PO-{},{},{},Delivered",
                iso_day(day),
                iso_day(day + 2),
                iso_day(day + 3),
                1 + job % 9,
                4_500_000 + job / JOBS_OF_INVOICE,
                cents(worth),
                currency(client),
            )?;
        }
        Ok(())
    }

    fn invoices(&self, out: &mut Out) -> std::io::Result<()> {
        writeln!(
            out,
            "Invoice No,Document Type,Client Code,Client,Invoice Date,Due Date,Payment Terms,PO No,Currency,Net Amount,Tax %,Tax Amount,Invoice Total"
        )?;
        for invoice in 0..self.billed_jobs().div_ceil(JOBS_OF_INVOICE) {
            let client = self.client_of(invoice);
            let jobs = invoice * JOBS_OF_INVOICE..(invoice + 1) * JOBS_OF_INVOICE;
            let jobs = jobs.filter(|job| *job < self.billed_jobs());
            let total: u64 =
                jobs.map(|job| (0..LINES_OF_JOB).map(|at| net(client, job, at)).sum::<u64>()).sum();
            let total = total + if invoice % WRONG_TOTAL == WRONG_TOTAL - 1 { 1_000 } else { 0 };
            writeln!(
                out,
                "CI-{invoice:07},Invoice,C{client:05},Client {client:05} Ltd,{},{},Net 30,PO-{},{},{},0%,0.00,{}",
                iso_day(OCTOBER + 29),
                iso_day(OCTOBER + 59),
                4_500_000 + invoice,
                currency(client),
                cents(total),
                cents(total),
            )?;
        }
        Ok(())
    }

    fn write_lines(&self, out: &mut Out) -> std::io::Result<()> {
        writeln!(
            out,
            "Invoice No,Line No,Job No,Charge Code,Description,Service Date,Quantity,Unit,Unit Price,Net Amount,Currency"
        )?;
        for line in 0..self.lines {
            let job = line / LINES_OF_JOB;
            let at = line % LINES_OF_JOB;
            let invoice = job / JOBS_OF_INVOICE;
            let client = self.client_of(invoice);
            let code = (line % CODES) as u64;
            let shown = if line % WITHOUT_JOB == WITHOUT_JOB - 1 { 9_000_000 } else { job };
            let off = if line % WRONG_NET == WRONG_NET - 1 { 700 } else { 0 };
            // The same charge of the job before, once more.
            let at = if line % TWICE == TWICE - 1 { at.saturating_sub(1) } else { at };
            let code = if line % TWICE == TWICE - 1 { code.saturating_sub(1) } else { code };
            writeln!(
                out,
                "CI-{invoice:07},{},J-{shown:07},S{code:02},Service {code:02},{},{},pc,{},{},{}",
                line % (LINES_OF_JOB * JOBS_OF_INVOICE) + 1,
                iso_day(OCTOBER + u64::from(job % 25) + 2),
                quantity(job, at),
                cents(price(client, code as u32)),
                cents(net(client, job, at) + off),
                currency(client),
            )?;
        }
        Ok(())
    }

    fn rates(&self, out: &mut Out) -> std::io::Result<()> {
        writeln!(
            out,
            "Client Code,Client,Charge Code,Description,Unit,Unit Price,Currency,Valid From,Valid To"
        )?;
        for client in 0..self.clients() {
            for code in 0..CODES {
                writeln!(
                    out,
                    "C{client:05},Client {client:05} Ltd,S{code:02},Service {code:02},pc,{},{},2026-01-01,2026-12-31",
                    cents(price(client, code)),
                    currency(client),
                )?;
            }
        }
        Ok(())
    }

    fn customers(&self, out: &mut Out) -> std::io::Result<()> {
        writeln!(out, "Client Code,Client Name,Currency,Payment Terms,PO Required,Status")?;
        for client in 0..self.clients() {
            writeln!(
                out,
                "C{client:05},Client {client:05} Ltd,{},Net 30,{},Active",
                currency(client),
                if client % 2 == 0 { "Yes" } else { "No" },
            )?;
        }
        Ok(())
    }
}

/// A name without figures: those of a million clients would be numbers of invoices as well, and
/// matching a million would be other work than matching fewer.
fn letters(client: u32) -> String {
    let letter = |place: u32| char::from(b'A' + (client / 26_u32.pow(place) % 26) as u8);
    (0..5).rev().map(letter).collect()
}

/// As many receipts as open items: nine of ten name their invoice, the others pay an amount only.
pub fn write_cash(folder: &Path, count: u32) -> Result<(), Stop> {
    let payer = |item: u32| item.wrapping_mul(7_919) % (count / 20).max(5);
    let amount = |item: u32| 10_000 + u64::from(item.wrapping_mul(2_654_435_761) % 9_000_000);
    to_file(&folder.join(format!("open-items-{count}.csv")), |out| {
        writeln!(
            out,
            "Invoice No,Client Code,Client,Invoice Date,Due Date,Currency,Gross Amount,Open Amount"
        )?;
        for item in 0..count {
            let (client, open) = (payer(item), cents(amount(item)));
            let name = letters(client);
            let day = OCTOBER + u64::from(item % 28);
            let (issued, due) = (iso_day(day), iso_day(day + 30));
            writeln!(
                out,
                "CI-{item:07},C{client:05},Client {name} Ltd,{issued},{due},EUR,{open},{open}"
            )?;
        }
        Ok(())
    })?;
    to_file(&folder.join(format!("receipts-{count}.csv")), |out| {
        writeln!(out, "Payment No,Value Date,Payer,Payment Reference,Amount Received,Currency")?;
        let mut seeded = Seeded::new(7);
        for receipt in 0..count {
            // Every item once, in another order.
            let item = ((u64::from(receipt) * 611_953 + 17) % u64::from(count)) as u32;
            let name = letters(payer(item));
            let text = match seeded.below(10) {
                0 => "payment on account".to_owned(),
                1..=4 => format!("INVOICE CI-{item:07} WITH THANKS"),
                _ => format!("CI-{item:07}"),
            };
            writeln!(
                out,
                "R-{receipt:07},{},Client {name} Ltd,{text},{},EUR",
                iso_day(OCTOBER + 31 + seeded.below(20)),
                cents(amount(item)),
            )?;
        }
        Ok(())
    })
}

fn to_file(path: &Path, write: impl FnOnce(&mut Out) -> std::io::Result<()>) -> Result<(), Stop> {
    File::create(path)
        .and_then(|file| {
            let mut out = BufWriter::new(file);
            write(&mut out)?;
            out.flush()
        })
        .map_err(|fault| format!("Cannot write {}: {fault}.", path.display()))
}

fn quantity(job: u32, at: u32) -> u64 {
    u64::from(1 + (job + at) % 7)
}

fn price(client: u32, code: u32) -> u64 {
    u64::from(1_000 + client * 37 % 4_000 + code * 250)
}

fn net(client: u32, job: u32, at: u32) -> u64 {
    quantity(job, at) * price(client, at % CODES)
}

fn currency(client: u32) -> &'static str {
    ["EUR", "USD", "GBP"][client as usize % 3]
}

fn cents(value: u64) -> String {
    format!("{}.{:02}", value / 100, value % 100)
}
