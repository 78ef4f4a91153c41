use crate::billing::{Invoice, InvoiceParent, InvoiceSubscription, PlanStatus, Subscription};
use crate::ids::AccountId;
use crate::merchants::{Account, V2Account};
use crate::schema::{At, Dynamic, FromSlot, Given, Record, Slot, Value, data};

use super::fetch::Fetch;
use super::outcome::{Outcome, OutcomeKind};

data! {
    /// What an outcome is about, in the same few fields for every kind of object: for a log, for a row in
    /// a database, and to find the order it belongs to.
    #[derive(Clone, Default, PartialEq, Eq, serde::Serialize)]
    pub struct Subject {
        /// Stripe's name for the kind of object, such as `refund`.
        pub object: String,
        /// The object's id.
        pub id: String,
        /// The object's own status, if it has one.
        pub status: Option<String>,
        /// The amount in minor units: a session's `amount_total`, an invoice's `total`, for a refunded charge
        /// the amount of this refund, if the event says it; otherwise the object's `amount`.
        pub amount: Option<i64>,
        /// What was paid so far, in minor units: a payment intent's `amount_received`, which is less than its
        /// `amount` after a partial capture; an invoice's `amount_paid`, which a credit makes less than its
        /// total.
        pub amount_paid: Option<i64>,
        /// What remains to be paid of an invoice, in minor units.
        pub amount_remaining: Option<i64>,
        /// The sum of all refunds of a charge or an application fee so far, in minor units.
        pub amount_refunded: Option<i64>,
        /// The currency, three lower-case letters.
        pub currency: Option<String>,
        /// The payment that it belongs to, `pi_…`; for a payment intent its own id.
        pub payment_intent: Option<String>,
        /// The charge that it belongs to, `ch_…` or `py_…`; for a charge its own id, for a payment intent its
        /// latest charge.
        pub charge: Option<String>,
        /// The merchant that the object itself names, `acct_…`: for an application fee, a capability, an
        /// account, a link that it returned from, and for a subscription or an invoice that is billed to the
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
    /// Returns what the outcome is about, or `None` if the event was ignored.
    #[must_use]
    pub fn subject(&self) -> Option<Subject> {
        let refunded = match self {
            Outcome::Refunded { amount, .. } => *amount,
            Outcome::Disconnected(account) => return Some(read(of_account(account))),
            Outcome::Fetch(fetch) => return Some(read(of_fetch(fetch))),
            _ => None,
        };
        self.object().map(|(record, object)| read(of(self.kind(), record, Given(object), refunded)))
    }
}

fn read(subject: Dynamic<'_>) -> Subject {
    Subject::from_slot(Slot::Record(subject))
}

type S = At<Subject>;

/// Returns which members of its object a subject has besides `id`, `status` and `currency`, by the kind of
/// outcome.
fn members(kind: OutcomeKind, record: &Record) -> &'static [(usize, &'static str)] {
    match kind {
        OutcomeKind::PaymentChanged => &[
            (S::amount, "amount"),
            (S::amount_paid, "amount_received"),
            (S::payment_intent, "id"),
            (S::charge, "latest_charge"),
        ],
        OutcomeKind::Refunded => &[
            (S::amount_refunded, "amount_refunded"),
            (S::payment_intent, "payment_intent"),
            (S::charge, "id"),
        ],
        OutcomeKind::RefundChanged | OutcomeKind::DisputeChanged => {
            &[(S::amount, "amount"), (S::payment_intent, "payment_intent"), (S::charge, "charge")]
        }
        OutcomeKind::FeeChanged => &[
            (S::amount, "amount"),
            (S::amount_refunded, "amount_refunded"),
            (S::charge, "charge"),
            (S::account, "account"),
        ],
        OutcomeKind::FeeRefundChanged => &[(S::amount, "amount")],
        OutcomeKind::InvoicePaid | OutcomeKind::InvoiceFailed => &[
            (S::amount, "total"),
            (S::amount_paid, "amount_paid"),
            (S::amount_remaining, "amount_remaining"),
            (S::customer, "customer"),
            (S::account, "customer_account"),
        ],
        OutcomeKind::SubscriptionChanged => {
            &[(S::subscription, "id"), (S::customer, "customer"), (S::account, "customer_account")]
        }
        OutcomeKind::AccountChanged | OutcomeKind::AccountClosed => &[(S::account, "id")],
        OutcomeKind::CapabilityChanged if record.name == V2Account::RECORD.name => &[(S::account, "id")],
        OutcomeKind::CapabilityChanged => &[(S::account, "account")],
        OutcomeKind::AccountLinkReturned => &[(S::account, "account_id")],
        _ => &[(S::amount, "amount_total"), (S::payment_intent, "payment_intent")],
    }
}

/// Returns the subject of an outcome of this kind with its object; `refunded` is the amount that was refunded
/// this time.
pub(crate) fn of(
    kind: OutcomeKind,
    record: &Record,
    object: Given<'_>,
    refunded: Option<i64>,
) -> Dynamic<'static> {
    let mut subject = of_object(record.object);
    let always = [(S::id, "id"), (S::status, "status"), (S::currency, "currency")];
    for (place, name) in always.iter().chain(members(kind, record)) {
        match record.index(name).map(|index| object.value(index)) {
            Some(Value::Text(text)) => subject.set(*place, owned(text)),
            Some(Value::Integer(number)) => subject.set(*place, Slot::Integer(number)),
            _ => {}
        }
    }
    if let Some(amount) = refunded {
        subject.set(S::amount, Slot::Integer(amount));
    }
    if let Some(plan) = plan_of(kind, object, &mut subject) {
        subject.set(S::plan_status, Slot::Text(plan.as_str().into()));
    }
    subject
}

/// Returns the status of the plan, and for an invoice also which subscription it is for.
fn plan_of(kind: OutcomeKind, object: Given<'_>, subject: &mut Dynamic<'_>) -> Option<PlanStatus> {
    if kind == OutcomeKind::SubscriptionChanged {
        return PlanStatus::of_status(object.text(At::<Subscription>::status)?);
    }
    if !matches!(kind, OutcomeKind::InvoicePaid | OutcomeKind::InvoiceFailed) {
        return None;
    }
    let details = object.record(At::<Invoice>::parent)?.record(At::<InvoiceParent>::subscription_details)?;
    subject.set(S::subscription, owned(details.text(At::<InvoiceSubscription>::subscription)?));
    Some(match kind {
        OutcomeKind::InvoicePaid => PlanStatus::Active,
        _ => PlanStatus::of_failed_invoice(object.text(At::<Invoice>::billing_reason)),
    })
}

pub(crate) fn of_account(account: &AccountId) -> Dynamic<'static> {
    let mut subject = of_object(Account::RECORD.object);
    for place in [S::id, S::account] {
        subject.set(place, owned(account.as_str()));
    }
    subject
}

pub(crate) fn of_fetch(fetch: &Fetch) -> Dynamic<'static> {
    let mut subject = of_object(fetch.object());
    subject.set(S::id, owned(fetch.id()));
    subject
}

fn of_object(object: &'static str) -> Dynamic<'static> {
    let mut subject = Dynamic::new(Subject::RECORD);
    subject.set(S::object, Slot::Text(object.into()));
    subject
}

fn owned(text: &str) -> Slot<'static> {
    Slot::Text(text.to_owned().into())
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
