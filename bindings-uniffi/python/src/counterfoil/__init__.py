"""Stripe direct charges through hosted Checkout: requests, webhooks and order decisions.

A platform's merchants receive payments directly: each merchant is a Stripe connected account, the customer
pays on a page hosted by Stripe, and the platform keeps an application fee. This package builds and sends the
requests, reads the responses, verifies and classifies the webhooks, and says what to do with the order.

Parameters and fields have Stripe's own names. Amounts are integers in the currency's minor unit, times are
unix seconds. The logic is one library that several languages share, so decisions are the same in all of them.
"""

from __future__ import annotations

from counterfoil._typing import TYPE_CHECKING
from counterfoil.calls import Call as Call
from counterfoil.calls import Page as Page
from counterfoil.calls import Pages as Pages
from counterfoil.calls import Retry as Retry
from counterfoil.calls import read_answer as read_answer
from counterfoil.calls import retry_after as retry_after
from counterfoil.errors import APIConnectionError as APIConnectionError
from counterfoil.errors import APIError as APIError
from counterfoil.errors import AuthenticationError as AuthenticationError
from counterfoil.errors import CardError as CardError
from counterfoil.errors import CounterfoilError as CounterfoilError
from counterfoil.errors import Fault as Fault
from counterfoil.errors import IdempotencyError as IdempotencyError
from counterfoil.errors import InvalidRequestError as InvalidRequestError
from counterfoil.errors import PermissionDeniedError as PermissionDeniedError
from counterfoil.errors import RateLimitError as RateLimitError
from counterfoil.errors import WebhookError as WebhookError
from counterfoil.errors import WrongTypeError as WrongTypeError
from counterfoil.http import Request as Request
from counterfoil.http import Response as Response
from counterfoil.http import TransportError as TransportError
from counterfoil.merchants import ReviewStep as ReviewStep
from counterfoil.merchants import dispute_facts as dispute_facts
from counterfoil.merchants import ledger as ledger
from counterfoil.merchants import offer as offer
from counterfoil.merchants import onboard as onboard
from counterfoil.merchants import payment_facts as payment_facts
from counterfoil.merchants import plan_status as plan_status
from counterfoil.merchants import readiness as readiness
from counterfoil.merchants import remaining_steps as remaining_steps
from counterfoil.merchants import resume_review as resume_review
from counterfoil.merchants import review as review
from counterfoil.merchants import save_review as save_review
from counterfoil.merchants import standings as standings
from counterfoil.orders import Step as Step
from counterfoil.orders import advance as advance
from counterfoil.orders import create_session_from_json as create_session_from_json
from counterfoil.orders import encode_form as encode_form
from counterfoil.orders import fee_from_json as fee_from_json
from counterfoil.orders import fee_of as fee_of
from counterfoil.orders import format_amount as format_amount
from counterfoil.orders import parse_amount as parse_amount
from counterfoil.orders import parse_state as parse_state
from counterfoil.outcomes import AccountChanged as AccountChanged
from counterfoil.outcomes import AccountClosed as AccountClosed
from counterfoil.outcomes import AccountLinkReturned as AccountLinkReturned
from counterfoil.outcomes import AwaitingPayment as AwaitingPayment
from counterfoil.outcomes import CapabilityChanged as CapabilityChanged
from counterfoil.outcomes import Disconnected as Disconnected
from counterfoil.outcomes import DisputeChanged as DisputeChanged
from counterfoil.outcomes import Expired as Expired
from counterfoil.outcomes import FeeChanged as FeeChanged
from counterfoil.outcomes import FeeRefundChanged as FeeRefundChanged
from counterfoil.outcomes import Fetch as Fetch
from counterfoil.outcomes import Ignored as Ignored
from counterfoil.outcomes import InvoiceFailed as InvoiceFailed
from counterfoil.outcomes import InvoicePaid as InvoicePaid
from counterfoil.outcomes import NothingToPay as NothingToPay
from counterfoil.outcomes import Outcome as Outcome
from counterfoil.outcomes import Paid as Paid
from counterfoil.outcomes import PaymentChanged as PaymentChanged
from counterfoil.outcomes import PaymentFailed as PaymentFailed
from counterfoil.outcomes import RefundChanged as RefundChanged
from counterfoil.outcomes import Refunded as Refunded
from counterfoil.outcomes import SetupComplete as SetupComplete
from counterfoil.outcomes import StillOpen as StillOpen
from counterfoil.outcomes import SubscriptionChanged as SubscriptionChanged
from counterfoil.platform import API_VERSION as API_VERSION
from counterfoil.platform import Checkout as Checkout
from counterfoil.platform import Merchant as Merchant
from counterfoil.platform import Platform as Platform
from counterfoil.platform import Sessions as Sessions
from counterfoil.platform import __version__ as __version__
from counterfoil.platform import idempotency_key as idempotency_key
from counterfoil.platform import read_session as read_session
from counterfoil.transport import HttpTransport as HttpTransport
from counterfoil.webhooks import EndpointSecret as EndpointSecret
from counterfoil.webhooks import Event as Event
from counterfoil.webhooks import Webhooks as Webhooks
from counterfoil.webhooks import differences as differences
from counterfoil.webhooks import event_from_event_bridge as event_from_event_bridge
from counterfoil.webhooks import event_from_event_grid as event_from_event_grid
from counterfoil.webhooks import reconcile as reconcile

if TYPE_CHECKING:
    from counterfoil._types import Action as Action
    from counterfoil._types import Advice as Advice
    from counterfoil._types import FailureReason as FailureReason
    from counterfoil._types import IgnoredReason as IgnoredReason
    from counterfoil._types import MethodSetting as MethodSetting
    from counterfoil._types import Mode as Mode
    from counterfoil._types import OutcomeKind as OutcomeKind
    from counterfoil._types import PlanStatus as PlanStatus
    from counterfoil._types import State as State
    from counterfoil._types import Transport as Transport
    from counterfoil.records import *  # noqa: F403
else:
    _TYPES = (
        *("Action", "Advice", "FailureReason", "IgnoredReason", "MethodSetting", "Mode", "OutcomeKind"),
        *("PlanStatus", "State", "Transport"),
    )

    def __getattr__(name):
        """Names that take time to import: the records, each when first used, and what annotations need."""
        if name == "__all__":
            return _starred()
        if name in _TYPES:
            from counterfoil import _types

            value = getattr(_types, name)
        elif not name[:1].isupper():
            # There is no record with this name; it may be a module.
            value = None
        else:
            from counterfoil import _record

            value = _record.named(name)
        if value is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = value
        return value

    def __dir__():
        return _public()

    def _public():
        from counterfoil._schema import RECORDS

        own = {name for name, value in globals().items() if type(value).__name__ != "module"}
        own = {name for name in own if not name.startswith("_")} - {"TYPE_CHECKING", "annotations"}
        return sorted({*own, *_TYPES, *RECORDS})

    # Of the records only what a first program needs, and no name that frameworks have of their own.
    _EVERYDAY = ("CreateRefund", "CreateSession", "Fee", "LineItem", "PriceData", "ProductData")
    _ELSEWHERE = ("Page", "Request", "Response", "Transport")

    def _starred():
        from counterfoil._schema import RECORDS

        return sorted({*_public()} - {*RECORDS, *_ELSEWHERE} | {*_EVERYDAY})
