//! The house's settings: thresholds of the [`Policy`] that a screen can show and set, and which rules
//! each concerns. A new threshold is its field in the policy, its words and one line in the slice.
//!
//! Not here: switching a rule off and its severity, which every rule has. Invariant: what
//! [`Changed::between`] does not name comes out the same as before; a field that it does not know
//! concerns everything.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::base::{Date, Decimal};
use crate::model::{OwnRule, Policy};

/// How a threshold is written, and what its figure means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    Days,
    /// A share, written as percent.
    Percent,
    /// Several shares, written as percent, and several amounts.
    Percents,
    Amounts,
    /// In the currency of the line.
    Amount,
    MinorUnits,
    /// A plain figure.
    Figure,
    Date,
    Flag,
    /// One of these, or none of them; the words stand under `setting-choice-…`.
    Choice(&'static [&'static str]),
}

pub struct Setting {
    /// The field of the policy, parts of it after a dot. With `setting-` its word key.
    pub key: &'static str,
    pub unit: Unit,
    /// The rules that look at it.
    pub rules: &'static [&'static str],
    /// What else is derived with it, before the rules.
    pub feeds: &'static [Feeds],
}

/// What the rules are given beside the tables.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Feeds {
    Pricing,
    /// What of a price is let pass.
    Verdicts,
    Unbilled,
    /// Who decides about a match.
    Matching,
    /// Only how something is shown.
    Screens,
}

const fn of(
    key: &'static str,
    unit: Unit,
    rules: &'static [&'static str],
    feeds: &'static [Feeds],
) -> Setting {
    Setting { key, unit, rules, feeds }
}

static ROUNDINGS: &[&str] = &["half_up", "half_even", "truncate"];
static PRICES: &[&str] = &["PRC-02", "PRC-03", "PRC-06", "PRC-07", "PRC-08"];

/// In the order in which a person would look for them.
#[rustfmt::skip]
pub static SETTINGS: &[Setting] = &[
    of("period_from", Unit::Date, &[], &[Feeds::Unbilled]),
    of("closed_through", Unit::Date, &["DAT-01"], &[Feeds::Matching]),
    of("late_billing_days", Unit::Days, &["DAT-07"], &[Feeds::Unbilled]),
    of("credit_approval_from", Unit::Amount, &["CRB-06", "STA-07"], &[]),
    of("credit_after_dispute_days", Unit::Days, &["CRB-08"], &[]),
    of("old_job_days", Unit::Days, &[], &[Feeds::Screens]),
    of("escalation_unknown_days", Unit::Days, &[], &[Feeds::Unbilled]),
    of("escalation_lead_days", Unit::Days, &[], &[Feeds::Unbilled]),
    of("escalation_manager_days", Unit::Days, &[], &[Feeds::Unbilled]),
    of("escalation_value", Unit::Amount, &[], &[Feeds::Unbilled]),
    of("auto_apply_amount", Unit::Amount, &[], &[Feeds::Matching]),
    of("auto_apply_share", Unit::Percent, &[], &[Feeds::Matching]),
    of("withheld_shares", Unit::Percents, &[], &[Feeds::Matching]),
    of("discount_shares", Unit::Percents, &[], &[Feeds::Matching]),
    of("discount_grace_days", Unit::Days, &[], &[Feeds::Matching]),
    of("bank_fees", Unit::Amounts, &[], &[Feeds::Matching]),
    of("full_billing_share", Unit::Percent, &[], &[Feeds::Unbilled]),
    of("price_tolerance", Unit::Percent, PRICES, &[Feeds::Verdicts]),
    of("price_tolerances.over_share", Unit::Percent, PRICES, &[Feeds::Verdicts]),
    of("price_tolerances.over_amount", Unit::Amount, PRICES, &[Feeds::Verdicts]),
    of("price_tolerances.under_share", Unit::Percent, PRICES, &[Feeds::Verdicts]),
    of("price_tolerances.under_amount", Unit::Amount, PRICES, &[Feeds::Verdicts]),
    of("usual_charge_share", Unit::Percent, &["CMP-08"], &[]),
    of("usual_charge_jobs_min", Unit::Figure, &["CMP-08"], &[]),
    of("volumetric_divisor", Unit::Figure, &["PRC-08", "PRC-09"], &[Feeds::Pricing]),
    of("margin_floor", Unit::Percent, &["PRC-15"], &[]),
    of("rounding", Unit::Choice(ROUNDINGS), &["ARI-01", "ARI-04", "ARI-10", "TAX-01"], &[]),
    of("tax_rounded_per_line", Unit::Flag, &["TAX-01"], &[]),
    of("tax_minor_units_per_line", Unit::MinorUnits, &["TAX-01", "ARI-04"], &[]),
    of("statistics_count_min", Unit::Figure, &["STA-01", "STA-03", "STA-04", "STA-07"], &[]),
    of("statistics_deviations", Unit::Figure, &["STA-01", "STA-03", "STA-04"], &[]),
    of("month_band_share", Unit::Percent, &["STA-02"], &[]),
    of("fx_tolerance", Unit::Percent, &["FX-03"], &[]),
    of("fx_rate_age_days_max", Unit::Days, &["FX-03", "FX-04"], &[]),
];

