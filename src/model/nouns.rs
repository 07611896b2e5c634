//! The nouns: a job, a charge (an invoice line), an invoice, a rate, a customer.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Book, Row};
use crate::base::{Currency, Date, Decimal, Money, Source, fold_word};
use crate::table::{Cell, Field, Kind};

/// A job, shipment, consignment or order: something that should be billed.
#[derive(Clone, Copy)]
pub struct Job<'b>(pub Row<'b>);

impl Book {
    /// The name to show of a row's customer: its own, else that of the customer list, else the number.
    pub fn customer_label<'b>(&'b self, row: Row<'b>) -> Option<&'b str> {
        row.text(Field::CustomerName)
            .or_else(|| self.customer_of(row)?.name())
            .or_else(|| row.text(Field::CustomerNo))
    }
}

impl<'b> Job<'b> {
    pub fn no(&self) -> Option<&'b str> {
        self.0.text(Field::JobNo)
    }

    /// The day the service was done: proof of delivery, else delivery. What lag and age count from.
    pub fn completed(&self) -> Option<Date> {
        self.0.date(Field::PodDate).or_else(|| self.0.date(Field::DeliveryDate))
    }

    /// The day to judge the job by: completion, else service, else pickup.
    pub fn trigger(&self) -> Option<Date> {
        self.trigger_field().map(|(day, _)| day)
    }

    /// The same with the cell that says so.
    pub fn trigger_cell(&self) -> Option<(Date, Source)> {
        self.trigger_field().map(|(day, field)| (day, self.0.source(field)))
    }

    fn trigger_field(&self) -> Option<(Date, Field)> {
        let fields = [Field::PodDate, Field::DeliveryDate, Field::ServiceDate, Field::PickupDate];
        fields.into_iter().find_map(|field| Some((self.0.date(field)?, field)))
    }

    /// What the file itself says the job is worth: estimate or quote, else amount.
    pub fn stated_value(&self) -> Option<Money> {
        self.0.money(Field::EstRevenue).or_else(|| self.0.money(Field::Amount))
    }
}

/// An invoice line; or an invoice header that names a job, where no lines are loaded.
#[derive(Clone, Copy)]
pub struct Charge<'b>(pub Row<'b>);

impl<'b> Charge<'b> {
    pub fn invoice_no(&self) -> Option<&'b str> {
        self.0.text(Field::InvoiceNo)
    }

    pub fn job_no(&self) -> Option<&'b str> {
        self.0.text(Field::JobNo)
    }

    /// Whether the whole invoice stands for the charge.
    pub fn is_header(&self) -> bool {
        self.0.table.kind == Kind::Invoices
    }

    /// Charge code, else description: what the charge is for. The text of a header is a remark.
    pub fn code(&self) -> Option<&'b str> {
        let text = || self.0.text(Field::Text).filter(|_| !self.is_header());
        self.0.text(Field::ServiceCode).or_else(text)
    }

    pub fn qty(&self) -> Option<Decimal> {
        self.0.number(Field::Qty)
    }

    pub fn unit_price(&self) -> Option<Decimal> {
        self.0.number(Field::UnitPrice)
    }

    /// The stated line amount before tax; of a header without one, its gross.
    pub fn stated_net(&self) -> Option<Money> {
        let gross = || self.0.money(Field::Gross).filter(|_| self.is_header());
        self.0.money(Field::Net).or_else(|| self.0.money(Field::Amount)).or_else(gross)
    }

    /// The line amount: stated, else quantity × unit price less discount, rounded to the currency.
    pub fn net(&self) -> Option<Money> {
        self.stated_net().or_else(|| Money::round(self.extension()?, self.0.currency()))
    }

    /// Quantity × unit price less discount, unrounded. A discount below or at 1 is a share,
    /// above it an amount.
    pub fn extension(&self) -> Option<Decimal> {
        let full = self.qty()?.checked_mul(self.unit_price()?)?;
        match self.0.number(Field::Discount) {
            None => Some(full),
            Some(d) if d.abs() <= Decimal::ONE => full.checked_mul(Decimal::ONE - d),
            Some(d) => full.checked_sub(d),
        }
    }
}

impl Charge<'_> {
    /// The cell of the line amount: net, else amount, else gross, whichever the file has.
    pub fn amount_source(&self) -> Source {
        let fields = [Field::Net, Field::Amount, Field::Gross];
        let field = fields.into_iter().find(|&field| self.0.has(field));
        field.map_or_else(|| self.0.row_source(), |field| self.0.source(field))
    }

    /// The line's own key, stable over re-imports: invoice and line number; where lines have no
    /// number, invoice, job, code and amount.
    pub fn key(&self) -> String {
        let invoice = self.invoice_no().unwrap_or_default();
        if let Some(no) = self.0.text(Field::LineNo) {
            return format!("{invoice}:{no}");
        }
        let net = self.net().map(|net| net.decimal().to_string()).unwrap_or_default();
        let job = self.job_no().unwrap_or_default();
        format!("{invoice}:{job}:{}:{net}", self.code().unwrap_or_default())
    }
}

