//! Stripe's test cards and test bank accounts, and what becomes of each.

/// What the bank says to a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CardVerdict {
    Approved,
    Declined(Decline),
    /// The bank wants 3-D Secure, which the simulator does not play.
    NeedsAuthentication,
}

/// Why a payment did not go through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Decline {
    pub(crate) code: &'static str,
    pub(crate) decline_code: Option<&'static str>,
    pub(crate) message: &'static str,
}

/// The verdict on a card number, or `None` when it is not a test card.
pub(crate) fn card(number: &str) -> Option<CardVerdict> {
    let declined =
        |code, decline_code, message| CardVerdict::Declined(Decline { code, decline_code, message });
    let refused = |decline_code, message| declined("card_declined", Some(decline_code), message);
    Some(match number {
        "4242424242424242" | "6205500000000000004" => CardVerdict::Approved,
        "4000002500003155" => CardVerdict::NeedsAuthentication,
        "4000000000000002" => {
            refused("generic_decline", "Your card was declined. Try another card or pay by another method.")
        }
        "4000000000009995" => {
            refused("insufficient_funds", "Your card has insufficient funds. Try another card.")
        }
        "4000000000009987" => refused("lost_card", "Your card was declined. Try another card."),
        "4000000000009979" => refused("stolen_card", "Your card was declined. Try another card."),
        "4000000000000069" => declined("expired_card", None, "Your card has expired. Try another card."),
        "4000000000000127" => declined("incorrect_cvc", None, "Your card's security code is incorrect."),
        "4000000000000119" => declined(
            "processing_error",
            None,
            "Your bank could not process the card. Try again in a little while.",
        ),
        _ => return None,
    })
}

/// Whether a debit from this account will succeed, or `None` when it is not a test account.
pub(crate) fn iban(iban: &str) -> Option<bool> {
    match iban {
        "AT321904300235473204" => Some(true),
        "AT861904300235473202" => Some(false),
        _ => None,
    }
}

/// How long a test debit stays in the banks' hands, in seconds of virtual time.
pub(crate) const DEBIT_SETTLES_AFTER: i64 = 3 * 60;

/// What is said of a payment that the buyer did not confirm.
pub(crate) const NOT_AUTHORIZED: Decline = Decline {
    code: "payment_intent_authentication_failure",
    decline_code: None,
    message: "The payment was not authorized. Try again, or pay in another way.",
};

/// What the buyer's bank says when it returns a debit.
pub(crate) const DEBIT_RETURNED: Decline = Decline {
    code: "payment_intent_payment_attempt_failed",
    decline_code: None,
    message: "The bank returned the debit.",
};
