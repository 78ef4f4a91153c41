//! The buyer pays by card, and confirms the payment if the bank requires it.

use serde_json::Value;

use super::charge::Instrument;
use super::payment::{Outcome, invalid};
use super::payment_methods::{self, CardVerdict, NOT_AUTHORIZED, TestCard};
use super::session::{Buyer, Challenge};
use super::{Scope, Stripe};

impl Stripe {
    /// A card number was entered.
    pub(super) fn pay_by_card(
        &mut self,
        scope: &Scope,
        session_id: &str,
        buyer: Buyer,
        number: &str,
    ) -> Outcome {
        match payment_methods::card(number) {
            Some(TestCard { verdict: CardVerdict::NotPlayed, .. }) => {
                invalid("card_number", "The simulator does not play what becomes of this card.")
            }
            Some(card) if card.is_confirmed => self.challenge(scope, session_id, buyer, card),
            Some(card) => self.charge_card(scope, session_id, buyer, card),
            None => invalid("card_number", "Your card number is invalid."),
        }
    }

    /// The bank requires the buyer's confirmation first.
    fn challenge(&mut self, scope: &Scope, session_id: &str, buyer: Buyer, card: TestCard) -> Outcome {
        let Some(session) = self.island_mut(scope).and_then(|island| island.sessions.get_mut(session_id))
        else {
            return Outcome::NotOpen;
        };
        session.challenge = Some(Challenge { buyer, card });
        if session.plan.is_none() {
            self.with_intent(scope, session_id, "payment_intent.requires_action", |intent| {
                intent.status = "requires_action";
                intent.last_payment_error = Value::Null;
            });
        }
        Outcome::Challenged
    }

    /// The buyer has confirmed or refused the payment.
    pub(super) fn confirm(&mut self, scope: &Scope, session_id: &str, passed: bool) -> Outcome {
        let session = self.island_mut(scope).and_then(|island| island.sessions.get_mut(session_id));
        let Some(Challenge { buyer, card }) = session.and_then(|session| session.challenge.take()) else {
            return invalid("payment_method", "There is nothing to confirm. Try again.");
        };
        if passed {
            self.charge_card(scope, session_id, buyer, card)
        } else {
            self.decline(scope, session_id, NOT_AUTHORIZED, Instrument::card(card))
        }
    }

    fn charge_card(&mut self, scope: &Scope, session_id: &str, buyer: Buyer, card: TestCard) -> Outcome {
        let session = self.island(scope).and_then(|island| island.sessions.get(session_id));
        let is_plan = session.is_some_and(|session| session.plan.is_some());
        match card.verdict {
            CardVerdict::Approved(_) if is_plan => self.begin_plan(scope, session_id, buyer, "paid"),
            CardVerdict::Approved(_) => self.charge_at_once(scope, session_id, buyer, Instrument::card(card)),
            CardVerdict::Declined(decline) => {
                self.decline(scope, session_id, decline, Instrument::card(card))
            }
            CardVerdict::NotPlayed => Outcome::NotOpen,
        }
    }
}
