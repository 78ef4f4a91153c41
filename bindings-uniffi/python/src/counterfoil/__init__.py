"""Stripe direct charges through hosted Checkout: requests, webhooks and order decisions.

A platform's merchants take payments directly: each merchant is a Stripe connected account, the customer
pays on a page hosted by Stripe, the platform keeps an application fee. This package builds and sends the
requests, reads the answers, verifies and classifies the webhooks, and says what to do with the order.

Parameters and fields have Stripe's own names. Money is an integer in the currency's minor unit, time is
unix seconds. The logic is one library that several languages share, so a decision is the same in all.
"""

from counterfoil.errors import CounterfoilError, Fault, WebhookRejected
from counterfoil.http import Request, Response, Transport, TransportError
from counterfoil.orders import (
    Action,
    State,
    Step,
    advance,
    encode_form,
    fee_from_json,
    fee_of,
    format_amount,
    parse_amount,
)
from counterfoil.platform import (
    API_VERSION,
    Call,
    Checkout,
    Merchant,
    Platform,
    Retry,
    Sessions,
    read_session,
    retry_after,
)
from counterfoil.records import (
    CreateSession,
    Fee,
    LineItem,
    Mode,
    PaymentIntentData,
    PriceData,
    ProductData,
    Session,
    create_session_from_json,
)
from counterfoil.transport import UrllibTransport
from counterfoil.webhooks import EndpointSecret, Event, IgnoredReason, Outcome, OutcomeKind, Webhooks

__all__ = [
    "API_VERSION",
    "Action",
    "Call",
    "Checkout",
    "CounterfoilError",
    "CreateSession",
    "EndpointSecret",
    "Event",
    "Fault",
    "Fee",
    "IgnoredReason",
    "LineItem",
    "Merchant",
    "Mode",
    "Outcome",
    "OutcomeKind",
    "PaymentIntentData",
    "Platform",
    "PriceData",
    "ProductData",
    "Request",
    "Response",
    "Retry",
    "Session",
    "Sessions",
    "State",
    "Step",
    "Transport",
    "TransportError",
    "UrllibTransport",
    "WebhookRejected",
    "Webhooks",
    "advance",
    "create_session_from_json",
    "encode_form",
    "fee_from_json",
    "fee_of",
    "format_amount",
    "parse_amount",
    "read_session",
    "retry_after",
]
