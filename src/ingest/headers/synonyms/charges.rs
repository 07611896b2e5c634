//! Headers of charges that stand one column each, and of what a contract says about them.
//!
//! Bare "freight" is left out on purpose: on a line it names the amount, on a job the cost.

use super::Synonyms;
use crate::table::Field;

// Packed: one word a line would make a thousand lines of this file.
#[rustfmt::skip]
pub static WORDS: &[Synonyms] = &[
    Synonyms {
        en: &["Weight Charge", "Freight Amount Charged", 
            "Base Charge", "Base Freight", "Freight Charge", "Freight Charges",
            "Ocean Freight", "Air Freight Charge", "Linehaul", "Line Haul", "Linehaul Charge",
            "Linehaul Amount", "Basic Freight", "Transport Charge", "Transportation Charge",
            "Basic Ocean Freight", "BAS",
        ],
        ko: &["운송료", "운송비", "운임료", "기본운임", "해상운임", "항공운임", "기본운송료"],
        zh: &["运费", "主运费", "基本运费", "海运费", "空运费", "基础运费"],
        de: &["Gewichtsentgelt", "Frachtkosten", "Fracht", "Transportkosten", "Grundfracht", "Seefracht", "Luftfracht", "Frachtbetrag"],
        fr: &["Fret de base", "Fret maritime", "Fret aérien"],
        es: &["Flete base", "Flete marítimo", "Flete aéreo"],
        ..Synonyms::field(Field::FreightCharge)
    },
    Synonyms {
        en: &[
            "Fuel Surcharge", "Fuel Charge", "Fuel Amount", "Fuel Surcharge Amount", "Fuel", "FSC",
            "FSC Amount", "Bunker Surcharge", "Bunker Adjustment Factor", "BAF", "Fuel Cost",
        ],
        ko: &["유류할증료", "유가할증료", "유류비"],
        zh: &["燃油附加费", "燃油费", "燃油附加费金额"],
        de: &["Treibstoffzuschlag", "Dieselzuschlag", "Kraftstoffzuschlag", "Dieselfloater"],
        fr: &["Surcharge carburant", "Surcharge gazole", "Surcharge fuel"],
        es: &["Recargo por combustible", "Recargo combustible"],
        ..Synonyms::field(Field::FuelCharge)
    },
    Synonyms {
        en: &["Demurrage", "Demurrage Charge", "Demurrage Amount", "Demurrage Fee", "Demurrage Charges"],
        ko: &["체선료", "체화료", "디머리지"],
        zh: &["滞港费", "滞期费"],
        de: &["Demurrage-Kosten", "Standgeld Container"],
        fr: &["Surestaries", "Frais de surestaries"],
        es: &["Demoras", "Sobreestadía"],
        ..Synonyms::field(Field::DemurrageCharge)
    },
    Synonyms {
        en: &["Detention", "Detention Charge", "Detention Amount", "Detention Fee", "Detention Charges"],
        ko: &["지체료", "디텐션"],
        zh: &["滞箱费"],
        fr: &["Détention", "Frais de détention"],
        es: &["Detención"],
        ..Synonyms::field(Field::DetentionCharge)
    },
    Synonyms {
        en: &["Storage", "Storage Charge", "Storage Amount", "Storage Fee", "Storage Charges"],
        ko: &["보관료", "창고료"],
        zh: &["仓储费", "堆存费"],
        de: &["Lagergeld", "Lagerkosten"],
        fr: &["Magasinage", "Frais de stockage"],
        es: &["Almacenaje"],
        ..Synonyms::field(Field::StorageCharge)
    },
    Synonyms {
        en: &[
            "Handling", "Handling Charge", "Handling Amount", "Handling Fee", "Handling Charges",
            "Terminal Handling", "Terminal Handling Charge", "THC",
        ],
        ko: &["취급수수료", "핸들링", "터미널조작료"],
        zh: &["操作费", "码头操作费", "装卸费"],
        de: &["Umschlag", "Handlingkosten"],
        fr: &["Manutention", "Frais de manutention"],
        es: &["Manipulación", "Gastos de manipulación"],
        ..Synonyms::field(Field::HandlingCharge)
    },
    Synonyms {
        en: &[
            "Customs", "Customs Charge", "Customs Amount", "Customs Fee", "Customs Clearance",
            "Customs Clearance Fee", "Customs Duty", "Duties", "Customs Charges", "Duty Amount",
        ],
        ko: &["통관료", "통관수수료", "관세"],
        zh: &["报关费", "清关费", "关税"],
        de: &["Zoll", "Verzollung", "Zollabfertigung"],
        fr: &["Douane", "Frais de douane"],
        es: &["Aduana", "Gastos de aduana"],
        ..Synonyms::field(Field::CustomsCharge)
    },
    Synonyms {
        en: &[
            "Surcharge", "Surcharges", "Other Charges", "Other Charge", "Accessorials",
            "Accessorial", "Accessorial Charge", "Accessorial Charges", "Accessorial Amount",
            "Additional Charges", "Surcharge Amount", "Misc Charges", "Extra Charges",
        ],
        ko: &["할증료", "기타비용", "부대비용", "부대요금"],
        zh: &["附加费", "其他费用", "杂费"],
        de: &["Zuschlag", "Zuschläge", "Nebenkosten"],
        fr: &["Suppléments", "Frais accessoires"],
        es: &["Otros cargos"],
        trap: &["Recargo", "Recargos"],
        ..Synonyms::field(Field::OtherCharge)
    },
    Synonyms {
        en: &["Fuel Surcharge (%)", "FSC Rate", "Fuel Index %", "Fuel Surcharge Index", "FSC Percent", "Diesel Surcharge %", "Diesel Floater %", "Bunker %", 
            "Fuel Surcharge Pct", "Fuel Surcharge %", "Fuel %", "Fuel Pct", "Fuel Surcharge Percent",
            "Fuel Surcharge Percentage", "Fuel Percentage", "FSC %", "FSC Pct", "Fuel Surcharge Rate",
            "BAF %", "Fuel Rate",
        ],
        ko: &["유류할증료율", "유류할증(%)", "유류할증율", "유류할증률"],
        zh: &["燃油附加费比例", "燃油费率(%)", "燃油附加费率", "燃油费率"],
        de: &["Dieselzuschlag Prozent", "Kraftstoffzuschlag %", "Dieselfloater %", "Treibstoffzuschlag Prozent", "Treibstoffzuschlag %", "Dieselzuschlag %"],
        fr: &["Taux gasoil", "% carburant", "Surcharge carburant %", "Taux carburant"],
        es: &["Recargo por combustible %", "% recargo combustible", "Recargo combustible %", "% combustible"],
        ja: &["燃料サーチャージ率", "燃油サーチャージ率"],
        vague: &["Dieselfloater", "Surcharge Pct", "Surcharge Percent", "Adjustment %", "할증(%)", "할증율", "할증률", "附加费率", "Surcharge %", "Surcharge Rate", "Zuschlag %", "Zuschlagssatz"],
        ..Synonyms::field(Field::FuelPercent)
    },
    Synonyms {
        en: &[
            "Free Days", "Free Time Days", "Free Time", "Free Demurrage Days", "Demurrage Free Days",
            "Free Detention Days", "Free Storage Days",
        ],
        ko: &["무료장치일수", "프리타임", "무료기간"],
        zh: &["免费天数", "免箱期", "免费期"],
        de: &["Freitage", "Freie Tage", "freie Liegezeit"],
        fr: &["Jours francs", "Franchise jours"],
        es: &["Días libres"],
        ..Synonyms::field(Field::FreeDays)
    },
    Synonyms {
        en: &[
            "Rate per Day", "Daily Rate", "Per Diem", "Per Diem Rate", "Demurrage Rate per Day",
            "Demurrage Rate", "Demurrage per Day", "Day Rate", "Demurrage Daily Rate",
        ],
        ko: &["일당요율", "일일요율"],
        zh: &["每日费率", "日费率"],
        de: &["Tagessatz"],
        fr: &["Taux journalier", "Tarif journalier"],
        es: &["Tarifa diaria"],
        ..Synonyms::field(Field::DayRate)
    },
    Synonyms {
        en: &["Demurrage Days", "Days of Demurrage", "Port Days"],
        ko: &["체선일수", "체화일수"],
        zh: &["滞港天数", "滞期天数"],
        fr: &["Jours de surestaries"],
        es: &["Días de demora"],
        ..Synonyms::field(Field::DemurrageDays)
    },
    Synonyms {
        en: &["Detention Days", "Days of Detention"],
        ko: &["지체일수"],
        zh: &["滞箱天数"],
        fr: &["Jours de détention"],
        es: &["Días de detención"],
        ..Synonyms::field(Field::DetentionDays)
    },
    Synonyms {
        en: &["Det Hrs", "Detention Hours", "Detention Hrs", "Driver Detention Hours", "Wait Hrs", "Wait Time (Hrs)", "Waiting Hrs", "Waiting Hours", "Wait Hours", "Hours Waited", "Waiting Time (h)"],
        ko: &["대기시간"],
        zh: &["等候小时", "等待小时", "等候时长"],
        de: &["Wartestunden", "Wartezeit (h)", "Wartezeit Std", "Wartezeit in Stunden", "Standzeit Std"],
        fr: &["Attente (h)", "Attente h", "Attente en heures", "Nb heures d'attente", "Durée d'attente (h)", "Heures d'attente"],
        es: &["Horas de espera"],
        vague: &["Waiting Time", "Wartezeit", "Temps d'attente", "Tiempo de espera"],
        ..Synonyms::field(Field::WaitingHours)
    },
    Synonyms {
        en: &["Waiting From", "Waiting Start", "Wait Start", "Arrived At", "Time In", "Gate In"],
        ko: &["대기시작", "대기시작시각", "도착시각", "입차시각"],
        zh: &["等候开始", "等待开始", "进场时间"],
        de: &["Wartezeit von", "Wartebeginn", "Ankunftszeit", "Ankunft Uhrzeit"],
        fr: &["Début d'attente", "Heure d'arrivée"],
        es: &["Inicio de espera", "Hora de llegada"],
        ..Synonyms::field(Field::WaitFrom)
    },
    Synonyms {
        en: &["Waiting To", "Waiting End", "Wait End", "Released At", "Time Out", "Gate Out", "Release Time"],
        ko: &["대기종료", "대기종료시각", "출발시각", "출차시각"],
        zh: &["等候结束", "等待结束", "出场时间"],
        de: &["Wartezeit bis", "Warteende", "Abfahrtszeit", "Abfahrt Uhrzeit"],
        fr: &["Fin d'attente", "Heure de départ"],
        es: &["Fin de espera", "Hora de salida"],
        ..Synonyms::field(Field::WaitTo)
    },
    Synonyms {
        en: &["Service ID", "Circuit ID", "Circuit No", "Subscription ID", "MSISDN", "BTN", "WTN", "Asset ID"],
        ko: &["회선번호", "회선ID", "서비스번호", "가입번호"],
        zh: &["用户号码", "电路编号", "电路号", "专线号", "服务号", "线路编号", "设备号"],
        de: &["Leitungsnummer", "Anschlussnummer", "Service-ID"],
        fr: &["N° de ligne téléphonique", "Réf. ligne télécom", "N° d'accès", "Identifiant service"],
        es: &["Nº de línea telefónica", "Nº de circuito"],
        vague: &["Mobile Number", "Wireless Number", "Telephone Number", "Subscriber Number", "手机号码", "Circuit", "Anschluss"],
        ..Synonyms::field(Field::ServiceId)
    },
    Synonyms {
        en: &["Waiting Mins", "Waiting Minutes", "Wait Minutes", "Wait Mins", "Minutes Waited", "Waiting Time (min)", "Waited Minutes"],
        ko: &["대기시간(분)", "대기분", "대기 시간(분)", "대기 분"],
        zh: &["等候时间(分钟)", "等待时间(分钟)", "等候分钟", "等待分钟数", "等候分钟数"],
        de: &["Wartezeit Min", "Wartezeit (Min)", "Wartezeit Minuten", "Warteminuten", "Minuten Wartezeit"],
        fr: &["Temps d'attente (min)", "Minutes d'attente", "Attente en minutes"],
        es: &["Minutos de espera", "Tiempo de espera (min)", "Espera en minutos"],
        ..Synonyms::field(Field::WaitingMinutes)
    },
];
