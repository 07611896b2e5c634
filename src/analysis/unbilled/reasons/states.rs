//! What a column of states says of a document, an approval or a claim, in six languages. A word that
//! is not here says nothing.

use std::cell::RefCell;

use super::super::phrases::Said;
use super::{agreed_schedule, intercompany};
use crate::base::{QuickMap, Texts, fold_word};
use crate::model::{Book, Customer, Job, Spellings};
use crate::table::{Field, Kind};

/// What texts say that many jobs have in common. Each spelling is looked at once: a column of 100,000
/// jobs has a dozen.
pub struct States {
    known: RefCell<QuickMap<String, Option<State>>>,
    /// The customer is billed by the month.
    monthly: Spellings<bool>,
    /// The customer is a company of the group, by its status or its entity.
    group: [Spellings<bool>; 2],
    /// Where a job begins and where it ends, for comparison.
    places: [Spellings<u32>; 2],
    /// Jobs within one place are no slip here.
    local_usual: bool,
    /// Most customers of the list have a tax number.
    pub(super) tax_ids_usual: bool,
    /// In this list of jobs a service begins before it is delivered.
    pub(super) service_first: bool,
}

impl States {
    pub fn of(book: &Book) -> States {
        let says = |field: Field, phrases: &'static [&'static str]| {
            book.spellings_in(Kind::Customers, field, |text| {
                let said = Said::new(text);
                phrases.iter().any(|phrase| said.has(phrase))
            })
        };
        let mut places = Texts::default();
        let mut place =
            |field| book.spellings_in(Kind::Jobs, field, |text| places.put(&fold_word(text)));
        let places = [Field::Origin, Field::Destination].map(&mut place);
        States {
            local_usual: are_local_usual(book, &places),
            known: RefCell::default(),
            monthly: says(Field::BillingSchedule, agreed_schedule::MONTHLY),
            group: [Field::Status, Field::Entity].map(|field| says(field, intercompany::GROUP)),
            places,
            tax_ids_usual: are_tax_ids_usual(book),
            service_first: is_service_first(book),
        }
    }

    pub(super) fn said(&self, text: &str) -> Option<State> {
        if let Some(known) = self.known.borrow().get(text) {
            return *known;
        }
        let state = state(text);
        self.known.borrow_mut().insert(text.to_owned(), state);
        state
    }

    pub(super) fn is_monthly(&self, customer: Customer) -> bool {
        self.monthly.of(customer.0) == Some(&true)
    }

    pub(super) fn is_of_group(&self, customer: Customer) -> bool {
        self.group.iter().any(|says| says.of(customer.0) == Some(&true))
    }

    /// From a place to itself, where local deliveries are not what this house does.
    pub(super) fn goes_nowhere(&self, job: Job) -> bool {
        !self.local_usual && stays(&self.places, job)
    }
}

fn stays(places: &[Spellings<u32>; 2], job: Job) -> bool {
    let [from, to] = places.each_ref().map(|places| places.of(job.0));
    from.is_some() && from == to
}

/// Slips are rare: of a hundred jobs at most one, and one of a short list.
fn are_local_usual(book: &Book, places: &[Spellings<u32>; 2]) -> bool {
    let local = book.jobs().filter(|job| stays(places, *job)).count();
    local > 1 && local * 100 > book.jobs().count()
}

/// Nine in ten.
fn is_usual(count: usize, all: usize) -> bool {
    count * 10 >= all * 9
}

fn are_tax_ids_usual(book: &Book) -> bool {
    let customers = book.customers().filter(|customer| customer.0.has(Field::TaxId));
    let (with, without): (Vec<Customer>, Vec<Customer>) =
        customers.partition(|customer| customer.0.text(Field::TaxId).is_some());
    // Of a short list one may lack it.
    !with.is_empty() && (is_usual(with.len(), with.len() + without.len()) || without.len() == 1)
}

fn is_service_first(book: &Book) -> bool {
    const DATED_MIN: usize = 8;
    if !book.has_column(Kind::Jobs, Field::ServiceDate) {
        return false;
    }
    let days = book
        .jobs()
        .filter_map(|job| job.0.date(Field::ServiceDate).zip(job.0.date(Field::DeliveryDate)));
    let (mut all, mut first) = (0, 0);
    for (service, delivery) in days {
        all += 1;
        first += usize::from(service <= delivery);
    }
    all >= DATED_MIN && is_usual(first, all)
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// There, approved, released, closed, or not needed.
    Settled,
    /// Not there yet, open.
    Waiting,
    /// Sent back, failed.
    Refused,
    /// Contested, or no good as it is.
    Disputed,
}

/// The longest phrase that the text has decides: "not approved" is longer than "approved".
pub(super) fn state(text: &str) -> Option<State> {
    let said = Said::new(text);
    let phrases = WORDS.iter().flat_map(|(state, words)| words.iter().map(|word| (*word, *state)));
    let found = phrases.filter(|(word, _)| said.has(word) || said.is(word));
    let (longest, state) = found.max_by_key(|(word, _)| word.chars().count())?;
    // "Not yet released by the customer" stands in no list word for word.
    let is_denied = || {
        let denies = |word: &&&str| said.has(word) && !longest.contains(**word);
        ["not", "nicht", "non", "pas", "sin", "aun no", "isn t", "hasn t"]
            .iter()
            .any(|w| denies(&w))
    };
    Some(if state == State::Settled && is_denied() { State::Waiting } else { state })
}

