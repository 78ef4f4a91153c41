"""What type checkers must refuse, on each line that ends in `# wrong`, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counterfoil import Event, Ignored, Outcome, Paid, Refunded, Session, advance

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
