//! CUS-05: there is no way to send the invoice: no channel, no address for the channel, or an address
//! that bounced. Where the list has addresses for few of its clients, a blank one says nothing.

use crate::base::{Severity, fold_word};
use crate::model::{Book, Owner, Row};
use crate::rules::billing::gone_out;
use crate::rules::placeholder::is_placeholder;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "CUS-05",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Customer,
    owner: Owner::MasterData,
    needs: &[Need::AnyColumn(&[
        (Kind::Customers, Field::DeliveryChannel),
        (Kind::Customers, Field::Email),
    ])],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let usual = [Field::Email, Field::DeliveryChannel].map(|field| is_usual(case.book, field));
    let gone_out = gone_out(case);
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        if gone_out(&invoice) {
            continue;
        }
        let asked = [Field::Email, Field::DeliveryChannel].map(|f| invoice.customer_asking(f));
        let [Some(mail), Some(channel)] = asked else { continue };
        let Some((field, state)) = missing(mail.0, channel.0, usual) else { continue };
        let customer = if field == Field::Email { mail } else { channel };
        let Some(row) = invoice.any_row() else { continue };
        let mut finding = findings
            .at(row.customer_source(), invoice.key())
            .arg("invoice", invoice.no())
            .arg("customer", invoice.customer_label().unwrap_or_default())
            .arg("field", Arg::term(field.word()))
            .arg("state", Arg::term(state))
            .stake(invoice.worth())
            .evidence("evidence-customer-list", customer.0.source(field))
            .of_invoice(Some(invoice));
        if let Some(text) = customer.0.text(field) {
            finding = finding.found(text);
        }
        findings.push(finding);
    }
}

/// At least half of the clients have something in the column.
fn is_usual(book: &Book, field: Field) -> bool {
    let (mut all, mut filled) = (0, 0);
    for customer in book.customers().filter(|customer| customer.0.has(field)) {
        all += 1;
        filled += usize::from(customer.0.text(field).is_some());
    }
    all > 0 && filled * 2 >= all
}

/// The column that lacks something, and what.
fn missing(mail: Row, way: Row, [email, channel]: [bool; 2]) -> Option<(Field, &'static str)> {
    let address = mail.text(Field::Email);
    if address.is_some_and(has_bounced) {
        return Some((Field::Email, "channel-bounced"));
    }
    let sent_by = way.text(Field::DeliveryChannel);
    let folded = sent_by.map(fold_word);
    let says = |words: &[&str]| {
        folded.as_deref().is_some_and(|text| words.iter().any(|word| text.contains(word)))
    };
    let by_mail = says(&["mail", "이메일", "메일", "邮件", "邮箱", "courriel", "correo"]);
    let other_way = sent_by.is_some_and(|text| !is_placeholder(text)) && !by_mail;
    if other_way {
        return None;
    }
    // The channel itself may be the address.
    let address = address.or(sent_by.filter(|text| text.contains('@')));
    match address {
        Some(text) if is_address(text) => None,
        Some(_) => Some((Field::Email, "channel-no-address")),
        None if by_mail && mail.has(Field::Email) => Some((Field::Email, "channel-missing")),
        None if by_mail => None,
        None if way.has(Field::DeliveryChannel) && channel => {
            Some((Field::DeliveryChannel, "channel-missing"))
        }
        None if mail.has(Field::Email) && email && !way.has(Field::DeliveryChannel) => {
            Some((Field::Email, "channel-missing"))
        }
        None => None,
    }
}

/// `ap@calder.example; billing@…`: at least one is an address.
fn is_address(text: &str) -> bool {
    let parts = text.split([';', ',', ' ', '/', '<', '>', '\n']);
    parts.into_iter().any(|part| {
        let (name, host) = part.split_once('@').unwrap_or_default();
        !name.is_empty() && host.contains('.') && !host.ends_with('.') && !host.contains('@')
    })
}

fn has_bounced(text: &str) -> bool {
    let folded = fold_word(text);
    ["bounced", "undeliverable", "반송", "수신불가", "退信", "unzustellbar", "rebotado"]
        .iter()
        .any(|word| folded.contains(word))
}
