//! Orders: what was bought from whom, the current state, and the events that led to it.
//!
//! Nothing here knows Stripe's format of events or requests; [`News`] is the only input.

mod advance;
mod aftermath;
mod book;
mod goods;
mod order;
mod records;

pub(crate) use advance::{Handled, advance, keep_unmatched};
pub(crate) use aftermath::{Aftermath, Change, Dispute, Refund, aftermath_of, words};
pub(crate) use book::{Booked, book};
pub(crate) use goods::{Goods, ship};
pub(crate) use order::{
    NewOrder, Order, find, next_to_look_at, paid_with, place, recent, set_payment_page, withdraw,
};
pub(crate) use records::{HistoryEntry, UnmatchedEvent, history_of, span, unmatched};

use counterfoil::AccountId;
use counterfoil::checkout::Session;
use counterfoil::webhook::OutcomeKind;

use crate::database::storable;

/// What Stripe says about a payment, in an event or when asked.
#[derive(Clone, Debug)]
pub(crate) struct News {
    pub(crate) source: Source,
    /// Whether Stripe was asked. The result is recorded in the history only if it moves the order.
    pub(crate) was_asked: bool,
    pub(crate) outcome: OutcomeKind,
    pub(crate) session: Session,
}

/// The event itself, or the response, which is recorded whatever it says.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) dedupe_key: String,
    pub(crate) event_id: String,
    pub(crate) event_type: String,
    pub(crate) account: Option<AccountId>,
    pub(crate) body: String,
}

impl News {
    /// Returns the same, as text that every database accepts.
    fn storable(&self) -> Self {
        let mut news = News { source: self.source.storable(), ..self.clone() };
        let Session { id, client_reference_id, currency, customer_email, payment_intent, .. } =
            &mut news.session;
        let optional = [client_reference_id, currency, customer_email, payment_intent];
        for text in optional.into_iter().flatten().chain([id]) {
            *text = storable(text);
        }
        news
    }
}

impl Source {
    /// Returns the same, as text that every database accepts.
    fn storable(&self) -> Self {
        Source {
            dedupe_key: storable(&self.dedupe_key),
            event_id: storable(&self.event_id),
            event_type: storable(&self.event_type),
            account: self.account.clone(),
            body: storable(&self.body),
        }
    }
}
