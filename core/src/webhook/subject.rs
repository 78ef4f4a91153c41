use crate::answer::FromObject;
use crate::merchants::Account;
use crate::schema::data;

use super::outcome::Outcome;

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
        let plan_status = self.plan_status().map(|status| status.to_string());
        Some(match self {
            Outcome::Paid(session)
            | Outcome::AwaitingPayment(session)
            | Outcome::PaymentFailed(session)
            | Outcome::Expired(session)
            | Outcome::NothingToPay(session)
            | Outcome::SetupComplete(session)
            | Outcome::StillOpen(session) => Subject {
                currency: session.currency.clone(),
                payment_intent: session.payment_intent.clone(),
                ..about(session, &session.status, session.amount_total)
            },
            Outcome::PaymentChanged(payment) => Subject {
                amount_paid: payment.amount_received,
                currency: payment.currency.clone(),
                payment_intent: Some(payment.id.clone()),
                charge: payment.latest_charge.clone(),
                ..about(payment, &payment.status, payment.amount)
            },
            Outcome::Refunded { charge, amount } => Subject {
                amount_refunded: charge.amount_refunded,
                currency: charge.currency.clone(),
                payment_intent: charge.payment_intent.clone(),
                charge: Some(charge.id.clone()),
                ..about(charge, &charge.status, *amount)
            },
            Outcome::RefundChanged(refund) => Subject {
                currency: refund.currency.clone(),
                payment_intent: refund.payment_intent.clone(),
                charge: refund.charge.clone(),
                ..about(refund, &refund.status, refund.amount)
            },
            Outcome::DisputeChanged(dispute) => Subject {
                currency: dispute.currency.clone(),
                payment_intent: dispute.payment_intent.clone(),
                charge: dispute.charge.clone(),
                ..about(dispute, &dispute.status, dispute.amount)
            },
            Outcome::FeeChanged(fee) => Subject {
                amount_refunded: fee.amount_refunded,
                currency: fee.currency.clone(),
                charge: fee.charge.clone(),
                account: fee.account.clone(),
                ..about(fee, &None, fee.amount)
            },
            Outcome::FeeRefundChanged(refund) => {
                Subject { currency: refund.currency.clone(), ..about(refund, &None, refund.amount) }
            }
            Outcome::InvoicePaid(invoice) | Outcome::InvoiceFailed(invoice) => Subject {
                amount_paid: invoice.amount_paid,
                amount_remaining: invoice.amount_remaining,
                currency: invoice.currency.clone(),
                subscription: invoice.subscription().map(str::to_owned),
                customer: invoice.customer.clone(),
                plan_status,
                ..about(invoice, &invoice.status, invoice.total)
            },
            Outcome::SubscriptionChanged(subscription) => Subject {
                currency: subscription.currency.clone(),
                subscription: Some(subscription.id.clone()),
                customer: subscription.customer.clone(),
                plan_status,
                ..about(subscription, &subscription.status, None)
            },
            Outcome::AccountChanged(account) => {
                Subject { account: Some(account.id.clone()), ..about(account, &None, None) }
            }
            Outcome::CapabilityChanged(capability) => {
                Subject { account: capability.account.clone(), ..about(capability, &capability.status, None) }
            }
            Outcome::Disconnected(account) => Subject {
                object: Account::RECORD.object.to_owned(),
                id: account.as_str().to_owned(),
                account: Some(account.as_str().to_owned()),
                ..Subject::default()
            },
            Outcome::Fetch(fetch) => {
                Subject { object: fetch.object().to_owned(), id: fetch.id().to_owned(), ..Subject::default() }
            }
            Outcome::Ignored(_) => return None,
        })
    }
}

/// The fields that every kind of object has.
fn about<T: FromObject>(object: &T, status: &Option<String>, amount: Option<i64>) -> Subject {
    Subject {
        object: T::RECORD.object.to_owned(),
        id: object.own_id().to_owned(),
        status: status.clone(),
        amount,
        ..Subject::default()
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
