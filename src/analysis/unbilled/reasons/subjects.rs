//! What a free text in the hold column is about, where no phrase of a reason stands in it: "QA hold",
//! "approval of extras", "계약 갱신 중".
//!
//! The longest subject decides, so that "PO balance" is not "PO"; two of one length say nothing. A text
//! that calls its subject settled ("POD received") says nothing either.

use super::super::phrases::Said;
use super::states::{State, state};

/// The code of the reason whose subject the text names.
pub(super) fn subject(text: &str) -> Option<&'static str> {
    let said = Said::new(text);
    if state(text) == Some(State::Settled) {
        return None;
    }
    let is_disputed = state(text) == Some(State::Disputed);
    let named = SUBJECTS
        .iter()
        .filter_map(|(code, words)| {
            let named = words.iter().filter(|word| said.has(word) || said.has_within(word));
            Some((named.map(|word| length(word)).max()?, *code))
        })
        .collect::<Vec<_>>();
    let longest = named.iter().map(|(length, _)| *length).max()?;
    let mut codes = named.iter().filter(|(length, _)| *length == longest).map(|(_, code)| *code);
    let code = codes.next().filter(|_| codes.next().is_none())?;
    Some(match code {
        "BLK-09" if is_disputed => "BLK-10",
        "BLK-02" if is_disputed => "BLK-03",
        code => code,
    })
}

/// A Korean or Chinese syllable says as much as three letters. Any subject says more than that an approval
/// is wanted: "spot price approval", "무상 제공 승인".
fn length(word: &str) -> usize {
    if APPROVAL.contains(&word) {
        return 0;
    }
    word.chars().map(|c| if c.is_ascii() { 1 } else { 3 }).sum()
}

static APPROVAL: [&str; 9] = [
    "approval",
    "sign off",
    "freigabe",
    "genehmigung",
    "approbation",
    "aprobacion",
    "승인",
    "审批",
    "批准",
];

