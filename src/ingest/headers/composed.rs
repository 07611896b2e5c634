//! Headers put together of a few parts in whichever order a firm writes them: 원 + 청구서 + 번호,
//! 账期 + 起始, 是否 + 必填 + PO, "Svc" + "Thru". Whole headers only: a part that is left over turns the
//! meaning. Asked only where the vocabulary knows no such word.

use super::Sense;
use super::compounds::{COMPOUNDS, LOOSE};
use super::normalise::{NUMBER, Normal};
use super::score::{Match, VAGUE, WORDS};
use crate::ingest::Why;
use crate::table::Field;

/// One way to say a field: a word of every group that is needed, and perhaps of the others.
pub(super) struct Pattern {
    pub(super) field: Field,
    pub(super) needed: &'static [&'static [&'static str]],
    pub(super) perhaps: &'static [&'static str],
}

const INVOICE: &[&str] = &[
    "invoice",
    "inv",
    "bill",
    "청구서",
    "송장",
    "인보이스",
    "계산서",
    "세금계산서",
    "发票",
    "账单",
    "帐单",
    "结算单",
];
const PERIOD: &[&str] = &[
    "账期",
    "计费期",
    "计费周期",
    "结算期",
    "结算周期",
    "服务期",
    "服务期间",
    "费用期",
    "费用期间",
    "账单期间",
    "账单周期",
    "청구기간",
    "이용기간",
    "사용기간",
    "정산기간",
    "서비스기간",
    "과금기간",
    "대상기간",
    "용역기간",
];
const PERIOD_LATIN: &[&str] =
    &["svc", "service", "period", "usage", "cycle", "coverage", "svcperiod", "billingcycle"];
const DAY: &[&str] = &["日", "日期", "일", "일자", "date", "day"];
const ORDER: &[&str] = &[
    "po",
    "customerpo",
    "clientpo",
    "purchaseorder",
    "bestell#",
    "bestellung",
    "boncommande",
    "bdc",
    "bc",
    "cde",
    "ordencompra",
    "采购订单",
    "采购单",
    "客户订单",
    "발주",
    "발주서",
    "구매오더",
];
const MUST: &[&str] = &[
    "required",
    "requires",
    "mandatory",
    "needed",
    "reqd",
    "compulsory",
    "pflicht",
    "erforderlich",
    "obligatoire",
    "exige",
    "exigee",
    "obligatorio",
    "obligatoria",
    "requis",
    "必填",
    "必须",
    "必需",
    "需要",
    "是否必填",
    "是否需要",
    "是否必须",
    "必输",
    "필수",
    "필요",
    "필수여부",
    "필요여부",
];
const PERHAPS_FLAG: &[&str] = &["is", "yn", "flag", "indicator", "是否", "여부", NUMBER];
const ENDED: &[&str] = &[
    "停用",
    "关闭",
    "销户",
    "注销",
    "폐업",
    "거래종료",
    "거래중지",
    "closed",
    "closure",
    "termination",
    "terminated",
    "term",
    "inactive",
];

#[rustfmt::skip]
static PATTERNS: &[Pattern] = &[
    Pattern {
        field: Field::OriginalInvoice,
        needed: &[
            &["original", "orig", "credited", "credits", "corrected", "adjusted", "related", "against",
              "원", "당초", "원본", "대상", "原", "原始", "被冲", "被冲销", "被红冲", "对应", "对应原"],
            INVOICE,
        ],
        perhaps: &[NUMBER],
    },
    Pattern {
        field: Field::PeriodFrom,
        needed: &[PERIOD, &["起", "起始", "开始", "自", "始", "시작", "부터", "개시", "from", "start"]],
        perhaps: DAY,
    },
    Pattern {
        field: Field::PeriodTo,
        needed: &[PERIOD, &["止", "截止", "结束", "至", "到", "终", "종료", "까지", "만료", "to", "end"]],
        perhaps: DAY,
    },
    Pattern {
        field: Field::PeriodFrom,
        needed: &[PERIOD_LATIN, &["from", "begin", "begins", "beginning", "starting"]],
        perhaps: DAY,
    },
    Pattern {
        field: Field::PeriodTo,
        needed: &[PERIOD_LATIN, &["to", "thru", "through", "until", "ending"]],
        perhaps: DAY,
    },
    Pattern { field: Field::PoRequired, needed: &[ORDER, MUST], perhaps: PERHAPS_FLAG },
    Pattern {
        field: Field::RequiredReferences,
        needed: &[
            &["required", "mandatory", "must", "必填", "必须", "必需", "必输", "필수", "필수기재"],
            &["refs", "ref", "references", "reference", "fields", "field", "show", "quote", "state",
              "项", "项目", "字段", "参照", "参考", "信息", "참조", "참조번호", "항목", "기재사항", "기재항목", "정보"],
        ],
        perhaps: &["on", "oninvoice", NUMBER],
    },
    Pattern {
        field: Field::RequiredDocuments,
        needed: &[
            &["required", "mandatory", "must", "必附", "必须", "必需", "随附", "필수", "제출"],
            &["docs", "documents", "attachments", "backup", "enclosures", "attach", "单据", "附件", "文件",
              "资料", "첨부", "첨부서류", "첨부파일", "서류", "증빙", "증빙서류"],
        ],
        perhaps: &[],
    },
    Pattern {
        field: Field::CutOff,
        needed: &[
            &["截单", "截账", "结账", "关账", "结单", "收单", "截票", "청구마감", "접수마감", "계산서마감", "마감기준"],
            &["日", "日期", "일", "일자"],
        ],
        perhaps: &[],
    },
    Pattern {
        field: Field::ExcludedCharges,
        needed: &[
            &["donot", "dont", "never", "不可", "不得", "不予", "不", "청구", "과금"],
            &["bill", "charge", "invoice", "收取", "收", "计费", "收费", "开票", "불가", "제외", "금지"],
        ],
        perhaps: &["费用", "项目", "费目", "科目", "항목", "요금", "비용", "charges", "items"],
    },
    Pattern {
        field: Field::Email,
        needed: &[
            &["对账", "开票", "财务", "收票", "账单", "发票", "联系", "联系人", "客户", "接收", "계산서", "세금계산서",
              "청구서", "청구", "담당자", "수신", "거래처", "고객", "회계", "경리", "payables", "accounts", "finance", "main", "primary", "default",
              "comptabilite", "compta", "facturation", "principal", "buchhaltung"],
            &["邮箱", "电邮", "邮件", "邮箱地址", "메일", "이메일", "메일주소", "이메일주소", "email",
              "emailaddress", "courriel", "mail", "correo"],
        ],
        perhaps: &[],
    },
    Pattern { field: Field::ClosedOn, needed: &[ENDED, DAY], perhaps: &[] },
    Pattern {
        field: Field::EndDate,
        needed: &[
            &["disconnect", "disconnected", "cease", "ceased", "deactivated", "terminated", "termination",
              "removed", "retired", "철거", "해지", "拆机", "停用", "终止"],
            &["date", "on", "日", "日期", "일", "일자"],
        ],
        perhaps: &[],
    },
    Pattern {
        field: Field::ValidTo,
        needed: &[
            &["po", "order", "contract", "agreement", "rate", "price", "promo", "promotion", "offer", "订单",
              "合同", "价格", "费率", "优惠", "발주", "계약", "단가", "요율", "행사"],
            &["exp", "expires", "expiry", "expiration", "expired", "ends", "until", "有效期至", "到期日", "截止日",
              "截止日期", "失效日期", "만료", "종료", "만료일", "종료일"],
        ],
        perhaps: DAY,
    },
    Pattern {
        field: Field::Status,
        needed: &[
            &["ticket", "svc", "service", "circuit", "line", "load", "booking", "file", "waybill", "workorder",
              "request", "case", "청구서", "운송장", "회선", "접수", "정산", "电路", "线路", "工单", "委托"],
            &["status", "state", "상태", "状态"],
        ],
        perhaps: &[],
    },
];

