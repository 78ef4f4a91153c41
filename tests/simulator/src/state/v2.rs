//! Accounts of v2: their own state, and how v2 shows the state that they share with v1.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::capability::Capability;
use super::{Account, Cause, Island, Scope, Stripe};
use crate::clock::rfc3339;

/// The requirements of a new merchant before it may accept payments.
const QUESTIONS: [&str; 3] =
    ["identity.business_details.registered_name", "identity.individual.id_number", "defaults.payout_methods"];

/// Capabilities that v1 has and v2 does not.
const NOT_IN_V2: [&str; 2] = ["transfers", "india_international_payments"];

/// The parameters of an account of v2, as the API accepts and returns them.
#[derive(Debug, Clone, Default)]
pub(crate) struct V2 {
    /// Everything but the configurations.
    pub(crate) told: Value,
    /// The merchant configuration without its capabilities.
    pub(crate) merchant: Value,
    /// The customer configuration, if there is one.
    pub(crate) customer: Option<Value>,
    /// The configurations that are in effect.
    pub(crate) applied: BTreeSet<&'static str>,
    pub(crate) closed: bool,
}

/// Returns a capability's name in v2.
pub(crate) fn named(v1: &str) -> Option<&str> {
    match v1 {
        "us_bank_account_ach_payments" => Some("ach_debit_payments"),
        name if NOT_IN_V2.contains(&name) => None,
        name => Some(name),
    }
}

impl Island {
    /// Returns the account as v2 shows it, with the requested parts.
    pub(crate) fn v2_object(&self, include: &[&str]) -> Value {
        let has = |part: &str| include.contains(&part);
        let v2 = self.v2.clone().unwrap_or_else(|| of_v1(&self.account));
        let part = |name: &str, value: Value| if has(name) { value } else { Value::Null };
        let merchant = (has("configuration.merchant") && !v2.merchant.is_null()).then(|| {
            let mut merchant = v2.merchant.clone();
            merchant["applied"] = json!(v2.applied.contains("merchant"));
            merchant["capabilities"] = capabilities(&self.capabilities);
            merchant
        });
        let customer = v2.customer.clone().filter(|_| has("configuration.customer")).map(|mut customer| {
            customer["applied"] = json!(v2.applied.contains("customer"));
            customer
        });
        let configuration = if v2.closed || (merchant.is_none() && customer.is_none()) {
            Value::Null
        } else {
            json!({ "customer": customer, "merchant": merchant, "recipient": null })
        };
        let told = |name: &str| v2.told[name].clone();
        let mut defaults = told("defaults");
        if defaults.is_object() {
            let all_by_platform = defaults["responsibilities"]["losses_collector"] == "application"
                && v2.told["dashboard"] == "none";
            defaults["responsibilities"]["requirements_collector"] =
                json!(if all_by_platform { "application" } else { "stripe" });
        }
        json!({
            "id": self.account.id,
            "object": "v2.core.account",
            "applied_configurations": v2.applied,
            "closed": v2.closed,
            "configuration": configuration,
            "contact_email": told("contact_email"),
            "contact_phone": told("contact_phone"),
            "created": rfc3339(self.created),
            "dashboard": told("dashboard"),
            "defaults": part("defaults", defaults),
            "display_name": told("display_name"),
            "future_requirements": part("future_requirements", json!({ "entries": [], "summary": null })),
            "identity": part("identity", told("identity")),
            "livemode": false,
            "metadata": if v2.told["metadata"].is_null() { json!({}) } else { told("metadata") },
            "requirements": part("requirements", requirements(&self.capabilities)),
        })
    }
}

/// Returns an account that was created through v1, as v2 shows it.
fn of_v1(account: &Account) -> V2 {
    let fees = if account.fees_payer == "account" { "stripe" } else { account.fees_payer.as_str() };
    let losses = if account.fees_payer == "account" { "stripe" } else { "application" };
    V2 {
        told: json!({
            "contact_email": format!("{}@merchants.example", account.id.to_lowercase()),
            "dashboard": account.dashboard,
            "defaults": {
                "currency": crate::money::currency_of(&account.country),
                "responsibilities": { "fees_collector": fees, "losses_collector": losses },
            },
            "display_name": account.name,
            "identity": { "country": account.country.to_lowercase(), "entity_type": "company" },
        }),
        merchant: json!({}),
        customer: None,
        applied: BTreeSet::from(["merchant"]),
        closed: false,
    }
}