/// Fields of the policy that are set elsewhere: each with the reason why no line stands above.
pub static SET_ELSEWHERE: &[&str] = &[
    "as_of",
    "ageing",
    "client_tolerances",
    "client_receipt_tolerances",
    "receipt_tolerances",
    "holidays",
    "own_rules",
    "remit_to_accounts",
    "rules_off",
    "severities",
];

impl Setting {
    pub fn find(key: &str) -> Option<&'static Setting> {
        SETTINGS.iter().find(|setting| setting.key == key)
    }

    pub fn word(&self) -> String {
        format!("setting-{}", self.key.replace(['.', '_'], "-"))
    }

    /// Word key of what the figure counts; `None` where it says so itself.
    pub fn unit_word(&self) -> Option<&'static str> {
        match self.unit {
            Unit::Days => Some("unit-days"),
            Unit::Percent | Unit::Percents => Some("unit-percent"),
            Unit::Amount | Unit::Amounts => Some("unit-amount"),
            Unit::MinorUnits => Some("unit-minor-units"),
            Unit::Date => Some("unit-date"),
            Unit::Figure | Unit::Flag | Unit::Choice(_) => None,
        }
    }

    /// As a person would write it: `180`, `2.5` for 2.5 %, `2026-10-31`, `yes`; empty for none.
    pub fn text(&self, policy: &Policy) -> String {
        self.write(&self.value(policy))
    }

    pub fn is_changed(&self, policy: &Policy) -> bool {
        self.value(policy) != self.value(&Policy::default())
    }

    /// Sets it to what a person wrote; `None` sets it back to the default. `false`, and nothing
    /// changed, when that is no value for it.
    pub fn set(&self, policy: &mut Policy, text: Option<&str>) -> bool {
        let value = match text {
            None => Some(self.value(&Policy::default())),
            Some(text) => self.read(text.trim()),
        };
        let (Some(value), Ok(mut whole)) = (value, serde_json::to_value(&*policy)) else {
            return false;
        };
        let Some(place) = whole.pointer_mut(&self.pointer()) else { return false };
        *place = value;
        match serde_json::from_value(whole) {
            Ok(changed) => {
                *policy = changed;
                true
            }
            Err(_) => false,
        }
    }

    fn pointer(&self) -> String {
        format!("/{}", self.key.replace('.', "/"))
    }

    fn value(&self, policy: &Policy) -> Value {
        // A policy is plain data: it always has a JSON form.
        let whole = serde_json::to_value(policy).unwrap_or_default();
        whole.pointer(&self.pointer()).cloned().unwrap_or_default()
    }

    fn write(&self, value: &Value) -> String {
        match (self.unit, value) {
            (Unit::Flag, Value::Bool(on)) => if *on { "yes" } else { "no" }.to_owned(),
            (Unit::Percent, Value::String(share)) => percent(share),
            (Unit::Percents, Value::Array(shares)) => list(shares, percent),
            (Unit::Amounts, Value::Array(amounts)) => list(amounts, str::to_owned),
            (_, Value::String(text)) => text.clone(),
            (_, Value::Number(number)) => number.to_string(),
            _ => String::new(),
        }
    }

    fn read(&self, text: &str) -> Option<Value> {
        let figure = || text.parse::<Decimal>().ok().filter(|figure| !figure.is_sign_negative());
        match self.unit {
            Unit::Days | Unit::MinorUnits => {
                text.parse::<u32>().ok().filter(|days| *days <= 100_000).map(Value::from)
            }
            Unit::Figure => match figure()? {
                whole if whole.is_integer() && !text.contains('.') => {
                    text.parse::<u32>().ok().map(Value::from)
                }
                figure => Some(Value::from(figure.to_string())),
            },
            // A floor may lie below nought; a tolerance below nought only finds more.
            Unit::Percent => share(text).map(Value::from),
            Unit::Percents => parts(text, share),
            Unit::Amounts => parts(text, |part| {
                let amount: Decimal = part.parse().ok()?;
                (amount > Decimal::ZERO).then(|| amount.to_string())
            }),
            Unit::Amount => figure().map(|amount| Value::from(amount.to_string())),
            Unit::Date if text.is_empty() => Some(Value::Null),
            Unit::Date => text.parse::<Date>().ok().map(|day| Value::from(day.to_string())),
            Unit::Flag => match text {
                "yes" => Some(Value::Bool(true)),
                "no" => Some(Value::Bool(false)),
                _ => None,
            },
            Unit::Choice(_) if text.is_empty() => Some(Value::Null),
            Unit::Choice(known) => known.contains(&text).then(|| Value::from(text)),
        }
    }
}

