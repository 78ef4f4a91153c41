use crate::billing::{Invoice, InvoiceParent, InvoiceSubscription, PlanStatus};
use crate::ids::AccountId;
use crate::merchants::Account;
use crate::payments::Charge;
use crate::schema::{At, Given, Record, data};

use super::fetch::Fetch;
use super::outcome::{Outcome, OutcomeKind};

data! {
    /// What an outcome is about, in the same few fields for every kind of object: for a log, for a row in
    /// a database, and to find the order it belongs to.
    #[derive(Clone, Default, PartialEq, Eq, serde::Serialize)]
    #[non_exhaustive]
    pub struct Subject {
        /// Stripe's name for the kind of object, such as `refund`.
        pub object: String,
        /// The object's id.
        pub id: String,
        /// The object's own status, where it has one.
        pub status: Option<String>,
        /// The amount in minor units: a session's `amount_total`, an invoice's `total`, for a refunded charge
        /// what was refunded this time, where the event says so; otherwise the object's `amount`.
        pub amount: Option<i64>,
        /// What was paid so far, in minor units: a payment intent's `amount_received`, which is less than its
        /// `amount` after a partial capture; an invoice's `amount_paid`, which a credit makes less than its
        /// total.
        pub amount_paid: Option<i64>,
        /// What remains to be paid of an invoice, in minor units.
        pub amount_remaining: Option<i64>,
        /// The sum of all refunds of a charge or an application fee so far, in minor units.
        pub amount_refunded: Option<i64>,
        /// Three letters, lower case.
        pub currency: Option<String>,
        /// The payment that it belongs to, `pi_…`; for a payment intent its own id.
        pub payment_intent: Option<String>,
        /// The charge that it belongs to, `ch_…` or `py_…`; for a charge its own id, for a payment intent its
        /// latest charge.
        pub charge: Option<String>,
        /// The merchant that the object itself names, `acct_…`: for an application fee, a capability and an
        /// account. For all others use the event's account.
        pub account: Option<String>,
        /// The subscription that it belongs to, `sub_…`; for a subscription its own id.
        pub subscription: Option<String>,
        /// The customer of a subscription or an invoice, `cus_…`.
        pub customer: Option<String>,
        /// Whether to provide the plan of a subscription: `pending`, `active`, `past_due`, `suspended` or
        /// `canceled`; see [`PlanStatus`](crate::billing::PlanStatus).
        pub plan_status: Option<String> [closed("pending,active,past_due,suspended,canceled")],
    }
}

impl Outcome {
    /// What the outcome is about; nothing where the event was ignored.
    #[must_use]
    pub fn subject(&self) -> Option<Subject> {
        match self {
            Outcome::Disconnected(account) => Some(Subject::of_account(account)),
            Outcome::Fetch(fetch) => Some(Subject::of_fetch(fetch)),
            Outcome::Refunded { charge, amount } => {
                Some(Subject::of(self.kind(), Charge::RECORD, Given(charge), *amount))
            }
            _ => self.object().map(|(record, object)| Subject::of(self.kind(), record, Given(object), None)),
        }
    }
}