/// What the header says by its parts, where they make up the whole of it.
pub(super) fn senses(normal: &Normal) -> Vec<Match> {
    let whole = normal.compact();
    made_up_of(PATTERNS, &whole, false)
}

/// What it says by nouns that go with any word of a group. Only where no dictionary has a word for it:
/// what is written there as doubtful is doubtful.
pub(super) fn compounds(normal: &Normal) -> Vec<Match> {
    let whole = normal.compact();
    let said = made_up_of(COMPOUNDS, &whole, false);
    if said.is_empty() { made_up_of(LOOSE, &whole, true) } else { said }
}

fn made_up_of(patterns: &[Pattern], whole: &str, vague: bool) -> Vec<Match> {
    let said = patterns.iter().filter(|pattern| pattern.makes_up(whole));
    let sense = |pattern: &Pattern| Match {
        sense: Sense::Field(pattern.field),
        score: if vague { VAGUE } else { WORDS },
        why: Why::HeaderWords,
        vague,
    };
    said.map(sense).collect()
}

impl Pattern {
    fn makes_up(&self, whole: &str) -> bool {
        self.rest(whole, 0)
    }

    /// Whether the rest of the text is made of the groups that are not used yet.
    fn rest(&self, text: &str, used: u32) -> bool {
        let groups = self.needed.len();
        if text.is_empty() {
            return (0..groups).all(|at| used & (1 << at) != 0);
        }
        let after = |word: &&str| text.strip_prefix(*word);
        let by_needed = (0..groups).filter(|at| used & (1 << at) == 0).any(|at| {
            let mut rests = self.needed[at].iter().filter_map(after);
            rests.any(|rest| self.rest(rest, used | 1 << at))
        });
        by_needed || self.perhaps.iter().filter_map(after).any(|rest| self.rest(rest, used))
    }
}

#[cfg(test)]
mod tests {
    use super::super::normalise::normalise;
    use super::*;

    fn said(text: &str) -> Vec<Field> {
        let field = |found: Match| match found.sense {
            Sense::Field(field) => Some(field),
            Sense::Foreign(_) => None,
        };
        senses(&normalise(text)).into_iter().filter_map(field).collect()
    }

    #[test]
    fn parts_make_up_a_header_in_any_order() {
        for (text, field) in [
            ("原账单编号", Field::OriginalInvoice),
            ("원청구서번호", Field::OriginalInvoice),
            ("Credited Inv No", Field::OriginalInvoice),
            ("账期起始", Field::PeriodFrom),
            ("账期截止", Field::PeriodTo),
            ("정산기간(종료)", Field::PeriodTo),
            ("Svc Thru", Field::PeriodTo),
            ("是否必填PO", Field::PoRequired),
            ("PO 필수여부", Field::PoRequired),
            ("必填项", Field::RequiredReferences),
            ("Must Show", Field::RequiredReferences),
            ("截单日", Field::CutOff),
            ("Do Not Bill", Field::ExcludedCharges),
            ("对账邮箱", Field::Email),
            ("계산서메일", Field::Email),
            ("PO Expiry", Field::ValidTo),
            ("Svc Status", Field::Status),
        ] {
            assert!(said(text).contains(&field), "{text}: {:?}", said(text));
        }
    }

    #[test]
    fn a_part_left_over_says_nothing() {
        for text in
            ["原账单金额", "PO 금액", "Status", "对账日期", "Service", "未开票原因", "Bill To"]
        {
            assert_eq!(said(text), Vec::<Field>::new(), "{text}");
        }
    }
}
