//! What the status column of a job list says, in six languages. A word that is not here says
//! nothing: an unknown status is never taken for a known one.

use super::phrases::Said;
use crate::base::QuickMap;
use crate::model::Book;
use crate::table::Field;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum JobStatus {
    Planned,
    InTransit,
    Delivered,
    OnHold,
    Cancelled,
}

/// The longest phrase that the text has decides: "not delivered" is longer than "delivered".
pub fn job_status(text: &str) -> Option<JobStatus> {
    let said = Said::new(text);
    let found = WORDS.iter().flat_map(|(status, words)| words.iter().map(move |w| (*w, *status)));
    found.filter(|(word, _)| said.has(word)).max_by_key(|(word, _)| word.len()).map(|(_, s)| s)
}

/// One per job. Each spelling is looked at once: a list of 100,000 jobs has a dozen.
pub(super) fn statuses(book: &Book) -> Vec<Option<JobStatus>> {
    let mut known: QuickMap<&str, Option<JobStatus>> = QuickMap::default();
    let mut status = |text| *known.entry(text).or_insert_with(|| job_status(text));
    book.jobs().map(|job| job.0.text(Field::Status).and_then(&mut status)).collect()
}

/// As [`crate::base::fold_word`] folds them: lower case, no accents, no punctuation.
static WORDS: &[(JobStatus, &[&str])] = &[
    (
        JobStatus::Planned,
        &[
            "planned",
            "booked",
            "scheduled",
            "confirmed booking",
            "draft",
            "created",
            "예약",
            "예정",
            "접수",
            "임시",
            "已预订",
            "已预约",
            "计划中",
            "待提货",
            "草稿",
            "geplant",
            "gebucht",
            "entwurf",
            "planifie",
            "reserve",
            "brouillon",
            "planificado",
            "reservado",
            "programado",
            "borrador",
        ],
    ),
    (
        JobStatus::InTransit,
        &[
            "in transit",
            "transit",
            "picked up",
            "collected",
            "departed",
            "en route",
            "shipped",
            "out for delivery",
            "not delivered",
            "undelivered",
            "in progress",
            "at customs",
            "운송중",
            "배송중",
            "이동중",
            "출발",
            "미배송",
            "미도착",
            "통관중",
            "진행중",
            "미완료",
            "运输中",
            "在途",
            "派送中",
            "已提货",
            "未送达",
            "未签收",
            "清关中",
            "进行中",
            "未完成",
            "unterwegs",
            "abgeholt",
            "nicht zugestellt",
            "in zustellung",
            "en transit",
            "enleve",
            "non livre",
            "en cours de livraison",
            "en transito",
            "recogido",
            "no entregado",
            "en reparto",
        ],
    ),
    (
        JobStatus::Delivered,
        &[
            "delivered",
            "completed",
            "complete",
            "done",
            "finished",
            "pod received",
            "closed",
            "배송완료",
            "배달완료",
            "납품완료",
            "인도완료",
            "운송완료",
            "작업완료",
            "완료",
            "已送达",
            "已签收",
            "已妥投",
            "已完成",
            "已交付",
            "妥投",
            "zugestellt",
            "geliefert",
            "abgeliefert",
            "erledigt",
            "abgeschlossen",
            "livre",
            "livree",
            "termine",
            "terminee",
            "cloture",
            "entregado",
            "entregada",
            "completado",
            "terminado",
            "cerrado",
        ],
    ),
    (
        JobStatus::OnHold,
        &[
            "hold",
            "on hold",
            "blocked",
            "suspended",
            "billing block",
            "보류",
            "청구보류",
            "정지",
            "冻结",
            "暂停",
            "挂起",
            "搁置",
            "gesperrt",
            "angehalten",
            "zuruckgestellt",
            "bloque",
            "en attente",
            "suspendu",
            "bloqueado",
            "retenido",
            "suspendido",
        ],
    ),
    (
        JobStatus::Cancelled,
        &[
            "cancelled",
            "canceled",
            "cancellation",
            "void",
            "voided",
            "deleted",
            "aborted",
            "취소",
            "무효",
            "삭제",
            "已取消",
            "取消",
            "作废",
            "storniert",
            "storno",
            "abgesagt",
            "geloscht",
            "annule",
            "annulee",
            "supprime",
            "cancelado",
            "cancelada",
            "anulado",
            "anulada",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_languages_and_the_longest_phrase() {
        for (text, status) in [
            ("Delivered", JobStatus::Delivered),
            ("NOT DELIVERED", JobStatus::InTransit),
            ("In-Transit", JobStatus::InTransit),
            ("배송 완료", JobStatus::Delivered),
            ("취소", JobStatus::Cancelled),
            ("已签收", JobStatus::Delivered),
            ("未签收", JobStatus::InTransit),
            ("Storniert", JobStatus::Cancelled),
            ("Livré", JobStatus::Delivered),
            ("Non livré", JobStatus::InTransit),
            ("En tránsito", JobStatus::InTransit),
            ("Billing block", JobStatus::OnHold),
        ] {
            assert_eq!(job_status(text), Some(status), "{text}");
        }
        assert_eq!(job_status("정상"), None);
        assert_eq!(job_status("Open"), None);
        assert_eq!(job_status(""), None);
    }

    #[test]
    fn every_word_is_folded() {
        for word in WORDS.iter().flat_map(|(_, words)| words.iter()) {
            assert_eq!(crate::base::fold_word(word), **word);
        }
    }
}
