//! What a sheet is: each kind's evidence in the set of columns, with the names of file and sheet as
//! weak hints. The columns decide; a name only tips a scale that is already down.

use crate::base::fold_word;
use crate::ingest::headers::{Foreign, Header, Sense};
use crate::table::{Field, Field::*, Kind};

use super::fit::{Fit, fit};
use super::profile::Profile;
use super::running::Running;

/// What speaks for a kind and what against it. Weights are in points; the columns of an ordinary
/// list of a kind bring ten to twenty.
struct Evidence {
    kind: Kind,
    /// The column by which rows of the kind are known.
    key: Field,
    /// One of these must be plainly there, or the kind is asked. Empty: the key is enough.
    core: &'static [Field],
    points: &'static [(Field, i32)],
    foreign: &'static [(Foreign, i32)],
    names: &'static [&'static str],
}

/// Points from which a kind is taken without asking, and by how many it must lead.
const TAKE_POINTS: i32 = 7_000;
const LEAD_POINTS: i32 = 3_000;
/// Below this a sheet is none of ours: nobody is asked about a price list of office supplies.
const ASK_POINTS: i32 = 4_000;

/// A key alone is a list of anything.
const FIELDS_BESIDE_KEY_MIN: usize = 2;

const NAME_POINTS: i32 = 2_000;

