use crate::checkout::Session;
use crate::error::Error;
use crate::payments::PaymentIntent;

use super::fetch::Fetch;
use super::ignored::IgnoredReason;
use super::outcome::Outcome;

/// The outcome of a session that was read from Stripe, without any event: for the page that the customer
/// returns to, and for a sweep over orders whose events never came. It is the outcome of the session's last
/// event, so pass it on to [`fulfillment::advance`](crate::fulfillment::advance) as you do with events;
/// whichever comes first, the order is fulfilled once.
///
/// A session that is `complete` and `unpaid` looks the same while the money is on its way and after it
/// failed. The payment intent distinguishes the two: pass it as `payment`, or retrieve the session with
/// `expand: ["payment_intent"]`. With neither, the outcome is [`Outcome::Fetch`], which reads it. The
/// session of a subscription names no payment intent: without one the outcome is to wait, and
/// `async_payment_*` and `invoice.*` events and the status of the subscription say how it ends.
///
/// Error `wrong_object` if `payment` is not the payment intent that the session names.
pub fn reconcile(session: Session, payment: Option<&PaymentIntent>) -> Result<Outcome, Error> {
    let named = session.payment_intent.as_deref();
    if let (Some(payment), Some(named)) = (payment, named)
        && payment.id != named
    {
        let text = "expected the payment intent that the session names";
        return Err(Error::fault("payment_intent", "wrong_object", text));
    }
    let unknown = Outcome::Ignored(IgnoredReason::UnknownPaymentStatus);
    let is_setup = session.mode.as_deref() == Some("setup");
    let how = (session.status.as_deref(), session.payment_status.as_deref());
    Ok(match how {
        (Some("complete"), _) if is_setup => Outcome::SetupComplete(session),
        (_, Some("paid")) if !is_setup => Outcome::Paid(session),
        (Some("open"), _) => Outcome::StillOpen(session),
        (Some("expired"), _) => Outcome::Expired(session),
        (Some("complete"), Some("no_payment_required")) => Outcome::NothingToPay(session),
        (Some("complete"), Some("unpaid")) => {
            let status = match payment {
                Some(payment) => payment.status.as_deref(),
                None => session.payment_intent_status.as_deref(),
            };
            match status {
                Some("succeeded") => Outcome::Paid(session),
                Some("requires_payment_method" | "canceled") => Outcome::PaymentFailed(session),
                // A voucher that the customer has still to pay at a shop requires an action.
                Some("processing" | "requires_capture" | "requires_action" | "requires_confirmation") => {
                    Outcome::AwaitingPayment(session)
                }
                Some(_) => unknown,
                None if payment.is_some() => unknown,
                None => match named {
                    Some(id) => Fetch::payment_intent(id).map_or(unknown, Outcome::Fetch),
                    None => Outcome::AwaitingPayment(session),
                },
            }
        }
        _ => unknown,
    })
}
