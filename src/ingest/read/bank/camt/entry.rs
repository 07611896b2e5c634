//! One `Ntry` with its payments. A batch whose payments do not add up to it stays one line, so that
//! the statement still ties, and the difference is said.

use super::super::amount::{amount, iso_date};
use crate::base::{Date, Decimal};
use crate::ingest::read::elements::Element;

#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Entry {
    pub line: u32,
    /// Credits positive; `None` where it is no number.
    pub amount: Option<Decimal>,
    pub amount_text: String,
    pub currency: String,
    pub reversal: bool,
    pub booked: bool,
    pub status: String,
    pub booking_date: Option<Date>,
    pub value_date: Option<Date>,
    pub code: String,
    pub text: String,
    /// One at least.
    pub payments: Vec<Payment>,
    /// What the payments of a batch add up to and what the entry says, where these differ.
    pub batch_differs: Option<(Decimal, Decimal)>,
}

#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Payment {
    pub line: u32,
    pub amount: Option<Decimal>,
    pub name: String,
    pub account: String,
    pub remittance: String,
    pub end_to_end_id: String,
    pub bank_ref: String,
}

pub(super) fn entry(record: &Element) -> Entry {
    let figure = record.child("Amt").map_or("", |amt| amt.text.trim());
    let side = record.text_at("CdtDbtInd");
    let status = ["Sts/Cd", "Sts/Prtry", "Sts"].map(|path| record.text_at(path));
    let status = status.into_iter().find(|text| !text.is_empty()).unwrap_or("");
    let date = |name: &str| {
        iso_date(record.text_at(&format!("{name}/Dt")))
            .or_else(|| iso_date(record.text_at(&format!("{name}/DtTm"))))
    };
    let mut entry = Entry {
        line: record.line,
        amount: signed(amount(figure), side),
        amount_text: figure.to_owned(),
        currency: record.child("Amt").map_or("", |amt| amt.attribute("Ccy")).to_owned(),
        reversal: matches!(record.text_at("RvslInd"), "true" | "1"),
        booked: matches!(status, "BOOK" | ""),
        status: status.to_owned(),
        booking_date: date("BookgDt"),
        value_date: date("ValDt"),
        code: code(record),
        text: record.text_at("AddtlNtryInf").to_owned(),
        ..Entry::default()
    };
    let details: Vec<&Element> =
        record.all("NtryDtls").flat_map(|details| details.all("TxDtls")).collect();
    let bank_ref = record.text_at("AcctSvcrRef");
    entry.payments = match details.as_slice() {
        [] => vec![whole(&entry, None, bank_ref)],
        [one] => vec![whole(&entry, Some(payment(one, side, &entry.currency)), bank_ref)],
        several => batch(&mut entry, several, side, bank_ref),
    };
    entry
}

/// The entry as one line, with what its only payment says.
fn whole(entry: &Entry, payment: Option<Payment>, bank_ref: &str) -> Payment {
    let mut payment = payment.unwrap_or_default();
    if !bank_ref.is_empty() {
        payment.bank_ref = bank_ref.to_owned();
    }
    Payment { line: entry.line, amount: entry.amount, ..payment }
}

fn batch(entry: &mut Entry, details: &[&Element], side: &str, bank_ref: &str) -> Vec<Payment> {
    let currency = &entry.currency;
    let mut payments: Vec<Payment> =
        details.iter().map(|details| payment(details, side, currency)).collect();
    for payment in payments.iter_mut().filter(|payment| payment.bank_ref.is_empty()) {
        payment.bank_ref = bank_ref.to_owned();
    }
    let sum: Option<Decimal> =
        payments.iter().try_fold(Decimal::ZERO, |sum, payment| sum.checked_add(payment.amount?));
    if let Some(stated) = entry.amount
        && sum == Some(stated)
    {
        return payments;
    }
    if let (Some(sum), Some(stated)) = (sum, entry.amount) {
        entry.batch_differs = Some((sum, stated));
    }
    let texts: Vec<&str> =
        payments.iter().map(|p| p.remittance.as_str()).filter(|t| !t.is_empty()).collect();
    let remittance = texts.join("; ");
    vec![whole(entry, Some(Payment { remittance, ..Payment::default() }), bank_ref)]
}