/// One invoice number with its header rows and lines.
#[derive(Clone, Copy)]
pub struct Invoice<'b> {
    book: &'b Book,
    /// Position in [`Book::invoices`].
    at: u32,
}

impl<'b> Invoice<'b> {
    pub(super) fn new(book: &'b Book, at: u32) -> Invoice<'b> {
        Invoice { book, at }
    }

    /// Position in [`Book::invoices`].
    pub fn position(&self) -> u32 {
        self.at
    }

    pub(super) fn book(&self) -> &'b Book {
        self.book
    }

    /// The folded number, for comparison.
    pub fn key(&self) -> &'b str {
        self.book.invoice_key(self.at)
    }

    /// The number as the file writes it.
    pub fn no(&self) -> &'b str {
        self.any_row().and_then(|row| row.text(Field::InvoiceNo)).unwrap_or(self.key())
    }

    /// The first header row, if a header was loaded.
    pub fn header(&self) -> Option<Row<'b>> {
        self.headers().next()
    }

    pub fn headers(&self) -> impl ExactSizeIterator<Item = Row<'b>> + use<'b> {
        self.book.headers_of(self.at)
    }

    pub fn lines(&self) -> impl ExactSizeIterator<Item = Charge<'b>> + use<'b> {
        let book = self.book;
        self.line_positions().iter().map(move |&at| book.charge(at as usize))
    }

    /// Positions of the lines in [`Book::charges`].
    pub fn line_positions(&self) -> &'b [u32] {
        self.book.lines_of(self.at)
    }

    /// The header row, else the first line, where header fields may be repeated.
    pub fn any_row(&self) -> Option<Row<'b>> {
        self.header().or_else(|| self.lines().next().map(|line| line.0))
    }

    pub fn customer_no(&self) -> Option<&'b str> {
        self.any_row()?.text(Field::CustomerNo)
    }

    pub fn customer_name(&self) -> Option<&'b str> {
        self.any_row()?.text(Field::CustomerName)
    }

    pub(super) fn customer(&self) -> Option<Customer<'b>> {
        self.book.customer_of(self.any_row()?)
    }

    pub fn customer_label(&self) -> Option<&'b str> {
        self.book.customer_label(self.any_row()?)
    }

    pub fn currency(&self) -> Currency {
        self.book.currency_of_invoice(self.at)
    }

    /// The same as its rows say it, for the index: the header, else the currency that most of its lines
    /// have, of several the first in the order of codes. The order of rows must not decide.
    pub(super) fn says_currency(&self) -> Currency {
        if let Some(header) = self.header() {
            return header.currency();
        }
        let mut lines: BTreeMap<Currency, usize> = BTreeMap::new();
        for currency in self.lines().map(|line| line.0.currency()) {
            *lines.entry(currency).or_default() += 1;
        }
        let stated = lines.into_iter().filter(|(currency, _)| !currency.is_none());
        let most = stated.max_by_key(|&(currency, lines)| (lines, Reverse(currency)));
        most.map_or(Currency::NONE, |(currency, _)| currency)
    }

    pub fn date(&self) -> Option<Date> {
        self.any_row()?.date(Field::InvoiceDate)
    }

    pub fn gross(&self) -> Option<Money> {
        let header = self.header()?;
        header.money(Field::Gross).or_else(|| header.money(Field::Amount))
    }

    /// Credit note: by document type, else by a negative gross.
    pub fn is_credit(&self) -> bool {
        self.book.is_credit(self.at)
    }

    /// The same as its rows say it, for the index.
    pub(super) fn says_credit(&self) -> bool {
        let by_type = self.any_row().and_then(|row| row.text(Field::DocType)).map(is_credit_word);
        by_type.unwrap_or_else(|| self.gross().is_some_and(|gross| gross.minor < 0))
    }
}

impl<'b> Invoice<'b> {
    /// The invoice that this credit note names, on its header or on any line.
    pub fn original(&self) -> Option<&'b str> {
        let on_header = self.headers().find_map(|row| row.text(Field::OriginalInvoice));
        on_header.or_else(|| self.lines().find_map(|line| line.0.text(Field::OriginalInvoice)))
    }

    /// The header's amount before tax and its cell: net, else gross less tax. A blank tax is none.
    pub fn net(&self) -> Option<(Money, Source)> {
        let header = self.header()?;
        if let Some(net) = header.money(Field::Net) {
            return Some((net, header.source(Field::Net)));
        }
        let gross = header.money(Field::Gross).filter(|_| header.has(Field::Tax))?;
        let tax = match header.number_cell(Field::Tax) {
            Cell::Blank => 0,
            Cell::Ok(_) => header.money(Field::Tax)?.minor,
            Cell::Failed => return None,
        };
        let net = Money::new(gross.minor.checked_sub(tax)?, gross.currency);
        Some((net, header.source(Field::Gross)))
    }

    /// The cell of a field on the header, else on the first line.
    pub fn source(&self, field: Field) -> Option<Source> {
        self.any_row().map(|row| row.source(field))
    }

    /// Σ of the line amounts in the invoice's currency; `None` when no line has one.
    pub fn lines_net(&self) -> Option<Money> {
        let currency = self.currency();
        let amounts = self.lines().filter_map(|line| line.net());
        let mut amounts = amounts.filter(|net| net.currency == currency);
        let first = i128::from(amounts.next()?.minor);
        let sum = amounts.fold(first, |sum, net| sum + i128::from(net.minor));
        Some(Money::new(i64::try_from(sum).unwrap_or(i64::MAX), currency))
    }

    /// Out of the house: what its customer asks for now comes too late for it.
    pub fn was_sent(&self) -> bool {
        self.header().is_some_and(was_sent)
    }

    /// Cancelled before it was sent: its number is used up, but there is nothing to check or pay.
    pub fn is_void(&self) -> bool {
        self.book.is_void(self.at)
    }

    /// The same as its header says it, for the index.
    pub(super) fn says_void(&self) -> bool {
        self.header().and_then(|row| row.text(Field::Status)).is_some_and(is_void_word)
    }
}