// Packed: one word a line would hide the table. As `fold_word` folds them.
#[rustfmt::skip]
static SUBJECTS: &[(&str, &[&str])] = &[
    ("BLK-01", &["transit", "on the way", "en route", "이동중", "운송중", "在途", "运输途中", "尚未送达", "zustellung",
        "unterwegs", "noch nicht zugestellt", "in zustellung", "en camino", "en ruta", "en cours de livraison", "not yet delivered", "배송중"]),
    ("BLK-02", &["pod", "proof of delivery", "delivery note", "ablieferbeleg", "인수증", "수령증", "签收单", "回单", "preuve de livraison", "albaran",
        "sign off sheet", "signoff sheet", "completion sheet", "abliefernachweis", "zustellnachweis", "empfangsbestatigung", "lieferschein", "albaran firmado", "pv de recette", "proces verbal de recette", "acuse de recibo", "bordereau de livraison", "emargement", "delivery receipt"]),
    ("BLK-04", &["po", "purchase order", "po number", "bestellnummer", "발주번호", "발주서", "采购订单", "订单号", "bon de commande", "bc client", "bdc", "bdc client", "orden de compra"]),
    ("BLK-05", &["po balance", "po limit", "po value", "po amount", "po exhausted", "po expired", "bestellung ausgeschopft", "po 잔액", "발주 잔액", "po余额", "订单余额",
        "po funds", "po value used up", "bestellwert erschopft", "bestellwert uberschritten", "saldo oc", "oc agotada", "발주 한도", "订单额度", "bc depasse", "bon de commande depasse", "bc epuise", "plafond bc"]),
    ("BLK-06", &["preisabstimmung", "preisklarung", "price agreement", "rate", "rates", "tariff", "pricing", "price", "preis", "tarif", "요율", "단가", "운임 협의", "费率", "价格", "单价", "tarifa", "prix"]),
    ("BLK-07", &["quote", "quotation", "spot quote", "spot rate", "angebot", "견적", "견적서", "报价", "报价单", "devis", "cotizacion",
        "spotpreis", "spotangebot", "spot approval", "spot price", "preisangebot", "tagespreis", "tarifa spot", "cotizacion spot", "prix spot", "스팟", "现货报价", "临时报价"]),
    ("BLK-08", &["复磅", "复重", "过磅", "nachwiegung", "verwiegung", "reweigh", "re weigh", "weight", "dims", "dimensions", "measurement", "gewicht", "masse", "중량", "실측", "重量", "尺寸", "poids", "peso"]),
    ("BLK-09", &["frachtfuhrer", "rechnung frachtfuhrer", "carrier charge", "carrier charges", "vendor charge", "vendor charges", "운송사 청구", "운송사 청구금액", "承运商费用", "vendor", "vendor cost", "vendor invoice", "carrier cost", "carrier invoice", "agent cost", "agent invoice", "supplier invoice", "subcontractor",
        "lieferantenrechnung", "협력사", "매입", "운송사 비용", "供应商", "承运商", "供应商费用", "facture fournisseur",
        "eingangsrechnung", "frachtrechnung", "partnerrechnung", "subunternehmer", "carrier bill", "supplier bill", "vendor bill", "factura proveedor", "factura del proveedor", "factura transportista", "factura del transportista", "facture transporteur", "facture du transporteur", "facture sous traitant", "매입 계산서", "承运商账单", "成本账单", "航司账单", "船公司账单", "航空公司账单", "代理账单", "operateur", "facture operateur"]),
    ("BLK-11", &["approval", "sign off", "승인", "批准", "genehmigung", "extra charges", "extras", "accessorial", "address correction", "accessorial fee", "additional charges", "waiting time", "freigabe", "zusatzkosten", "추가비용", "추가요금", "대기료",
        "附加费", "额外费用", "审批", "approbation", "aprobacion",
        "standgeld", "wartezeit", "zusatzleistung", "nebenkosten", "mehrkosten", "after hours labor", "overtime", "detention", "demurrage", "tiempo de espera", "horas de espera", "paralizacion", "frais d attente", "frais supplementaires", "surcout", "cargos adicionales", "대기시간", "等候费", "heures supplementaires", "accord client"]),
    ("BLK-12", &["温控", "temperature", "temp", "temp log", "excursion", "deviation", "quality", "qa", "qp", "capa", "temperaturabweichung", "temperatur", "qualitat", "온도", "온도이탈", "품질",
        "温度", "温度超标", "质量", "temperatura", "calidad",
        "qs", "qualitatssicherung", "kuhlkette", "kuhlprotokoll", "cold chain", "chaine du froid", "cadena de frio", "temperaturprotokoll", "registro de temperatura", "온도기록지", "온도 기록", "偏差报告"]),
    ("BLK-13", &["gl code", "gl account", "protocol", "protocol number", "study", "study no", "study number", "site number", "cost centre", "cost center", "wbs", "studiennummer", "protokoll", "kostenstelle",
        "프로토콜", "연구번호", "과제번호", "코스트센터", "方案编号", "研究编号", "项目编号", "项目号", "成本中心",
        "projektnummer", "projekt", "auftragskostenstelle", "centro de costo", "centro de coste", "centre de cout", "numero de protocolo", "numero d etude", "시험번호", "시험계획서"]),
    ("BLK-14", &["account not created", "account being set up", "account being created", "account not set up", "account setup", "account set up", "customer setup", "customer set up", "customer master", "customer creation", "bill to setup", "new customer",
        "debitor", "kundenstamm", "거래처 등록", "거래처 미등록", "客户未建档", "客户主数据", "建档", "compte client", "compte a creer", "creation du client"]),
    ("BLK-15", &["tax exempt", "tax exempt certificate", "税务资质", "vat", "vat id", "vat number", "tax id", "tax number", "tax exemption", "exemption certificate", "tax certificate", "ust idnr", "steuernummer",
        "사업자등록번호", "사업자등록증", "税号", "纳税人识别号", "纳税资质",
        "ust id", "umsatzsteuer id", "steuerstatus", "steuerbefreiung", "freistellungsbescheinigung", "nif", "cif", "situacion fiscal", "statut fiscal", "numero de tva", "n tva", "no tva", "tva", "resale certificate", "tax status", "과세 여부", "税率未定", "税务资料"]),
    ("BLK-16", &["contract", "amendment", "agreement", "msa", "sow", "vertrag", "nachtrag", "계약", "계약서", "부속합의", "合同", "协议", "contrat", "contrato",
        "rahmenvertrag", "vertragsanderung", "addendum", "avenant", "adenda", "anexo", "framework agreement", "합의서", "补充协议", "合同补充协议"]),
    ("BLK-17", &["统一开票", "按合同约定", "month end", "end of month", "milestone", "per schedule", "billing cycle", "monatsende", "월말", "마일스톤", "月末", "月底", "里程碑", "fin de mois",
        "monatsabrechnung", "monatlich abzurechnen", "quartalsende", "quarter end", "monthly billing", "fin de mes", "facturacion mensual", "hito", "meilenstein", "jalon", "월 마감", "按月开票", "月结开票"]),
    ("BLK-18", &["combined invoice", "rest of shipment", "rest of the shipment", "multi piece", "other tickets", "other work orders", "等待同批", "consolidation", "consolidated", "other shipments", "remaining shipments", "sister", "partial shipment", "rest of the order", "sammelrechnung", "합산", "합본", "合并", "拼单",
        "remaining locations", "other locations", "remaining orders", "rest of order", "other legs", "restsendungen", "restliche sendungen", "ubrige sendungen", "teilsendung", "restlieferung", "resto de envios", "resto del pedido", "otras expediciones", "autres expeditions", "reste de la commande", "groupage", "autres sites", "autres lignes", "autres commandes", "나머지 건", "나머지 물량", "其他运单", "同批次", "其余货物"]),
    ("BLK-19", &["portal", "ariba", "coupa", "e invoice", "einvoice", "sap network", "peppol", "rejected by portal", "포털", "전자세금계산서", "平台", "电子发票", "portail",
        "kundenportal", "lieferantenportal", "e rechnung", "erechnung", "xrechnung", "zugferd", "customer portal", "supplier portal", "portal del cliente", "factura electronica", "facture electronique", "chorus", "chorus pro", "portail client", "고객 포털", "客户平台"]),
    ("BLK-20", &["data conflict", "mismatch", "contradiction", "inconsistent", "wrong date", "wrong route", "불일치", "不一致", "矛盾", "widerspruch",
        "widerspruchliche daten", "conflicting", "contradictory", "datos contradictorios", "incoherent", "date conflict", "fechas incoherentes", "데이터 오류", "数据矛盾", "dates incoherentes", "donnees incoherentes"]),
    ("BLK-22", &["claim", "claims", "damage", "damaged", "loss", "lost", "shortage", "schaden", "schadensfall", "verlust", "클레임", "파손", "분실", "索赔", "货损", "丢失", "破损", "avarie", "siniestro",
        "reklamation", "beschadigt", "bruch", "siniestro abierto", "reclamacion", "danos", "faltante", "merma", "sinistre", "perte", "manquant colis", "丢货", "短少"]),
    ("BLK-23", &["duty", "duties", "customs", "customs documents", "customs receipt", "import tax", "zoll", "zollbescheid", "관세", "통관", "수입신고", "关税", "税单", "海关", "douane", "aduana",
        "zollbeleg", "zollbelege", "einfuhrabgaben", "abgabenbescheid", "zollunterlagen", "steuerbescheid zoll", "permit receipt", "duty receipt", "permit fee receipt", "justificante de aranceles", "pedimento", "dua", "quittance de douane", "quittance", "관세 영수증", "납부 영수증", "납부영수증", "缴款书", "完税凭证"]),
    ("BLK-24", &["内部公司", "intercompany", "interco", "recharge", "affiliate", "group company", "konzern", "konzernintern", "konzerninterne", "관계사", "그룹사", "계열사", "内部结算", "关联公司", "关联方", "intragroupe",
        "konzernverrechnung", "schwestergesellschaft", "verbundene unternehmen", "empresa del grupo", "intercompania", "refacturacion interna", "filiale", "refacturation interne", "내부정산", "内部往来"]),
    ("BLK-25", &["goodwill", "free of charge", "foc", "waiver", "waived", "no charge", "kulanz", "무상", "무료", "免费", "赠送", "geste commercial", "cortesia",
        "kostenlos", "kostenfrei", "gratis", "sin cargo", "gratuit", "offert", "complimentary", "free service", "무상처리", "免费服务"]),
    ("BLK-26", &["interface", "edi", "system", "tms", "sync", "it ticket", "schnittstelle", "schnittstellenfehler", "인터페이스", "연동", "시스템", "接口", "系统", "同步",
        "ubertragungsfehler", "systemfehler", "importfehler", "error de interfaz", "fallo del sistema", "error de integracion", "erreur d interface", "erreur systeme", "provisioning", "system error", "api error", "전송 실패", "전송실패", "接口故障", "系统故障"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::fold_word;

    #[test]
    fn the_longest_subject_decides_and_what_is_settled_says_nothing() {
        for (text, wanted) in [
            ("QA hold", Some("BLK-12")),
            ("PO balance too low", Some("BLK-05")),
            ("Carrier cost in dispute", Some("BLK-10")),
            ("계약 갱신 중", Some("BLK-16")),
            ("缺少采购订单", Some("BLK-04")),
            ("Preis nicht vereinbart", Some("BLK-06")),
            ("POD received", None),
            ("Spotpreis-Freigabe des Kunden fehlt", Some("BLK-07")),
            ("Standgeld vom Kunden noch nicht freigegeben", Some("BLK-11")),
            ("Frachtrechnung des Subunternehmers strittig", Some("BLK-10")),
            ("factura del proveedor no recibida", Some("BLK-09")),
            ("무상 제공 승인 대기", Some("BLK-25")),
            ("goodwill - no charge approval pending", Some("BLK-25")),
            ("carrier charge in dispute", Some("BLK-10")),
            ("GL code missing", Some("BLK-13")),
            ("温控异常，待品质部放行", Some("BLK-12")),
            ("Transportschaden, Versicherung prüft", Some("BLK-22")),
            ("wartet auf restliche Teilsendungen", Some("BLK-18")),
            ("Rechnung Frachtführer in Klärung", Some("BLK-10")),
            ("spot price approval pending", Some("BLK-07")),
            ("계약 승인 대기", Some("BLK-16")),
            ("approval pending", Some("BLK-11")),
            ("等待复磅", Some("BLK-08")),
            ("航司账单未到", Some("BLK-09")),
            ("项目编号未提供", Some("BLK-13")),
            ("合同补充协议未签", Some("BLK-16")),
            ("PV de recette non reçu", Some("BLK-02")),
            ("compte client à créer", Some("BLK-14")),
            ("en attente des autres sites", Some("BLK-18")),
            ("rejet Chorus Pro", Some("BLK-19")),
            ("ask Kim", None),
        ] {
            assert_eq!(subject(text), wanted, "{text}");
        }
    }

    #[test]
    fn every_subject_is_folded_and_stands_once() {
        let words = || SUBJECTS.iter().flat_map(|(_, words)| words.iter());
        for word in words() {
            assert_eq!(fold_word(word), *word);
            assert_eq!(words().filter(|other| *other == word).count(), 1, "{word}");
        }
    }
}