/// A payment of an entry. What was instructed abroad stands there in another currency too; the
/// amount is the one in that of the entry, where there is one.
fn payment(details: &Element, side: &str, currency: &str) -> Payment {
    let own_side = details.text_at("CdtDbtInd");
    let side = if own_side.is_empty() { side } else { own_side };
    let stated = |name: &str| details.child("AmtDtls")?.child(name)?.child("Amt");
    let figures = [details.child("Amt"), stated("TxAmt"), stated("InstdAmt")];
    let mut figures: Vec<&Element> =
        figures.into_iter().flatten().filter(|amt| !amt.text.trim().is_empty()).collect();
    figures
        .sort_by_key(|amt| !(amt.attribute("Ccy").is_empty() || amt.attribute("Ccy") == currency));
    let figure = figures.first().map(|amt| amt.text.trim());
    // Money in comes from the debtor, money out goes to the creditor.
    let parties = details.child("RltdPties");
    let role = if side == "DBIT" { "Cdtr" } else { "Dbtr" };
    let name = |role: &str| {
        let parties = parties?;
        let paths = [format!("{role}/Nm"), format!("{role}/Pty/Nm")];
        let found = paths.iter().map(|path| parties.text_at(path)).find(|t| !t.is_empty());
        found.map(str::to_owned)
    };
    let account = parties.map_or(String::new(), |parties| {
        let paths = ["Id/IBAN", "Id/Othr/Id", "Id/PrtryAcct/Id"];
        let found = paths.into_iter().map(|path| format!("{role}Acct/{path}"));
        let mut found = found.map(|path| parties.text_at(&path).to_owned());
        found.find(|text| !text.is_empty()).unwrap_or_default()
    });
    let refs = ["EndToEndId", "InstrId", "PmtInfId", "ChqNb"];
    let refs = refs.into_iter().map(|name| details.text_at(&format!("Refs/{name}")));
    let given = |text: &&str| !text.is_empty() && !text.eq_ignore_ascii_case("NOTPROVIDED");
    let bank_refs = ["Refs/AcctSvcrRef", "Refs/TxId", "Refs/Prtry/Ref"];
    let mut bank_refs = bank_refs.into_iter().map(|path| details.text_at(path));
    Payment {
        line: details.line,
        amount: signed(figure.and_then(amount), side),
        name: name(role).or_else(|| name(&format!("Ultmt{role}"))).unwrap_or_default(),
        account,
        remittance: remittance(details),
        end_to_end_id: refs.into_iter().find(given).unwrap_or("").to_owned(),
        bank_ref: bank_refs.find(|text| !text.is_empty()).unwrap_or("").to_owned(),
    }
}

/// Unstructured lines, then structured references and document numbers.
fn remittance(details: &Element) -> String {
    let mut texts: Vec<&str> = Vec::new();
    for info in details.all("RmtInf") {
        texts.extend(info.all("Ustrd").map(|line| line.text.trim()));
        for structured in info.all("Strd") {
            texts.push(structured.text_at("CdtrRefInf/Ref"));
            texts.extend(structured.all("RfrdDocInf").map(|document| document.text_at("Nb")));
            texts.extend(structured.all("AddtlRmtInf").map(|line| line.text.trim()));
        }
    }
    texts.retain(|text| !text.is_empty());
    texts.join(" ")
}

fn code(record: &Element) -> String {
    let parts = ["Domn/Cd", "Domn/Fmly/Cd", "Domn/Fmly/SubFmlyCd", "Prtry/Cd"];
    let parts = parts.map(|path| record.text_at(&format!("BkTxCd/{path}")));
    let parts: Vec<&str> = parts.into_iter().filter(|text| !text.is_empty()).collect();
    parts.join(" ")
}

fn signed(value: Option<Decimal>, side: &str) -> Option<Decimal> {
    value.map(|value| if side == "DBIT" { -value } else { value })
}