/// Whether a status says that the document was cancelled.
pub fn is_void_word(word: &str) -> bool {
    let word = fold_word(word);
    ["void", "cancel", "storniert", "annul", "anulad", "취소", "무효", "作废", "取消"]
        .iter()
        .any(|part| word.contains(part))
}

/// Whether a header says that its invoice is out of the house, by its day or by its status.
pub fn was_sent(header: Row) -> bool {
    let status = header.text(Field::Status);
    status.is_some_and(is_sent_word)
        || (header.date(Field::SentDate).is_some() && !status.is_some_and(is_draft_word))
}

fn is_draft_word(word: &str) -> bool {
    let word = fold_word(word);
    let words = [
        "draft",
        "작성중",
        "작성 중",
        "임시",
        "미발송",
        "草稿",
        "待",
        "未",
        "entwurf",
        "brouillon",
        "borrador",
    ];
    words.iter().any(|part| word.contains(part))
}

/// Whether the status of an invoice says that it is out of the house: sent, or paid since.
pub fn is_sent_word(word: &str) -> bool {
    let word = fold_word(word);
    let not = ["not ", "un", "to be", "미발송", "미전송", "未", "待", "nicht", "non ", "no "];
    !not.iter().any(|part| word.starts_with(part))
        && [
            "sent",
            "paid",
            "발송",
            "전송",
            "완납",
            "입금완료",
            "已开",
            "已发",
            "已寄",
            "已付",
            "versendet",
            "versandt",
            "gesendet",
            "bezahlt",
            "envoye",
            "paye",
            "enviad",
            "pagad",
        ]
        .iter()
        .any(|part| word.contains(part))
}

/// Whether a document type says credit note, in the languages and ledgers of domain part 7.
pub fn is_credit_word(word: &str) -> bool {
    // "수정(-)": a correction downwards, whatever it corrects.
    if ["(-)", "(－)", "(−)"].iter().any(|sign| word.contains(sign)) {
        return true;
    }
    let word = fold_word(word);
    matches!(word.as_str(), "cn" | "cm" | "cr" | "dg" | "crn")
        || [
            "credit",
            "gutschrift",
            "avoir",
            "abono",
            "rectificativa",
            "红冲",
            "红字",
            "대변",
            "취소계산서",
            "마이너스",
            "감액",
            "환입",
            "贷项",
            "负数发票",
            "红票",
            "수정세금계산서",
            "storno",
        ]
        .iter()
        .any(|part| word.contains(part))
}

impl<'b> Invoice<'b> {
    /// The header row, else the first line, that states the field.
    pub fn stating(&self, field: Field) -> Option<Row<'b>> {
        let states = |row: &Row| row.raw(field).is_some_and(|cell| !cell.text.trim().is_empty());
        self.headers().find(states).or_else(|| self.lines().map(|line| line.0).find(states))
    }

    /// What hangs on the invoice: its gross, else the net of its header, else Σ of its lines.
    pub fn worth(&self) -> Option<Money> {
        let header = || self.header()?.money(Field::Net);
        self.gross().or_else(header).or_else(|| self.lines_net())
    }
}

/// A row of the rate card.
#[derive(Clone, Copy)]
pub struct Rate<'b>(pub Row<'b>);

impl<'b> Rate<'b> {
    pub fn price(&self) -> Option<Decimal> {
        self.0.number(Field::UnitPrice)
    }

    /// Whether the rate is in force on a day. A blank end is open.
    pub fn in_force(&self, day: Date) -> bool {
        self.0.date(Field::ValidFrom).is_none_or(|from| from <= day)
            && self.0.date(Field::ValidTo).is_none_or(|to| day <= to)
    }
}

/// A customer with its requirements.
#[derive(Clone, Copy)]
pub struct Customer<'b>(pub Row<'b>);

impl<'b> Customer<'b> {
    pub fn no(&self) -> Option<&'b str> {
        self.0.text(Field::CustomerNo)
    }

    pub fn name(&self) -> Option<&'b str> {
        self.0.text(Field::CustomerName)
    }
}