#[rustfmt::skip]
static EVIDENCE: &[Evidence] = &[
    Evidence {
        kind: Kind::Jobs,
        key: JobNo,
        core: &[],
        points: &[
            (JobNo, 4), (Awb, 2), (Container, 1), (PickupDate, 3), (DeliveryDate, 3), (PodDate, 3),
            (PodName, 2), (ServiceDate, 2), (Origin, 2), (Destination, 2), (Weight, 2),
            (ChargeableWeight, 2), (Pieces, 2), (HoldReason, 3), (EstRevenue, 3), (Project, 1),
            (ServiceCode, 1), (Status, 1), (CustomerName, 1), (CustomerNo, 1), (Site, 1),
            (VendorName, 1), (ContractNo, 1), (Owner, 1), (Cost, 1),
            (InvoiceDate, -3), (DueDate, -4), (Gross, -2), (Tax, -3), (LineNo, -3), (ValidFrom, -4),
            (ValidTo, -4), (MinCharge, -4), (WeightFrom, -4), (InvoiceNo, -1), (UnitPrice, -1),
            (OpenAmount, -3), (DocType, -1),
        ],
        foreign: &[(Foreign::Planned, 1), (Foreign::Bank, -2), (Foreign::Payment, -1)],
        names: &["job", "shipment", "order", "consignment", "wip", "unbilled", "delivery", "deliveries",
            "작업", "미청구", "운송", "오더", "배송", "未开票", "作业", "运单", "订单", "委托", "auftrage", "sendungen",
            "expeditions", "dossiers", "expedientes", "envios"],
    },
    Evidence {
        kind: Kind::Invoices,
        key: InvoiceNo,
        core: &[InvoiceDate, DueDate, Gross, Net, OpenAmount],
        points: &[
            (InvoiceNo, 5), (InvoiceDate, 3), (DueDate, 3), (Gross, 3), (Tax, 2), (Net, 2), (Amount, 1),
            (OpenAmount, 3), (SentDate, 2), (DocType, 1), (OriginalInvoice, 1), (Currency, 1),
            (Terms, 1), (TaxId, 1), (CustomerName, 1), (CustomerNo, 1), (Entity, 1), (PoNo, 1),
            (LineNo, -5), (Qty, -3), (UnitPrice, -4), (PickupDate, -3), (DeliveryDate, -2),
            (PodDate, -3), (PodName, -2), (Origin, -1), (Destination, -1), (Weight, -1),
            (HoldReason, -3), (ValidFrom, -5), (MinCharge, -5), (Discount, -1), (PaymentNo, -4),
        ],
        foreign: &[(Foreign::Collection, 1), (Foreign::Days, 1), (Foreign::Bank, -2)],
        names: &[OPEN_ITEMS, "invoice", "header", "billing", "receivable", "ar", "청구서", "세금계산서", "계산서", "청구", "송장",
            "发票", "开票", "账单", "应收", "rechnungen", "rechnung", "faktura", "factures", "facture", "facturas", "factura"],
    },
    Evidence {
        kind: Kind::Lines,
        key: InvoiceNo,
        core: &[LineNo, Qty, UnitPrice, ServiceCode, Text, JobNo, TaxRate],
        points: &[
            (InvoiceNo, 4), (LineNo, 4), (Qty, 3), (UnitPrice, 3), (ServiceCode, 2), (Text, 1),
            (JobNo, 2), (Net, 1), (Amount, 1), (Discount, 2), (Unit, 2), (Awb, 1), (ServiceDate, 1),
            (TaxRate, 1), (Project, 1), (Currency, 1),
            (DueDate, -1), (OpenAmount, -3), (Gross, -1), (ValidFrom, -4), (MinCharge, -4),
            (HoldReason, -3), (PodDate, -2), (PodName, -2), (SentDate, -1), (PaymentNo, -4),
        ],
        foreign: &[(Foreign::Bank, -2), (Foreign::Stock, -1), (Foreign::Payment, -2)],
        names: &["line", "detail", "item", "charge", "상세", "명세", "라인", "내역", "明细", "positionen", "position",
            "lignes", "lineas", "detalle"],
    },
    Evidence {
        kind: Kind::Rates,
        key: UnitPrice,
        core: &[],
        points: &[
            (UnitPrice, 4), (ValidFrom, 4), (ValidTo, 4), (MinCharge, 4), (MaxCharge, 3),
            (WeightFrom, 3), (WeightTo, 3), (ContractNo, 3), (ServiceCode, 2), (Origin, 1),
            (Destination, 1), (Unit, 1), (Container, 1), (Currency, 1), (CustomerName, 1),
            (CustomerNo, 1), (VendorName, 1),
            (JobNo, -6), (InvoiceNo, -6), (InvoiceDate, -5), (Qty, -3), (DeliveryDate, -5),
            (PodDate, -5), (PickupDate, -4), (DueDate, -5), (Gross, -3), (Tax, -3), (LineNo, -3),
        ],
        foreign: &[(Foreign::Stock, -2), (Foreign::Bank, -2)],
        names: &["rate", "rates", "tariff", "price", "contract", "요율", "단가", "운임표", "계약", "费率", "价格", "单价",
            "合同", "运价", "preise", "preisliste", "tarif", "tarife", "tarifs", "tarifas"],
    },
    Evidence {
        kind: Kind::Customers,
        key: CustomerName,
        core: &[],
        points: &[
            (CustomerName, 3), (CustomerNo, 3), (PoRequired, 5), (ProjectRequired, 5), (PodRequired, 5),
            (Terms, 2), (CreditLimit, 4), (TaxId, 2), (Contact, 2), (Currency, 1),
            (JobNo, -6), (InvoiceNo, -8), (InvoiceDate, -5), (DueDate, -5), (DeliveryDate, -5),
            (PickupDate, -5), (PodDate, -5), (ServiceDate, -3), (Gross, -4), (Net, -4), (Tax, -4),
            (Qty, -4), (UnitPrice, -6), (Amount, -3), (OpenAmount, -4), (ValidFrom, -2), (Weight, -4),
        ],
        foreign: &[(Foreign::Address, 1), (Foreign::Person, 1), (Foreign::Bank, -2)],
        names: &["customer", "customers", "client", "clients", "requirement", "master", "거래처", "고객", "客户",
            "kunden", "debitoren", "clientes"],
    },
    Evidence {
        kind: Kind::Payments,
        key: Amount,
        core: &[PayerName, PaymentNo, PayerAccount, PaymentDate, PaymentRef],
        points: &[
            (Amount, 2), (PaymentNo, 5), (PaymentDate, 3), (PayerName, 4), (PayerAccount, 3),
            (PaymentRef, 3), (Text, 1), (Currency, 1),
            (InvoiceNo, -4), (InvoiceDate, -4), (DueDate, -5), (JobNo, -5), (Gross, -1), (Tax, -4),
            (Qty, -5), (UnitPrice, -6), (DeliveryDate, -5), (PickupDate, -5), (PodDate, -5),
            (OpenAmount, -4), (LineNo, -2), (Terms, -3), (ValidFrom, -5), (ClearedDate, -1),
            (Balance, -4), (Debit, -4), (Credit, -4),
        ],
        foreign: &[(Foreign::Payment, 1), (Foreign::Bank, -1), (Foreign::Stock, -2)],
        names: &["payment", "payments", "receipt", "receipts", "collection", "cash", "입금", "수금", "수납",
            "收款", "回款", "到账", "zahlungen", "zahlung", "zahlungseingange", "paiements", "encaissements",
            "reglements", "pagos", "cobros"],
    },
    Evidence {
        kind: Kind::Remittances,
        key: InvoiceNo,
        core: &[PaymentNo],
        points: &[
            (InvoiceNo, 4), (PaymentNo, 7), (Amount, 2), (Discount, 1), (PaymentDate, 1), (Text, 1),
            (InvoiceDate, -1), (DueDate, -4), (JobNo, -4), (Gross, -1), (Tax, -3), (Qty, -5),
            (UnitPrice, -6), (DeliveryDate, -5), (PickupDate, -5), (OpenAmount, -3), (PayerName, -2),
        ],
        foreign: &[(Foreign::Payment, 1), (Foreign::Stock, -2)],
        names: &["remittance", "remittances", "advice", "advices", "allocation", "application", "송금내역",
            "입금내역", "汇款通知", "付款通知", "avis", "zahlungsavis", "remesa"],
    },
    Evidence {
        kind: Kind::Orders,
        key: PoNo,
        core: &[PoAmount, PoUsed, PoBalance],
        points: &[
            (PoNo, 4), (PoAmount, 5), (PoUsed, 4), (PoBalance, 4), (ValidFrom, 2), (ValidTo, 3),
            (Status, 1), (CustomerName, 1), (CustomerNo, 1), (Currency, 1),
            (InvoiceNo, -6), (JobNo, -5), (InvoiceDate, -5), (DueDate, -5), (Qty, -4),
            (UnitPrice, -5), (DeliveryDate, -5), (PickupDate, -5), (LineNo, -3), (Gross, -2),
            (PaymentNo, -5), (Tax, -3),
        ],
        foreign: &[(Foreign::Bank, -2), (Foreign::Stock, -2), (Foreign::Payment, -1)],
        names: &["po", "pos", "purchase order", "budget", "발주", "예산", "采购订单", "预算", "bestellungen",
            "bons de commande", "ordenes de compra"],
    },
    Evidence {
        kind: Kind::Disputes,
        key: InvoiceNo,
        core: &[Verdict, DisputeNo, ResolvedDate],
        points: &[
            (InvoiceNo, 4), (DisputeNo, 6), (Verdict, 5), (ResolvedDate, 4), (Status, 1),
            (Amount, 1), (CustomerName, 1),
            (DueDate, -3), (Qty, -5), (UnitPrice, -5), (Tax, -4), (Net, -3), (Gross, -2),
            (DeliveryDate, -4), (PickupDate, -4), (PaymentNo, -4), (LineNo, -4), (OpenAmount, -2),
        ],
        foreign: &[(Foreign::Collection, 1), (Foreign::Bank, -2), (Foreign::Stock, -2)],
        names: &["dispute", "disputes", "이의", "분쟁", "争议", "reklamationen", "litiges", "disputas"],
    },
    Evidence {
        kind: Kind::BankLines,
        key: Balance,
        core: &[BookingDate, ValueDate],
        points: &[
            (Balance, 3), (Debit, 3), (Credit, 3), (BookingDate, 2), (ValueDate, 3), (PayerAccount, 2),
            (Remittance, 2), (PayerName, 1), (BankRef, 1), (Text, 1), (Amount, 1), (Currency, 1),
            (BankAccount, 1), (TransactionCode, 1), (EndToEndId, 1), (StatementNo, 1),
            (InvoiceNo, -5), (InvoiceDate, -3), (DueDate, -6), (JobNo, -5), (Tax, -5), (Net, -4), (Gross, -4),
            (Qty, -5), (UnitPrice, -6), (DeliveryDate, -5), (PickupDate, -5), (PodDate, -5), (OpenAmount, -4),
            (LineNo, -2), (Terms, -4), (CustomerNo, -3), (CustomerName, -2), (DocType, -2), (PaymentNo, -4),
            (PaymentDate, -1), (ValidFrom, -5),
        ],
        foreign: &[(Foreign::Stock, -2), (Foreign::Days, -3)],
        names: &["bank", "statement", "transactions", "거래내역", "입출금", "통장", "은행", "银行", "流水", "对账单", "交易明细",
            "kontoauszug", "umsatze", "umsatz", "releve", "extracto", "movimientos", "cartola"],
    },
];

