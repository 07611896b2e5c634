//! Nouns of the trade and the words that stand before and behind them, as far as any noun of a group
//! goes with any word of another: 거래처 + 코드, "Client" + "Acct", "Lieu" + "enlèv.", 운송구간 + 출발. What a
//! header says that no dictionary lists, read as [`super::composed`] puts parts together. Folded as
//! headers are: "Acct" is `account`, every form of "number" is one sign.

use super::composed::Pattern;
use super::normalise::NUMBER;
use crate::table::Field;

type Words = &'static [&'static str];

#[rustfmt::skip]
const CUSTOMER: Words = &[
    "customer", "client", "debtor", "billto", "billtocustomer", "soldto", "soldtoparty", "kunde", "kunden",
    "debitor", "debitoren", "auftraggeber", "ag", "rechnungsempfanger", "donneurordre", "cliente", "deudor", "receptor", "거래처",
    "고객", "고객사", "화주", "화주사", "의뢰사", "의뢰기관", "의뢰처", "매출처", "청구처", "客户", "委托单位", "委托方", "委托人", "购方", "购买方", "购货方", "货主",
    "付费客户",
];
/// Before a party: the one whom the bill goes to.
#[rustfmt::skip]
const BILLED: Words = &[
    "ordering", "billto", "soldto", "billing", "invoiced", "适用", "计费", "开票", "청구", "주문",
];
#[rustfmt::skip]
const CODE: Words = &[
    NUMBER, "code", "codigo", "account", "kode", "konto", "compte", "cuenta", "key", "코드", "编码", "代码", "代號",
    "account#", "code#", "cd",
];
#[rustfmt::skip]
const NAME: Words = &[
    "name", "nom", "nombre", "bezeichnung", "명", "명칭", "상호", "상호명", "名称", "全称", "简称", "fullname", "legalname",
    "companyname", "이름",
];
#[rustfmt::skip]
const DAY: Words = &[
    "date", "day", "datum", "tag", "fecha", "dia", "jour", "일", "일자", "일시", "日", "日期", "on", "am", "le",
];
/// What is done with goods where they start, and where they end.
#[rustfmt::skip]
const PICKUP: Words = &[
    "pickup", "collection", "collect", "loading", "belade", "lade", "abhol", "enlevement", "chargement",
    "ramassage", "recogida", "carga", "recoleccion", "상차", "픽업", "집하", "수거", "提货", "取件", "装货", "揽收", "取货",
];
#[rustfmt::skip]
const DELIVERY: Words = &[
    "delivery", "delivered", "del", "deliv", "unloading", "entlade", "zustell", "ablade", "livraison", "dechargement", "entrega",
    "descarga", "배송", "하차", "배달", "운송완료", "납품", "배송완료", "配送", "送达", "派送", "卸货", "交货", "到货", "妥投", "送货",
];
#[rustfmt::skip]
const STARTS: Words = &[
    "origin", "origen", "origine", "from", "departure", "depart", "dep", "shipper", "sender", "consignor", "despatch", "abgang", "versand",
    "salida", "출발", "발송", "상차", "起飞", "始发", "起运", "装货", "出发", "发货", "寄件", "loading", "belade", "lade", "pickup",
    "collection", "enlevement", "chargement", "recogida", "carga", "abhol",
];
#[rustfmt::skip]
const ENDS: Words = &[
    "destination", "destino", "to", "arrival", "arrivee", "arr", "consignee", "receiver", "recipient", "ankunft",
    "empfangs", "llegada", "도착", "목적", "하차", "배송", "目的", "到达", "卸货", "收货", "收件", "unloading", "entlade", "delivery",
    "del", "livraison", "dechargement", "entrega", "descarga", "zustell",
];
#[rustfmt::skip]
const PLACE: Words = &[
    "city", "town", "place", "location", "airport", "port", "station", "ort", "stadt", "stelle", "ville", "lieu",
    "ciudad", "poblacion", "lugar", "localidad", "plaza", "puerto", "aeropuerto", "지", "지역", "도시", "공항", "항", "항구",
    "터미널", "城市", "地", "站", "港", "机场", "网点",
];
const LAND: Words =
    &["省份", "省", "省市", "州", "国家", "国", "시도", "국가", "국", "province", "provincia"];
