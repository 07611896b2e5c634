//! Headers of how a tariff counts: size and its divisor, tiers, intervals, what always goes with a
//! service; and of documents that go with an invoice.

use super::Synonyms;
use crate::table::Field;

// Packed: one word a line would make a thousand lines of this file.
#[rustfmt::skip]
pub static WORDS: &[Synonyms] = &[
    Synonyms {
        en: &["Length", "Length (cm)", "Length cm", "Dim L", "Len"],
        ko: &["가로", "길이", "가로길이"],
        zh: &["长", "长度"],
        de: &["Länge"],
        fr: &["Longueur"],
        es: &["Largo", "Longitud"],
        ..Synonyms::field(Field::Length)
    },
    Synonyms {
        en: &["Width", "Width (cm)", "Width cm", "Dim W"],
        ko: &["세로", "폭"],
        zh: &["宽", "宽度"],
        de: &["Breite"],
        fr: &["Largeur"],
        es: &["Ancho", "Anchura"],
        ..Synonyms::field(Field::Width)
    },
    Synonyms {
        en: &["Height", "Height (cm)", "Height cm", "Dim H"],
        ko: &["높이"],
        zh: &["高", "高度"],
        de: &["Höhe"],
        fr: &["Hauteur"],
        es: &["Alto", "Altura"],
        ..Synonyms::field(Field::Height)
    },
    Synonyms {
        en: &["Volume", "Volume (CBM)", "CBM", "Cubic Meters", "Cubic Metres", "Volume m3", "M3", "Total Volume", "Measurement (CBM)"],
        ko: &["용적", "부피", "체적", "용적(CBM)"],
        zh: &["体积", "体积(立方米)", "方数", "立方数", "材积"],
        de: &["Volumen", "Kubikmeter", "Rauminhalt"],
        fr: &["Volume", "Cubage"],
        es: &["Volumen", "Metros cúbicos", "Cubicaje"],
        ..Synonyms::field(Field::Volume)
    },
    Synonyms {
        en: &["kg per cbm", "kg per m³", "Vol. Factor", "Cubic Divisor", "Cubing Factor", "Vol Divisor", "Volumetric Divisor", "Dim Divisor", "Dim Factor", "DIM Weight Divisor", "Dimensional Factor",
            "Volumetric Factor", "Divisor", "Dimensional Divisor", "Volume Divisor"],
        ko: &["부피계수", "용적환산계수", "용적계수", "용적중량계수", "부피중량계수", "부피환산계수"],
        zh: &["体积重系数", "材积系数", "泡重系数", "体积系数", "抛重系数"],
        de: &["Volumenteiler", "Volumendivisor", "Volumen-Faktor", "Volumengewicht Teiler", "Volumengewichtsfaktor", "Volumenfaktor", "kg je cbm", "kg pro cbm", "kg je m³", "Umrechnung kg je cbm", "Volumetrischer Divisor", "Teiler"],
        fr: &["Diviseur de volume", "Diviseur volumétrique", "Coefficient volumétrique"],
        es: &["Divisor de volumen", "Factor de volumen", "Factor de cubicaje", "Divisor volumétrico", "Factor volumétrico"],
        ..Synonyms::field(Field::Divisor)
    },
    Synonyms {
        en: &["Tier From", "From Qty", "Qty From", "Quantity From", "Tier Start", "Day From", "From Day", "Days From",
            "Volume From", "Min Qty", "Minimum Quantity", "Band From", "Usage From"],
        ko: &["구간시작", "시작수량", "수량시작", "시작일차"],
        zh: &["阶梯起", "起始数量", "数量起", "起始天数"],
        de: &["Staffel von", "Menge von", "ab Menge", "Tag von", "ab Tag"],
        fr: &["De (volume)", "Volume de", "Tranche volume de", "À partir de (volume)", "Consommation de", "Seuil bas", "Quantité de", "Palier de", "Jour de"],
        es: &["Cantidad desde", "Tramo desde", "Día desde"],
        ..Synonyms::field(Field::TierFrom)
    },
    Synonyms {
        en: &["Tier To", "To Qty", "Qty To", "Quantity To", "Tier End", "Day To", "To Day", "Days To", "Volume To",
            "Max Qty", "Maximum Quantity", "Band To", "Usage To"],
        ko: &["구간끝", "종료수량", "수량종료", "종료일차"],
        zh: &["阶梯止", "截止数量", "数量止", "截止天数"],
        de: &["Staffel bis", "Menge bis", "bis Menge", "Tag bis", "bis Tag"],
        fr: &["À (volume)", "Volume à", "Tranche volume à", "Jusqu'à (volume)", "Consommation à", "Seuil haut", "Quantité à", "Palier à", "Jour à"],
        es: &["Cantidad hasta", "Tramo hasta", "Día hasta"],
        ..Synonyms::field(Field::TierTo)
    },
    Synonyms {
        en: &["First Interval", "Initial Interval", "First Increment", "Initial Increment", "Interval 1",
            "Minimum Duration", "First Increment (sec)", "Initial Increment Seconds", "Interval_1"],
        ko: &["최초과금단위", "최초단위", "기본과금단위"],
        zh: &["首段时长", "首次计费单位", "起始计费单元"],
        de: &["Ersttakt", "Erster Takt"],
        fr: &["Premier intervalle", "Premier palier de durée"],
        es: &["Primer intervalo", "Intervalo inicial"],
        ..Synonyms::field(Field::FirstInterval)
    },
    Synonyms {
        en: &["Next Interval", "Increment", "Billing Increment", "Additional Increment", "Interval N", "Interval 2",
            "Subsequent Increment", "Rounding Increment", "Charge Increment", "Next Increment", "Interval_N"],
        ko: &["추가과금단위", "추가단위", "과금단위(초)"],
        zh: &["后续时长", "计费单元", "续段时长", "计费步长"],
        de: &["Folgetakt", "Taktung", "Takt"],
        fr: &["Intervalle suivant", "Incrément"],
        es: &["Intervalo siguiente", "Incremento", "Intervalos siguientes"],
        ..Synonyms::field(Field::NextInterval)
    },
    Synonyms {
        en: &["Always Charged", "Mandatory Charge", "Standard Charge", "Compulsory Charge", "Always Applies",
            "Charge Mandatory", "Applies to Every Job", "Applies to All Shipments"],
        ko: &["필수청구", "필수청구여부", "필수부과여부", "항상부과"],
        zh: &["必收", "必收费用", "是否必收"],
        de: &["Pflichtzuschlag", "Immer berechnet", "Standardposition"],
        fr: &["Frais obligatoires", "Toujours facturé"],
        es: &["Cargo obligatorio", "Siempre facturado"],
        ..Synonyms::field(Field::AlwaysCharged)
    },
    Synonyms {
        en: &["Price Unit", "Price Per", "Price Basis", "Per Unit of", "Price Base Quantity", "Base Quantity",
            "Rate Per", "Pricing Unit"],
        ko: &["단가단위", "가격단위", "단가기준"],
        zh: &["价格单位", "单价单位"],
        de: &["Preiseinheit", "Preis je", "Preis pro"],
        fr: &["Unité de prix", "Base de prix"],
        es: &["Unidad de precio", "Base de precio"],
        codes: &["KPEIN", "PEINH"],
        ..Synonyms::field(Field::PriceUnit)
    },
    Synonyms {
        en: &["Docs on File", "Backup on File", "Documents on File", "Paperwork on File", "Docs Received", "Attached", "Enclosed", "Backup Attached", "Docs Attached", "Supporting Docs", "Attachments", "Attached Documents", "Documents Attached", "Supporting Documents", "Attachment",
            "Enclosures", "Backup Documents", "Documents Sent"],
        ko: &["첨부", "첨부서류", "첨부파일", "첨부문서", "증빙"],
        zh: &["附件", "随附单据", "附件清单", "随附文件"],
        de: &["Anlagen", "Anhänge", "Beigefügte Unterlagen"],
        fr: &["Pièces jointes", "Documents joints", "Justificatifs"],
        es: &["Adjuntos", "Documentos adjuntos", "Anexos"],
        ..Synonyms::field(Field::Attachments)
    },
    Synonyms {
        en: &["Backup Req'd", "Docs Req'd", "Docs Needed", "Docs Required", "Documents Needed", "Enclosures Required", "Required Documents", "Documents Required", "Required Attachments", "Attachments Required",
            "Supporting Documents Required", "Backup Required", "Mandatory Documents"],
        ko: &["필수 첨부서류", "필수 첨부", "첨부 요건", "필수서류", "필수첨부서류", "필요서류", "요구서류", "필수첨부"],
        zh: &["必附单据", "必附文件", "必备单据", "随票单据要求", "必备附件", "所需单据", "需附单据", "要求附件", "必需文件"],
        de: &["Erforderliche Unterlagen", "Erforderliche Anlagen", "Pflichtanlagen"],
        fr: &["Documents à joindre", "Pièces à joindre", "Documents exigés", "Pièces exigées", "Documents requis", "Pièces requises", "Pièces obligatoires"],
        es: &["Documentos exigidos", "Documentación exigida", "Documentación requerida", "Documentos requeridos", "Adjuntos requeridos", "Anexos requeridos"],
        vague: &["随附单据", "附件", "첨부서류", "Attachments"],
        ..Synonyms::field(Field::RequiredDocuments)
    },
    Synonyms {
        en: &["Promotion", "Promo", "Promo Code", "Promotion Code", "Promotion ID", "Promo ID", "Promo No", "Campaign",
            "Campaign Code", "Promotion Name"],
        ko: &["프로모션", "프로모션코드", "프로모션번호", "행사코드", "판촉코드"],
        zh: &["促销", "促销代码", "促销编号", "活动代码", "优惠代码"],
        de: &["Aktion", "Aktionscode", "Aktionsnummer"],
        fr: &["Code promotion", "Code promo"],
        es: &["Promoción", "Código de promoción"],
        ..Synonyms::field(Field::PromoNo)
    },
    Synonyms {
        en: &["Promo Percent", "Promotion Percent", "Promo %", "Percent Off", "Promo Discount %"],
        ko: &["프로모션할인율", "행사할인율"],
        zh: &["促销折扣率", "优惠比例", "折扣比例"],
        de: &["Aktionsrabatt", "Aktionsrabatt %"],
        fr: &["Remise de la promotion"],
        es: &["Descuento de la promoción"],
        ..Synonyms::field(Field::PromoPercent)
    },
    Synonyms {
        en: &["Promo Amount", "Promotion Amount", "Amount Off", "Promo Discount Amount"],
        ko: &["프로모션할인액", "프로모션금액"],
        zh: &["促销金额", "促销减免金额"],
        de: &["Aktionsbetrag"],
        fr: &["Montant de la promotion"],
        es: &["Importe de la promoción"],
        ..Synonyms::field(Field::PromoAmount)
    },
    Synonyms {
        en: &["Free Units", "Free Quantity", "Free Qty", "Units Free"],
        ko: &["무료수량", "무상수량"],
        zh: &["免费数量", "赠送数量"],
        de: &["Freimenge", "Freieinheiten"],
        fr: &["Unités gratuites"],
        es: &["Unidades gratis"],
        ..Synonyms::field(Field::FreeUnits)
    },
    Synonyms {
        en: &["Stackable", "Stacking", "Stacking Rule", "Combinable", "Can Combine", "Cumulative", "Exclusive"],
        ko: &["중복적용", "중복할인", "중복가능", "중복적용여부"],
        zh: &["可叠加", "是否叠加", "叠加规则", "叠加使用"],
        de: &["Kombinierbar", "Kumulierbar"],
        fr: &["Cumulable"],
        es: &["Acumulable", "Combinable con otras"],
        ..Synonyms::field(Field::Stacking)
    },
    Synonyms {
        en: &["Requirement Source", "Source Document", "Source of Requirement", "Requirement Basis"],
        ko: &["요건출처", "요구출처", "근거문서"],
        zh: &["来源", "要求来源", "依据文件", "来源文件"],
        de: &["Quelle", "Quelle der Anforderung"],
        fr: &["Source de l'exigence"],
        es: &["Fuente del requisito"],
        ..Synonyms::field(Field::RequirementSource)
    },
];