/// Names of a list of open items, whichever way its amount column is called.
const OPEN_ITEMS: &str = "openitem";
#[rustfmt::skip]
const OPEN_ITEM_PHRASES: [&str; 19] = [
    "open items", "open item", "open invoices", "outstanding invoices", "unpaid invoices", "accounts receivable",
    "aged receivables", "open receivables", "미수금", "미수 내역", "미수내역", "외상매출금", "应收", "未收款", "offene posten",
    "factures ouvertes", "factures impayees", "facturas pendientes", "partidas abiertas",
];

/// Words by which people call last period's list.
const PRIOR: [&str; 20] = [
    "prior",
    "previous",
    "prev",
    "opening",
    "last month",
    "last period",
    "lastmonth",
    "carried",
    "전월",
    "전기",
    "이월",
    "지난달",
    "上月",
    "上期",
    "期初",
    "vormonat",
    "precedent",
    "precedente",
    "anterior",
    "anteriores",
];

/// The kind, whether it must be asked, in that order. `names` are those of file and sheet, and what
/// stands above the header.
pub fn kind(
    headers: &[Header],
    profiles: &[Profile],
    names: &[&str],
    running: Running,
) -> (Kind, bool) {
    let hints: Vec<String> = names.iter().map(|n| open_items(&fold_word(&spaced(n)))).collect();
    let sheet = Sheet { headers, profiles, hints: &hints, running };
    let mut scores: Vec<(i32, Kind, bool)> = EVIDENCE.iter().map(|e| sheet.score(e)).collect();
    scores.sort_by_key(|&(points, kind, _)| (std::cmp::Reverse(points), kind));
    let elsewhere = points_elsewhere(headers);
    let (Some(&(top, best, sure)), Some(&(second, ..))) = (scores.first(), scores.get(1)) else {
        return (Kind::Other, false);
    };
    // Words of payments count in the points of the kinds that hold them.
    let money_in = is_of_money(best);
    let elsewhere = if money_in { 0 } else { elsewhere };
    if top < ASK_POINTS || elsewhere > top {
        return (Kind::Other, false);
    }
    let best = match best {
        Kind::Jobs if is_prior(&hints) => Kind::PriorJobs,
        // Only a list of what is open has an opening; a register of last month is a register.
        Kind::Invoices if is_prior(&hints) && sheet.column(OpenAmount).is_some() => {
            Kind::PriorItems
        }
        kind => kind,
    };
    let clear = sure && top >= TAKE_POINTS && top - second.max(elsewhere) >= LEAD_POINTS;
    (if sure { best } else { Kind::Other }, !clear)
}

