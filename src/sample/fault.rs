//! The faults that can be planted: at least one a rule and one a reason for not billing. Each gives exactly
//! one finding of that rule, or exactly one open job with that reason, and nothing else; the laws in
//! `tests/laws` hold it.

use std::fmt;

use super::ledger::Ledger;
use super::plant::{
    asks, credits, habits, headers, jobs, lines, prices, rates_of_exchange, requirements, tariffs,
    taxes,
};

#[derive(Clone, Copy)]
pub struct Fault {
    code: &'static str,
    plant: Plant,
}

#[derive(Clone, Copy)]
enum Plant {
    By(fn(&mut Ledger)),
    /// An open job whose hold reason says so, to a client outside Korea and to one inside.
    Told(&'static str, &'static str),
}

/// In the order of the catalogues.
pub static FAULTS: &[Fault] = &[
    by("ID-01", headers::without_number),
    by("ID-02", headers::number_twice),
    by("ID-03", headers::sent_before),
    by("ID-04", headers::invoice_twice),
    by("ID-05", lines::charge_twice),
    by("ID-06", headers::number_alike),
    by("ID-07", lines::line_twice),
    by("ID-08", lines::wrong_check_digit),
    by("ID-09", taxes::number_shared),
    by("CMP-01", headers::total_missing),
    by("CMP-02", headers::without_lines),
    by("CMP-03", lines::without_header),
    by("CMP-04", lines::without_description),
    by("CMP-05", requirements::address_missing),
    by("CMP-06", requirements::tax_id_missing),
    by("CMP-07", requirements::other_account),
    by("CMP-08", tariffs::charge_absent),
    by("CMP-09", lines::placeholder_left),
    by("CMP-10", lines::broken_cell),
    by("CMP-11", requirements::document_missing),
    by("ARI-01", lines::wrong_amount),
    by("ARI-02", headers::wrong_net),
    by("ARI-03", headers::wrong_gross),
    by("ARI-04", taxes::wrong_line_tax),
    by("ARI-05", headers::wrong_amount_due),
    by("ARI-06", headers::too_many_decimals),
    by("ARI-07", headers::credit_with_plus),
    by("ARI-08", tariffs::other_unit),
    by("ARI-09", prices::wrong_base),
    by("ARI-10", requirements::rounding_step),
    by("ARI-11", requirements::wrong_words),
    by("PRC-01", prices::no_rate),
    by("PRC-02", prices::two_rates),
    by("PRC-03", prices::wrong_price),
    by("PRC-04", prices::ended_rate),
    by("PRC-05", prices::early_rate),
    by("PRC-06", prices::below_minimum),
    by("PRC-07", prices::above_maximum),
    by("PRC-08", prices::other_break),
    by("PRC-09", tariffs::volume_too_small),
    by("PRC-10", prices::wrong_percent),
    by("PRC-11", prices::no_event),
    by("PRC-12", tariffs::discount_missed),
    by("PRC-12", tariffs::promotion_missed),
    by("PRC-13", lines::priced_at_nought),
    by("PRC-14", prices::other_currency),
    by("PRC-15", requirements::below_cost),
    by("TAX-01", headers::wrong_tax),
    by("TAX-02", requirements::unknown_rate),
    by("TAX-03", taxes::export_taxed),
    by("TAX-04", taxes::reason_missing),
    by("TAX-05", taxes::buyer_id_missing),
    by("TAX-06", requirements::wrong_tax_id),
    by("TAX-07", taxes::duty_taxed),
    by("TAX-08", headers::issued_late),
    by("TAX-09", headers::correction_unexplained),
    by("TAX-10", taxes::fapiao_misshapen),
    by("FX-01", headers::currency_not_agreed),
    by("FX-02", lines::other_currency),
    by("FX-03", rates_of_exchange::rate_differs),
    by("FX-04", rates_of_exchange::rate_slipped),
    by("FX-05", rates_of_exchange::wrong_local_amount),
    by("DAT-01", headers::dated_ahead),
    by("DAT-02", headers::due_not_by_terms),
    by("DAT-03", headers::due_before_date),
    by("DAT-04", requirements::terms_not_agreed),
    by("DAT-05", habits::service_outside),
    by("DAT-06", headers::billed_before_pod),
    by("DAT-07", requirements::billed_late),
    by("DAT-08", habits::period_gap),
    by("DAT-09", habits::month_not_cut),
    by("DAT-10", habits::day_before_month),
    by("DAT-11", headers::sent_in_1900),
    by("CUS-01", headers::unknown_customer),
    by("CUS-02", requirements::account_closed),
    by("CUS-03", asks::other_entity),
    by("CUS-04", asks::not_split),
    by("CUS-05", asks::no_channel),
    by("CUS-06", asks::other_language),
    by("CUS-07", asks::cut_off_missed),
    by("CUS-08", asks::charge_excluded),
    by("CUS-09", asks::order_exceeded),
    by("CUS-10", requirements::other_po),
    by("CUS-11", requirements::account_on_hold),
    by("REF-01", headers::po_missing),
    by("REF-02", requirements::po_of_other),
    by("REF-03", asks::order_ended),
    by("REF-04", lines::unknown_job),
    by("REF-05", lines::job_of_other_customer),
    by("REF-06", requirements::project_missing),
    by("REF-07", requirements::signature_missing),
    by("REF-08", lines::other_weight),
    by("REF-09", asks::contact_left),
    by("CRB-01", headers::credit_without_original),
    by("CRB-02", requirements::credited_too_much),
    by("CRB-03", requirements::credit_differs),
    by("CRB-04", credits::rebilled_uncredited),
    by("CRB-05", credits::not_rebilled),
    by("CRB-06", credits::credit_without_reason),
    by("CRB-07", credits::credit_rounding),
    by("CRB-08", credits::dispute_not_credited),
    by("STA-01", habits::amount_unusual),
    by("STA-02", habits::month_unusual),
    by("STA-03", habits::factor_off),
    by("STA-04", habits::rate_unusual),
    by("STA-05", habits::charge_gone),
    by("STA-06", habits::charge_new),
    by("STA-07", habits::round_amounts),
    by("SEQ-01", headers::number_gap),
    by("SEQ-02", credits::number_out_of_turn),
    by("SEQ-03", requirements::number_of_other_year),
    by("SEQ-04", credits::void_without_record),
    by("BLK-01", jobs::under_way),
    by("BLK-02", jobs::pod_missing),
    told("BLK-03", "POD illegible", "인수증 판독불가"),
    by("BLK-04", jobs::po_missing),
    told("BLK-05", "PO balance too small", "PO 잔액 부족"),
    by("BLK-06", jobs::rate_missing),
    told("BLK-07", "Spot quote missing", "견적서 미첨부"),
    by("BLK-08", jobs::weight_missing),
    told("BLK-09", "Vendor cost not received", "매입계산서 미수령"),
    told("BLK-10", "Carrier dispute", "운송사 분쟁"),
    told("BLK-11", "Extra charge not approved: dry ice", "추가비용 미승인"),
    told("BLK-12", "Temperature excursion open", "온도 이탈 확인 중"),
    by("BLK-13", jobs::protocol_missing),
    by("BLK-14", jobs::customer_not_set_up),
    told("BLK-15", "VAT number missing", "사업자등록번호 누락"),
    told("BLK-16", "Amendment pending", "계약 미체결"),
    told("BLK-17", "Milestone 3, bill 30 Nov", "월말 일괄 청구"),
    told("BLK-18", "Waits for sister jobs", "합산 청구 대기"),
    told("BLK-19", "Portal rejected 4 Nov", "포털 반려"),
    by("BLK-20", jobs::dates_contradict),
    by("BLK-21", jobs::entered_twice),
    told("BLK-22", "Damage claim", "파손 접수"),
    told("BLK-23", "Duty receipt missing", "관세 영수증 미수령"),
    told("BLK-24", "Intercompany recharge", "관계사 정산"),
    told("BLK-25", "Goodwill", "무상 처리"),
    told("BLK-26", "EDI failed", "전송 오류"),
    by("BLK-27", jobs::ready),
    told("BLK-28", "Late billing limit passed", "청구 기한 초과"),
    by("BLK-29", jobs::held_without_reason),
];

const fn by(code: &'static str, plant: fn(&mut Ledger)) -> Fault {
    Fault { code, plant: Plant::By(plant) }
}

const fn told(code: &'static str, abroad: &'static str, korean: &'static str) -> Fault {
    Fault { code, plant: Plant::Told(abroad, korean) }
}

impl Fault {
    /// The rule or reason that it gives.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// The fault shows as an open job, not as a finding.
    pub fn is_reason(&self) -> bool {
        self.code.starts_with("BLK-")
    }

    pub fn of(code: &str) -> Option<Fault> {
        FAULTS.iter().find(|fault| fault.code == code).copied()
    }

    pub(super) fn plant(&self, ledger: &mut Ledger) {
        match self.plant {
            Plant::By(plant) => plant(ledger),
            Plant::Told(abroad, korean) => jobs::told(ledger, abroad, korean),
        }
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}
