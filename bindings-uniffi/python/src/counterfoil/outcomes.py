# Generated from core/api.json by `cargo xtask generate`.
"""What an event means for an order, a class for each outcome.

>>> match event.outcome:
...     case Paid(session=session): ...

:data:`Outcome` is any of them: a type checker reports the ones that a ``match`` leaves out.
"""

from __future__ import annotations

from counterfoil._outcomes import OfFetch, OfReason, OfSession, OfSubject
from counterfoil._typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import ClassVar, Literal

    from counterfoil import records

__all__ = [
    "AccountChanged",
    "AccountClosed",
    "AccountLinkReturned",
    "AwaitingPayment",
    "CapabilityChanged",
    "Disconnected",
    "DisputeChanged",
    "Expired",
    "FeeChanged",
    "FeeRefundChanged",
    "Fetch",
    "Ignored",
    "InvoiceFailed",
    "InvoicePaid",
    "KINDS",
    "NothingToPay",
    "Outcome",
    "Paid",
    "PaymentChanged",
    "PaymentFailed",
    "RefundChanged",
    "Refunded",
    "SetupComplete",
    "StillOpen",
    "SubscriptionChanged",
]


class Paid(OfSession):
    """The money has arrived: fulfill the order, once."""

    __slots__ = ()

    kind: ClassVar[Literal["paid"]] = "paid"
    """Its name."""


class AwaitingPayment(OfSession):
    """The customer has finished and the money has not arrived: a bank debit takes days, and a payment that
    was only authorized waits for you to capture it. Wait.
    """

    __slots__ = ()

    kind: ClassVar[Literal["awaiting_payment"]] = "awaiting_payment"
    """Its name."""


class PaymentFailed(OfSession):
    """The payment failed after the customer left. The session cannot be used again: contact the customer
    and ask for a new order.
    """

    __slots__ = ()

    kind: ClassVar[Literal["payment_failed"]] = "payment_failed"
    """Its name."""


class Expired(OfSession):
    """The session ended without a payment: release what was reserved."""

    __slots__ = ()

    kind: ClassVar[Literal["expired"]] = "expired"
    """Its name."""


class NothingToPay(OfSession):
    """There is nothing to pay, because of a full discount or a trial: fulfill the order, or provision the
    subscription, at once.
    """

    __slots__ = ()

    kind: ClassVar[Literal["nothing_to_pay"]] = "nothing_to_pay"
    """Its name."""


class SetupComplete(OfSession):
    """A payment method was saved for later; there is no order to fulfill."""

    __slots__ = ()

    kind: ClassVar[Literal["setup_complete"]] = "setup_complete"
    """Its name."""


class StillOpen(OfSession):
    """The customer has not finished yet. No event says so; ``reconcile`` does."""

    __slots__ = ()

    kind: ClassVar[Literal["still_open"]] = "still_open"
    """Its name."""


class PaymentChanged(OfSubject):
    """The status of a payment has changed. ``requires_capture``: it is authorized, so capture it or cancel
    it. ``succeeded`` after such a capture: do not wait for an event of the session, whose
    ``async_payment_*`` are for payments that take days; list the session by ``payment_intent`` and
    ``reconcile`` it. Everything else is progress, including a failed attempt: the customer can try again
    for as long as the session is open.
    """

    __slots__ = ()

    kind: ClassVar[Literal["payment_changed"]] = "payment_changed"
    """Its name."""
    if TYPE_CHECKING:

        @property
        def object(self) -> records.PaymentIntent:
            """Stripe's object, as the event has it."""
            ...


class Refunded(OfSubject):
    """A charge was refunded, in part or in full: book ``amount_refunded``, the sum of all its refunds."""

    __slots__ = ()

    kind: ClassVar[Literal["refunded"]] = "refunded"
    """Its name."""
    if TYPE_CHECKING:

        @property
        def object(self) -> records.Charge:
            """Stripe's object, as the event has it."""
            ...


class RefundChanged(OfSubject):
    """A refund was created, or its status has changed. One that is ``failed`` has not reached the customer,
    so the money has to be returned in another way.
    """

    __slots__ = ()

    kind: ClassVar[Literal["refund_changed"]] = "refund_changed"
    """Its name."""
    if TYPE_CHECKING:

        @property
        def object(self) -> records.Refund:
            """Stripe's object, as the event has it."""
            ...


class DisputeChanged(OfSubject):
    """The customer's bank asks for the money back, or has decided: tell the merchant, who has until
    ``evidence_details.due_by`` to respond while the status is ``needs_response``. It can follow a
    payment that was fulfilled long ago.
    """

    __slots__ = ()

    kind: ClassVar[Literal["dispute_changed"]] = "dispute_changed"
    """Its name."""
    if TYPE_CHECKING:

        @property
        def object(self) -> records.Dispute:
            """Stripe's object, as the event has it."""
            ...


class FeeChanged(OfSubject):
    """The platform collected a fee, or refunded some of it: book ``amount`` and ``amount_refunded``. The
    fee is on the platform's own account, so have a webhook endpoint there, too; Stripe creates the fee
    some time after the payment.
    """

    __slots__ = ()

    kind: ClassVar[Literal["fee_changed"]] = "fee_changed"
    """Its name."""
    if TYPE_CHECKING:

        @property
        def object(self) -> records.ApplicationFee:
            """Stripe's object, as the event has it."""
            ...