fn is_prior(hints: &[String]) -> bool {
    PRIOR.iter().any(|word| hints.iter().any(|hint| says(hint, word)))
}

/// Everything about a sheet that tells its kind.
struct Sheet<'a> {
    headers: &'a [Header],
    profiles: &'a [Profile],
    hints: &'a [String],
    running: Running,
}

impl Sheet<'_> {
    /// Points for one kind, and whether its key column is there and behaves.
    fn score(&self, evidence: &Evidence) -> (i32, Kind, bool) {
        let mut points: i32 = evidence
            .points
            .iter()
            .filter(|(field, weight)| *weight > 0 || !self.own_word(evidence, *field))
            .map(|&(field, weight)| weight * i32::from(self.presence(field)))
            .sum();
        points += evidence
            .foreign
            .iter()
            .map(|&(foreign, weight)| {
                weight * foreign_columns(foreign, self.headers).min(3) * 1_000
            })
            .sum::<i32>();
        if self.named(evidence) {
            points += NAME_POINTS;
        }
        let (found, grain, fits) = match evidence.kind {
            Kind::BankLines => {
                let (grain, fits) = self.statement(evidence);
                (true, grain, fits)
            }
            kind => match self.column(evidence.key) {
                Some(at) => {
                    let (points, fits) = grain(kind, self.headers, &self.profiles[at]);
                    (true, points, fits)
                }
                None => (false, 0, false),
            },
        };
        points += grain;
        if !found {
            points /= 2;
        }
        let beside = evidence.points.iter().filter(|&&(field, weight)| {
            weight > 0 && field != evidence.key && self.presence(field) > 0
        });
        // "Customer, PO required" is a whole list.
        let enough_at = FIELDS_BESIDE_KEY_MIN - usize::from(evidence.kind == Kind::Customers);
        let enough = self.core(evidence) && beside.count() >= enough_at;
        (points, evidence.kind, found && fits && enough)
    }

    fn core(&self, evidence: &Evidence) -> bool {
        // "Date" is all that many statements say; the balance says the rest.
        let vague_will_do = evidence.kind == Kind::BankLines;
        let plain = |field: &Field| {
            self.column(*field).is_some_and(|at| {
                let found = self.headers[at].sense(Sense::Field(*field));
                found.is_some_and(|found| vague_will_do || !found.vague)
            })
        };
        evidence.core.is_empty()
            || evidence.core.iter().any(plain)
            || (evidence.kind == Kind::Invoices && self.is_titled_list(evidence))
    }

    /// "Open items" over numbers, customers and bare amounts, and no other kind's name.
    fn is_titled_list(&self, evidence: &Evidence) -> bool {
        let others = EVIDENCE.iter().filter(|other| other.kind != evidence.kind);
        self.named(evidence)
            && !others.into_iter().any(|other| self.named(other))
            && [CustomerName, CustomerNo].into_iter().any(|field| self.presence(field) > 0)
            && self.presence(Amount) > 0
    }

    fn named(&self, evidence: &Evidence) -> bool {
        evidence.names.iter().any(|word| self.hints.iter().any(|hint| says(hint, word)))
    }

    /// Whether the money columns are those of an account at a bank.
    fn statement(&self, evidence: &Evidence) -> (i32, bool) {
        // The account of a customer may run like that of a bank, and lists documents.
        let documents = self.presence(InvoiceNo) > 0 && !self.own_word(evidence, InvoiceNo);
        let sides = self.column(Debit).zip(self.column(Credit)).filter(|(d, c)| d != c);
        let signed = self.column(Amount).is_some_and(|at| {
            let numbers = &self.profiles[at].numbers;
            numbers.negatives > 0 && numbers.negatives < numbers.numbers
        });
        // Words of banks, and of them those that no journal of a ledger has.
        let of_bank = [ValueDate, PayerAccount, PayerName, BankRef, Remittance, BankAccount];
        let says = |field: &Field| self.presence(*field) >= 900;
        let dated = self.presence(ValueDate) >= 900 && self.presence(BookingDate) >= 900;
        let words = of_bank.iter().filter(|f| says(f)).count() + usize::from(dated);
        let banks = words >= 2 && of_bank[..3].iter().any(says);
        match (self.running, sides) {
            (Running::Bank, _) => (6_000, !documents),
            // Debits that add to the balance: the account of a customer in a ledger.
            (Running::Ledger, _) => (-10_000, false),
            (Running::Unknown, Some(_)) => (1_000, banks),
            (Running::Unknown, None) if signed => (2_000, banks),
            (Running::Unknown, None) => (-4_000, false),
        }
    }

    /// In lists of money a header such as "Account no" speaks for the kind's own meaning of it.
    fn own_word(&self, evidence: &Evidence, field: Field) -> bool {
        let Some(at) = self.column(field).filter(|_| is_of_money(evidence.kind)) else {
            return false;
        };
        let own = evidence.points.iter().filter(|(_, weight)| *weight > 0);
        own.into_iter().any(|(own, _)| {
            let found = self.headers[at].sense(Sense::Field(*own));
            found.is_some_and(|found| found.score >= 700)
        })
    }

    /// How surely a field stands among the columns, out of 1,000.
    fn presence(&self, field: Field) -> u16 {
        self.column(field)
            .and_then(|at| self.headers[at].sense(Sense::Field(field)))
            .map_or(0, |m| m.score.min(1_000))
    }

    fn column(&self, field: Field) -> Option<usize> {
        best_column(field, self.headers, self.profiles)
    }
}

