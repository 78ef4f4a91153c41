//! Checkout Sessions: created open, then complete or expired.

use serde_json::{Value, json};

use super::payment_methods::TestCard;
use super::{Cause, LineItem, Plan, Scope, Stripe, Timer};
use crate::error::ApiError;

/// A checked request, before it has ids.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) line_items: Vec<LineItem>,
    pub(crate) currency: String,
    pub(crate) application_fee_amount: Option<i64>,
    pub(crate) method_types: Vec<&'static str>,
    pub(crate) expires_at: i64,
    /// `payment_method_configuration_details`
    pub(crate) configuration: Value,
    pub(crate) customer: Option<String>,
    /// What a session in `subscription` mode starts.
    pub(crate) plan: Option<Plan>,
    /// All given parameters, for the fields that only return them.
    pub(crate) given: Value,
}

/// A Checkout Session.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) expires_at: i64,
    pub(crate) status: Status,
    pub(crate) payment_status: &'static str,
    pub(crate) currency: String,
    pub(crate) amount: i64,
    pub(crate) application_fee_amount: Option<i64>,
    pub(crate) line_items: Vec<LineItem>,
    pub(crate) method_types: Vec<&'static str>,
    pub(crate) payment_intent: Option<String>,
    pub(crate) buyer: Option<Buyer>,
    pub(crate) challenge: Option<Challenge>,
    pub(crate) customer: Option<String>,
    pub(crate) plan: Option<Plan>,
    pub(crate) subscription: Option<String>,
    pub(crate) invoice: Option<String>,
    given: Value,
    url: String,
    configuration: Value,
}

/// `status` of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    Open,
    Complete,
    Expired,
}

/// What the buyer entered about themselves on the page.
#[derive(Debug, Clone)]
pub(crate) struct Buyer {
    pub(crate) email: String,
    pub(crate) name: Option<String>,
}

/// A card whose bank requires the buyer's confirmation.
#[derive(Debug, Clone)]
pub(crate) struct Challenge {
    pub(crate) buyer: Buyer,
    pub(crate) card: TestCard,
}

impl Session {
    /// Returns a parameter of the request, as text.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.given.get(name)?.as_str()
    }

    /// Returns a branding setting of the request, as text.
    pub(crate) fn branding(&self, name: &str) -> Option<&str> {
        self.given.get("branding_settings")?.get(name)?.as_str()
    }

    /// Returns where the buyer goes after paying.
    pub(crate) fn success_url(&self) -> String {
        let url = self.text("success_url").unwrap_or_default();
        url.replace("{CHECKOUT_SESSION_ID}", &self.id)
    }

    pub(super) fn payment_intent_data(&self) -> Value {
        self.given("payment_intent_data")
    }

    pub(super) fn configuration(&self) -> Value {
        self.configuration.clone()
    }

    /// Returns the object as the API shows it, without what only `expand[]` adds.
    pub(crate) fn object(&self) -> Value {
        let given = |name: &str| self.given(name);
        let metadata = self.given.get("metadata").cloned().unwrap_or(json!({}));
        let status = match self.status {
            Status::Open => "open",
            Status::Complete => "complete",
            Status::Expired => "expired",
        };
        let mut object = json!({
            "id": self.id,
            "object": "checkout.session",
            "adaptive_pricing": { "enabled": false },
            "after_expiration": null,
            "allow_promotion_codes": given("allow_promotion_codes"),
            "allowed_payment_method_types": given("allowed_payment_method_types"),
            "amount_subtotal": self.amount,
            "amount_total": self.amount,
            "automatic_tax": { "enabled": false, "liability": null, "provider": null, "status": null },
            "billing_address_collection": given("billing_address_collection"),
            "cancel_url": given("cancel_url"),
            "client_reference_id": given("client_reference_id"),
            "client_secret": null,
            "collected_information": null,
            "consent": null,
            "consent_collection": null,
            "created": self.created,
            "currency": self.currency,
            "currency_conversion": null,
            "custom_fields": [],
            "custom_text": { "shipping_address": null, "submit": null },
            "customer": self.customer,
            "customer_account": null,
            "customer_creation": "if_required",
            "customer_details": self.customer_details(),
            "customer_email": given("customer_email"),
            "discounts": [],
            "expires_at": self.expires_at,
            "integration_identifier": given("integration_identifier"),
            "invoice": self.invoice,
            "invoice_creation": {
                "enabled": false,
                "invoice_data": {
                    "account_tax_ids": null,
                    "custom_fields": null,
                    "description": null,
                    "footer": null,
                    "issuer": null,
                    "metadata": {},
                    "rendering_options": null,
                },
            },
            "livemode": false,
            "locale": given("locale"),
            "managed_payments": { "enabled": false },
            "metadata": metadata,
            "mode": if self.plan.is_some() { "subscription" } else { "payment" },
            "origin_context": given("origin_context"),
            "payment_intent": self.payment_intent,
            "payment_link": null,
            "payment_method_collection": "if_required",
            "payment_method_configuration_details": self.configuration,
            "payment_method_options": {},
            "payment_method_types": self.method_types,
            "payment_status": self.payment_status,
            "permissions": null,
            "phone_number_collection": { "enabled": false },
            "recovered_from": null,
            "saved_payment_method_options": null,
            "setup_intent": null,
            "shipping_address_collection": null,
            "shipping_cost": null,
            "shipping_options": [],
            "status": status,
            "submit_type": given("submit_type"),
            "subscription": self.subscription,
            "success_url": given("success_url"),
            "total_details": { "amount_discount": 0, "amount_shipping": 0, "amount_tax": 0 },
            "ui_mode": "hosted_page",
            "url": (self.status == Status::Open).then_some(&self.url),
            "wallet_options": null,
        });
        for name in ["branding_settings", "excluded_payment_method_types"] {
            if let Some(value) = self.given.get(name) {
                object[name] = value.clone();
            }
        }
        object
    }

    /// Returns the first page of the line items, which `expand[]=line_items` inlines.
    pub(crate) fn line_items_page(&self) -> Value {
        let shown = self.line_items.len().min(10);
        json!({
            "object": "list",
            "data": self.line_items[..shown]
                .iter()
                .map(|item| item.object(&self.currency, self.created))
                .collect::<Vec<_>>(),
            "has_more": shown < self.line_items.len(),
            "url": format!("/v1/checkout/sessions/{}/line_items", self.id),
        })
    }

    fn given(&self, name: &str) -> Value {
        self.given.get(name).cloned().unwrap_or(Value::Null)
    }

    fn customer_details(&self) -> Value {
        let (email, name) = match &self.buyer {
            Some(buyer) => (Some(buyer.email.as_str()), buyer.name.as_deref()),
            None => match self.text("customer_email") {
                Some(email) => (Some(email), None),
                None => return Value::Null,
            },
        };
        json!({
            "address": {
                "city": null,
                "country": null,
                "line1": null,
                "line2": null,
                "postal_code": null,
                "state": null,
            },
            "business_name": null,
            "email": email,
            "individual_name": null,
            "name": name,
            "phone": null,
            "tax_exempt": "none",
            "tax_ids": [],
        })
    }
}