class FeeRefundChanged(OfSubject):
    """The refund of a fee has changed: book it to its ``fee``."""

    __slots__ = ()

    kind: ClassVar[Literal["fee_refund_changed"]] = "fee_refund_changed"
    """Its name."""
    if TYPE_CHECKING:

        @property
        def object(self) -> records.FeeRefund:
            """Stripe's object, as the event has it."""
            ...


class InvoicePaid(OfSubject):
    """A period of a subscription is paid: continue to provide it."""

    __slots__ = ()

    kind: ClassVar[Literal["invoice_paid"]] = "invoice_paid"
    """Its name."""
    if TYPE_CHECKING:

        @property
        def object(self) -> records.Invoice:
            """Stripe's object, as the event has it."""
            ...


class InvoiceFailed(OfSubject):
    """An attempt to collect an invoice failed: tell the customer. Stripe tries again at
    ``next_payment_attempt``, if there is one.
    """

    __slots__ = ()

    kind: ClassVar[Literal["invoice_failed"]] = "invoice_failed"
    """Its name."""
    if TYPE_CHECKING:

        @property
        def object(self) -> records.Invoice:
            """Stripe's object, as the event has it."""
            ...


class SubscriptionChanged(OfSubject):
    """A subscription began or ended, or its status has changed: provide it while it is ``trialing`` or
    ``active``, decide for how long in ``past_due``, and end it in ``canceled``, ``unpaid`` and
    ``incomplete_expired``.
    """

    __slots__ = ()

    kind: ClassVar[Literal["subscription_changed"]] = "subscription_changed"
    """Its name."""
    if TYPE_CHECKING:

        @property
        def object(self) -> records.Subscription:
            """Stripe's object, as the event has it."""
            ...


class AccountChanged(OfSubject):
    """A merchant's account has changed: call ``readiness`` again, offer Checkout only while it is ready,
    and ``onboard`` the merchant if something is due.
    """

    __slots__ = ()

    kind: ClassVar[Literal["account_changed"]] = "account_changed"
    """Its name."""
    if TYPE_CHECKING:

        @property
        def object(self) -> records.Account | records.V2Account:
            """Stripe's object, as the event has it."""
            ...


class CapabilityChanged(OfSubject):
    """A capability of a merchant has changed, such as ``card_payments``: book its status. For v2, the
    outcome carries the whole account; the event as Stripe stores it says which capability has changed.
    """

    __slots__ = ()

    kind: ClassVar[Literal["capability_changed"]] = "capability_changed"
    """Its name."""
    if TYPE_CHECKING:

        @property
        def object(self) -> records.Capability | records.V2Account:
            """Stripe's object, as the event has it."""
            ...


class AccountClosed(OfSubject):
    """A merchant's account was closed: make no more calls for it."""

    __slots__ = ()

    kind: ClassVar[Literal["account_closed"]] = "account_closed"
    """Its name."""
    if TYPE_CHECKING:

        @property
        def object(self) -> records.V2Account:
            """Stripe's object, as the event has it."""
            ...


class AccountLinkReturned(OfSubject):
    """The merchant has returned from an account link, which does not mean that everything was submitted:
    retrieve the account in ``account_id`` and call ``onboard``.
    """

    __slots__ = ()

    kind: ClassVar[Literal["account_link_returned"]] = "account_link_returned"
    """Its name."""
    if TYPE_CHECKING:

        @property
        def object(self) -> records.V2Event:
            """Stripe's object, as the event has it."""
            ...


class Disconnected(OfSubject):
    """The merchant has disconnected from the platform: make no more calls for the account. Its
    subscriptions continue without you.
    """

    __slots__ = ()

    kind: ClassVar[Literal["disconnected"]] = "disconnected"
    """Its name."""
    if TYPE_CHECKING:

        @property
        def object(self) -> None:
            """There is none."""
            ...


class Fetch(OfFetch):
    """The object has to be retrieved first: send ``Fetch.call``. For a thin event, pass the object on to
    ``Event.outcome_with``, and for a session to ``reconcile``.
    """

    __slots__ = ()

    kind: ClassVar[Literal["fetch"]] = "fetch"
    """Its name."""


class Ignored(OfReason):
    """Genuine, but there is nothing to do. Respond with 2xx."""

    __slots__ = ()

    kind: ClassVar[Literal["ignored"]] = "ignored"
    """Its name."""


Outcome = (
    Paid
    | AwaitingPayment
    | PaymentFailed
    | Expired
    | NothingToPay
    | SetupComplete
    | StillOpen
    | PaymentChanged
    | Refunded
    | RefundChanged
    | DisputeChanged
    | FeeChanged
    | FeeRefundChanged
    | InvoicePaid
    | InvoiceFailed
    | SubscriptionChanged
    | AccountChanged
    | CapabilityChanged
    | AccountClosed
    | AccountLinkReturned
    | Disconnected
    | Fetch
    | Ignored
)
"""What an event means for an order. Pass its ``kind`` to ``advance``."""

KINDS: tuple[type[Outcome], ...] = (
    Paid,
    AwaitingPayment,
    PaymentFailed,
    Expired,
    NothingToPay,
    SetupComplete,
    StillOpen,
    PaymentChanged,
    Refunded,
    RefundChanged,
    DisputeChanged,
    FeeChanged,
    FeeRefundChanged,
    InvoicePaid,
    InvoiceFailed,
    SubscriptionChanged,
    AccountChanged,
    CapabilityChanged,
    AccountClosed,
    AccountLinkReturned,
    Disconnected,
    Fetch,
    Ignored,
)
"""All of them, by the library's numbers."""
