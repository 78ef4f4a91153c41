# Generated from core/api.json by `cargo xtask generate`.
"""Closed lists of words, for annotations: imported when one of them is first used."""

from __future__ import annotations

from typing import Literal

__all__ = [
    "Action",
    "IgnoredReason",
    "MethodSetting",
    "Mode",
    "OutcomeKind",
    "State",
]

Action = Literal[
    "none",
    "fulfill",
    "fulfill_late",
    "await_payment",
    "contact_customer",
    "release",
]
"""The one thing to do for an order, in the same transaction as its new state.

``none``: Nothing: it was done already, or nothing has changed.

``fulfill``: Fulfill the order.

``fulfill_late``: Fulfill the order and have it reviewed: the payment came for an order that was given
up.

``await_payment``: Tell the customer that the payment is on its way, and keep the goods reserved.

``contact_customer``: Release the goods and ask the customer to order again: the payment failed.

``release``: Release the goods: the session expired unpaid.
"""

IgnoredReason = Literal[
    "other_type",
    "wrong_source",
    "wrong_mode",
    "unknown_payment_status",
    "unreadable_object",
]
"""Why there is nothing to do.

``other_type``: The type of the event has no outcome.

``wrong_source``: It comes from the platform's account where a connected one was expected, or the other
way round; or it is a thin event from a context that is no account.

``wrong_mode``: It is a test event at a live endpoint, or the other way round.

``unknown_payment_status``: The session or its payment has a status that this version does not know;
nothing is assumed.

``unreadable_object``: The event's object is not the one that its type promises, or lacks what the
outcome needs.
"""

MethodSetting = Literal[
    "on_by_default",
    "off_by_default",
    "blocked",
]
"""A platform's default for a payment method."""

Mode = Literal[
    "payment",
    "subscription",
    "setup",
]
"""What a Checkout Session is for."""

OutcomeKind = Literal[
    "paid",
    "awaiting_payment",
    "payment_failed",
    "expired",
    "nothing_to_pay",
    "setup_complete",
    "still_open",
    "payment_changed",
    "refunded",
    "refund_changed",
    "dispute_changed",
    "fee_changed",
    "fee_refund_changed",
    "invoice_paid",
    "invoice_failed",
    "subscription_changed",
    "account_changed",
    "capability_changed",
    "account_closed",
    "account_link_returned",
    "disconnected",
    "fetch",
    "ignored",
]
"""What an event means; see ``Outcome`` for what comes with each.

``paid``: The money has arrived: fulfill the order, once.

``awaiting_payment``: The customer has finished and the money has not arrived: a bank debit takes days,
and a payment that was only authorized waits for you to capture it. Wait.

``payment_failed``: The payment failed after the customer left. The session cannot be used again: contact
the customer and ask for a new order.

``expired``: The session ended without a payment: release what was reserved.

``nothing_to_pay``: There is nothing to pay, because of a full discount or a trial: fulfill the order, or
provision the subscription, at once.

``setup_complete``: A payment method was saved for later; there is no order to fulfill.

``still_open``: The customer has not finished yet. No event says so; ``reconcile`` does.

``payment_changed``: The status of a payment has changed. ``requires_capture``: it is authorized, so
capture it or cancel it. ``succeeded`` after such a capture: do not wait for an event of the session,
whose ``async_payment_*`` are for payments that take days; list the session by ``payment_intent`` and
``reconcile`` it. Everything else is progress, including a failed attempt: the customer can try again for
as long as the session is open.

``refunded``: A charge was refunded, in part or in full: book ``amount_refunded``, the sum of all its
refunds.

``refund_changed``: A refund was created, or its status has changed. One that is ``failed`` has not
reached the customer, so the money has to be returned in another way.

``dispute_changed``: The customer's bank asks for the money back, or has decided: tell the merchant, who
has until ``evidence_details.due_by`` to respond while the status is ``needs_response``. It can follow a
payment that was fulfilled long ago.

``fee_changed``: The platform collected a fee, or refunded some of it: book ``amount`` and
``amount_refunded``. The fee is on the platform's own account, so have a webhook endpoint there, too;
Stripe creates the fee some time after the payment.

``fee_refund_changed``: The refund of a fee has changed: book it to its ``fee``.

``invoice_paid``: A period of a subscription is paid: continue to provide it.

``invoice_failed``: An attempt to collect an invoice failed: tell the customer. Stripe tries again at
``next_payment_attempt``, if there is one.

``subscription_changed``: A subscription began or ended, or its status has changed: provide it while it
is ``trialing`` or ``active``, decide for how long in ``past_due``, and end it in ``canceled``,
``unpaid`` and ``incomplete_expired``.

``account_changed``: A merchant's account has changed: call ``readiness`` again, offer Checkout only
while it is ready, and ``onboard`` the merchant if something is due.

``capability_changed``: A capability of a merchant has changed, such as ``card_payments``: book its
status. For v2, the outcome carries the whole account; the event as Stripe stores it says which
capability has changed.

``account_closed``: A merchant's account was closed: make no more calls for it.

``account_link_returned``: The merchant has returned from an account link, which does not mean that
everything was submitted: retrieve the account in ``account_id`` and call ``onboard``.

``disconnected``: The merchant has disconnected from the platform: make no more calls for the account.
Its subscriptions continue without you.

``fetch``: The object has to be retrieved first: send ``Fetch.call``. For a thin event, pass the object
on to ``Event.outcome_with``, and for a session to ``reconcile``.

``ignored``: Genuine, but there is nothing to do. Respond with 2xx.
"""

State = Literal[
    "open",
    "awaiting_payment",
    "fulfilled",
    "failed",
    "expired",
]
"""The state of an order. Store it in the order's row; a new order is ``open``.

``open``: The customer has not paid yet.

``awaiting_payment``: The customer has authorized a payment that takes days; the money is on its way.

``fulfilled``: The order was fulfilled. This state is final.

``failed``: The payment failed after the customer left; the customer has to place a new order.

``expired``: The customer never paid and the session has expired.
"""