/// `0.025` as `2.5`.
fn percent(share: &str) -> String {
    share.parse::<Decimal>().map_or_else(
        |_| share.to_owned(),
        |share| (share * Decimal::ONE_HUNDRED).normalize().to_string(),
    )
}

/// `2.5` and `2.5 %` as `0.025`.
fn share(percent: &str) -> Option<String> {
    let share = percent.trim_end_matches('%').trim().parse::<Decimal>().ok()?;
    let share = share.checked_div(Decimal::ONE_HUNDRED)?.normalize();
    (share.abs() <= Decimal::ONE_THOUSAND).then(|| share.to_string())
}

/// `3.3, 10, 15`
fn list(values: &[Value], write: impl Fn(&str) -> String) -> String {
    let texts = values.iter().filter_map(Value::as_str).map(write);
    texts.collect::<Vec<_>>().join(", ")
}

/// Each part of a list, or nothing where one cannot be read.
fn parts(text: &str, read: impl Fn(&str) -> Option<String>) -> Option<Value> {
    let parts = text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
    let values: Option<Vec<Value>> = parts.map(|part| read(part).map(Value::from)).collect();
    values.map(Value::Array)
}

/// What a change of the policy concerns.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Changed {
    pub everything: bool,
    pub pricing: bool,
    pub verdicts: bool,
    pub unbilled: bool,
    pub matching: bool,
    /// Rules that must run again whatever they looked at.
    pub rules: BTreeSet<String>,
}

impl Changed {
    pub fn between(before: &Policy, now: &Policy) -> Changed {
        let mut changed = Changed::default();
        if before == now {
            return changed;
        }
        let (Ok(Value::Object(a)), Ok(Value::Object(b))) =
            (serde_json::to_value(before), serde_json::to_value(now))
        else {
            return Changed { everything: true, ..changed };
        };
        for (field, value) in &b {
            if a.get(field) != Some(value) {
                changed.field(field, before, now);
            }
        }
        changed
    }