fn capabilities(all: &[Capability]) -> Value {
    let mut shown = json!({});
    for capability in all.iter().filter(|one| one.status != "unrequested") {
        let Some(name) = named(&capability.name) else { continue };
        let status = match (capability.status, capability.due.is_empty()) {
            ("active", _) => json!({ "status": "active", "status_details": [] }),
            ("pending", _) => status("pending", "determining_status", "no_resolution"),
            (_, false) => status("restricted", "requirements_past_due", "provide_info"),
            (_, true) => status("restricted", "restricted_other", "contact_stripe"),
        };
        if name == "card_payments" {
            shown["stripe_balance"] = json!({ "payouts": status });
        }
        shown[name] = status;
    }
    shown
}

fn status(status: &str, code: &str, resolution: &str) -> Value {
    json!({ "status": status, "status_details": [{ "code": code, "resolution": resolution }] })
}

/// Returns one entry per requirement, with the capabilities that it restricts.
fn requirements(all: &[Capability]) -> Value {
    let due: BTreeSet<&str> = all.iter().flat_map(|one| one.due.iter().map(String::as_str)).collect();
    let is_past =
        |what: &str| all.iter().any(|one| one.status != "active" && one.due.iter().any(|due| due == what));
    let entries: Vec<Value> = due
        .iter()
        .map(|what| {
            let when = if is_past(what) { "past_due" } else { "currently_due" };
            let restricts = all.iter().filter(|one| one.due.iter().any(|due| due == what));
            let restricts = restricts.filter_map(|one| named(&one.name)).map(|name| {
                json!({ "capability": name, "configuration": "merchant", "deadline": { "status": when } })
            });
            json!({
                "awaiting_action_from": "user",
                "description": what,
                "errors": [],
                "impact": { "restricts_capabilities": restricts.collect::<Vec<Value>>() },
                "minimum_deadline": { "status": when },
                "reference": null,
                "requested_reasons": [{ "code": "routine_onboarding" }],
            })
        })
        .collect();
    let deadline = all.iter().filter_map(|one| one.deadline).min();
    let most_urgent = if due.iter().any(|what| is_past(what)) { "past_due" } else { "currently_due" };
    let summary = (!due.is_empty())
        .then(|| json!({ "minimum_deadline": { "status": most_urgent, "time": deadline.map(rfc3339) } }));
    json!({ "entries": entries, "summary": summary })
}

impl Stripe {
    /// Creates an account of v2.
    pub(crate) fn open_v2_account(&mut self, name: &str, country: &str, dashboard: &str, v2: V2) -> String {
        let id = self.next_id("acct_1", 16);
        let mut account = Account::new(id.clone(), name).country(country).dashboard(dashboard);
        account.fees_payer = match v2.told["defaults"]["responsibilities"]["fees_collector"].as_str() {
            None | Some("stripe") => "account".to_owned(),
            Some(other) => other.to_owned(),
        };
        self.add_account(account);
        if let Some(island) = self.connected.get_mut(&id) {
            island.v2 = Some(v2);
            for capability in &mut island.capabilities {
                capability.status = "unrequested";
                capability.requested_at = None;
            }
        }
        id
    }

    /// Requests a capability of an account of v2: at first Stripe requires information, later it only reviews
    /// the request.
    pub(crate) fn ask_for(
        &mut self,
        account: &str,
        name: &str,
        cause: &Cause,
    ) -> Result<(), crate::error::ApiError> {
        let Some(island) = self.connected.get(account) else { return Ok(()) };
        let is_known = island.capabilities.iter().any(|one| one.status == "active");
        if is_known {
            return self.request_capability(account, name, Some(true), cause);
        }
        let due = QUESTIONS.map(str::to_owned).to_vec();
        if !self.set_capability(account, name, "inactive", due, None) {
            return Err(crate::error::ApiError::unknown_here(format!(
                "the capability {name} in this country"
            )));
        }
        Ok(())
    }

    /// Emits an event of v2 about an account: on the platform, without its object.
    pub(crate) fn emit_v2(&mut self, account: &str, kind: &'static str, data: Value) {
        if self.connected.get(account).is_none_or(|island| island.v2.is_none()) {
            return;
        }
        let related = (kind != "v2.core.account_link.returned").then(|| {
            json!({ "id": account, "type": "v2.core.account", "url": format!("/v2/core/accounts/{account}") })
        });
        let id = self.next_id("evt_1", 23);
        let body = json!({
            "id": id,
            "object": "v2.core.event",
            "created": rfc3339(self.now()),
            "livemode": false,
            "reason": null,
            "related_object": related,
            "type": kind,
        });
        self.keep_v2(id, kind, body, data);
    }

    /// Returns an account's objects, whether it was created through v1 or v2.
    pub(crate) fn merchant(&self, id: &str) -> Option<&Island> {
        self.island(&Scope::Connected(id.to_owned()))
    }
}
