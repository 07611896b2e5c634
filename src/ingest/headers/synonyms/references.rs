//! Headers of references, contracts and what a customer requires.

use super::Synonyms;
use crate::table::Field;

// Packed: one word a line would make a thousand lines of this file.
#[rustfmt::skip]
pub static WORDS: &[Synonyms] = &[
    Synonyms {
        en: &["Cust PO #", "Purchasing Doc.", "Purch.Doc.", "Customer's PO", "Customer's Order No", "Client's PO", "Purchasing Document", "Your Order No", "Your PO", 
            "PO", "PO No", "PO #", "Purchase Order", "Purchase Order No", "Customer PO",
            "Customer PO No", "Cust PO", "Client PO", "Customer Order No", "Cust PO No",
            "PO Reference",
        ],
        ko: &["발주번호", "구매오더", "PO번호", "구매오더번호", "고객PO번호", "고객 PO", "고객발주번호", "구매주문번호"],
        zh: &["采购订单号", "采购单号", "PO号", "客户订单号", "客户PO", "客户PO号", "采购订单"],
        ja: &["発注番号", "注文番号", "注文書番号"],
        de: &["Einkaufsbeleg", "Ihre Bestellnummer", "Bestellnummer des Kunden", "Bestellnummer Kunde", 
            "Bestellnummer", "Bestell-Nr", "Kundenbestellung", "Bestellreferenz",
            "Kundenbestellnummer", "Bestellung",
        ],
        fr: &["BDC", "N° BDC", "BDC client", "Bon de commande client", "N° BC", "BC client", "Bon de cde", "N° bon de cde", "Réf. BDC", "Cde client", "Réf. commande client", "N° commande client", 
            "N° commande", "Bon de commande", "N° de commande", "N° bon de commande",
            "Commande client",
        ],
        es: &[
            "Orden de compra", "Nº pedido", "OC", "Pedido cliente", "Nº orden de compra", "Nº OC",
        ],
        codes: &["BSTKD", "BSTNK"],
        vague: &["订单号", "Su pedido", 
            "Customer Ref", "Customer Reference", "Client Reference", "Your Ref", "Your Reference",
            "Order Ref", "Order Reference", "고객참조", "고객참조번호", "주문번호", "订单编号", "Ihr Zeichen",
            "Réf. client", "Votre référence", "Su referencia", "Commande", "Pedido",
        ],
        trap: &[
            "Reference", "Ref", "Ref No", "Order", "참조번호", "참조", "参考号", "Referenz", "Référence",
            "Referencia",
        ],
        ..Synonyms::field(Field::PoNo)
    },
    Synonyms {
        en: &[
            "Contract No", "Contract", "Contract ID", "Contract Number", "Contract Ref",
            "Contract Reference", "Agreement No", "Agreement", "Tariff No", "Tariff ID",
            "Rate Card No", "Rate Card ID", "Rate ID", "Quote No", "Quotation No",
            "Rate Agreement", "Rate Card",
        ],
        ko: &["계약번호", "계약", "계약코드", "견적번호", "운임표번호", "계약서번호"],
        zh: &["合同编号", "合同号", "协议编号", "报价单号", "协议号", "价格协议号", "合约号"],
        de: &[
            "Vertragsnummer", "Vertrag", "Vertrags-Nr", "Angebotsnummer", "Rahmenvertrag",
            "Kontrakt",
        ],
        fr: &["N° contrat", "Contrat", "Numéro de contrat", "N° devis"],
        es: &["Nº contrato", "Contrato", "Número de contrato", "Nº cotización"],
        trap: &["Reference", "Ref"],
        ..Synonyms::field(Field::ContractNo)
    },
    Synonyms {
        en: &["PO Compulsory", 
            "PO Required", "PO Mandatory", "Requires PO", "PO Needed", "PO Req",
            "PO Required (Y/N)", "Needs PO", "PO Required?",
        ],
        ko: &["발주번호 요구", "발주번호 필수여부", "PO 필수여부", "PO필수", "PO 필수 여부", "PO필요", "발주번호 필수", "PO필수여부", "발주번호필수여부", "발주번호필수"],
        zh: &["需采购订单", "需采购订单号", "须填订单号", "须提供订单号", "订单号必填", "是否须订单号", "须提供采购订单号", "是否必须PO", "PO是否必填", "必须PO", "需要PO", "是否需要PO", "是否需要采购订单号", "采购订单号必填", "PO必填", "是否需PO", "采购单号必填", "必须提供PO"],
        de: &[
            "Bestellnummer erforderlich", "PO Pflicht", "Bestellpflicht", "Bestellnummer Pflicht",
        ],
        fr: &["BDC obligatoire", "Bon de commande exigé", "BDC exigé", "Commande exigée", "N° de commande exigé", "BC exigé", "BDC requis", "Bon de commande requis", "Commande obligatoire", "Bon de commande obligatoire", "BC obligatoire", "N° commande obligatoire"],
        es: &["OC obligatoria", "Requiere OC", "Orden de compra obligatoria", "Pedido obligatorio"],
        vague: &["PO", "PO?", "Customer PO"],
        ..Synonyms::field(Field::PoRequired)
    },
    Synonyms {
        en: &["Study # Mandatory", "Protocol Req'd", 
            "Project Required", "Protocol Required", "Study No Required", "Requires Protocol",
            "Protocol Mandatory", "Project Mandatory", "Requires Project", "Protocol No Required",
            "Study Required", "Project No Required", "Site Required", "Cost Code Required",
        ],
        ko: &["프로젝트 필수", "프로토콜 필수", "프로토콜번호 필수", "프로젝트필수여부", "프로토콜필수여부", "연구번호필수"],
        zh: &["需要方案编号", "方案编号必填", "是否需要项目号", "项目号必填", "是否需要方案编号"],
        de: &["Studiennummer Pflicht", "Protokoll Pflicht", "Projektnummer Pflicht", 
            "Projekt erforderlich", "Studiennummer erforderlich", "Projektpflicht",
            "Protokoll erforderlich",
        ],
        fr: &["Projet obligatoire", "N° protocole obligatoire", "Protocole obligatoire", "Étude obligatoire", "N° étude obligatoire"],
        es: &["Proyecto obligatorio", "Protocolo obligatorio", "Requiere protocolo", "Estudio obligatorio", "Requiere estudio"],
        ..Synonyms::field(Field::ProjectRequired)
    },
    Synonyms {
        en: &[
            "POD Required", "Requires POD", "POD Mandatory", "Proof of Delivery Required",
            "POD Needed", "Needs POD", "POD Req",
        ],
        ko: &["POD필수", "POD 필수 여부", "인수증 필수", "인수증필요", "인수증필수여부", "POD필수여부"],
        zh: &["需要POD", "是否需要签收单", "签收单必填", "是否需要回单", "需要签收单", "是否需要POD"],
        de: &["POD erforderlich", "Ablieferbeleg erforderlich", "Ablieferbeleg Pflicht"],
        fr: &["POD obligatoire", "Preuve de livraison obligatoire"],
        es: &["POD obligatorio", "Prueba de entrega obligatoria", "Requiere POD"],
        ..Synonyms::field(Field::PodRequired)
    },
    Synonyms {
        en: &["References Required", "Required References", "Mandatory References", "Reference Required", "Required Refs"],
        ko: &["필수 참조항목", "필수참조번호", "필수 참조번호", "참조 필수항목"],
        zh: &["必填参考号", "必填参考", "必填编号", "必填参考项"],
        de: &["Pflichtreferenzen", "Pflichtreferenz", "Pflichtangaben"],
        fr: &["Références obligatoires", "Références exigées"],
        es: &["Referencias obligatorias", "Referencias exigidas", "Referencias requeridas"],
        ..Synonyms::field(Field::RequiredReferences)
    },
    Synonyms {
        en: &["Pct", "Percentage", "Charge %", "Surcharge %", "Surcharge Pct", "Percent", "Percent Rate"],
        ko: &["할증율(%)", "할증률(%)", "가산율", "적용 할증율", "적용률(%)", "적용률", "할증률", "적용비율(%)"],
        zh: &["附加费率%", "附加费比例", "加收比例", "比例(%)", "收费比例", "附加费率", "计费比例"],
        de: &["Zuschlag %", "Zuschlagssatz", "Prozentsatz"],
        fr: &["Taux de majoration", "Pourcentage"],
        es: &["Recargo %", "Porcentaje", "% de recargo"],
        ..Synonyms::field(Field::Percent)
    },
    Synonyms {
        en: &["Pct Applied To", "Percent Of", "Percentage Base", "Surcharge Base", "Base for Percentage", "Applied To Amount"],
        ko: &["할증 기준금액", "할증대상금액", "기준 운임", "기준금액", "적용기준금액", "할증기준금액"],
        zh: &["附加费基数", "附加费计费基数", "加收基数", "计算基数", "计费基数", "计费基准", "收费基数"],
        de: &["Zuschlagsbasis", "Basisbetrag", "Bezugsbetrag", "Berechnungsbasis"],
        fr: &["Base de calcul", "Assiette"],
        es: &["Base del recargo", "Base de cálculo"],
        ..Synonyms::field(Field::PercentBase)
    },
    Synonyms {
        en: &["GL Code", "GL Account", "GL String", "Profit Center", "Profit Centre", "Nominal Code", "Cost Center", "Cost Centre", "Cost Center Code", "Cost Centre Code", "Charge Code (Client)", "Department Code"],
        ko: &["부서코드", "코스트센터코드", "손익센터", "코스트센터", "원가센터", "비용센터", "코스트 센터"],
        zh: &["部门代码", "利润中心", "费用归属部门", "成本中心", "成本中心代码"],
        ja: &["コストセンター", "原価センタ"],
        de: &["Profitcenter", "Kostenstelle", "Kostenstellennummer", "KST"],
        fr: &["Code analytique", "Centre de coût", "Centre de coûts", "Section analytique"],
        es: &["Centro de costo", "Centro de costos", "Centro de coste", "Centro de costes"],
        codes: &["KOSTL"],
        vague: &["Department", "Dept", "부서", "部门", "Abteilung", "Departamento"],
        ..Synonyms::field(Field::CostCentre)
    },
    Synonyms {
        en: &["Split %", "Split Pct", "Split Percent", "Split Share", "Share %", "Share Pct", "Allocation %", "Allocation Pct", "Allocated %", "Alloc %", "Cost Share %"],
        ko: &["분담률", "분담비율", "배분율", "배부율", "배부비율", "안분율", "분담률(%)", "배분비율"],
        zh: &["分摊比例", "分摊率", "分摊百分比", "分配比例", "承担比例"],
        de: &["Anteil %", "Aufteilung %", "Kostenanteil %", "Verteilungsschlüssel %"],
        fr: &["Quote-part", "Quote-part %", "Répartition %", "Clé de répartition %"],
        es: &["% de reparto", "Porcentaje de reparto", "Prorrateo %", "% asignación"],
        ..Synonyms::field(Field::SplitPercent)
    },
];