#[rustfmt::skip]
const STRETCH: Words = &[
    "운송구간", "구간", "노선", "운송", "线路", "区间",
];
#[rustfmt::skip]
const EXPECTED: Words = &[
    "estimated", "expected", "anticipated", "quoted", "forecast", "unbilled", "accrued", "prevu", "prevus",
    "estime", "previsto", "estimado", "erwartet", "geplant", "예상", "추정", "미청구", "预估", "预计", "暂估", "未开票",
];
#[rustfmt::skip]
const REVENUE: Words = &[
    "revenue", "rev", "sales", "sale", "income", "sell", "selling", "ca", "erlos", "umsatz", "venta", "ventas",
    "ingreso", "ingresos", "매출", "매출액", "수익", "收入", "应收",
];
#[rustfmt::skip]
const COST: Words = &[
    "cost", "buy", "buying", "carriercost", "subcontractor", "subcontractorcost", "subbie",
    "subbiecost", "haulier", "hauliercost", "einkauf", "achat", "achats", "compra", "compras", "coste", "costo",
    "cout", "kosten", "매입", "매입액", "원가", "应付", "成本",
];
#[rustfmt::skip]
const MONEY: Words = &[
    "amount", "total", "value", "sum", "betrag", "summe", "wert", "importe", "monto", "valor", "montant", "somme",
    "액", "금액", "합계", "총액", "金额", "合计", "总额", "额",
];
#[rustfmt::skip]
const WITH_TAX: Words = &[
    "inclvat", "includingvat", "incvat", "inclusivevat", "incltax", "includingtax", "inctax", "taxincluded",
    "withtax", "inclgst", "includinggst", "incgst", "inklmwst", "inklust", "inklusivemwst", "ttc", "conimpuesto",
    "coniva", "ivaincluido", "含税", "税込", "vat포함", "부가세포함", "세포함",
];
#[rustfmt::skip]
const BEFORE_TAX: Words = &[
    "exclvat", "excludingvat", "exvat", "excvat", "exclusivevat", "excltax", "excludingtax", "extax", "beforetax",
    "pretax", "exclgst", "excludinggst", "exgst", "exklmwst", "exklust", "ohnemwst", "ohneust", "ht", "horstaxe",
    "horstax", "siniva", "sinimpuesto", "不含税", "未税", "税抜", "vat별도", "부가세별도", "세전", "부가세제외", "vat제외",
];
#[rustfmt::skip]
const TAX: Words = &[
    "vat", "gst", "tax", "salestax", "mwst", "ust", "tva", "iva", "부가세", "부가가치세", "세액", "税额", "增值税",
];
const IN_FULL: Words =
    &["gross", "brutto", "bruto", "transactiontotal", "invoicetotal", "taxinclusive"];
const NET: Words = &["net", "netto", "neto", "nettax", "netvat", "taxexclusive", "taxexcluded"];
const OF_TAX: Words = &["taxtotal", "transactiontaxtotal", "taxamount", "totaltax", "vatamount"];
#[rustfmt::skip]
const OPEN: Words = &[
    "open", "outstanding", "remaining", "unpaid", "uncollected", "pendiente", "restant", "restante", "offen",
    "offener", "미수", "미회수", "미입금", "미결제", "未收", "未核销", "未清", "未付", "未回款", "欠款",
];
#[rustfmt::skip]
const LEFT: Words = &[
    "amount", "total", "value", "sum", "betrag", "rest", "wert", "importe", "monto", "saldo", "solde", "montant", "balance", "액",
    "금액", "잔액", "잔고", "金额", "余额", "额",
];
const CURRENCY: Words =
    &["currency", "devise", "moneda", "divisa", "wahrung", "통화", "화폐", "币种", "币别", "货币"];
