//! Capabilities of merchants: they are requested, become active after a while, and can be lost again.

use serde_json::{Value, json};

use super::methods::METHODS;
use super::{Account, Cause, Scope, Stripe, Timer};
use crate::error::ApiError;

/// How long Stripe reviews a request, in seconds of virtual time.
const GRANTED_AFTER: i64 = 60;

/// A capability of an account.
#[derive(Debug, Clone)]
pub(crate) struct Capability {
    pub(crate) name: String,
    pub(crate) requested_at: Option<i64>,
    /// `active`, `pending`, `inactive` or `unrequested`.
    pub(crate) status: &'static str,
    /// What Stripe requires first, such as `individual.verification.document`.
    pub(crate) due: Vec<String>,
    /// The deadline, in unix seconds.
    pub(crate) deadline: Option<i64>,
}

impl Capability {
    pub(super) fn new(name: &str, status: &'static str, now: i64) -> Self {
        Self {
            name: name.to_owned(),
            requested_at: (status != "unrequested").then_some(now),
            status,
            due: Vec::new(),
            deadline: None,
        }
    }

    pub(crate) fn object(&self, account: &str) -> Value {
        json!({
            "id": self.name,
            "object": "capability",
            "account": account,
            "future_requirements": requirements(&[], None, None),
            "requested": self.requested_at.is_some(),
            "requested_at": self.requested_at,
            "requirements": requirements(&self.due, self.deadline, self.disabled_reason()),
            "status": self.status,
        })
    }

    fn disabled_reason(&self) -> Option<&'static str> {
        match (self.status, self.due.is_empty()) {
            ("pending", _) => Some("pending.review"),
            ("inactive", false) => Some("requirements.fields_needed"),
            ("inactive", true) => Some("other"),
            _ => None,
        }
    }
}

/// Returns the capabilities of a new account: all those available in its country.
pub(super) fn at_first(account: &Account, now: i64) -> Vec<Capability> {
    let of_methods = METHODS.iter().filter(|method| method.is_for(&account.country));
    let names = of_methods.map(|method| method.capability).chain(["transfers"]);
    names
        .map(|name| {
            let ordered = account.capabilities.iter().find(|(ordered, _)| ordered == name);
            Capability::new(name, ordered.map_or("active", |(_, status)| status), now)
        })
        .collect()
}

/// Returns the account as the API shows it.
pub(crate) fn account_object(account: &Account, capabilities: &[Capability], created: i64) -> Value {
    let is_active = |name: &str| capabilities.iter().any(|one| one.name == name && one.status == "active");
    let statuses: serde_json::Map<String, Value> = capabilities
        .iter()
        .filter(|one| one.status != "unrequested")
        .map(|one| (one.name.clone(), json!(one.status)))
        .collect();
    let due: Vec<String> = capabilities.iter().flat_map(|one| one.due.iter().cloned()).collect();
    let deadline = capabilities.iter().filter_map(|one| one.deadline).min();
    let charges = is_active("card_payments");
    let disabled =
        (!charges).then_some(if due.is_empty() { "under_review" } else { "requirements.past_due" });
    let by_platform = account.fees_payer != "account";
    json!({
        "id": account.id,
        "object": "account",
        "business_profile": { "name": account.name, "mcc": null, "url": null },
        "business_type": "company",
        "capabilities": statuses,
        "charges_enabled": charges,
        "controller": {
            "fees": { "payer": account.fees_payer },
            "is_controller": true,
            "losses": { "payments": if by_platform { "application" } else { "stripe" } },
            "requirement_collection": if account.dashboard == "none" { "application" } else { "stripe" },
            "stripe_dashboard": { "type": account.dashboard },
            "type": "application",
        },
        "country": account.country,
        "created": created,
        "default_currency": crate::money::currency_of(&account.country),
        "details_submitted": true,
        "email": format!("{}@merchants.example", account.id.to_lowercase()),
        "future_requirements": requirements(&[], None, None),
        "metadata": {},
        "payouts_enabled": is_active("transfers"),
        "requirements": requirements(&due, deadline, disabled),
        "settings": { "dashboard": { "display_name": account.name, "timezone": "Etc/UTC" } },
        "type": match account.dashboard.as_str() { "full" => "standard", "express" => "express", _ => "none" },
    })
}

fn requirements(due: &[String], deadline: Option<i64>, disabled: Option<&str>) -> Value {
    json!({
        "alternatives": [],
        "current_deadline": deadline,
        "currently_due": due,
        "disabled_reason": disabled,
        "errors": [],
        "eventually_due": due,
        "past_due": [],
        "pending_verification": [],
    })
}

impl Stripe {
    /// Returns a connected account's object.
    pub(crate) fn account_object(&self, id: &str) -> Option<Value> {
        let island = self.connected.get(id)?;
        Some(account_object(&island.account, &island.capabilities, island.created))
    }

