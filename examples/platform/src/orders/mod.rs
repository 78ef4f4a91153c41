//! Orders: what was bought from whom, where that stands, and what led there.
//!
//! Nothing here knows how Stripe writes an event or a request; [`News`] is all that comes in.

mod advance;
mod aftermath;
mod book;
mod goods;
mod order;
mod records;

pub(crate) use advance::{Handled, advance, keep_unmatched};
pub(crate) use aftermath::{Aftermath, Change, Dispute, Refund, aftermath_of, words};
pub(crate) use book::{Booked, book};
pub(crate) use goods::{Goods, hand_over};
pub(crate) use order::{
    NewOrder, Order, find, next_to_look_at, paid_with, place, recent, set_payment_page, withdraw,
};
pub(crate) use records::{HistoryEntry, UnmatchedEvent, history_of, span, unmatched};

use counterfoil::AccountId;
use counterfoil::checkout::Session;
use counterfoil::webhook::OutcomeKind;

/// What Stripe says about a payment, by an event or when it was asked.
#[derive(Clone, Debug)]
pub(crate) struct News {
    pub(crate) source: Source,
    /// Whether Stripe was asked. An answer is worth a line in the history only if it moves the order.
    pub(crate) was_asked: bool,
    pub(crate) outcome: OutcomeKind,
    pub(crate) session: Session,
}

/// The event itself, or the answer: what is remembered of it, whatever it says.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) dedupe_key: String,
    pub(crate) event_id: String,
    pub(crate) event_type: String,
    pub(crate) account: Option<AccountId>,
    pub(crate) body: String,
}
