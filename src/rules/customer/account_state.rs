//! What the customer list says about an account: closed, on hold. Shared by CUS-02 and CUS-11.

use crate::base::fold_word;
use crate::model::Customer;
use crate::table::Field;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AccountState {
    Closed,
    OnHold,
}

/// `None` for an account in use, and for words that are not known.
pub fn account_state(customer: Customer) -> Option<AccountState> {
    let status = fold_word(customer.0.text(Field::Status)?);
    let says = |words: &[&str]| words.iter().any(|word| status.contains(word));
    if says(&["not ", "no hold", "never", "re opened", "reopened"]) {
        return None;
    }
    let closed = [
        "closed",
        "inactive",
        "terminated",
        "merged",
        "dormant",
        "deleted",
        "ceased",
        "폐업",
        "해지",
        "비활성",
        "종료",
        "합병",
        "停用",
        "关闭",
        "注销",
        "合并",
        "geschlossen",
        "inaktiv",
        "ferme",
        "inactif",
        "cerrad",
        "inactiv",
    ];
    let held = [
        "hold",
        "suspend",
        "blocked",
        "stopped",
        "보류",
        "정지",
        "거래중지",
        "冻结",
        "暂停",
        "gesperrt",
        "bloque",
        "suspendid",
    ];
    match () {
        () if says(&closed) => Some(AccountState::Closed),
        () if says(&held) => Some(AccountState::OnHold),
        () => None,
    }
}