#[rustfmt::skip]
const BILL: Words = &[
    "invoice", "bill", "청구서", "고지서", "인보이스", "세금계산서", "发票", "账单", "发货票",
];
#[rustfmt::skip]
const WHY: Words = &[
    "reason", "motif", "motivo", "grund", "사유", "원인", "原因",
];
#[rustfmt::skip]
const UNBILLED: Words = &[
    "notbilled", "unbilled", "notinvoiced", "uninvoiced", "nonfact", "nonfacture", "nonfacturation", "nofacturado",
    "nichtberechnet", "billinghold", "onhold", "hold", "미청구", "미발행", "미정산", "청구보류", "未开票", "未结算", "未开",
];
#[rustfmt::skip]
const OF_BILL: Words = &["invoice", "billing", "bill", "billto", "rechnung", "facturation", "facturacion", "청구", "开票"];
const RUNNING: Words = &[
    "usageperiod",
    "serviceperiod",
    "billingperiod",
    "chargeperiod",
    "coverageperiod",
    "lineperiod",
];
const POD: Words =
    &["pod", "proofdelivery", "인수증", "签收单", "回单", "abliefernachweis", "ablieferbeleg"];
#[rustfmt::skip]
const ARRIVED: Words = &[
    "received", "return", "returned", "접수", "수령", "회수", "返回", "收到", "收回", "erhalten",
];

/// What a sum is of which a bracket says that a tax is in it, or is not: "청구액(VAT제외)".
pub(super) fn tax_said(aside: &[String]) -> Option<Field> {
    let said = aside.concat();
    let says = |words: Words| words.contains(&said.as_str());
    match () {
        () if says(WITH_TAX) || says(IN_FULL) => Some(Field::Gross),
        () if says(BEFORE_TAX) || says(NET) => Some(Field::Net),
        // "Amount (Tax Total)": the bracket says what the amount is of.
        () if says(TAX) || says(OF_TAX) => Some(Field::Tax),
        () => None,
    }
}

const fn pattern(field: Field, needed: &'static [Words], perhaps: Words) -> Pattern {
    Pattern { field, needed, perhaps }
}

