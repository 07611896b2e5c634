//! The house's own rules: thresholds and dates that a client may set. Every default is stated here.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{AgeingPolicy, Book, Bound, Charge, OwnRule, ReceiptTolerance, Tolerance};
use crate::base::{Currency, Date, Decimal, Rounding, Severity, fold_word};

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Policy {
    /// The day the work is judged by. Without it, checks that need a date are not run.
    pub as_of: Option<Date>,
    /// First day of the period that is being billed; with it, the roll-forward knows "new".
    pub period_from: Option<Date>,
    /// Last day of the last closed period: an invoice dated on or before it is a finding (DAT-01).
    pub closed_through: Option<Date>,
    /// A unit price may differ from the contracted rate by this share. Default 0.
    pub price_tolerance: Decimal,
    /// The same in four values: above and below, share and amount. Default none.
    pub price_tolerances: Tolerance,
    /// Of a client, by number or name; it stands instead of the house's own.
    pub client_tolerances: BTreeMap<String, Tolerance>,
    /// What a receipt may be off, by currency. Default one unit of it, at most half a percent.
    pub receipt_tolerances: BTreeMap<String, ReceiptTolerance>,
    /// Of a client, by number or name; it stands instead of the currency's.
    pub client_receipt_tolerances: BTreeMap<String, ReceiptTolerance>,
    /// Shares of what is open that payers withhold as tax. Default 3.3, 10, 15 and 20 %.
    pub withheld_shares: Vec<Decimal>,
    /// Shares that payers take as a cash discount, where the terms of an invoice are not known.
    /// Default 1, 1.5, 2, 2.5, 3 and 5 %.
    pub discount_shares: Vec<Decimal>,
    /// A cash discount may be taken so long after its last day. Days.
    pub discount_grace_days: i64,
    /// Fees that banks keep back of what was sent, in units of its currency. Default 15 to 40 in
    /// steps of 5.
    pub bank_fees: Vec<Decimal>,
    /// How the house rounds. Set, line amounts and tax must agree with it to the minor unit; by
    /// default any usual way of rounding is accepted.
    pub rounding: Option<Rounding>,
    /// Tax is rounded on each line and then added, not once on the document. Default no.
    pub tax_rounded_per_line: bool,
    /// Tax may differ from taxable × rate by this many minor units for each line. Default 1.
    pub tax_minor_units_per_line: i64,
    /// A job billed below this share of its expected value is partly billed. Default 1.
    pub full_billing_share: Decimal,
    /// A service may be billed this long after it was done (DAT-07). Days.
    pub late_billing_days: i64,
    /// A job billed in full should bring at least this share of its bill over its cost (PRC-15).
    pub margin_floor: Decimal,
    /// A credit note of this amount or more needs an approval (CRB-06). Default 0: every one.
    pub credit_approval_from: Decimal,
    /// A dispute that was decided for the client is credited within this time (CRB-08). Days.
    pub credit_after_dispute_days: i64,
    /// Accounts that invoices may ask to be paid to, where the customer list names none (CMP-07).
    pub remit_to_accounts: Vec<String>,
    /// An exchange rate may differ from the agreed source by this share (FX-03). Default 0.
    pub fx_tolerance: Decimal,
    /// A rate of the source holds for so many days, over weekends and holidays (FX-03).
    pub fx_rate_age_days_max: i64,
    /// A charge that this share of a client's jobs of one service carry belongs on each (CMP-08).
    pub usual_charge_share: Decimal,
    /// Fewer jobs show no habit (CMP-08).
    pub usual_charge_jobs_min: u32,
    /// Volumetric divisor where the contract names none (PRC-09): cubic centimetres a kilogram, or
    /// kilograms a cubic metre. Default 0: only the contract's.
    pub volumetric_divisor: Decimal,
    /// Fewer charges of one customer, service and lane show no habit (STA-01, STA-03, STA-04), nor do
    /// fewer documents of one preparer (STA-07).
    pub statistics_count_min: u32,
    /// An amount is unusual so many median deviations off the median.
    pub statistics_deviations: Decimal,
    /// A month is unusual by this share above or below its six months before (STA-02).
    pub month_band_share: Decimal,
    /// Jobs older than this are marked. Days.
    pub old_job_days: i64,
    /// Days from Monday to Friday on which nobody works, by the calendar of the house.
    pub holidays: BTreeSet<Date>,
    /// Work that nobody has explained for more working days than this goes to the team lead.
    pub escalation_unknown_days: i64,
    /// Work that is open longer goes to the team lead, whatever the reason. Days.
    pub escalation_lead_days: i64,
    /// Work that is open longer goes to the manager. Days.
    pub escalation_manager_days: i64,
    /// Work above this amount goes to the manager. Default 0: no amount does.
    pub escalation_value: Decimal,
    /// A receipt above this amount is applied by a person, whatever proves it. Default 0: none is.
    pub auto_apply_amount: Decimal,
    /// Of what came in, at most this share is applied by machine in one run. Default 1: all.
    pub auto_apply_share: Decimal,
    /// How receivables are aged and chased.
    pub ageing: AgeingPolicy,
    /// Rules that the house has switched off; they are listed as not run.
    pub rules_off: Vec<String>,
    /// Severities that the house has set over those of the catalogue, by code of the rule.
    pub severities: BTreeMap<String, Severity>,
    /// Rules of the house's own, in order of their codes.
    pub own_rules: Vec<OwnRule>,
}