/// Receipts, advices and statements share their words.
fn is_of_money(kind: Kind) -> bool {
    matches!(kind, Kind::Payments | Kind::Remittances | Kind::BankLines)
}

/// A name that says open items says nothing else: "items" or "내역" alone are lines.
fn open_items(hint: &str) -> String {
    let names_them = OPEN_ITEM_PHRASES.iter().any(|phrase| hint.contains(phrase));
    if names_them { OPEN_ITEMS.to_owned() } else { hint.to_owned() }
}

/// Whether the key column repeats as the kind's rows would: points, and whether it may be.
fn grain(kind: Kind, headers: &[Header], key: &Profile) -> (i32, bool) {
    let numbered = headers.iter().any(|h| h.sense(Sense::Field(LineNo)).is_some_and(|m| !m.vague));
    let priced = headers.iter().any(|h| h.sense(Sense::Field(UnitPrice)).is_some());
    // A duplicate or two is a finding, not another kind of list.
    let nearly = key.share_distinct() >= 80;
    let blank = key.numbers.blank * 10 > key.numbers.blank + key.filled;
    match kind {
        // One row shows nothing about repeating.
        _ if key.filled < 2 => (0, true),
        Kind::Jobs | Kind::PriorJobs if key.unique() => (3_000, true),
        Kind::Jobs | Kind::PriorJobs if nearly => (0, true),
        Kind::Jobs | Kind::PriorJobs => (-3_000, false),
        Kind::PriorItems => (0, true),
        Kind::Invoices if blank => (-6_000, false),
        Kind::Invoices if key.unique() => (4_000, true),
        Kind::Invoices if nearly => (0, true),
        Kind::Invoices => (-6_000, false),
        Kind::Lines if key.unique() && !numbered && !priced => (-6_000, true),
        Kind::Lines if key.unique() => (0, true),
        Kind::Lines if nearly => (0, true),
        Kind::Lines => (5_000, true),
        Kind::Customers if key.unique() => (2_000, true),
        Kind::Customers => (-8_000, nearly),
        Kind::Rates
        | Kind::Payments
        | Kind::Remittances
        | Kind::BankLines
        | Kind::Orders
        | Kind::Disputes
        | Kind::Other => (0, true),
    }
}

