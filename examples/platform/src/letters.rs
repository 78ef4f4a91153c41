//! The texts of the e-mails.

use crate::orders::{Aftermath, Change, Dispute, Goods, Order, Refund};
use counterfoil::money::Amount;

/// An e-mail without its address.
#[derive(Clone, Debug)]
pub(crate) struct Letter {
    pub(crate) kind: &'static str,
    /// What it is about, if an order can have several of its kind; otherwise empty.
    pub(crate) about: String,
    pub(crate) to: Recipient,
    pub(crate) subject: String,
    pub(crate) body: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Recipient {
    Customer,
    Merchant,
}

pub(crate) fn receipt(order: &Order) -> Letter {
    let next = match order.goods {
        Goods::Stopped => "It is on its way back to you, so nothing will be delivered.".to_owned(),
        _ => format!("{} gets your order ready now.", order.merchant),
    };
    to_customer(
        order,
        "receipt",
        format!("Thank you for your order at {}", order.merchant),
        format!("Thank you! We have received your payment of {}.", order.total),
        &next,
    )
}

pub(crate) fn awaiting_payment(order: &Order) -> Letter {
    to_customer(
        order,
        "awaiting_payment",
        format!("Your order at {}: payment on its way", order.merchant),
        "Thank you for your order.".to_owned(),
        &format!(
            "Your bank has been asked to pay {}. That takes a few days; we write to you again as soon as the \
             money is there. There is nothing else to do.",
            order.total
        ),
    )
}

pub(crate) fn order_again(order: &Order) -> Letter {
    to_customer(
        order,
        "order_again",
        format!("Your order at {}: please order again", order.merchant),
        format!(
            "We are sorry: your bank declined the payment of {}, so this order has ended and nothing was \
             charged.",
            order.total
        ),
        "If you still want it, please order again, perhaps with another way to pay.",
    )
}

/// Returns the e-mail that a change of the money requires, if any.
pub(crate) fn about(change: &Change, now: &Aftermath, order: &Order) -> Option<Letter> {
    let letter = match change {
        Change::Refunded(refund) => refunded(refund, now, order),
        Change::RefundFailed { refund, was_told: true } => refund_failed(refund, order),
        Change::Disputed(dispute) => disputed(dispute, order),
        Change::DisputeClosed(dispute) => dispute_closed(dispute, order),
        Change::RefundFailed { was_told: false, .. } | Change::DisputeMoved(_) => return None,
    };
    let id = match change {
        Change::Refunded(refund) | Change::RefundFailed { refund, .. } => &refund.id,
        Change::Disputed(dispute) | Change::DisputeMoved(dispute) | Change::DisputeClosed(dispute) => {
            &dispute.id
        }
    };
    // A dispute can end twice, because of an appeal; the order's step distinguishes the two.
    Some(Letter { about: format!("{id} {}", order.version), ..letter })
}

fn refunded(refund: &Refund, now: &Aftermath, order: &Order) -> Letter {
    let amount = |minor: i64| Amount::new(minor, order.total.currency());
    let sum = now.refunded();
    let opening = if sum == refund.amount {
        format!("{} gives {} of {} back to you.", order.merchant, amount(refund.amount), order.total)
    } else {
        format!(
            "{} gives {} back to you: {} of {} in all.",
            order.merchant,
            amount(refund.amount),
            amount(sum),
            order.total
        )
    };
    let mut next = "Banks take five to ten days until it is in your account.".to_owned();
    if order.goods == Goods::Stopped {
        next.push_str(" The order was stopped and will not be delivered.");
    }
    to_customer(order, "refund", format!("Your order at {}: money back", order.merchant), opening, &next)
}

fn refund_failed(refund: &Refund, order: &Order) -> Letter {
    let amount = Amount::new(refund.amount, order.total.currency());
    to_customer(
        order,
        "refund_failed",
        format!("Your order at {}: your refund did not arrive", order.merchant),
        format!("We are sorry: your bank did not take the {amount} that we gave back to you."),
        &format!("{} still owes it to you, and will ask you how to pay it.", order.merchant),
    )
}

fn disputed(dispute: &Dispute, order: &Order) -> Letter {
    let goods = match order.goods {
        Goods::Shipped => "The goods had been shipped.",
        Goods::Stopped => "The goods were stopped: please do not hand them over.",
        Goods::None | Goods::Preparing => "Please do not hand the goods over.",
    };
    let answer = match dispute.due_by {
        Some(_) => "Your Stripe Dashboard says until when you can answer.",
        None => "No answer is possible.",
    };
    let (what, verb) = if dispute.is_inquiry() {
        ("a bank asks about a payment", "asks about")
    } else {
        ("a payment is disputed", "disputes")
    };
    let opening =
        format!("The bank of your customer {verb} {} of this order ({}).", dispute.shown(), reason(dispute));
    to_merchant(order, "dispute", what, &opening, &format!("{goods} {answer}"))
}

fn dispute_closed(dispute: &Dispute, order: &Order) -> Letter {
    let (opening, next) = match dispute.status.as_str() {
        "lost" => {
            (format!("The dispute about {} was lost.", dispute.shown()), "The customer keeps the money.")
        }
        "won" => (format!("The dispute about {} was won.", dispute.shown()), "The money is yours again."),
        _ => (format!("The inquiry about {} has ended.", dispute.shown()), "The money stays yours."),
    };
    let goods = if order.goods == Goods::Preparing { " The goods can leave." } else { "" };
    to_merchant(order, "dispute_closed", "the dispute has ended", &opening, &format!("{next}{goods}"))
}

fn reason(dispute: &Dispute) -> String {
    dispute.reason.replace('_', " ")
}

fn to_customer(order: &Order, kind: &'static str, subject: String, opening: String, next: &str) -> Letter {
    let body = frame(order, &opening, next);
    Letter { kind, about: String::new(), to: Recipient::Customer, subject, body }
}

fn to_merchant(order: &Order, kind: &'static str, what: &str, opening: &str, next: &str) -> Letter {
    let subject = format!("Order {}: {what}", order.short_id());
    Letter { kind, about: String::new(), to: Recipient::Merchant, subject, body: frame(order, opening, next) }
}

fn frame(order: &Order, opening: &str, next: &str) -> String {
    let (quantity, product) = (order.quantity, &order.product);
    format!("{opening}\n\n  {quantity} x {product}\n\n{next}\n\nOrder {}\n", order.short_id())
}
