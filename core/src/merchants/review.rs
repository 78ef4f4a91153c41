//! Changes the defaults of payment methods in two steps: review what would change, then apply exactly that.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::error::{Error, Fault};
use crate::ids::IdempotencyKey;
use crate::params::{Metadata, check_one_of};
use crate::schema::{data, parameters};

use super::configuration::is_method_name;
use super::method::PaymentMethod;
use super::setting::WantedMethod;
use super::{
    CapabilityStatus, MethodPreference, MethodState, PaymentMethodConfiguration,
    UpdatePaymentMethodConfiguration,
};

data! {
    given
    /// A merchant as a review needs it: its child configuration and its capabilities.
    #[derive(Clone, Default, PartialEq, Eq)]
    pub struct MerchantMethods {
        /// `acct_…`
        pub account: String,
        /// The merchant's child of the platform's configuration.
        pub configuration: PaymentMethodConfiguration,
        /// `Account::capabilities`: each capability's status by its name.
        pub capabilities: Metadata,
    }
}

data! {
    /// The effect of a change of defaults. Create a review with [`Review::of`], show it, and pass it to
    /// [`Review::remaining`] once it is approved.
    ///
    /// Between the two steps it can be stored: [`Review::save`] and [`Review::resume`]. It contains no
    /// secret.
    #[derive(Clone, Default, PartialEq, Eq, Serialize)]
    pub struct Review {
        /// The platform's configuration, `pmc_…`.
        pub configuration: String,
        /// The defaults that change, by method.
        pub changes: Vec<DefaultChange>,
        /// The effect on each merchant that has the method, whether it has made a choice of its own or not.
        pub effects: Vec<MerchantEffect>,
        /// The state when the review was created; a review of an outdated state is not applied.
        pub seen: Vec<Seen>,
    }
}

data! {
    /// A default that changes.
    #[derive(Clone, Default, PartialEq, Eq, Serialize)]
    pub struct DefaultChange {
        /// The method.
        pub method: String,
        /// `on` or `off`, before the change.
        pub before: String [closed("on,off")],
        /// `on` or `off`, after the change.
        pub after: String [closed("on,off")],
    }
}

data! {
    /// The effect of a change of a default on one merchant.
    #[derive(Clone, Default, PartialEq, Eq, Serialize)]
    pub struct MerchantEffect {
        /// `acct_…`
        pub account: String,
        /// The method.
        pub method: String,
        /// `on` or `off`, before the change.
        pub before: String [closed("on,off")],
        /// `on` or `off`, after the change; unchanged if the merchant's own choice applies.
        pub after: String [closed("on,off")],
        /// Whether the merchant may choose for itself.
        pub may_override: bool,
        /// The merchant's own choice, if it has made one.
        pub chosen: Option<String>,
        /// The capability that the method needs, if known.
        pub capability: Option<String>,
        /// The status of that capability: `active`, `inactive`, `pending` or `unrequested`.
        pub capability_status: Option<CapabilityStatus>,
        /// What the merchant's customers will see: `shown`, `hidden`, or `hidden_without_capability` if it is
        /// on but the capability is not active.
        pub customers: String [closed("shown,hidden,hidden_without_capability")],
    }
}

data! {
    /// The state of a method when the review was created.
    #[derive(Clone, Default, PartialEq, Eq, Serialize)]
    pub struct Seen {
        /// The merchant; absent for the platform's default.
        pub account: Option<String>,
        /// The method.
        pub method: String,
        /// `on` or `off`.
        pub value: String,
        /// `on`, `off` or `none`.
        pub preference: String,
        /// Whether the account's choice applies.
        pub overridable: Option<bool>,
    }
}

/// A call to make, and the key that prevents it from being made twice.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReviewStep {
    /// The call, made through the platform.
    pub operation: UpdatePaymentMethodConfiguration,
    /// Its idempotency key: the same whenever this review is applied.
    pub key: IdempotencyKey,
}