fn best_column(field: Field, headers: &[Header], profiles: &[Profile]) -> Option<usize> {
    let named = (0..headers.len()).filter_map(|at| {
        let found = headers[at].sense(Sense::Field(field))?;
        let lead = headers[at].senses.first().map_or(0, |m| m.score);
        // A word of another meaning in the first place leaves little of this one.
        let meant = found.score >= 650 && (found.score == lead || found.vague);
        let fits = fit(field, found, &headers[at], &profiles[at]) != Fit::No;
        (meant && fits).then_some((found.score, std::cmp::Reverse(at)))
    });
    named.max().map(|(_, at)| at.0)
}

fn foreign_columns(foreign: Foreign, headers: &[Header]) -> i32 {
    let leads = |h: &&Header| {
        let top = h.senses.first().map_or(0, |m| m.score).max(700);
        h.sense(Sense::Foreign(foreign)).is_some_and(|m| m.score >= top)
    };
    headers.iter().filter(leads).count() as i32
}

/// Points for a bank statement, payments or stock: lists that are none of ours.
fn points_elsewhere(headers: &[Header]) -> i32 {
    foreign_columns(Foreign::Bank, headers) * 4_000
        + foreign_columns(Foreign::Payment, headers) * 1_500
        + foreign_columns(Foreign::Stock, headers) * 2_000
}

/// Whether a folded name holds a word: as a whole word, or anywhere for scripts without blanks.
fn says(name: &str, word: &str) -> bool {
    if !word.is_ascii() {
        return name.contains(word);
    }
    let stem = |w: &str| w.strip_suffix('s').unwrap_or(w).to_owned();
    match word.contains(' ') {
        true => name.contains(word),
        false => name.split(' ').any(|w| stem(w) == stem(word)),
    }
}

/// "Chinook_InvoiceLine" → "Chinook Invoice Line".
fn spaced(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut spaced = String::new();
    let mut lower = false;
    for c in stem.chars() {
        if c.is_uppercase() && lower {
            spaced.push(' ');
        }
        lower = c.is_lowercase();
        spaced.push(c);
    }
    spaced
}
