"""Decisions about merchants: payment methods, readiness, and how a payment is divided."""

# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from counterfoil import _border, _parameters, _record, _waist, errors
from counterfoil._typing import TYPE_CHECKING
from counterfoil._value import Value

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from counterfoil import params as dicts
    from counterfoil._types import PlanStatus as PlanStatus
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
        Onboarding,
        OnboardingOptions,
        PaymentFacts,
        PaymentMethodConfiguration,
        Purchase,
        Readiness,
        Review,
        Subscription,
        UpdatePaymentMethodConfiguration,
        V2Account,
        WantedMethod,
    )

__all__ = [
    "PlanStatus",
    "ReviewStep",
    "dispute_facts",
    "ledger",
    "offer",
    "onboard",
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
    """Returns the state of every payment method: of the platform's own configuration (``parent``), or of a
    merchant's (``child``) under it. The effective setting is ``on``; a merchant's choice is given only if it
    applies.
    """
    own = None if child is None else _raw(child, "child", "PaymentMethodConfiguration")
    said = _asked(b"standings", _raw(parent, "parent", "PaymentMethodConfiguration"), own)
    return [_record.read("MethodStanding", standing) for standing in said]


def review(
    parent: PaymentMethodConfiguration,
    merchants: Iterable[MerchantMethods],
    wanted: Iterable[WantedMethod | dicts.WantedMethod],
) -> Review:
    """Returns the effect of setting the platform's defaults as wanted, for each merchant that has the method:
    review it, then pass it to :func:`remaining_steps`.

    Raises :class:`CounterfoilError` with ``invalid_payment_method``, ``duplicate_parameter``,
    ``invalid_value``, ``cannot_block`` (only Stripe's Dashboard can), ``method_not_available``,
    ``not_a_child``.
    """
    wishes = _parameters.as_json(_listed("wanted", wanted))
    said = _asked(
        b"review", _raw(parent, "parent", "PaymentMethodConfiguration"), _merchants(merchants), wishes
    )
    review: Review = _record.read("Review", said)
    return review


class ReviewStep(Value):
    """A call to make: ``platform.payment_method_configurations.update``, with the parameters and the key."""

    __slots__ = ("params", "idempotency_key")

    params: UpdatePaymentMethodConfiguration
    """The changes, and the platform's configuration."""
    idempotency_key: str
    """The same whenever this review is applied, so that no call is made twice."""

    def __init__(self, params: UpdatePaymentMethodConfiguration, idempotency_key: str) -> None:
        self._fill(params, idempotency_key)


def remaining_steps(
    review: Review, parent: PaymentMethodConfiguration, merchants: Iterable[MerchantMethods]
) -> list[ReviewStep]:
    """Returns the calls of a review that are still to be made, in order, given the current state. Call this
    again after each call or after a crash: calls that have taken effect are not returned again.

    Raises :class:`CounterfoilError` with ``review_outdated``, with one fault per difference, if anything else
    than what the review itself changes has changed since: create a new review.
    """
    from counterfoil.records import MethodPreference, UpdatePaymentMethodConfiguration

    said = _asked(
        b"remaining_steps",
        _saved(review),
        _raw(parent, "parent", "PaymentMethodConfiguration"),
        _merchants(merchants),
    )
    steps: list[ReviewStep] = []
    for step in said:
        methods = [MethodPreference(**method) for method in step["params"]["methods"]]
        params = UpdatePaymentMethodConfiguration(id=step["id"], methods=methods)
        steps.append(ReviewStep(params, step["idempotency_key"]))
    return steps


def save_review(review: Review) -> str:
    """Returns the review as JSON text, to be stored until it is approved. It contains no secret."""
    return _saved(review).decode()


def resume_review(saved: str) -> Review:
    """Restores a review that :func:`save_review` returned; ``invalid_saved_review`` for other text."""
    review: Review = _record.read("Review", _asked(b"resume_review", _border.text(saved, "saved")))
    return review


def offer(
    parent: PaymentMethodConfiguration,
    merchant: MerchantMethods,
    purchase: Purchase | dicts.Purchase,
) -> Offer:
    """Returns what a customer of this merchant will see on the hosted page, as far as it can be known
    beforehand, and why each of the other methods is left out. Currencies and limits are those that Stripe
    publishes; treat them as a hint.

    Raises :class:`CounterfoilError` with ``invalid_currency``, ``invalid_value`` for another mode,
    ``amount_negative``, ``amount_not_in_step``, ``not_a_child`` if the merchant's configuration is not a
    child of ``parent``.
    """
    from json import dumps

    own = dumps(_crossing(merchant, "merchant")).encode()
    from_parent = _raw(parent, "parent", "PaymentMethodConfiguration")
    offer: Offer = _record.read("Offer", _asked(b"offer", from_parent, own, _parameters.as_json(purchase)))
    return offer


def readiness(account: Account | V2Account, needed: Iterable[str] = ()) -> Readiness:
    """Returns whether a merchant can accept direct charges now, and if not, what is missing, by when, and
    what resolves it. The account is of v1, or of v2 and retrieved with ``include``:
    ``configuration.merchant`` and ``requirements``. ``needed`` names further capabilities that this merchant
    should have, beyond those that every direct charge needs. Call this whenever an outcome is
    ``account_changed`` or ``capability_changed``.
    """
    from json import dumps

    names = [
        _border.text(name, f"needed[{index}]").decode()
        for index, name in enumerate(_listed("needed", needed))
    ]
    said = _asked(b"readiness", _raw(account, "account", "Account", "V2Account"), dumps(names).encode())
    readiness: Readiness = _record.read("Readiness", said)
    return readiness


def onboard(
    account: Account | V2Account | None, options: OnboardingOptions | dicts.OnboardingOptions | None = None
) -> Onboarding:
    """Returns the state of a merchant's onboarding and the next step: a call, or a link. Without an account,
    it starts with one of v2. Call this again after each step with the current account.

    A step's call is on the platform: ``platform.call(step.operation, json.loads(step.params), …)``.

    Raises :class:`CounterfoilError` with ``invalid_url`` for an invalid URL in the options.
    """
    own = None if account is None else _raw(account, "account", "Account", "V2Account")
    said = _asked(b"onboard", own, _parameters.as_json({} if options is None else options))
    onboarding: Onboarding = _record.read("Onboarding", said)
    return onboarding


def plan_status(subscription: Subscription) -> PlanStatus | None:
    """Returns whether to provide what the customer subscribed to: ``pending``, ``active``, ``past_due``,
    ``suspended`` or ``canceled``; ``None`` for a status that this version does not know: then keep the one
    that you have.

    Events say the same in ``outcome.subject.plan_status``, but can arrive late and in any order: take them as
    the reason to retrieve the subscription, and store what this returns for it.
    """
    if type(subscription).__name__ != "Subscription":
        text = f"expected a Subscription, got {type(subscription).__name__}"
        raise errors.wrong_type("subscription", text)
    if subscription.status is None:
        return None
    status = _waist.call(0, b"plan_status", _border.text(subscription.status, "status"))[0]
    return None if status is None else status.decode()


def ledger(facts: PaymentFacts | dicts.PaymentFacts) -> Ledger:
    """Returns how a payment is divided: postings, and four sums that add up to zero, in minor units.

    Raises :class:`CounterfoilError` with ``invalid_currency``, ``invalid_value``, ``amount_negative``,
    ``refund_above_payment``, ``fee_refund_above_fee``, ``mixed_currencies``, ``amount_too_large``.
    """
    ledger: Ledger = _record.read("Ledger", _asked(b"ledger", _parameters.as_json(facts)))
    return ledger


def payment_facts(
    charge: Charge,
    fees_payer: str,
    transaction: BalanceTransaction | None = None,
    fee: ApplicationFee | None = None,
) -> PaymentFacts:
    """Returns the facts of a payment from Stripe's objects: its charge with the balance transaction, and the
    application fee if it exists. Refunds and disputes are objects of their own, which you add;
    :func:`dispute_facts` reads a dispute.

    ``fees_payer`` is the merchant's ``controller.fees.payer``. Raises :class:`CounterfoilError` with
    ``mixed_currencies`` if the merchant settles in another currency than that of the payment.
    """
    said = _asked(
        b"payment_facts",
        _raw(charge, "charge", "Charge"),
        None if transaction is None else _raw(transaction, "transaction", "BalanceTransaction"),
        None if fee is None else _raw(fee, "fee", "ApplicationFee"),
        _border.text(fees_payer, "fees_payer"),
    )
    facts: PaymentFacts = _record.read("PaymentFacts", said)
    return facts


def dispute_facts(dispute: Dispute) -> DisputeFacts:
    """Returns the facts of a dispute from Stripe's object, for ``disputes`` of :class:`PaymentFacts`: its
    balance transactions decide, whatever its status is. If it has none, nothing was withdrawn yet.

    Raises :class:`CounterfoilError` with ``mixed_currencies`` if the merchant settles in another currency
    than that of the dispute.
    """
    said = _asked(b"dispute_facts", _raw(dispute, "dispute", "Dispute"))
    facts: DisputeFacts = _record.read("DisputeFacts", said)
    return facts


def _asked(name: bytes, *arguments: bytes | None) -> Any:
    return _waist.from_json(_waist.call(0, name, *arguments)[0])


def _raw(value: Any, path: str, *kinds: str) -> bytes:
    """Returns the JSON of one of Stripe's objects, as it was received."""
    if isinstance(value, _record.Record) and type(value).__name__ in kinds and value.raw:  # type: ignore[attr-defined]
        return _border.text(value.raw, path)  # type: ignore[attr-defined]
    text = f"expected the {' or '.join(kinds)} that Stripe responded with, got {type(value).__name__}"
    raise errors.wrong(path, "wrong_type", text)


def _listed(path: str, items: Iterable[Any]) -> list[Any]:
    if isinstance(items, str) or not hasattr(items, "__iter__"):
        raise errors.wrong_type(path, f"expected a list, got {type(items).__name__}")
    return list(items)


def _merchants(merchants: Iterable[MerchantMethods]) -> bytes:
    from json import dumps

    listed = _listed("merchants", merchants)
    crossing = [_crossing(merchant, f"merchants[{index}]") for index, merchant in enumerate(listed)]
    return dumps(crossing).encode()


def _crossing(merchant: Any, path: str) -> dict[str, Any]:
    """Returns a merchant's methods as they are passed to the library: the configuration is JSON text inside
    the JSON.
    """
    if not isinstance(merchant, _record.Record) or type(merchant).__name__ != "MerchantMethods":
        text = f"expected MerchantMethods, got {type(merchant).__name__}"
        raise errors.wrong(path, "wrong_type", text)
    methods: Any = merchant
    configuration = _raw(methods.configuration, f"{path}.configuration", "PaymentMethodConfiguration")
    return {
        "account": _border.text(methods.account, f"{path}.account").decode(),
        "configuration": configuration.decode(),
        "capabilities": {
            _border.text(name, f"{path}.capabilities").decode(): _border.text(
                status, f"{path}.capabilities.{name}"
            ).decode()
            for name, status in methods.capabilities.items()
        },
    }


def _saved(review: Review) -> bytes:
    """A review as its JSON, in which nothing is left out."""
    if not isinstance(review, _record.Record):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise errors.wrong("review", "wrong_type", f"expected a Review, got {type(review).__name__}")
    return _parameters.as_json(_whole(review))


def _whole(value: Any) -> Any:
    if isinstance(value, _record.Record):
        names = value._names  # pyright: ignore[reportPrivateUsage]
        return {name: _whole(getattr(value, name)) for name in names}
    if isinstance(value, tuple):
        return [_whole(item) for item in value]
    return value


if not TYPE_CHECKING:

    def __getattr__(name):
        if name == "PlanStatus":
            from counterfoil import _types

            return _types.PlanStatus
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