impl Review {
    /// Returns the effect of setting the defaults as wanted.
    ///
    /// Errors, at `wanted[i]`: `invalid_payment_method`, `duplicate_parameter`, `invalid_value`,
    /// `cannot_block` (only Stripe's Dashboard can), `method_not_available` (not in the platform's country);
    /// at `merchants[i]`: `not_a_child` of this configuration.
    pub fn of(
        parent: &PaymentMethodConfiguration,
        merchants: &[MerchantMethods],
        wanted: &[WantedMethod],
    ) -> Result<Self, Error> {
        let mut faults = Vec::new();
        check_wanted(parent, wanted, &mut faults);
        for (index, merchant) in merchants.iter().enumerate() {
            if merchant.configuration.parent.as_deref() != Some(&*parent.id) {
                let text = format!("expected a child of {}", parent.id);
                faults.push(Fault::new(format!("merchants[{index}]"), "not_a_child", text));
            }
        }
        if !faults.is_empty() {
            return Err(Error::of_faults(faults));
        }
        let changes: Vec<DefaultChange> = wanted
            .iter()
            .filter_map(|wanted| {
                let before = value_of(parent.method(&wanted.method)?);
                (before != wanted.setting).then(|| DefaultChange {
                    method: wanted.method.clone(),
                    before: before.to_owned(),
                    after: wanted.setting.clone(),
                })
            })
            .collect();
        let effects = merchants
            .iter()
            .flat_map(|merchant| changes.iter().filter_map(|change| effect(merchant, change)))
            .collect();
        Ok(Review { configuration: parent.id.clone(), changes, effects, seen: seen(parent, merchants) })
    }