    pub fn concerns(&self, rule: &str) -> bool {
        self.everything || self.rules.contains(rule)
    }

    fn field(&mut self, field: &str, before: &Policy, now: &Policy) {
        match field {
            "rules_off" => {
                let (a, b) = (set(&before.rules_off), set(&now.rules_off));
                self.rules.extend(a.symmetric_difference(&b).map(|code| (*code).to_owned()));
            }
            "severities" => {
                let codes = before.severities.keys().chain(now.severities.keys());
                let differ =
                    codes.filter(|code| before.severities.get(*code) != now.severities.get(*code));
                self.rules.extend(differ.cloned());
            }
            "own_rules" => {
                let own = before.own_rules.iter().chain(&now.own_rules);
                let stays = |rule: &&OwnRule| {
                    before.own_rules.contains(rule) && now.own_rules.contains(rule)
                };
                self.rules.extend(own.filter(|o| !stays(o)).map(|own| own.code.clone()));
            }
            "client_tolerances" => self.threshold("price_tolerances"),
            // Receivables are aged beside the checks.
            "ageing" => {}
            "receipt_tolerances" | "client_receipt_tolerances" => self.matching = true,
            _ => self.threshold(field),
        }
    }

    fn threshold(&mut self, field: &str) {
        let mut known = false;
        let own = |setting: &&Setting| setting.key.split('.').next() == Some(field);
        for setting in SETTINGS.iter().filter(own) {
            known = true;
            self.rules.extend(setting.rules.iter().map(|code| (*code).to_owned()));
            self.pricing |= setting.feeds.contains(&Feeds::Pricing);
            self.verdicts |= setting.feeds.contains(&Feeds::Verdicts);
            self.unbilled |= setting.feeds.contains(&Feeds::Unbilled);
            self.matching |= setting.feeds.contains(&Feeds::Matching);
        }
        self.everything |= !known;
    }
}

fn set(codes: &[String]) -> BTreeSet<&str> {
    codes.iter().map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_takes_what_it_shows_and_goes_back() {
        for setting in SETTINGS {
            let mut policy = Policy::default();
            let shown = setting.text(&policy);
            assert!(setting.set(&mut policy, Some(&shown)), "{}: {shown:?}", setting.key);
            assert!(!setting.is_changed(&policy), "{}", setting.key);
            let other = match setting.unit {
                Unit::Days | Unit::MinorUnits | Unit::Figure => "9",
                Unit::Percent | Unit::Amount | Unit::Percents | Unit::Amounts => "2.5",
                Unit::Date => "2026-10-31",
                Unit::Flag => "yes",
                Unit::Choice(known) => known[0],
            };
            assert!(setting.set(&mut policy, Some(other)), "{}", setting.key);
            assert!(setting.is_changed(&policy), "{}", setting.key);
            assert_eq!(setting.text(&policy), other, "{}", setting.key);
            assert!(!setting.set(&mut policy, Some("six of one")), "{}", setting.key);
            assert!(setting.set(&mut policy, None) && policy == Policy::default());
        }
    }

    #[test]
    fn a_change_names_what_it_concerns() {
        let house = Policy::default();
        let late = Policy { late_billing_days: 90, ..Policy::default() };
        let changed = Changed::between(&house, &late);
        assert!(changed.concerns("DAT-07") && !changed.concerns("ID-01") && !changed.pricing);
        let off = Policy { rules_off: vec!["ID-01".to_owned()], ..Policy::default() };
        assert_eq!(Changed::between(&house, &off).rules.len(), 1);
        let dated = Policy { as_of: Date::from_ymd_opt(2026, 11, 6), ..Policy::default() };
        assert!(Changed::between(&house, &dated).everything);
    }
}
