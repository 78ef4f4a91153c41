"""What type checkers must refuse, on each line that ends in `# wrong`, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counterfoil import (
    CreateRefund,
    Event,
    Ignored,
    Merchant,
    Outcome,
    Paid,
    Refunded,
    Session,
    advance,
    parse_state,
)

if TYPE_CHECKING:
    from typing_extensions import assert_never


def incomplete(outcome: Outcome) -> str:
    match outcome:
        case Paid(session):
            return session.id
        case _:
            assert_never(outcome)  # wrong


def carried(event: Event, paid: Paid, refunded: Refunded, ignored: Ignored) -> None:
    event.outcome.session.id  # wrong
    paid.session.amount_totl  # wrong
    refunded.object.payment_method_typo  # wrong
    ignored.session.id  # wrong
    Paid()  # wrong
    Paid(Session(id="cs_1"), "paid")  # wrong
    Ignored("because")  # wrong
    paid.kind = "expired"  # wrong
    advance("opened", paid.kind)  # wrong
    advance("open", paid)  # wrong
    event.outcome = paid  # wrong
    event.to_json()  # wrong


def parameters(merchant: Merchant, column: str) -> None:
    sessions, refunds = merchant.checkout.sessions, merchant.refunds
    sessions.create({"mode": "paymnet"}, idempotency_key="k")  # wrong
    sessions.create({"mode": "payment", "sucess_url": ""}, idempotency_key="k")  # wrong
    sessions.create({"line_items": [{"quantty": 1}]}, idempotency_key="k")  # wrong
    sessions.create({"mode": "payment"})  # wrong
    refunds.create({"amount": "500"}, idempotency_key="k")  # wrong
    refunds.create(CreateRefund(amuont=500), idempotency_key="k")  # wrong
    refunds.create({"charge": "ch_1"}, idempotency_key="k").amuont  # wrong
    refunds.list({"limit": 1.5})  # wrong
    advance(column, "paid")  # wrong
    parse_state(column).upper().state  # wrong
    CreateRefund(amount=500).amount = 400  # wrong