    /// Returns the review as JSON text, to be stored until it is approved.
    #[must_use]
    pub fn save(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Restores a review that [`Review::save`] returned.
    ///
    /// Error `invalid_saved_review` if the text is not a saved review.
    pub fn resume(saved: &str) -> Result<Self, Error> {
        let read: Result<Self, Error> = parameters::from_json(Self::RECORD, saved);
        read.ok()
            .filter(|review| !review.configuration.is_empty())
            .ok_or_else(|| Error::fault("", "invalid_saved_review", "expected the text of a saved review"))
    }

    /// Returns the calls that are still to be made, in order, given the current state. Call this again after
    /// each call or after a crash: calls that have taken effect are not returned again.
    ///
    /// Error `review_outdated`, with one fault per difference, if anything else than what the review itself
    /// changes has changed since: create a new review.
    pub fn remaining(
        &self,
        parent: &PaymentMethodConfiguration,
        merchants: &[MerchantMethods],
    ) -> Result<Vec<ReviewStep>, Error> {
        let now = seen(parent, merchants);
        let mut faults: Vec<Fault> = Vec::new();
        if parent.id != self.configuration {
            let text = format!("expected {}", self.configuration);
            faults.push(Fault::new("configuration", "review_outdated", text));
        }
        // Platforms have thousands of merchants, so neither list is scanned for each item of the other.
        let before: BTreeMap<_, &Seen> = self.seen.iter().rev().map(|seen| (seen.subject(), seen)).collect();
        for current in &now {
            match before.get(&current.subject()).copied() {
                Some(seen) if seen == current || self.made(seen, current) => {}
                Some(seen) => {
                    faults.push(current.differs_from(&format!("{} when it was reviewed", seen.shown())))
                }
                None => faults.push(current.differs_from("not there when it was reviewed")),
            }
        }
        let after: BTreeSet<_> = now.iter().map(Seen::subject).collect();
        for gone in self.seen.iter().filter(|seen| !after.contains(&seen.subject())) {
            let text = format!("{} when it was reviewed, is not there any more", gone.shown());
            faults.push(Fault::new(gone.path(), "review_outdated", text));
        }
        if !faults.is_empty() {
            return Err(Error::of_faults(faults));
        }
        let is_left = |change: &&DefaultChange| {
            parent.method(&change.method).is_none_or(|state| value_of(state) != change.after)
        };
        Ok(self.changes.iter().filter(is_left).map(|change| self.step(change)).collect())
    }

    /// Returns whether the review itself caused the difference, in an earlier call.
    fn made(&self, seen: &Seen, current: &Seen) -> bool {
        let Some(change) = self.changes.iter().find(|change| change.method == seen.method) else {
            return false;
        };
        let own = current.value == change.after && current.overridable == seen.overridable;
        // The call sets the platform's own preference; a merchant's must be unchanged.
        own && (seen.account.is_none() || current.preference == seen.preference)
    }

    fn step(&self, change: &DefaultChange) -> ReviewStep {
        let preference = MethodPreference { method: change.method.clone(), preference: change.after.clone() };
        let operation = UpdatePaymentMethodConfiguration {
            id: self.configuration.clone(),
            methods: vec![preference],
            ..UpdatePaymentMethodConfiguration::default()
        };
        // The key covers the whole state of the review: the same change to another state is another call.
        let text = serde_json::to_string(&(&self.configuration, &self.changes, &self.seen, &change.method));
        let key = IdempotencyKey::digest("review", text.unwrap_or_default().as_bytes());
        ReviewStep { operation, key }
    }
}

fn check_wanted(parent: &PaymentMethodConfiguration, wanted: &[WantedMethod], faults: &mut Vec<Fault>) {
    let mut earlier = BTreeSet::new();
    for (index, WantedMethod { method, setting }) in wanted.iter().enumerate() {
        let at = |field: &str| format!("wanted[{index}].{field}");
        if !is_method_name(method) || method.len() > 64 {
            let text = "expected a payment method such as `affirm`";
            faults.push(Fault::new(at("method"), "invalid_payment_method", text));
        } else if parent.method(method).is_none() {
            let text = "this method is not available in the platform's country";
            faults.push(Fault::new(at("method"), "method_not_available", text));
        }
        if !earlier.insert(method) {
            let text = "this method is already in the list";
            faults.push(Fault::new(at("method"), "duplicate_parameter", text));
        }
        if setting == "blocked" {
            let text = "stripe's API cannot block a method: block it in the Dashboard, under the payment methods of connected accounts";
            faults.push(Fault::new(at("setting"), "cannot_block", text));
        } else {
            check_one_of(Some(setting), &["on", "off"], &at("setting"), faults);
        }
    }
}

fn effect(merchant: &MerchantMethods, change: &DefaultChange) -> Option<MerchantEffect> {
    let state = merchant.configuration.method(&change.method)?;
    let may_override = state.overridable != Some(false);
    let chosen = state.preference.clone().filter(|choice| may_override && choice != "none");
    let after = if chosen.is_some() { value_of(state) } else { &*change.after };
    let capability = PaymentMethod::named(&change.method).and_then(|method| method.capability);
    let capability_status = capability.map(|name| merchant.capabilities.get(name).unwrap_or("unrequested"));
    let customers = match (after, capability_status) {
        ("on", None | Some("active")) => "shown",
        ("on", Some(_)) => "hidden_without_capability",
        _ => "hidden",
    };
    Some(MerchantEffect {
        account: merchant.account.clone(),
        method: change.method.clone(),
        before: value_of(state).to_owned(),
        after: after.to_owned(),
        may_override,
        chosen,
        capability: capability.map(str::to_owned),
        capability_status: capability_status.map(Into::into),
        customers: customers.to_owned(),
    })
}

fn value_of(state: &MethodState) -> &str {
    state.value.as_deref().unwrap_or("off")
}

fn seen(parent: &PaymentMethodConfiguration, merchants: &[MerchantMethods]) -> Vec<Seen> {
    let of = |account: Option<&str>, configuration: &PaymentMethodConfiguration| -> Vec<Seen> {
        let see = |state: &MethodState| Seen {
            account: account.map(str::to_owned),
            method: state.method.clone(),
            value: value_of(state).to_owned(),
            preference: state.preference.clone().unwrap_or_else(|| "none".to_owned()),
            overridable: state.overridable,
        };
        configuration.methods.iter().map(see).collect()
    };
    let children = merchants.iter().flat_map(|merchant| of(Some(&merchant.account), &merchant.configuration));
    of(None, parent).into_iter().chain(children).collect()
}

impl Seen {
    /// Returns what it describes: the merchant, or `None` for the platform's default, and the method.
    fn subject(&self) -> (Option<&str>, &str) {
        (self.account.as_deref(), &self.method)
    }

    fn path(&self) -> String {
        match &self.account {
            Some(account) => format!("{account}.{}", self.method),
            None => self.method.clone(),
        }
    }

    /// Returns the value and whose choice it is.
    fn shown(&self) -> String {
        let lock = if self.overridable == Some(false) { ", not to be changed by merchants" } else { "" };
        format!("{} (chosen: {}{lock})", self.value, self.preference)
    }

    fn differs_from(&self, before: &str) -> Fault {
        let text = format!("{before}, is {} now: make a new review", self.shown());
        Fault::new(self.path(), "review_outdated", text)
    }
}

#[cfg(test)]
mod tests;