/// What makes up a header that says one thing.
#[rustfmt::skip]
pub(super) static COMPOUNDS: &[Pattern] = &[
    pattern(Field::CustomerNo, &[CUSTOMER, CODE], BILLED),
    pattern(Field::CustomerName, &[CUSTOMER, NAME], BILLED),
    pattern(Field::CustomerName, &[BILLED, CUSTOMER], &["name"]),
    pattern(Field::InvoiceNo, &[BILL, &[NUMBER]], &["tax", "sales", "billing", "매출", "최종"]),
    pattern(Field::PickupDate, &[PICKUP, DAY], &["actual", "실제", "实际", "de", "la"]),
    pattern(Field::DeliveryDate, &[DELIVERY, DAY], &["actual", "실제", "实际", "完成", "완료", "de", "la"]),
    pattern(Field::DueDate, &[
        &["due", "netdue", "termdue", "paymentdue", "duepayment", "maturity"], &["date", "day", "on"],
    ], &["net", "term", "invoice", "payment", "document"]),
    pattern(Field::PodDate, &[POD, ARRIVED], DAY),
    pattern(Field::Origin, &[STARTS, PLACE], STRETCH),
    pattern(Field::Destination, &[ENDS, PLACE], STRETCH),
    pattern(Field::Origin, &[&["운송구간", "구간", "노선"], &["출발", "시작", "起", "始"]], PLACE),
    pattern(Field::Destination, &[&["운송구간", "구간", "노선"], &["도착", "종료", "讫", "止"]], PLACE),
    pattern(Field::DueDate, &[&["最迟", "最晚", "应", "约定"], &["付款日", "还款日", "回款日", "收款日"]], &["期"]),
    pattern(Field::ChargeableWeight, &[
        &["과금", "청구", "운임", "계산", "정산", "计费", "收费", "结算", "rated", "billable", "charged", "chgd", "taxe", "taxable", "taxiert", "facturable"],
        &["중량", "무게", "重量", "weight", "gewicht", "poids", "peso"],
    ], &[]),
    pattern(Field::Address, &[OF_BILL, &["address", "adresse", "direccion", "주소", "地址"]], &["line"]),
    pattern(Field::City, &[OF_BILL, &["city", "town", "ort", "ville", "ciudad", "도시", "城市"]], &[]),
    pattern(Field::PostalCode, &[OF_BILL, &["postcode", "postalcode", "zip", "zipcode", "plz", "codepostal", "codigopostal"]], &[]),
    pattern(Field::PeriodFrom, &[RUNNING, &["start", "from", "begin", "beginning"]], DAY),
    pattern(Field::PeriodTo, &[RUNNING, &["end", "to", "thru", "through", "until"]], DAY),
    pattern(Field::MinCharge, &[&["最低", "최저", "최소", "min"], &["收费", "运费", "费用", "요금", "운임", "charge", "rate", "fee"]], MONEY),
    pattern(Field::EstRevenue, &[EXPECTED, REVENUE], MONEY),
    pattern(Field::Cost, &[EXPECTED, COST], MONEY),
    pattern(Field::Cost, &[COST, MONEY], EXPECTED),
    pattern(Field::Gross, &[&["amount", "total", "totalamount", "charge", "totalcharge", "totalprice", "value", "betrag", "summe", "gesamtbetrag",
        "montant", "total", "importe", "合计", "总额", "金额", "合计金额", "합계", "금액", "합계금액"], WITH_TAX], &["invoice", "document"]),
    pattern(Field::Net, &[&["amount", "total", "totalamount", "charge", "totalcharge", "totalprice", "value", "betrag", "summe", "gesamtbetrag",
        "montant", "total", "importe", "合计", "总额", "金额", "合计金额", "합계", "금액", "합계금액"], BEFORE_TAX], &["invoice", "document"]),
    pattern(Field::Tax, &[TAX, MONEY], &["total", "합계", "合计"]),
    pattern(Field::OpenAmount, &[OPEN, LEFT], &["balance", "잔액", "余额", "invoice", "document", "saldo", "transaction", "trx"]),
    pattern(Field::Currency, &[CURRENCY, &["code", "iso", "isocode", "#", "코드", "代码", "kode", "codigo"]],
        &["invoice", "billing", "document", "transaction", "trx"]),
    pattern(Field::PaymentNo, &[
        &["회수", "수금", "입금", "수납", "回款", "收款", "到账", "collection", "receipt", "cashreceipt", "encaissement",
          "cobro", "zahlungseingang"],
        &[NUMBER],
    ], &["单", "전표", "凭证"]),
    pattern(Field::CreditLimit, &[
        &["credit", "cr", "kredit", "kred", "여신", "신용", "外상", "信用", "授信"],
        &["limit", "line", "lim", "한도", "한도액", "한도금액", "额度", "限额"],
    ], MONEY),
    pattern(Field::HoldReason, &[WHY, UNBILLED], &["for", "of", "de", "说明", "설명", "상세"]),
    pattern(Field::Email, &[
        &["email", "mail", "courriel", "correo", "이메일", "邮箱"],
        &["invoice", "invoices", "billing", "rechnung", "rechnungsversand", "facture", "facturation", "factura", "facturacion", "세금계산서", "开票"],
    ], &[]),
    pattern(Field::Debit, &[&["dr", "debit", "debe", "debito", "soll", "차변", "借方"], LEDGER_SIDE], &[]),
    pattern(Field::Credit, &[&["cr", "credit", "haber", "credito", "haben", "대변", "贷方"], LEDGER_SIDE], &[]),
    pattern(Field::Balance, &[&["余额", "잔액", "balance", "saldo", "solde"], &["本币", "原币", "lc", "after", "적요후"]], &[]),
    pattern(Field::Country, &[
        &["country", "land", "pays", "pais", "국가", "国家"],
        &["registered", "reg", "registration", "iso", "code", "residence", "customer", "billing"],
    ], &["of"]),
];