impl Subject {
    /// What an outcome of this kind says with its object; `refunded` is what was given back this time.
    pub(crate) fn of(kind: OutcomeKind, record: &Record, object: Given<'_>, refunded: Option<i64>) -> Self {
        let at = |name: &str| record.index(name).unwrap_or(usize::MAX);
        let text = |name: &str| object.text(at(name)).map(str::to_owned);
        let integer = |name: &str| object.integer(at(name));
        let subject = Subject {
            object: record.object.to_owned(),
            id: text("id").unwrap_or_default(),
            status: text("status"),
            currency: text("currency"),
            ..Subject::default()
        };
        match kind {
            OutcomeKind::PaymentChanged => Subject {
                amount: integer("amount"),
                amount_paid: integer("amount_received"),
                payment_intent: text("id"),
                charge: text("latest_charge"),
                ..subject
            },
            OutcomeKind::Refunded => Subject {
                amount: refunded,
                amount_refunded: integer("amount_refunded"),
                payment_intent: text("payment_intent"),
                charge: text("id"),
                ..subject
            },
            OutcomeKind::RefundChanged | OutcomeKind::DisputeChanged => Subject {
                amount: integer("amount"),
                payment_intent: text("payment_intent"),
                charge: text("charge"),
                ..subject
            },
            OutcomeKind::FeeChanged => Subject {
                amount: integer("amount"),
                amount_refunded: integer("amount_refunded"),
                charge: text("charge"),
                account: text("account"),
                ..subject
            },
            OutcomeKind::FeeRefundChanged => Subject { amount: integer("amount"), ..subject },
            OutcomeKind::InvoicePaid | OutcomeKind::InvoiceFailed => {
                let parent = object.record(At::<Invoice>::parent);
                let details =
                    parent.and_then(|parent| parent.record(At::<InvoiceParent>::subscription_details));
                let subscription =
                    details.and_then(|details| details.text(At::<InvoiceSubscription>::subscription));
                let plan = match kind {
                    OutcomeKind::InvoicePaid => PlanStatus::Active,
                    _ => PlanStatus::of_failed_invoice(text("billing_reason").as_deref()),
                };
                Subject {
                    amount: integer("total"),
                    amount_paid: integer("amount_paid"),
                    amount_remaining: integer("amount_remaining"),
                    subscription: subscription.map(str::to_owned),
                    customer: text("customer"),
                    plan_status: subscription.map(|_| plan.to_string()),
                    ..subject
                }
            }
            OutcomeKind::SubscriptionChanged => Subject {
                subscription: text("id"),
                customer: text("customer"),
                plan_status: text("status")
                    .and_then(|status| PlanStatus::of_status(&status))
                    .map(|plan| plan.to_string()),
                ..subject
            },
            OutcomeKind::AccountChanged => Subject { account: text("id"), ..subject },
            OutcomeKind::CapabilityChanged => Subject { account: text("account"), ..subject },
            _ => {
                Subject { amount: integer("amount_total"), payment_intent: text("payment_intent"), ..subject }
            }
        }
    }

    pub(crate) fn of_account(account: &AccountId) -> Self {
        let id = account.as_str().to_owned();
        Subject {
            object: Account::RECORD.object.to_owned(),
            id: id.clone(),
            account: Some(id),
            ..Subject::default()
        }
    }

    pub(crate) fn of_fetch(fetch: &Fetch) -> Self {
        Subject { object: fetch.object().to_owned(), id: fetch.id().to_owned(), ..Subject::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::billing::PlanStatus;
    use crate::call::read;
    use crate::checkout::RetrieveSession;
    use crate::http::Response;

    #[test]
    fn the_plan_is_as_one_of_the_statuses() {
        let index = Subject::RECORD.index("plan_status").unwrap();
        let words: Vec<&str> = Subject::RECORD.fields[index].words.split(',').collect();
        assert_eq!(words, PlanStatus::ALL.iter().map(|status| status.as_str()).collect::<Vec<_>>());
    }

    #[test]
    fn a_session_tells_everything_that_a_row_has_room_for() {
        let body = r#"{"id":"cs_1","object":"checkout.session","status":"complete","amount_total":2000,"currency":"eur","payment_intent":"pi_1"}"#;
        let session =
            read::<RetrieveSession>(&Response { status: 200, headers: Vec::new(), body: body.into() })
                .unwrap();
        let subject = Subject {
            object: "checkout.session".into(),
            id: "cs_1".into(),
            status: Some("complete".into()),
            amount: Some(2000),
            currency: Some("eur".into()),
            payment_intent: Some("pi_1".into()),
            ..Subject::default()
        };
        assert_eq!(Outcome::Paid(session.clone()).subject(), Some(subject.clone()));
        assert_eq!(Outcome::Expired(session).subject(), Some(subject));
    }
}
