"""What type checkers must take; `wrong.py` beside it has what they must not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counterfoil import (
    AwaitingPayment,
    Charge,
    Event,
    Expired,
    Ignored,
    NothingToPay,
    Outcome,
    Paid,
    PaymentFailed,
    Refunded,
    Session,
    SetupComplete,
    StillOpen,
    outcomes,
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
        case _:
            assert_never(outcome)


def by_kind(event: Event) -> Session | None:
    outcome = event.outcome
    if outcome.kind == "paid":
        assert_type(outcome, Paid)
        return outcome.session
    return outcome.session
