//! The payment intent of a session.

use serde_json::{Value, json};

/// Created when the buyer first confirms, then reused by every further attempt.
#[derive(Debug, Clone)]
pub(crate) struct PaymentIntent {
    pub(crate) id: String,
    pub(crate) client_secret: String,
    pub(crate) created: i64,
    pub(crate) amount: i64,
    pub(crate) currency: String,
    pub(crate) application_fee_amount: Option<i64>,
    /// The given `payment_intent_data`.
    pub(crate) data: Value,
    pub(crate) method_types: Vec<&'static str>,
    pub(crate) status: &'static str,
    pub(crate) payment_method: Option<String>,
    pub(crate) latest_charge: Option<String>,
    pub(crate) last_payment_error: Value,
    pub(crate) canceled_at: Option<i64>,
    pub(crate) configuration: Value,
}

impl PaymentIntent {
    pub(crate) fn object(&self) -> Value {
        let given = |name: &str| self.data.get(name).cloned().unwrap_or(Value::Null);
        let metadata = self.data.get("metadata").cloned().unwrap_or(json!({}));
        let capture_method = self.data.get("capture_method").cloned();
        let received = if self.status == "succeeded" { self.amount } else { 0 };
        json!({
            "id": self.id,
            "object": "payment_intent",
            "allowed_payment_method_types": null,
            "amount": self.amount,
            "amount_capturable": 0,
            "amount_details": { "tip": {} },
            "amount_received": received,
            "application": null,
            "application_fee_amount": self.application_fee_amount,
            "automatic_payment_methods": null,
            "canceled_at": self.canceled_at,
            "cancellation_reason": self.canceled_at.map(|_| "expired"),
            "capture_method": capture_method.unwrap_or(json!("automatic_async")),
            "client_secret": self.client_secret,
            "confirmation_method": "automatic",
            "created": self.created,
            "currency": self.currency,
            "customer": null,
            "customer_account": null,
            "description": given("description"),
            "excluded_payment_method_types": null,
            "last_payment_error": self.last_payment_error,
            "latest_charge": self.latest_charge,
            "livemode": false,
            "managed_payments": { "enabled": false },
            "metadata": metadata,
            "next_action": (self.status == "requires_action")
                .then(|| json!({ "type": "redirect_to_url", "redirect_to_url": { "return_url": null, "url": null } })),
            "on_behalf_of": null,
            "payment_method": self.payment_method,
            "payment_method_configuration_details": self.configuration,
            "payment_method_options": {},
            "payment_method_types": self.method_types,
            "payment_record": null,
            "processing": null,
            "receipt_email": given("receipt_email"),
            "review": null,
            "setup_future_usage": null,
            "shipping": null,
            "source": null,
            "statement_descriptor": given("statement_descriptor"),
            "statement_descriptor_suffix": given("statement_descriptor_suffix"),
            "status": self.status,
            "transfer_data": null,
            "transfer_group": given("transfer_group"),
        })
    }
}