    /// Requests a capability, or gives it up.
    pub(crate) fn request_capability(
        &mut self,
        account: &str,
        name: &str,
        requested: Option<bool>,
        cause: &Cause,
    ) -> Result<(), ApiError> {
        let now = self.now();
        let Some(capability) = self.capability_mut(account, name) else {
            return Err(ApiError::missing("capability", name, "capability"));
        };
        match requested {
            Some(true) if capability.requested_at.is_none() => {
                capability.requested_at = Some(now);
                capability.status = "pending";
                let timer = Timer::Grant { account: account.to_owned(), capability: name.to_owned() };
                self.set_timer(now + GRANTED_AFTER, timer);
                self.tell_of_capability(account, name, cause);
            }
            Some(false) if matches!(name, "card_payments" | "transfers") => {
                let text = format!("{name} cannot be given up once it was asked for");
                return Err(ApiError::invalid(text).param("requested"));
            }
            Some(false) if capability.requested_at.is_some() => {
                capability.requested_at = None;
                capability.status = "unrequested";
                self.tell_of_capability(account, name, cause);
            }
            _ => {}
        }
        Ok(())
    }

    /// Stripe has reviewed the request.
    pub(super) fn grant(&mut self, account: &str, name: &str) {
        let Some(capability) = self.capability_mut(account, name) else { return };
        if capability.status == "pending" && capability.due.is_empty() {
            capability.status = "active";
            self.tell_of_capability(account, name, &Cause::Time);
        }
    }

    /// Sets a capability's status, as only Stripe can; returns `false` if there is no such account or
    /// capability.
    pub(crate) fn set_capability(
        &mut self,
        account: &str,
        name: &str,
        status: &'static str,
        due: Vec<String>,
        deadline: Option<i64>,
    ) -> bool {
        let now = self.now();
        let Some(capability) = self.capability_mut(account, name) else { return false };
        capability.status = status;
        capability.due = due;
        capability.deadline = deadline;
        capability.requested_at = (status != "unrequested").then_some(capability.requested_at.unwrap_or(now));
        self.tell_of_capability(account, name, &Cause::Time);
        // If one of the two is inactive, so is the other, where both were requested.
        if self.connected.get(account).is_some_and(|island| island.v2.is_some()) {
            return true;
        }
        let twin = match name {
            "card_payments" => "transfers",
            "transfers" => "card_payments",
            _ => return true,
        };
        if let Some(twin) = self.capability_mut(account, twin).filter(|twin| twin.status != status) {
            twin.status = status;
            let name = twin.name.clone();
            self.tell_of_capability(account, &name, &Cause::Time);
        }
        true
    }

    /// Creates the page on which a merchant submits what Stripe requires, and returns its URL.
    pub(crate) fn open_onboarding(&mut self, account: &str, return_to: String) -> String {
        let token = self.next_id("", 24);
        let url = format!("{}/setup/{token}", self.base_url);
        self.onboardings.insert(token, (account.to_owned(), return_to));
        url
    }

    /// Returns the account of such a page, and its requirements.
    pub(crate) fn onboarding(&self, token: &str) -> Option<(&Account, Vec<&str>)> {
        let island = self.connected.get(&self.onboardings.get(token)?.0)?;
        let due = island.capabilities.iter().flat_map(|one| one.due.iter().map(String::as_str));
        Some((&island.account, due.collect()))
    }

    /// Marks everything as submitted and returns where the merchant goes now. The link is used up.
    pub(crate) fn finish_onboarding(&mut self, token: &str) -> Option<String> {
        let (account, return_to) = self.onboardings.remove(token)?;
        let capabilities = &self.connected.get(&account)?.capabilities;
        let waiting = capabilities.iter().filter(|one| !one.due.is_empty()).map(|one| one.name.clone());
        for name in waiting.collect::<Vec<String>>() {
            self.set_capability(&account, &name, "active", Vec::new(), None);
        }
        let data = json!({ "account_id": account, "configurations": ["merchant"], "use_case": "account_onboarding" });
        self.emit_v2(&account, "v2.core.account_link.returned", data);
        Some(return_to)
    }

    fn capability_mut(&mut self, account: &str, name: &str) -> Option<&mut Capability> {
        self.connected.get_mut(account)?.capabilities.iter_mut().find(|capability| capability.name == name)
    }

    fn tell_of_capability(&mut self, account: &str, name: &str, cause: &Cause) {
        let Some(island) = self.connected.get(account) else { return };
        let found = island.capabilities.iter().find(|capability| capability.name == name);
        let Some(capability) = found.map(|capability| capability.object(account)) else { return };
        let object = account_object(&island.account, &island.capabilities, island.created);
        let scope = Scope::Connected(account.to_owned());
        self.emit(&scope, "capability.updated", capability, cause);
        self.emit(&scope, "account.updated", object, cause);
        if let Some(name) = super::v2::named(name) {
            let kind = "v2.core.account[configuration.merchant].capability_status_updated";
            self.emit_v2(account, kind, json!({ "updated_capability": name }));
            self.emit_v2(account, "v2.core.account[requirements].updated", Value::Null);
        }
    }
}
