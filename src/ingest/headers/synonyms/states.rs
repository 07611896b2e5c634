//! Headers of periods, corrections, disputes, and of what stands in the way of billing a job.

use super::Synonyms;
use crate::table::Field;

// Packed: one word a line would make a thousand lines of this file.
#[rustfmt::skip]
pub static WORDS: &[Synonyms] = &[
    Synonyms {
        en: &["Bill From", "Billed From", "Bill Period From", "Service From", "Bill From Date", 
            "Period From", "Period Start", "Period Start Date", "Billing Period From",
            "Billing Period Start", "Service Period From", "Service Period Start",
            "Billing Start Date",
        ],
        ko: &["이용기간시작", "사용시작", "과금시작일", "청구기간시작", "기간시작", "청구기간(시작)", "청구기간(부터)", "사용기간시작", "청구기간시작일", "기간시작일", "이용시작일", "청구시작일", "정산기간시작일"],
        zh: &["使用期间起", "使用开始日期", "计费开始", "计费起", "账期自", "费用期起", "账期起", "计费期起", "账期开始", "服务开始日期", "结算期起", "账期开始日期", "计费开始日期", "账单开始日期", "服务期起", "计费起始日"],
        de: &["Nutzung von", 
            "Zeitraum von", "Abrechnung von", "Leistung von", "Leistungszeitraum von",
            "Periode von",
        ],
        fr: &["Consommation du", "Facturé du", "Période du", "Début de période", "Début période"],
        es: &["Consumo desde", "Facturado desde", "Periodo desde", "Inicio de periodo", "Inicio del período"],
        vague: &["From Date", "Du", "Von", "Desde", "시작일", "起始日期", "开始日期"],
        ..Synonyms::field(Field::PeriodFrom)
    },
    Synonyms {
        en: &["Svc Thru", "Service Thru", "Svc Through", "Bill Thru", "Billed Thru", "Bill Through", "Thru Date", "Through Date", "Service To", "Bill To Date", 
            "Period To", "Period End", "Period End Date", "Billing Period To",
            "Billing Period End", "Service Period To", "Service Period End", "Billing End Date",
            "Billed Until",
        ],
        ko: &["이용기간종료", "사용종료", "과금종료일", "청구기간종료", "기간종료", "청구기간(종료)", "청구기간(까지)", "사용기간종료", "청구기간종료일", "기간종료일", "이용종료일", "청구종료일", "정산기간종료일"],
        zh: &["使用期间止", "使用结束日期", "计费结束", "计费止", "账期至", "费用期止", "账期止", "计费期止", "账期结束", "服务结束日期", "结算期止", "账期结束日期", "计费结束日期", "账单结束日期", "服务期止", "计费截止日"],
        de: &["Nutzung bis", 
            "Zeitraum bis", "Abrechnung bis", "Leistung bis", "Leistungszeitraum bis",
            "Periode bis",
        ],
        fr: &["Consommation au", "Facturé au", "Période au", "Fin de période", "Fin période"],
        es: &["Consumo hasta", "Facturado hasta", "Periodo hasta", "Fin de periodo", "Fin del período"],
        vague: &["To Date", "Au", "Bis", "Hasta", "종료일", "截止日期", "结束日期"],
        ..Synonyms::field(Field::PeriodTo)
    },
    Synonyms {
        en: &["Turn-up Date", "Turned Up", "Live Date", "In Service", "Installed Date", 
            "Installed", "Installed On", "Go-live Date", "Live Since", "Activated", "Activation Date", "Service Start", "Service Start Date", "Activated On",
            "In Service Date", "Installation Date", "Install Date", "Connect Date",
            "Connection Date",
        ],
        ko: &["개통일", "개통일자", "서비스시작일", "서비스개시일", "설치일"],
        zh: &["开通日期", "启用日期", "服务开始日期", "安装日期"],
        de: &["Aktivierungsdatum", "Bereitstellungsdatum", "Schaltdatum"],
        fr: &["Mise en service", "Mis en service le", "Activé le", "Date d'activation", "Date de mise en service"],
        es: &["Fecha de activación", "Fecha de alta", "Fecha de instalación"],
        ..Synonyms::field(Field::StartDate)
    },
    Synonyms {
        en: &["Disconnected", "Disconnect", "Turned Down", "Deactivated", "Decommissioned", 
            "Ceased", "Disconnected On", "Ceased Date", "Cease Date", "Ceased On", "Disconnect Date", "Disconnection Date",
            "Deactivation Date", "Service End", "Service End Date", "Contract End", "Contract End Date",
            "End of Contract",
        ],
        ko: &["해지일", "해지일자", "서비스종료일", "철거일", "계약종료일"],
        zh: &["停用日期", "拆机日期", "服务结束日期", "终止日期", "合同终止日", "合同终止日期", "合同到期日"],
        de: &["Abschaltdatum", "Deaktivierungsdatum", "Kündigungsdatum", "Vertragsende"],
        fr: &["Date de résiliation", "Date de désactivation", "Fin de contrat"],
        es: &["Fecha de baja", "Fecha de desconexión", "Fin de contrato"],
        ..Synonyms::field(Field::EndDate)
    },
    Synonyms {
        en: &["CM Reason", "CN Reason", "Credit Memo Cause", "Adj Reason", "Adjustment Reason", "Reason for Adjustment", "Credit Memo Reason", "Reason for Correction", "Reason for Credit Note", "Credit Note Cause", 
            "Credit Reason", "Credit Reason Code", "Credit Note Reason", "Cancellation Reason",
            "Void Reason", "Correction Reason", "Reason for Credit",
        ],
        ko: &["조정사유", "수정발급 사유", "감액사유", "정정사유", "수정발급사유", "수정사유", "취소사유"],
        zh: &["调整原因", "红字开具原因", "更正原因", "冲红原因", "红字原因", "红冲原因", "作废原因", "冲销原因", "贷记原因"],
        de: &["Gutschriftsgrund", "Stornogrund", "Korrekturgrund"],
        fr: &["Motif avoir", "Motif de l'avoir", "Raison de l'avoir", "Cause de l'avoir", "Motif d'avoir", "Motif d'annulation"],
        es: &["Motivo rectificación", "Motivo de rectificación", "Motivo de la rectificación", "Causa de rectificación", "Motivo de abono", "Motivo de cancelación", "Motivo de anulación"],
        vague: &["Reason", "사유", "原因", "Grund", "Raison"],
        ..Synonyms::field(Field::CorrectionReason)
    },
    Synonyms {
        en: &["Appr By", "Appr. By", "Appd By", "Apprvd By", "Approver Name", "Released By", 
            "Approved By", "Approver", "Credit Approved By", "Authorised By", "Authorized By",
        ],
        ko: &["승인자명", "승인자", "결재자"],
        zh: &["复核人", "复核", "审核人", "审批人", "批准人"],
        de: &["Freigabe durch", "Freigeber", "Genehmigt von", "Freigegeben von", "Freigegeben durch", "Genehmigt durch"],
        fr: &["Visa de", "Visé par", "Autorisé par", "Approuvé par", "Validé par", "Validée par"],
        es: &["Visto bueno de", "Aprobado por", "Autorizado por", "Autorizado"],
        ..Synonyms::field(Field::ApprovedBy)
    },
    Synonyms {
        en: &["Biller", "Biller Name", "Billing Clerk", "Keyed By", "Entered By", "Invoice Creator", "Raised By", "Issued By", "Invoice Raised By", "Prepared By", "Preparer", "Billed By", "Invoiced By"],
        ko: &["작성자", "기안자", "청구작성자", "발행담당자", "청구서작성자"],
        zh: &["制单人", "制单员", "开票员", "开票人"],
        de: &["Erstellt von", "Erfasser", "Sachbearbeiter", "Rechnung erstellt von"],
        fr: &["Établi par", "Saisi par", "Saisie par", "Émis par", "Émise par", "Créé par", "Rédigé par", "Facturé par", "Rédacteur", "Établie par", "Préparé par"],
        es: &["Emitida por", "Emitido por", "Facturado por", "Preparado por", "Elaborado por"],
        ..Synonyms::field(Field::Preparer)
    },
    Synonyms {
        en: &["Dispute", "Dispute Case", "Dispute Ticket", "Dispute Log No", "Claim ID", "Claim No", "Dispute Ref", "Dispute Reference", "Dispute No", "Dispute ID", "Dispute Number", "Dispute Case No"],
        ko: &["이의접수번호", "클레임번호", "분쟁 ID", "분쟁번호", "이의번호", "이의제기번호"],
        zh: &["异议单号", "投诉编号", "申诉编号", "争议编号", "异议编号", "争议单号"],
        de: &["Klärfall", "Klärfall-ID", "Klärfall-Nr", "Reklamations-Nr", "Reklamationsnummer", "Klärfallnummer"],
        fr: &["N° de litige", "N° litige", "Numéro de litige"],
        es: &["N.º reclamación", "Nº reclamación", "Número de reclamación", "Nº disputa", "Número de disputa"],
        vague: &["Case No", "Case ID"],
        ..Synonyms::field(Field::DisputeNo)
    },
    Synonyms {
        en: &["Dispute Status Result", "Finding of Dispute", 
            "Verdict", "Dispute Result", "Dispute Outcome", "Dispute Verdict",
            "Dispute Decision", "Resolution",
        ],
        ko: &["이의결과", "분쟁결과", "이의처리결과", "판정", "판정결과"],
        zh: &["裁定结果", "处理裁定", "处理结论", "争议结果", "争议处理结果", "裁定"],
        de: &["Ergebnis", "Urteil", "Entscheidung", "Klärungsergebnis"],
        fr: &["Décision", "Issue du litige", "Décision litige", "Verdict"],
        es: &["Resultado reclamación", "Resolución", "Dictamen", "Resultado de la reclamación", "Veredicto", "Resolución de disputa"],
        vague: &["결과", "Result", "结果", "Determination", "Disposition", "Findings", "Outcome", "Decision", "처리결과", "处理结果"],
        ..Synonyms::field(Field::Verdict)
    },
    Synonyms {
        en: &["Date Closed", "Closed Date", "Date/Time Closed", "Settled On Date", "Closed Out", 
            "Resolved Date", "Resolved On", "Date Resolved", "Resolution Date", "Dispute Closed",
            "Dispute Closed Date",
        ],
        ko: &["처리일자", "결정일", "회신일", "처리완료일", "종결일", "종결일자", "해결일", "이의처리일", "분쟁종결일"],
        zh: &["处理完成日期", "办结日期", "结束日期(争议)", "关闭日期", "处理日期", "结案日", "解决日期", "争议结案日期", "结案日期"],
        de: &["Geschlossen am", "Abgeschlossen am", "Entschieden am", "Gelöst am", "Geklärt am"],
        fr: &["Date de clôture", "Clos le", "Résolu le", "Date de résolution"],
        es: &["Fecha de cierre", "Cerrado el", "Fecha cierre", "Cerrada el", "Fecha de resolución", "Resuelto el"],
        vague: &["처리일", "완료일", "Completed", "办理日期", "Closed", "Settled", "Closed Date", "Closed On"],
        ..Synonyms::field(Field::ResolvedDate)
    },
    Synonyms {
        en: &["POD Chk", "POD Condition", "POD Status", "POD Quality", "POD Check"],
        ko: &["인수증상태", "POD상태"],
        zh: &["签收单状态", "回单状态"],
        de: &["POD-Status", "Status Ablieferbeleg"],
        fr: &["Statut PV", "État du PV", "Statut du PV", "Statut de la preuve de livraison", "État de l'émargement", "Statut PV de recette", "Statut POD"],
        es: &["Estado POD"],
        ..Synonyms::field(Field::PodStatus)
    },
    Synonyms {
        en: &["Carrier Bill Status", "Carrier Inv Status", "Carrier Invoice Status", "Subcontractor Invoice Status", "Supplier Invoice Status", "Vendor Bill Status", "Haulier Invoice Status", "Freight Bill Status", 
            "Cost Status", "Vendor Cost Status", "Vendor Invoice Status", "Cost Confirmation",
        ],
        ko: &["원가상태", "매입상태", "매입계산서상태"],
        zh: &["成本状态", "供应商账单状态", "应付状态"],
        de: &["Status Frachtführerrechnung", "Status Lieferantenrechnung", "Lieferantenrechnung Status", "Kostenstatus", "Status Eingangsrechnung"],
        fr: &["Facture sous-traitant", "Statut facture sous-traitant", "Facture fournisseur reçue", "Statut facture fournisseur", "Facture transporteur reçue", "Statut du coût d'achat", "Statut du coût"],
        es: &["Estado factura proveedor", "Estado factura transportista", "Estado del costo"],
        ..Synonyms::field(Field::CostStatus)
    },
    Synonyms {
        en: &["Accessorial Appr", "Extras Approval", "Approval of Extras", 
            "Approval Status", "Charge Approval", "Accessorial Approval",
            "Extra Charge Approval", "Charges Approved",
        ],
        ko: &["승인상태", "추가비용승인", "부대비용승인"],
        zh: &["审批状态", "附加费审批"],
        de: &["Genehmigungsstatus", "Freigabestatus"],
        fr: &["Accord supplément", "Accord client suppléments", "Accord suppléments", "Accord client", "Validation suppléments", "Suppléments validés", "Statut d'approbation"],
        es: &["Estado de aprobación"],
        ..Synonyms::field(Field::ApprovalStatus)
    },
    Synonyms {
        en: &["Quote Status", "Spot Quote Status", "Quote Attached", "Spot Quote Attached"],
        ko: &["견적상태", "견적서첨부"],
        zh: &["报价状态", "报价单附件"],
        de: &["Angebotsstatus"],
        fr: &["État du devis", "Devis joint", "Devis spot", "Devis validé", "Statut devis"],
        es: &["Estado de cotización"],
        vague: &["Devis", "Spot Quote", "Quote", "Angebot", "Cotización"],
        ..Synonyms::field(Field::QuoteStatus)
    },
    Synonyms {
        en: &["Quality Hold", "QA Hold", "Quality Release", 
            "Quality Status", "QA Status", "QA Release", "Deviation Status",
            "Temperature Status", "Excursion Status",
        ],
        ko: &["품질상태", "QA상태", "온도이탈상태", "온도상태"],
        zh: &["质量状态", "QA状态", "温度状态", "偏差状态"],
        de: &["Qualitätsstatus", "QS-Status", "Temperaturstatus"],
        fr: &["État qualité", "Contrôle qualité", "Statut qualité"],
        es: &["Estado de calidad"],
        vague: &["Qualité", "Quality", "Qualität", "Calidad", "QA"],
        ..Synonyms::field(Field::QualityStatus)
    },
    Synonyms {
        en: &["E-inv Status", "EDI Status (invoice)", 
            "Portal Status", "E-invoice Status", "Invoice Submission Status",
            "Portal Submission Status",
        ],
        ko: &["포털상태", "전자세금계산서상태", "포털전송상태"],
        zh: &["平台状态", "电子发票状态", "门户状态"],
        de: &["Portalstatus", "E-Rechnungsstatus"],
        fr: &["Statut Chorus Pro", "Statut Chorus", "État Chorus Pro", "État portail", "Statut dépôt portail", "Statut plateforme", "Statut portail"],
        es: &["Estado portal", "Estado e-factura"],
        vague: &["Chorus", "Chorus Pro", "Portal", "Portail"],
        ..Synonyms::field(Field::PortalStatus)
    },
    Synonyms {
        en: &["Claim Status", "Claims Status", "Damage Claim Status"],
        ko: &["클레임상태", "사고상태"],
        zh: &["索赔状态", "理赔状态"],
        de: &["Schadensstatus"],
        fr: &["Statut réclamation", "Statut sinistre"],
        es: &["Estado de reclamo", "Estado siniestro"],
        ..Synonyms::field(Field::ClaimStatus)
    },
    Synonyms {
        en: &["Duty Receipt", "Customs Receipt", "Duty Receipt Status", "Duty Documents"],
        ko: &["관세영수증", "관세납부영수증", "수입신고필증상태"],
        zh: &["关税单据", "税单状态", "关税缴款书"],
        de: &["Zollbeleg", "Abgabenbescheid"],
        fr: &["Reçu de douane", "Quittance douanière"],
        es: &["Recibo de aduana", "Comprobante de aranceles"],
        ..Synonyms::field(Field::DutyReceipt)
    },
    Synonyms {
        en: &[
            "Interface Status", "EDI Status", "Sync Status", "Billing Interface Status",
            "Transfer Status",
        ],
        ko: &["인터페이스상태", "전송상태", "연동상태"],
        zh: &["接口状态", "同步状态", "传输状态"],
        de: &["Schnittstellenstatus", "EDI-Status"],
        fr: &["Statut interface", "Statut EDI"],
        es: &["Estado de interfaz", "Estado EDI"],
        ..Synonyms::field(Field::InterfaceStatus)
    },
];
