//! The objects of test events, and what is different about them in the state that a type tells of.

use crate::json::Json;
use crate::webhook::Topic;

/// The object that an event of this topic carries.
pub(super) fn object(topic: Topic) -> Vec<(String, Json)> {
    members(match topic {
        Topic::Session => include_str!("objects/session.json"),
        Topic::Payment => include_str!("objects/payment_intent.json"),
        Topic::Refunded => include_str!("objects/charge.json"),
        Topic::Refund => include_str!("objects/refund.json"),
        Topic::Dispute => include_str!("objects/dispute.json"),
        Topic::Fee => include_str!("objects/application_fee.json"),
        Topic::FeeRefund => include_str!("objects/fee_refund.json"),
        Topic::InvoicePaid | Topic::InvoiceFailed => include_str!("objects/invoice.json"),
        Topic::Subscription => include_str!("objects/subscription.json"),
        Topic::Account => include_str!("objects/account.json"),
        Topic::Capability => include_str!("objects/capability.json"),
        Topic::Disconnected => include_str!("objects/application.json"),
    })
}

/// What the type says about the object.
pub(super) fn state(kind: &str) -> Vec<(String, Json)> {
    members(match kind {
        "checkout.session.async_payment_failed" => r#"{"payment_status": "unpaid"}"#,
        "checkout.session.expired" => {
            r#"{"status": "expired", "payment_status": "unpaid", "payment_intent": null, "customer_details": null}"#
        }
        "payment_intent.succeeded" => r#"{"amount_received": 4200}"#,
        "payment_intent.processing" => r#"{"status": "processing"}"#,
        "payment_intent.created" => {
            r#"{"status": "requires_payment_method", "latest_charge": null, "payment_method": null}"#
        }
        "payment_intent.requires_action" | "payment_intent.partially_funded" => {
            r#"{"status": "requires_action", "next_action": {"type": "redirect_to_url"}}"#
        }
        "payment_intent.amount_capturable_updated" => {
            r#"{"status": "requires_capture", "capture_method": "manual", "amount_capturable": 4200}"#
        }
        "payment_intent.canceled" => {
            r#"{"status": "canceled", "canceled_at": 1793000000, "cancellation_reason": "abandoned"}"#
        }
        "payment_intent.payment_failed" => {
            r#"{"status": "requires_payment_method", "payment_method": null, "last_payment_error": {"type": "card_error", "code": "card_declined", "decline_code": "insufficient_funds", "message": "The card has too little on it."}}"#
        }
        "refund.created" => r#"{"status": "pending"}"#,
        "refund.failed" => r#"{"status": "failed", "failure_reason": "expired_or_canceled_card"}"#,
        "charge.dispute.closed" => r#"{"status": "lost"}"#,
        "charge.dispute.funds_reinstated" => r#"{"status": "won"}"#,
        "charge.dispute.updated" => r#"{"status": "under_review"}"#,
        "application_fee.refunded" => r#"{"amount_refunded": 135, "refunded": true}"#,
        "invoice.payment_failed" => {
            r#"{"status": "open", "amount_paid": 0, "amount_remaining": 4200, "next_payment_attempt": 1793259200}"#
        }
        "customer.subscription.deleted" => {
            r#"{"status": "canceled", "canceled_at": 1793000000, "ended_at": 1793000000}"#
        }
        "customer.subscription.incomplete" => r#"{"status": "incomplete"}"#,
        "customer.subscription.incomplete_expired" => r#"{"status": "incomplete_expired"}"#,
        "customer.subscription.past_due" => r#"{"status": "past_due"}"#,
        "customer.subscription.paused" => r#"{"status": "paused"}"#,
        "customer.subscription.unpaid" => r#"{"status": "unpaid"}"#,
        "customer.subscription.trialing" | "customer.subscription.trial_will_end" => {
            r#"{"status": "trialing", "trial_start": 1792654400, "trial_end": 1793259200}"#
        }
        _ => "{}",
    })
}

/// What the object was before, for types whose outcome asks for it.
pub(super) fn previous(kind: &str) -> Vec<(String, Json)> {
    members(match kind {
        "charge.refunded" => r#"{"amount_refunded": 0}"#,
        _ => "{}",
    })
}

/// Where the object is to be read, as thin events say it.
pub(super) fn path(topic: Topic, members: &[(String, Json)]) -> Json {
    let text = |name: &str| match members.iter().find(|(key, _)| key == name) {
        Some((_, Json::Text(text))) => text.as_str(),
        _ => "",
    };
    let id = text("id");
    Json::Text(match topic {
        Topic::Session => format!("/v1/checkout/sessions/{id}"),
        Topic::Payment => format!("/v1/payment_intents/{id}"),
        Topic::Refunded => format!("/v1/charges/{id}"),
        Topic::Refund => format!("/v1/refunds/{id}"),
        Topic::Dispute => format!("/v1/disputes/{id}"),
        Topic::Fee => format!("/v1/application_fees/{id}"),
        Topic::FeeRefund => format!("/v1/application_fees/{}/refunds/{id}", text("fee")),
        Topic::InvoicePaid | Topic::InvoiceFailed => format!("/v1/invoices/{id}"),
        Topic::Subscription => format!("/v1/subscriptions/{id}"),
        Topic::Account => format!("/v1/accounts/{id}"),
        Topic::Capability => format!("/v1/accounts/{}/capabilities/{id}", text("account")),
        Topic::Disconnected => return Json::Null,
    })
}

/// The members of an object that stands in this file, or beside it.
fn members(text: &str) -> Vec<(String, Json)> {
    match Json::parse(text) {
        Ok(Json::Object(members)) => members,
        _ => Vec::new(),
    }
}
