"""What is decided about merchants: payment methods, readiness, and who has what of a payment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from counterfoil import _native
from counterfoil.errors import translated
from counterfoil.parameters import as_json
from counterfoil.records import (
    Account,
    ApplicationFee,
    BalanceTransaction,
    Charge,
    Dispute,
    DisputeFacts,
    Ledger,
    MerchantMethods,
    MethodStanding,
    Offer,
    PaymentFacts,
    PaymentMethodConfiguration,
    Purchase,
    Readiness,
    Review,
    Subscription,
    UpdatePaymentMethodConfiguration,
    WantedMethod,
)

__all__ = [
    "PlanStatus",
    "ReviewStep",
    "dispute_facts",
    "ledger",
    "offer",
    "payment_facts",
    "plan_status",
    "readiness",
    "remaining_steps",
    "resume_review",
    "review",
    "save_review",
    "standings",
]


def standings(
    parent: PaymentMethodConfiguration, child: PaymentMethodConfiguration | None = None
) -> list[MethodStanding]:
    """How every payment method stands: of the platform's own configuration (``parent``), or of a
    merchant's (``child``) under it. What is in force is ``on``; a merchant's choice is told only where it
    counts.
    """
    with translated():
        return _native.standings(parent, child)


def review(
    parent: PaymentMethodConfiguration,
    merchants: Iterable[MerchantMethods],
    wanted: Iterable[WantedMethod | Mapping[str, str]],
) -> Review:
    """What it would mean to set the platform's defaults as wanted, for each merchant that has the method:
    look at it, then pass it to :func:`remaining_steps`.

    Raises :class:`CounterfoilError` with ``invalid_payment_method``, ``duplicate_parameter``,
    ``invalid_value``, ``cannot_block`` (only Stripe's Dashboard can), ``method_not_available``,
    ``not_a_child``.
    """
    with translated():
        wishes = _native.wanted_from_json(as_json(list(wanted)))
        return _native.review(parent, list(merchants), wishes)


@dataclass(frozen=True)
class ReviewStep:
    """A call to make: ``platform.payment_method_configurations.update``, with the parameters and the key."""

    params: UpdatePaymentMethodConfiguration
    """What changes, and the platform's configuration."""
    idempotency_key: str
    """The same whenever this review is applied, so that nothing is done twice."""


def remaining_steps(
    review: Review, parent: PaymentMethodConfiguration, merchants: Iterable[MerchantMethods]
) -> list[ReviewStep]:
    """The calls of a review that are still to be made, in order, judged by how things stand now. After
    each call, or after a crash, ask again: what was done already is not asked for twice.

    Raises :class:`CounterfoilError` with ``review_outdated``, one fault for each difference, if anything
    but the review's own changes has changed since: make a new review.
    """
    with translated():
        steps = _native.remaining_steps(review, parent, list(merchants))
    return [ReviewStep(step.params, step.idempotency_key) for step in steps]


def save_review(review: Review) -> str:
    """The review as JSON text, to be kept until somebody agrees to it. Nothing in it is secret."""
    return _native.save_review(review)


def resume_review(saved: str) -> Review:
    """Goes on with a review that :func:`save_review` wrote down; ``invalid_saved_review`` for other text."""
    with translated():
        return _native.resume_review(saved)


def offer(
    parent: PaymentMethodConfiguration,
    merchant: MerchantMethods,
    purchase: Purchase | Mapping[str, Any],
) -> Offer:
    """What a customer of this merchant will find on the hosted page, as far as it can be told beforehand,
    and why each of the other methods is left out. Currencies and limits are Stripe's published ones, a
    hint and no more.

    Raises :class:`CounterfoilError` with ``invalid_currency``, ``invalid_value`` for another mode,
    ``amount_negative``, ``amount_not_in_step``, ``not_a_child`` for a merchant of another configuration.
    """
    with translated():
        return _native.offer(parent, merchant, _native.purchase_from_json(as_json(purchase)))


def readiness(account: Account, needed: Iterable[str] = ()) -> Readiness:
    """Whether a merchant can take direct charges now, and if not, what is missing, by when, and what
    resolves it. ``needed`` names capabilities that this merchant is to have besides those that every
    direct charge needs. Ask again whenever ``account.updated`` or ``capability.updated`` arrives.
    """
    with translated():
        return _native.readiness(account, list(needed))


PlanStatus = Literal["pending", "active", "past_due", "suspended", "canceled"]
"""How a subscription stands, as far as providing its plan is concerned; see :func:`plan_status`."""


def plan_status(subscription: Subscription) -> PlanStatus | None:
    """Whether what was subscribed to is to be provided: ``pending``, ``active``, ``past_due``, ``suspended``
    or ``canceled``; ``None`` for a status that this version does not know: keep what you have then.

    Events say the same in ``outcome.subject.plan_status``, but can come late and in any order: take them as
    the reason to read the subscription and store what this says of it.
    """
    return cast("PlanStatus | None", _native.plan_status(subscription.status))


def ledger(facts: PaymentFacts | Mapping[str, Any]) -> Ledger:
    """Who has what of a payment in the end: postings, and four sums that are zero together, in minor units.

    Raises :class:`CounterfoilError` with ``invalid_currency``, ``invalid_value``, ``amount_negative``,
    ``refund_above_payment``, ``fee_refund_above_fee``, ``mixed_currencies``, ``amount_too_large``.
    """
    with translated():
        return _native.ledger(_native.payment_facts_from_json(as_json(facts)))


def payment_facts(
    charge: Charge,
    fees_payer: str,
    transaction: BalanceTransaction | None = None,
    fee: ApplicationFee | None = None,
) -> PaymentFacts:
    """The facts of a payment from Stripe's objects: its charge, the balance transaction of it, and the
    application fee where there is one. Add refunds and disputes; they are objects of their own, and
    :func:`dispute_facts` reads a dispute.

    ``fees_payer`` is the merchant's ``controller.fees.payer``. Raises :class:`CounterfoilError` with
    ``mixed_currencies`` if the merchant is settled in another currency than the payment's.
    """
    with translated():
        return _native.payment_facts(charge, transaction, fee, fees_payer)


def dispute_facts(dispute: Dispute) -> DisputeFacts:
    """The facts of a dispute from Stripe's object, for ``disputes`` of :class:`PaymentFacts`: what its
    balance transactions say, whatever its status is. Without any, nothing was taken yet.

    Raises :class:`CounterfoilError` with ``mixed_currencies`` if the merchant is settled in another currency
    than the dispute's.
    """
    with translated():
        return _native.dispute_facts(dispute)
