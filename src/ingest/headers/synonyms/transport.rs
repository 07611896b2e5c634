//! Headers of jobs and transport.

use super::Synonyms;
use crate::table::Field;

// Packed: one word a line would make a thousand lines of this file.
#[rustfmt::skip]
pub static WORDS: &[Synonyms] = &[
    Synonyms {
        en: &[
            "Job No", "Job #", "Job", "Job Ref", "Job Reference", "Job Order No", "Shipment No",
            "Shipment ID", "Shipment", "Shipment Reference", "Consignment No", "Consignment",
            "Order No", "Order ID", "Work Order No", "File No", "Booking", "Booking No", "Load #",
            "Load No", "PRO No", "Tracking No", "Waybill", "Waybill No", "Docket", "Docket No",
            "Service Order No", "Trip No", "Case No", "Delivery Note No",
        ],
        ko: &[
            "작업번호", "오더번호", "선적번호", "운송번호", "화물번호", "접수번호", "운송장번호", "송장번호(waybill)", "파일번호",
            "업무번호", "잡번호", "JOB번호", "의뢰번호", "배송번호", "운송오더번호",
        ],
        zh: &[
            "作业号", "工作号", "工作单号", "委托单号", "业务编号", "业务号", "订单号", "运单号", "托运单号", "货运编号", "快递单号",
            "作业编号", "任务号", "任务单号", "工单号", "委托编号", "运单编号",
        ],
        de: &[
            "Auftragsnummer", "Auftrags-Nr", "Auftrag", "Sendungsnummer", "Sendungs-Nr", "Sendung",
            "Speditionsauftrag", "Tour", "Transportauftrag",
        ],
        fr: &[
            "N° dossier", "Dossier", "N° d'expédition", "Expédition", "Envoi", "N° envoi",
            "N° commande transport", "Lettre de voiture", "N° de mission", "Numéro de dossier",
        ],
        es: &[
            "Nº expediente", "Expediente", "Nº envío", "Envío", "Expedición", "Nº guía", "Guía",
            "Orden de servicio", "Nº orden de servicio", "Remisión", "Nº de servicio",
        ],
        codes: &["TKNUM"],
        vague: &[
            "Position", "Delivery", "Delivery No", "Outbound Delivery", "송장번호", "BOL", "BOL No", "B/L", "B/L No", "Bill of Lading",
            "Bill of Lading No", "AWB", "AWB No", "HAWB", "HAWB No", "House Bill", "HBL", "HBL No",
            "BL번호", "提单号", "货运单号", "空运单号", "Frachtbrief", "PRO",
        ],
        trap: &[
            "Reference", "Ref", "Ref No", "Your Ref", "Our Ref", "참조번호", "参考号", "Referenz",
            "Référence", "Referencia",
        ],
        ..Synonyms::field(Field::JobNo)
    },
    Synonyms {
        en: &[
            "AWB", "AWB No", "MAWB", "MAWB No", "HAWB", "HAWB No", "Air Waybill", "Air Waybill No",
            "Master AWB", "House AWB", "B/L", "B/L No", "MBL", "HBL", "MBL No", "HBL No", "BOL",
            "BOL No", "CMR", "CMR No", "Bill of Lading", "Bill of Lading No", "House Bill",
            "Master Bill",
        ],
        ko: &[
            "항공화물운송장", "항공운송장번호", "마스터AWB", "하우스AWB", "선하증권", "선하증권번호", "BL번호", "AWB번호", "B/L번호",
            "HAWB번호", "MAWB번호",
        ],
        zh: &["空运单号", "主单号", "分单号", "提单号", "货运单号", "航空运单号", "主提单号", "分提单号"],
        de: &["Luftfrachtbrief", "AWB-Nr", "Konnossement", "Frachtbrief", "Frachtbriefnummer"],
        fr: &["LTA", "N° LTA", "Connaissement", "Lettre de transport aérien", "N° connaissement"],
        es: &["Guía aérea", "Nº AWB", "Conocimiento de embarque", "BL", "Nº BL"],
        ..Synonyms::field(Field::Awb)
    },
    Synonyms {
        en: &[
            "Container No", "Container", "CNTR", "Container Type", "Container Size",
            "Equipment Type", "Container Size/Type",
        ],
        ko: &["컨테이너번호", "컨테이너", "컨테이너종류", "컨테이너규격", "컨테이너타입"],
        zh: &["箱号", "集装箱号", "柜号", "箱型", "柜型", "集装箱类型", "箱型箱量"],
        de: &["Containernummer", "Container-Nr", "Containertyp", "Containerart"],
        fr: &["N° conteneur", "Conteneur", "Type de conteneur"],
        es: &["Nº contenedor", "Contenedor", "Tipo de contenedor"],
        vague: &["Equipment"],
        ..Synonyms::field(Field::Container)
    },
    Synonyms {
        en: &[
            "Origin", "Shipper City", "POL", "Port of Loading", "Origin Port", "Loading Port",
            "Pickup City", "Pickup Location", "Origin City", "Ship From", "Departure Port",
            "Origin Station", "Orig Port", "From City", "Collection City", "Lane Origin",
            "Origin Airport", "Orig Port Code",
        ],
        ko: &["출발지", "발송지", "출발항", "선적항", "상차지", "픽업지", "집하지", "출발공항"],
        zh: &["始发地", "起运港", "装货港", "起运地", "出发地", "提货地", "装货地", "始发站", "始发港"],
        de: &["Abgangsort", "Ladeort", "Abgangshafen", "Ladehafen", "Abholort", "Versandort"],
        fr: &[
            "Origine", "Lieu d'enlèvement", "Port de chargement", "Ville de départ",
            "Lieu de départ",
        ],
        es: &[
            "Origen", "Puerto de carga", "Lugar de recogida", "Ciudad origen", "Puerto de origen",
        ],
        vague: &[
            "From", "Shipper", "Von", "Versender", "Expéditeur", "Remitente", "송하인", "发货人",
            "Departure", "Collected From",
        ],
        ..Synonyms::field(Field::Origin)
    },
    Synonyms {
        en: &[
            "Destination", "Consignee City", "Port of Discharge", "Destination Port",
            "Discharge Port", "Delivery City", "Delivery Location", "Destination City", "Dest",
            "Dest Port", "Arrival Port", "Destination Station", "To City", "Lane Destination",
            "Destination Airport", "Dest Port Code", "Ship To City",
        ],
        ko: &["도착지", "목적지", "도착항", "양하항", "하차지", "배송지", "납품처", "도착공항"],
        zh: &["目的地", "目的港", "卸货港", "到达地", "派送地", "送达地", "卸货地", "目的站"],
        de: &[
            "Empfangsort", "Zielort", "Bestimmungsort", "Entladeort", "Zielhafen", "Löschhafen",
            "Lieferort",
        ],
        fr: &[
            "Lieu de livraison", "Port de déchargement", "Ville d'arrivée", "Lieu d'arrivée",
            "Destination",
        ],
        es: &[
            "Destino", "Puerto de descarga", "Lugar de entrega", "Ciudad destino",
            "Puerto de destino",
        ],
        vague: &[
            "To", "Consignee", "Nach", "Empfänger", "Destinataire", "Destinatario", "수하인", "收货人",
            "POD", "Delivered To",
        ],
        ..Synonyms::field(Field::Destination)
    },
    Synonyms {
        en: &["Activity Code", "Material", "Material Code", "Material No", 
            "Service", "Service Level", "Service Type", "Service Code", "Charge Code",
            "Charge Type", "SKU", "Item Code", "Stock Code", "Fee Type", "Fee Code", "Rate Code",
            "Tariff Code", "Service Item",
        ],
        ko: &["서비스", "서비스코드", "서비스유형", "서비스구분", "요금코드", "요금항목", "품목코드", "청구항목", "비용항목", "요금구분"],
        zh: &["存货编码", "物料编码", "服务类型", "服务", "服务代码", "服务项目", "费用代码", "收费项目", "费目", "费用类型", "费用项目"],
        de: &["Materialnummer", "Artikel-Nr", 
            "Leistungsart", "Leistung", "Gebührenart", "Artikel", "Artikelnummer", "Kostenart",
            "Serviceart", "Leistungscode", "Service",
        ],
        fr: &["Référence article", 
            "Prestation", "Code frais", "Article", "Code article", "Code prestation",
            "Type de service", "Type de prestation",
        ],
        es: &["Código artículo", "Código de artículo", "Servicio", "Código de cargo", "Código de servicio", "Tipo de servicio", "Artículo"],
        codes: &["MATNR"],
        vague: &["Activity", 
            "Product", "Product Code", "Product ID", "Charge Name", "Service Name", "서비스명", "요금명", "费用名称", "服务名称", "产品", "产品代码", "Produkt", "Produit", "Producto", "상품",
            "상품코드", "Item", "Charge", "Concepto", "Fee", "요금", "费用", "Gebühr", "Mode", "Charges",
        ],
        ..Synonyms::field(Field::ServiceCode)
    },
    Synonyms {
        en: &[
            "Weight", "Gross Weight", "Actual Weight", "Kg", "Kgs", "Actual Wt", "Gross Wt",
            "Weight Kg", "Total Weight", "G.W.", "GW",
        ],
        ko: &["중량", "총중량", "실중량", "무게"],
        zh: &["重量", "毛重", "实重", "实际重量", "总重量"],
        de: &["Gewicht", "Bruttogewicht", "Tatsächliches Gewicht", "Istgewicht"],
        fr: &["Poids", "Poids brut", "Poids réel"],
        es: &["Peso", "Peso bruto", "Peso real"],
        codes: &["BRGEW"],
        ..Synonyms::field(Field::Weight)
    },
    Synonyms {
        en: &[
            "Chargeable Weight", "Chargeable Wt", "Billed Weight", "Billed Wt",
            "Volumetric Weight", "Volumetric", "Dim Wt", "Dimensional Weight", "Rated Weight",
            "Billable Weight", "C.W.", "Charge Weight",
        ],
        ko: &["운임중량", "청구중량", "용적중량", "부피중량", "계산중량", "적용중량"],
        zh: &["计费重量", "体积重", "体积重量", "计费重", "收费重量", "材积重"],
        de: &[
            "Frachtpflichtiges Gewicht", "Volumengewicht", "Abrechnungsgewicht", "Fpfl. Gewicht",
            "Frachtgewicht",
        ],
        fr: &["Poids taxable", "Poids volumétrique", "Poids facturé"],
        es: &["Peso facturable", "Peso volumétrico", "Peso tasable", "Peso cargable"],
        ..Synonyms::field(Field::ChargeableWeight)
    },
    Synonyms {
        en: &[
            "Pieces", "Pcs", "Packages", "Pkgs", "Qty Packages", "Number of Pieces",
            "No of Pieces", "No of Packages", "Parcels",
        ],
        ko: &["개수", "포장수", "수량(박스)", "박스수", "건수량", "포장개수"],
        zh: &["件数", "箱数", "包裹数", "托数"],
        de: &["Packstücke", "Kolli", "Colli", "Anzahl Packstücke", "Stückzahl"],
        fr: &["Palettes", "Colis", "Nb colis", "Nombre de colis"],
        es: &["Bultos", "Piezas", "Nº bultos", "Número de bultos"],
        vague: &["Cartons", "Boxes", "Pallets", "CTN"],
        ..Synonyms::field(Field::Pieces)
    },
    Synonyms {
        en: &[
            "Proof of Delivery Name", "POD Name", "POD Signed By", "Signed By", "Received By",
            "Signatory", "Signed For By", "Recipient Signature", "Receiver Name",
        ],
        ko: &["인수자", "인수자명", "수령인", "수령자", "인수인", "서명자"],
        zh: &["签收人", "签收人姓名", "收货签收人"],
        de: &["Unterschrift", "Quittiert von", "Empfangen von", "Empfangsbestätigung durch"],
        fr: &["Émargement", "Reçu par", "Signé par", "Réceptionnaire"],
        es: &["Recibido por", "Acuse", "Firmado por", "Recibió"],
        vague: &[
            "POD", "Proof of Delivery", "인수증", "回单", "签收单", "Ablieferbeleg", "Preuve de livraison",
            "Prueba de entrega",
        ],
        ..Synonyms::field(Field::PodName)
    },
    Synonyms {
        en: &[
            "Project", "Project No", "Project Code", "Project ID", "Protocol", "Protocol No",
            "Protocol Number", "Study", "Study No", "Study ID", "Trial", "Trial No", "Cost Code",
            "Study Code",
        ],
        ko: &["프로젝트", "프로젝트번호", "프로젝트코드", "프로토콜번호", "프로토콜", "연구번호", "과제번호", "임상시험번호", "임상번호"],
        zh: &["项目号", "项目编号", "项目代码", "方案编号", "方案号", "研究编号", "试验编号", "临床试验编号"],
        de: &[
            "Projekt", "Projektnummer", "Studiennummer", "Studie", "Protokoll", "Protokollnummer",
            "Prüfplannummer",
        ],
        fr: &[
            "Projet", "N° projet", "N° protocole", "Protocole", "Étude", "N° étude", "Code projet",
        ],
        es: &[
            "Proyecto", "Nº proyecto", "Protocolo", "Nº protocolo", "Estudio",
            "Código de proyecto",
        ],
        ..Synonyms::field(Field::Project)
    },
    Synonyms {
        en: &[
            "Site", "Site No", "Site Name", "Site ID", "Location", "Branch", "Site Number",
            "Investigator Site",
        ],
        ko: &["사이트", "지점", "설치장소", "시험기관", "사이트번호", "기관명", "실시기관"],
        zh: &["站点", "地点", "分支机构", "中心编号", "研究中心", "中心号", "中心名称"],
        de: &["Standort", "Niederlassung", "Filiale", "Zentrum", "Prüfzentrum"],
        fr: &["Site", "Lieu", "Agence", "Centre", "Centre investigateur"],
        es: &["Sitio", "Sede", "Sucursal", "Centro", "Centro investigador"],
        ..Synonyms::field(Field::Site)
    },
    Synonyms {
        en: &[
            "Hold Reason", "Billing Hold", "Billing Block", "Block Reason", "Comment on Billing",
            "Unbilled Reason", "Reason Not Billed", "Reason Unbilled", "Pending Reason",
            "On Hold Reason", "Reason for Hold",
        ],
        ko: &["미청구사유", "보류사유", "미발행사유", "청구보류사유", "미청구 원인", "지연사유", "보류 원인"],
        zh: &["未开票原因", "暂停原因", "未开票说明", "挂起原因", "暂缓原因", "未结算原因"],
        de: &["Sperrgrund", "Fakturasperre", "Grund der Sperre", "Rückstellungsgrund"],
        fr: &["Motif de blocage", "Motif blocage", "Raison du blocage", "Motif non facturé"],
        es: &["Motivo de bloqueo", "Motivo no facturado", "Motivo de retención"],
        vague: &["Reason", "Hold", "Block", "사유", "原因", "Grund", "Raison"],
        ..Synonyms::field(Field::HoldReason)
    },
];