#[rustfmt::skip]
const LEDGER_SIDE: Words = &[
    "amount", "amt", "value", "금액", "액", "发生额", "金额", "本币", "原币", "betrag", "importe", "lc",
];

/// What makes up a header that may as well say something else: taken only where the cells agree and
/// nothing better is there.
#[rustfmt::skip]
pub(super) static LOOSE: &[Pattern] = &[
    // A province or a country is a place where nothing nearer is said.
    pattern(Field::Origin, &[STARTS, LAND], &[]),
    pattern(Field::Destination, &[ENDS, LAND], &[]),
    pattern(Field::EstRevenue, &[REVENUE, MONEY], &["transport", "freight", "운송", "운임", "운송료"]),
    pattern(Field::DisputeNo, &[&["case", "dispute", "claim", "ticket", "이의", "분쟁", "争议", "litige", "reklamation", "disputa"],
        &[NUMBER, "reference", "id"]], &[]),
    pattern(Field::Amount, &[&["disputed", "dispute", "disp", "claimed", "contested", "분쟁", "이의", "争议"], MONEY], &[]),
    pattern(Field::Currency, &[CURRENCY, &["sell", "buy", "sales", "revenue", "매출"]], &["code"]),
];

#[cfg(test)]
mod tests {
    use super::super::composed::compounds;
    use super::super::normalise::normalise;
    use super::super::{Header, Sense};
    use super::*;

    #[test]
    fn any_noun_of_a_group_goes_with_any_word_of_another() {
        for (text, field) in [
            ("Client Acct", Field::CustomerNo),
            ("거래처CD", Field::CustomerNo),
            ("AG-Nr.", Field::CustomerNo),
            ("거래처상호", Field::CustomerName),
            ("Ordering Client", Field::CustomerName),
            ("고지서번호", Field::InvoiceNo),
            ("운송구간(출발)", Field::Origin),
            ("Población Destino", Field::Destination),
            ("Lieu enlèv.", Field::Origin),
            ("depAirport", Field::Origin),
            ("POD접수일", Field::PodDate),
            ("예상매입액", Field::Cost),
            ("Total amount (incl. VAT)", Field::Gross),
            ("금액(VAT별도)", Field::Net),
            ("CurrencyIsoCode", Field::Currency),
            ("여신한도액", Field::CreditLimit),
            ("Motif non fact.", Field::HoldReason),
            ("借方本币", Field::Debit),
            ("미수잔고", Field::OpenAmount),
            ("Lugar de carga", Field::Origin),
            ("usage_period_end", Field::PeriodTo),
            ("최저운임금액", Field::MinCharge),
        ] {
            let header = Header::read(&[text]);
            let found = header.sense(Sense::Field(field));
            assert!(found.is_some_and(|m| m.score >= 900), "{text}: {:?}", header.senses);
        }
    }

    #[test]
    fn what_the_dictionary_holds_for_doubtful_stays_so() {
        // Pickup or service, which currency, whose reference.
        for (text, field) in [
            ("출고일", Field::PickupDate),
            ("Ship Date", Field::PickupDate),
            ("Local Currency", Field::Currency),
            ("Customer Reference", Field::CustomerNo),
            ("Purchase Amount", Field::Cost),
        ] {
            let header = Header::read(&[text]);
            let found = header.sense(Sense::Field(field));
            assert!(found.is_none_or(|m| m.vague), "{text}: {:?}", header.senses);
        }
        for text in [
            "Customer date",
            "Delivery cost",
            "Total cost centre",
            "Delivery amount",
            "지역",
            "Currency rate",
        ] {
            let said = compounds(&normalise(text));
            assert!(said.is_empty(), "{text}: {said:?}");
        }
    }
}
