//! The list of rules. A new rule is its file, one `mod` line and one line in the slice.

use serde::{Deserialize, Serialize};

use super::{Case, Findings, own_code};
use super::{arithmetic, completeness, credit, currency, customer, dates, identity, price};
use super::{references, sequence, statistics, tax};
use crate::base::Severity;
use crate::model::Owner;
use crate::table::{Field, Kind};
use crate::words::{self, Arg, Args, Lang};

/// What a rule must have to run at all.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Need {
    Table(Kind),
    Column(Kind, Field),
    /// At least one of these columns.
    AnyColumn(&'static [(Kind, Field)]),
    /// The policy's as-of date.
    AsOf,
    /// What no column stands for: rows that agree among themselves. The word key says what.
    Agreement(&'static str),
}

/// The sections of the catalogue (rule catalogue A1 to A12); the facet on the findings screen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    Identity,
    Completeness,
    Arithmetic,
    Price,
    Tax,
    Currency,
    Dates,
    Customer,
    References,
    Credit,
    Statistics,
    Sequence,
    /// The house's own.
    Own,
}

pub struct Rule {
    /// Never reused, never renamed: decisions and reports refer to it.
    pub code: &'static str,
    /// Version of the product in which it appeared.
    pub since: &'static str,
    pub severity: Severity,
    pub topic: Topic,
    /// Who has to put it right.
    pub owner: Owner,
    /// All of these, or the rule is listed as not run.
    pub needs: &'static [Need],
    pub check: fn(&Case, &mut Findings),
}

/// In the order of the catalogue, one line a rule.
#[rustfmt::skip]
pub static RULES: &[&Rule] = &[
    &identity::number_missing::RULE,
    &identity::number_twice::RULE,
    &identity::sent_before::RULE,
    &identity::invoice_twice::RULE,
    &identity::charge_twice::RULE,
    &identity::number_alike::RULE,
    &identity::line_twice::RULE,
    &identity::check_digit::RULE,
    &identity::number_shared::RULE,
    &completeness::field_missing::RULE,
    &completeness::no_lines::RULE,
    &completeness::no_header::RULE,
    &completeness::no_description::RULE,
    &completeness::address_missing::RULE,
    &completeness::tax_id_missing::RULE,
    &completeness::remit_to_differs::RULE,
    &completeness::charge_absent::RULE,
    &completeness::placeholder_left::RULE,
    &completeness::broken_cell::RULE,
    &completeness::document_missing::RULE,
    &arithmetic::line_amount::RULE,
    &arithmetic::lines_total::RULE,
    &arithmetic::gross_amount::RULE,
    &arithmetic::tax_total::RULE,
    &arithmetic::amount_due::RULE,
    &arithmetic::digits::RULE,
    &arithmetic::sign::RULE,
    &arithmetic::unit_mismatch::RULE,
    &arithmetic::percent_base::RULE,
    &arithmetic::rounding_step::RULE,
    &arithmetic::amount_in_words::RULE,
    &price::rate_missing::RULE,
    &price::rates_overlap::RULE,
    &price::price_differs::RULE,
    &price::rate_ended::RULE,
    &price::rate_early::RULE,
    &price::minimum_missed::RULE,
    &price::maximum_exceeded::RULE,
    &price::weight_break::RULE,
    &price::chargeable_weight::RULE,
    &price::fuel_differs::RULE,
    &price::no_event::RULE,
    &price::discount_wrong::RULE,
    &price::priced_at_nought::RULE,
    &price::other_currency::RULE,
    &price::below_cost::RULE,
    &tax::tax_amount::RULE,
    &tax::rate_unknown::RULE,
    &tax::place_of_supply::RULE,
    &tax::reason_missing::RULE,
    &tax::buyer_id_missing::RULE,
    &tax::tax_id_wrong::RULE,
    &tax::pass_through_taxed::RULE,
    &tax::issued_late::RULE,
    &tax::correction_unexplained::RULE,
    &tax::fapiao::RULE,
    &currency::not_agreed::RULE,
    &currency::mixed::RULE,
    &currency::rate_differs::RULE,
    &currency::rate_slipped::RULE,
    &currency::local_amount::RULE,
    &dates::period_wrong::RULE,
    &dates::due_not_by_terms::RULE,
    &dates::due_before_invoice::RULE,
    &dates::terms_not_agreed::RULE,
    &dates::service_outside::RULE,
    &dates::billed_before_pod::RULE,
    &dates::billed_late::RULE,
    &dates::period_gap::RULE,
    &dates::pro_ration::RULE,
    &dates::order_open::RULE,
    &dates::date_improbable::RULE,
    &customer::not_listed::RULE,
    &customer::account_closed::RULE,
    &customer::other_party::RULE,
    &customer::split_broken::RULE,
    &customer::no_channel::RULE,
    &customer::format_differs::RULE,
    &customer::cut_off_missed::RULE,
    &customer::charge_excluded::RULE,
    &customer::order_exceeded::RULE,
    &customer::sources_contradict::RULE,
    &customer::account_on_hold::RULE,
    &references::po_missing::RULE,
    &references::po_of_other_customer::RULE,
    &references::order_ended::RULE,
    &references::job_unknown::RULE,
    &references::job_of_other_customer::RULE,
    &references::project_missing::RULE,
    &references::signature_missing::RULE,
    &references::weight_differs::RULE,
    &references::contact_left::RULE,
    &credit::original_missing::RULE,
    &credit::credited_too_much::RULE,
    &credit::credit_differs::RULE,
    &credit::rebilled_uncredited::RULE,
    &credit::not_rebilled::RULE,
    &credit::not_approved::RULE,
    &credit::credit_rounding::RULE,
    &credit::dispute_not_credited::RULE,
    &statistics::amount_unusual::RULE,
    &statistics::month_unusual::RULE,
    &statistics::factor_off::RULE,
    &statistics::rate_unusual::RULE,
    &statistics::charge_gone::RULE,
    &statistics::charge_new::RULE,
    &statistics::round_amounts::RULE,
    &sequence::number_gap::RULE,
    &sequence::date_order::RULE,
    &sequence::year_differs::RULE,
    &sequence::void_without_record::RULE,
];

pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code).copied().or_else(|| own_code(code))
}

impl Need {
    /// What is missing when it is not met, for people.
    pub fn text(&self, lang: Lang) -> String {
        let kind_word = |kind: Kind| Arg::term(kind.word());
        match *self {
            Need::Table(kind) => {
                words::say(lang, "need-table", &Args::new().with("kind", kind_word(kind)))
            }
            Need::Column(kind, field) => column_text(lang, kind, field),
            Need::AnyColumn(any) => {
                let columns: Vec<String> =
                    any.iter().map(|&(kind, field)| column_text(lang, kind, field)).collect();
                let args = Args::new().with("columns", Arg::List(columns));
                words::say(lang, "need-any-column", &args)
            }
            Need::AsOf => words::text(lang, "need-as-of"),
            Need::Agreement(what) => words::text(lang, what),
        }
    }
}

fn column_text(lang: Lang, kind: Kind, field: Field) -> String {
    let args =
        Args::new().with("kind", Arg::term(kind.word())).with("field", Arg::term(field.word()));
    words::say(lang, "need-column", &args)
}

impl Topic {
    pub fn word(self) -> &'static str {
        match self {
            Topic::Identity => "topic-identity",
            Topic::Completeness => "topic-completeness",
            Topic::Arithmetic => "topic-arithmetic",
            Topic::Price => "topic-price",
            Topic::Tax => "topic-tax",
            Topic::Currency => "topic-currency",
            Topic::Dates => "topic-dates",
            Topic::Customer => "topic-customer",
            Topic::References => "topic-references",
            Topic::Credit => "topic-credit",
            Topic::Statistics => "topic-statistics",
            Topic::Sequence => "topic-sequence",
            Topic::Own => "topic-own",
        }
    }
}
