"""What type checkers must take; `wrong.py` beside it has what they must not."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from counterfoil import (
    AwaitingPayment,
    Charge,
    CreateRefund,
    Event,
    Expired,
    Ignored,
    LineItem,
    Merchant,
    NothingToPay,
    Outcome,
    Paid,
    PaymentFailed,
    Refunded,
    Session,
    SetupComplete,
    State,
    StillOpen,
    advance,
    outcomes,
    params,
    parse_state,
)

if TYPE_CHECKING:
    from typing_extensions import assert_never, assert_type


def name_of(outcome: Outcome) -> str:
    match outcome:
        case Paid(session=session) | NothingToPay(session=session):
            assert_type(session, Session)
            return session.id
        case AwaitingPayment(session) | PaymentFailed(session) | Expired(session):
            return session.id
        case SetupComplete() | StillOpen():
            return outcome.session.id
        case Refunded(charge, subject):
            assert_type(charge, Charge)
            return charge.id + subject.object
        case Ignored(reason):
            return reason
        case outcomes.Fetch(subject):
            return subject.object
        case outcomes.PaymentChanged() | outcomes.RefundChanged() | outcomes.DisputeChanged():
            return outcome.object.id
        case outcomes.FeeChanged() | outcomes.FeeRefundChanged() | outcomes.SubscriptionChanged():
            return outcome.object.id
        case outcomes.InvoicePaid() | outcomes.InvoiceFailed() | outcomes.AccountChanged():
            return outcome.object.id
        case outcomes.CapabilityChanged(capability):
            return capability.id
        case outcomes.Disconnected():
            return str(outcome.subject.id)
        case outcomes.AccountClosed() | outcomes.AccountLinkReturned():
            return outcome.object.id
        case _:
            assert_never(outcome)


def parameters(merchant: Merchant, column: str, id: UUID, until: datetime) -> Session:
    merchant.refunds.create({"payment_intent": "pi_1", "amount": 500}, idempotency_key="refund-7")
    merchant.refunds.create(CreateRefund(payment_intent="pi_1"), idempotency_key="refund-8")
    assert_type(advance(parse_state(column), "paid").state, State)
    line: params.LineItem = {"price": "price_1", "quantity": 2}
    return merchant.checkout.sessions.create(
        {
            "mode": "payment",
            "line_items": [line, LineItem(price="price_2", quantity=1)],
            "application_fee": {"basis_points": 250},
            "client_reference_id": id,
            "expires_at": until,
            "metadata": {"order": id},
            "success_url": "https://shop.example/thanks",
        },
        idempotency_key="order-42",
    )


def by_kind(event: Event) -> Session | None:
    outcome = event.outcome
    if outcome.kind == "paid":
        assert_type(outcome, Paid)
        return outcome.session
    return outcome.session