impl Default for Policy {
    fn default() -> Policy {
        Policy {
            as_of: None,
            period_from: None,
            closed_through: None,
            price_tolerance: Decimal::ZERO,
            price_tolerances: Tolerance::default(),
            client_tolerances: BTreeMap::new(),
            receipt_tolerances: BTreeMap::new(),
            client_receipt_tolerances: BTreeMap::new(),
            withheld_shares: per_mille(&[33, 100, 150, 200]),
            discount_shares: per_mille(&[10, 15, 20, 25, 30, 50]),
            discount_grace_days: 3,
            bank_fees: (3..=8).map(|fives| Decimal::from(5 * fives)).collect(),
            rounding: None,
            tax_rounded_per_line: false,
            tax_minor_units_per_line: 1,
            full_billing_share: Decimal::ONE,
            late_billing_days: 180,
            margin_floor: Decimal::ZERO,
            credit_approval_from: Decimal::ZERO,
            credit_after_dispute_days: 30,
            remit_to_accounts: Vec::new(),
            fx_tolerance: Decimal::ZERO,
            fx_rate_age_days_max: 7,
            usual_charge_share: Decimal::from_parts(95, 0, 0, false, 2),
            usual_charge_jobs_min: 20,
            volumetric_divisor: Decimal::ZERO,
            statistics_count_min: 8,
            statistics_deviations: Decimal::from_parts(6, 0, 0, false, 0),
            month_band_share: Decimal::from_parts(5, 0, 0, false, 1),
            old_job_days: 30,
            holidays: BTreeSet::new(),
            escalation_unknown_days: 5,
            escalation_lead_days: 30,
            escalation_manager_days: 60,
            escalation_value: Decimal::ZERO,
            auto_apply_amount: Decimal::ZERO,
            auto_apply_share: Decimal::ONE,
            ageing: AgeingPolicy::default(),
            rules_off: Vec::new(),
            severities: BTreeMap::new(),
            own_rules: Vec::new(),
        }
    }
}

fn per_mille(shares: &[u32]) -> Vec<Decimal> {
    shares.iter().map(|share| Decimal::from_parts(*share, 0, 0, false, 3).normalize()).collect()
}

impl Policy {
    /// Whether the house has switched the rule off.
    pub fn is_off(&self, rule: &str) -> bool {
        self.rules_off.iter().any(|code| code == rule)
    }

    /// The severity in force of a rule that comes with this one.
    pub fn severity(&self, rule: &str, own: Severity) -> Severity {
        self.severities.get(rule).copied().unwrap_or(own)
    }

    /// Keeps an own rule in the place of the one with its code.
    pub fn keep_own(&mut self, own: &OwnRule) {
        self.remove_own(&own.code);
        self.own_rules.push(own.clone());
        self.own_rules.sort_by(|a, b| a.code.cmp(&b.code));
    }

    pub fn remove_own(&mut self, code: &str) {
        self.own_rules.retain(|own| own.code != code);
    }

    /// What single currencies and clients may be off, in the order of [`Bound`].
    pub fn bands(&self) -> Vec<(Bound, String, Tolerance)> {
        fn of<T: Copy + Into<Tolerance>>(
            bound: Bound,
            all: &BTreeMap<String, T>,
        ) -> impl Iterator<Item = (Bound, String, Tolerance)> {
            all.iter().map(move |(of, band)| (bound, of.clone(), (*band).into()))
        }
        of(Bound::ReceiptsIn, &self.receipt_tolerances)
            .chain(of(Bound::ReceiptsOf, &self.client_receipt_tolerances))
            .chain(of(Bound::PricesOf, &self.client_tolerances))
            .collect()
    }

    /// Sets a band, or takes it away. `false`, and nothing changed, where `of` is no currency or blank.
    pub fn set_band(&mut self, bound: Bound, of: &str, band: Option<Tolerance>) -> bool {
        fn set<T>(all: &mut BTreeMap<String, T>, of: String, band: Option<T>) {
            // Another spelling of the same client is the same line.
            all.retain(|known, _| fold_word(known) != fold_word(&of));
            if let Some(band) = band {
                all.insert(of, band);
            }
        }
        let of = match bound {
            Bound::ReceiptsIn => Currency::parse(of).map(|currency| currency.code().to_owned()),
            Bound::ReceiptsOf | Bound::PricesOf => Some(of.trim().to_owned()),
        };
        let Some(of) = of.filter(|of| !of.is_empty()) else { return false };
        match bound {
            Bound::ReceiptsIn => set(&mut self.receipt_tolerances, of, band.map(Into::into)),
            Bound::ReceiptsOf => set(&mut self.client_receipt_tolerances, of, band.map(Into::into)),
            Bound::PricesOf => set(&mut self.client_tolerances, of, band),
        }
        true
    }

    /// Rules that are off stand in order, so that the way there does not show.
    pub fn switch(&mut self, rule: &str, on: bool) {
        self.rules_off.retain(|code| code != rule);
        if !on {
            self.rules_off.push(rule.to_owned());
            self.rules_off.sort();
        }
    }

    /// What a price of this charge may be off by: the client's values, else the house's.
    pub fn tolerance(&self, book: &Book, charge: Charge) -> Tolerance {
        let own = self.client_tolerance(book, charge);
        own.unwrap_or_else(|| {
            let house = self.price_tolerances;
            Tolerance {
                over_share: house.over_share.max(self.price_tolerance),
                under_share: house.under_share.max(self.price_tolerance),
                ..house
            }
        })
    }

    fn client_tolerance(&self, book: &Book, charge: Charge) -> Option<Tolerance> {
        if self.client_tolerances.is_empty() {
            return None;
        }
        let invoice = charge.invoice_no().and_then(|no| book.invoice(no))?;
        let names = [invoice.customer_no(), invoice.customer_name(), invoice.customer_label()];
        names.into_iter().flatten().map(fold_word).find_map(|name| {
            let mut known = self.client_tolerances.iter();
            known.find(|(client, _)| fold_word(client) == name).map(|(_, own)| *own)
        })
    }
}