impl Stripe {
    /// Opens a session and sets the timer that expires it.
    pub(crate) fn open_session(&mut self, scope: &Scope, draft: Draft) -> Option<&Session> {
        let id = self.next_id("cs_test_a1", 56);
        let mut line_items = draft.line_items;
        for item in &mut line_items {
            item.id = self.next_id("li_1", 23);
            if item.price.is_empty() {
                item.price = self.next_id("price_1", 23);
                item.product = self.next_id("prod_", 14);
            }
        }
        // A trial costs nothing now.
        let is_trial = draft.plan.as_ref().is_some_and(|plan| plan.trial_days > 0);
        let amount = if is_trial { 0 } else { line_items.iter().map(LineItem::amount).sum() };
        let url = format!("{}/c/pay/{id}", self.base_url);
        let created = self.now();
        self.set_timer(draft.expires_at, Timer::Expire(id.clone()));
        self.owners.insert(id.clone(), scope.clone());
        let island = self.island_mut(scope)?;
        let session = Session {
            id: id.clone(),
            created,
            expires_at: draft.expires_at,
            status: Status::Open,
            payment_status: if amount == 0 { "no_payment_required" } else { "unpaid" },
            currency: draft.currency,
            amount,
            application_fee_amount: draft.application_fee_amount,
            line_items,
            method_types: draft.method_types,
            payment_intent: None,
            buyer: None,
            challenge: None,
            customer: draft.customer,
            plan: draft.plan,
            subscription: None,
            invoice: None,
            given: draft.given,
            url,
            configuration: draft.configuration,
        };
        Some(island.sessions.entry(id).or_insert(session))
    }

    /// Expires an open session on request; any other session cannot be expired.
    pub(crate) fn expire(&mut self, scope: &Scope, id: &str, cause: Cause) -> Result<(), ApiError> {
        let status = self
            .island(scope)
            .and_then(|island| island.sessions.get(id))
            .map(|session| session.status)
            .ok_or_else(|| ApiError::missing("checkout session", id, "session"))?;
        if status != Status::Open {
            return Err(ApiError::invalid("only an open session can be expired; this one no longer is")
                .code("status_transition_invalid"));
        }
        self.expire_when_open(id, cause);
        Ok(())
    }

    pub(super) fn expire_when_open(&mut self, id: &str, cause: Cause) {
        let Some(scope) = self.owners.get(id).cloned() else {
            return;
        };
        let now = self.now();
        let Some(island) = self.island_mut(&scope) else {
            return;
        };
        let Some(session) = island.sessions.get_mut(id) else {
            return;
        };
        if session.status != Status::Open {
            return;
        }
        session.status = Status::Expired;
        let object = session.object();
        let canceled =
            session.payment_intent.as_ref().and_then(|id| island.payment_intents.get_mut(id)).map(|intent| {
                intent.status = "canceled";
                intent.canceled_at = Some(now);
                intent.object()
            });
        if let Some(intent) = canceled {
            self.emit(&scope, "payment_intent.canceled", intent, &cause);
        }
        self.emit(&scope, "checkout.session.expired", object, &cause);
    }
}