// Packed: one word a line would hide the table. As `fold_word` folds them.
#[rustfmt::skip]
static WORDS: &[(State, &[&str])] = &[
    (State::Settled, &[
        "keine", "kein schaden", "beigefugt", "liegt vor", "vorhanden", "수령완료", "첨부됨", "승인됨", "已附上", "已通过", "已收齐", "无索赔",
        "approved", "released", "received", "attached", "ok", "okay", "closed", "settled", "accepted", "complete",
        "completed", "confirmed", "sent", "transferred", "delivered", "paid", "passed", "resolved", "not required",
        "not needed", "not applicable", "n a", "no claim", "no issue", "no deviation", "no excursion", "none", "yes", "y",
        "success", "successful",
        "승인", "승인완료", "완료", "수령", "접수완료", "첨부", "종결", "해당없음", "정상", "확인", "전송완료", "이상없음",
        "已批准", "已审批", "已收", "已收到", "已附", "已关闭", "已结案", "已完成", "已确认", "正常", "无", "不适用", "已放行", "通过",
        "genehmigt", "freigegeben", "erhalten", "erledigt", "abgeschlossen", "bestatigt", "nicht erforderlich",
        "approuve", "approuvee", "recu", "recue", "clos", "close", "cloture", "cloturee", "termine", "terminee", "confirme", "confirmee",
        "accepte", "acceptee", "valide", "validee", "signe", "signee", "joint", "jointe", "conforme", "recibida", "aprobada",
        "aprobado", "recibido", "cerrado", "confirmado",
    ]),
    (State::Waiting, &[
        "awaited", "to be confirmed", "tbc", "nicht beigefugt", "liegt nicht vor", "abgegrenzt", "in prufung", "gesperrt", "검토중", "검토 중", "검토", "미비", "예정", "审核中", "未审核", "待确认", "待审核", "预提", "超温", "not yet received", "not received yet",
        "pending", "open", "missing", "awaiting", "waiting", "requested", "outstanding", "not received", "not approved",
        "not attached", "not released", "not confirmed", "not available", "not closed", "draft", "in progress", "in review",
        "under review", "under investigation", "accrued", "accrual", "accrual only", "estimate", "estimated", "hold",
        "on hold", "submitted", "no", "n", "deviation", "excursion", "deviation open", "excursion open", "unapproved",
        "미승인", "승인대기", "대기", "미수령", "미접수", "미첨부", "미확정", "진행중", "처리중", "보류", "요청", "없음", "이탈", "조사중",
        "待审批", "待批准", "未批准", "未收到", "未到", "待处理", "处理中", "缺失", "未附", "未确认", "未放行", "暂估", "偏差", "超标",
        "offen", "ausstehend", "fehlt", "angefordert", "in bearbeitung", "nicht genehmigt", "nicht erhalten",
        "en attente", "manquant", "manquante", "non recu", "non recue", "non approuve", "non approuvee", "en cours", "ouvert", "ouverte",
        "a valider", "a recevoir", "non signe", "non signee", "non joint", "non jointe", "non valide", "non validee", "non conforme",
        "non conformite", "pas encore recu", "pas encore recue", "no recibida", "no aprobada", "pendiente", "falta", "no recibido", "no aprobado",
    ]),
    (State::Refused, &[
        "hangt", "abgewiesen", "blocked", "중단", "미전송", "卡住", "中断", "拒收", "未通过",
        "rejected", "refused", "declined", "denied", "failed", "failure", "error", "returned", "invalid", "not accepted",
        "stuck", "not sent", "timeout",
        "반려", "거절", "거부", "실패", "오류", "에러", "부결",
        "驳回", "被拒", "拒绝", "失败", "错误", "退回", "异常",
        "abgelehnt", "fehler", "fehlgeschlagen", "zuruckgewiesen", "rejete", "rejetee", "refuse", "refusee", "echec", "erreur",
        "rechazada",
        "rechazado", "fallido",
    ]),
    (State::Disputed, &[
        "damage", "damage reported", "disputing", "contesting", "reklamiert", "in klarung", "schaden gemeldet", "bestritten", "파손", "이의제기", "货损", "争议中", "破损", "纠纷",
        "disputed", "in dispute", "dispute", "contested", "illegible", "unreadable", "damaged", "incomplete", "queried",
        "분쟁", "이의", "판독불가", "불명확", "불일치",
        "争议", "有异议", "不清", "模糊", "不清晰", "无法辨认",
        "strittig", "unleserlich", "beanstandet", "litige", "en litige", "conteste", "contestee", "illisible", "disputado", "ilegible",
        "en disputa",
    ]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_languages_and_the_longest_phrase() {
        for (text, wanted) in [
            ("Approved", State::Settled),
            ("Not approved", State::Waiting),
            ("승인완료", State::Settled),
            ("승인대기", State::Waiting),
            ("미승인", State::Waiting),
            ("已批准", State::Settled),
            ("未批准", State::Waiting),
            ("Portal: rejected (E104)", State::Refused),
            ("驳回", State::Refused),
            ("Illegible copy", State::Disputed),
            ("有异议", State::Disputed),
            ("nicht genehmigt", State::Waiting),
            ("Non reçu", State::Waiting),
            ("No aprobado", State::Waiting),
            ("N/A", State::Settled),
            ("No claim", State::Settled),
        ] {
            assert_eq!(state(text), Some(wanted), "{text}");
        }
        assert_eq!(state("ask Kim"), None);
        assert_eq!(state(""), None);
    }

    #[test]
    fn every_word_is_folded_and_stands_once() {
        let words: Vec<&str> = WORDS.iter().flat_map(|(_, words)| words.iter().copied()).collect();
        for word in &words {
            assert_eq!(crate::base::fold_word(word), *word);
            assert_eq!(words.iter().filter(|other| *other == word).count(), 1, "{word}");
        }
    }
}
