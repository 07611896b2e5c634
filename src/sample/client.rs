//! The clients of the make-believe company: who they are and what they require.
//!
//! All names are invented. Weights are roughly the number of their jobs in a month.

use crate::base::Currency;
use crate::base::identifiers::{cn_credit_code, kr_business_no};

use super::ledger::Written;

/// A client as the customer list has it, and what the others files write of it.
#[derive(Clone)]
pub(super) struct Client {
    pub no: String,
    pub name: String,
    pub currency: Currency,
    pub terms_days: Option<i64>,
    pub tax_percent: i64,
    pub po_required: bool,
    pub project_required: bool,
    pub pod_required: bool,
    pub tax_id: String,
    pub status: &'static str,
    pub contact: &'static str,
    pub owner: &'static str,
    pub asks: Asks,
    /// In the customer list.
    pub is_listed: bool,
    /// Agreed currency, where it is not the one that is billed.
    pub agreed: Option<Currency>,
    pub share: i64,
    pub airline: &'static str,
    pub protocols: &'static [&'static str],
    pub home: &'static str,
    pub written: Written,
}

/// What a client wants of its invoices; blank where it asks for nothing.
#[derive(Clone, Default)]
pub(super) struct Asks {
    /// Another of the own companies than the one that bills.
    pub entity: Option<&'static str>,
    pub split_rule: &'static str,
    pub email: String,
    pub language: &'static str,
    pub cut_off: &'static str,
    pub excluded: &'static str,
    pub contact_status: &'static str,
}

pub(super) fn currency(code: &str) -> Currency {
    Currency::parse(code).unwrap_or(Currency::NONE)
}

impl Client {
    /// Prices are kept in the units of this size: won are no fractions.
    pub fn price_scale(&self) -> i64 {
        if self.currency.exponent() == 0 { 10 } else { 1 }
    }

    pub fn is_korean(&self) -> bool {
        self.currency.exponent() == 0
    }

    /// City and country.
    pub fn seat(&self) -> (&'static str, &'static str) {
        match (self.home, self.is_korean()) {
            ("BOS", _) => ("Boston", "US"),
            ("SFO", _) => ("South San Francisco", "US"),
            ("EWR", _) => ("Newark", "US"),
            ("JFK", _) => ("New York", "US"),
            ("ARN", _) => ("Stockholm", "SE"),
            ("FRA", _) => ("Frankfurt am Main", "DE"),
            ("PVG", _) => ("上海", "CN"),
            (_, true) => ("서울", "KR"),
            _ => ("Doha", "QA"),
        }
    }

    /// Of the branch that bills the client: with tax the one at home.
    pub fn seller_country(&self) -> &'static str {
        match self.seat().1 {
            home if self.tax_percent > 0 => home,
            "US" => "US",
            _ => "DE",
        }
    }

    /// The house's account for the currency.
    pub fn remit_to(&self) -> &'static str {
        match self.currency.code() {
            "EUR" => "DE75512108001245126199",
            "KRW" => "110-345-678901",
            _ => "4410-0098-2217",
        }
    }

    pub fn terms(&self) -> String {
        self.terms_days.map_or(String::new(), |days| format!("Net {days}"))
    }
}

pub(super) fn clients() -> Vec<Client> {
    CLIENTS.iter().enumerate().map(|(at, row)| client(at, row)).collect()
}

/// A client beside the nine, for a fault that needs one of its own.
pub(super) fn extra(at: usize, name: &str, code: &str) -> Client {
    let row = ("", "", 30, 0, false, false, "A. Rossi", "Mina Cho", 0, "157", &[][..], "DOH");
    let mut client = client(at, &row);
    (client.name, client.currency) = (name.to_owned(), currency(code));
    client
}

type Row = (
    &'static str,
    &'static str,
    i64,
    i64,
    bool,
    bool,
    &'static str,
    &'static str,
    i64,
    &'static str,
    &'static [&'static str],
    &'static str,
);

/// Name, currency, days, tax %, PO, protocol, contact, account manager, jobs, airline, protocols,
/// home airport.
#[rustfmt::skip]
static CLIENTS: [Row; 9] = [
    ("Calder Bio", "USD", 30, 0, true, true, "J. Hale", "Mina Cho", 612, "180",
        &["CAL-0217", "CAL-0219", "CAL-0305"], "BOS"),
    ("Orrin Therapeutics", "USD", 45, 0, false, true, "P. Novak", "Mina Cho", 488, "180",
        &["ORN-114-02", "ORN-114-05"], "SFO"),
    ("Veylan Pharma", "USD", 30, 0, true, false, "S. Marsh", "R. Osei", 371, "618",
        &["VLN-0093", "VLN-0101"], "EWR"),
    ("Tessera CRO", "USD", 60, 0, false, true, "L. Ferrer", "R. Osei", 344, "020",
        &["TSR-2024-08", "TSR-2024-11"], "JFK"),
    ("Nordvik Oncology AB", "EUR", 30, 0, true, false, "E. Lindqvist", "H. Lund", 219, "117",
        &["NVK-ONC-12", "NVK-ONC-14"], "ARN"),
    ("Brenner Trials GmbH", "EUR", 14, 19, false, true, "K. Vogt", "H. Lund", 158, "020",
        &["BRT-77"], "FRA"),
    ("한빛바이오(주)", "KRW", 30, 10, true, true, "박서연", "김민아", 121, "988",
        &["HB-301"], "ICN"),
    ("새롬제약(주)", "KRW", 45, 10, false, true, "이준호", "김민아", 81, "988",
        &["SRM-201", "SRM-204"], "ICN"),
    ("云帆生物科技", "USD", 30, 6, false, false, "陈思远", "J. Kwon", 24, "784",
        &["YF-031"], "PVG"),
];

fn client(at: usize, row: &Row) -> Client {
    let (name, code, days, tax, po, project, contact, owner, share, airline, protocols, home) =
        *row;
    Client {
        no: format!("C{}", 1001 + at),
        name: name.to_owned(),
        currency: currency(code),
        terms_days: Some(days),
        tax_percent: tax,
        po_required: po,
        project_required: project,
        pod_required: true,
        tax_id: tax_id(at, code, home),
        status: "Active",
        contact,
        owner,
        asks: Asks {
            email: format!("ap{}@clients.example", 1001 + at),
            language: if code == "KRW" { "Korean" } else { "English" },
            ..Asks::default()
        },
        is_listed: true,
        agreed: None,
        share,
        airline,
        protocols,
        home,
        written: Written::new(),
    }
}

/// Made up; Korean and Chinese ones with a sound check digit, nothing for clients in America.
pub(super) fn tax_id(at: usize, code: &str, home: &str) -> String {
    let sound =
        |id: &String| kr_business_no::check(id).holds() || cn_credit_code::check(id).holds();
    let start = match (code, home) {
        ("KRW", _) => format!("124-81-{:04}", 4_471 + at),
        (_, "PVG") => format!("9131000{}MA1K4B{:03}", at % 10, 417 + at),
        (_, "FRA") => return format!("DE8119{:05}", 7_980 + at),
        (_, "ARN") => return format!("SE55667{:05}01", 7_889 + at),
        _ => return String::new(),
    };
    let signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    signs.chars().map(|c| format!("{start}{c}")).find(sound).unwrap_or_default()
}
