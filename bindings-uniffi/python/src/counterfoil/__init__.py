"""Stripe direct charges through hosted Checkout: requests, webhooks and order decisions.

A platform's merchants take payments directly: each merchant is a Stripe connected account, the customer
pays on a page hosted by Stripe, the platform keeps an application fee. This package builds and sends the
requests, reads the answers, verifies and classifies the webhooks, and says what to do with the order.

Parameters and fields have Stripe's own names. Money is an integer in the currency's minor unit, time is
unix seconds. The logic is one library that several languages share, so a decision is the same in all.
"""

from counterfoil import _handles as _handles  # isort: skip  # before any object can be made
from counterfoil.calls import (
    Call as Call,
)
from counterfoil.calls import (
    Page as Page,
)
from counterfoil.calls import (
    Pages as Pages,
)
from counterfoil.calls import (
    Retry as Retry,
)
from counterfoil.calls import (
    read_answer as read_answer,
)
from counterfoil.calls import (
    retry_after as retry_after,
)
from counterfoil.errors import (
    CounterfoilError as CounterfoilError,
)
from counterfoil.errors import (
    Fault as Fault,
)
from counterfoil.errors import (
    WebhookRejected as WebhookRejected,
)
from counterfoil.http import (
    Request as Request,
)
from counterfoil.http import (
    Response as Response,
)
from counterfoil.http import (
    Transport as Transport,
)
from counterfoil.http import (
    TransportError as TransportError,
)
from counterfoil.merchants import (
    PlanStatus as PlanStatus,
)
from counterfoil.merchants import (
    ReviewStep as ReviewStep,
)
from counterfoil.merchants import (
    dispute_facts as dispute_facts,
)
from counterfoil.merchants import (
    ledger as ledger,
)
from counterfoil.merchants import (
    offer as offer,
)
from counterfoil.merchants import (
    payment_facts as payment_facts,
)
from counterfoil.merchants import (
    plan_status as plan_status,
)
from counterfoil.merchants import (
    readiness as readiness,
)
from counterfoil.merchants import (
    remaining_steps as remaining_steps,
)
from counterfoil.merchants import (
    resume_review as resume_review,
)
from counterfoil.merchants import (
    review as review,
)
from counterfoil.merchants import (
    save_review as save_review,
)
from counterfoil.merchants import (
    standings as standings,
)
from counterfoil.orders import (
    Action as Action,
)
from counterfoil.orders import (
    State as State,
)
from counterfoil.orders import (
    Step as Step,
)
from counterfoil.orders import (
    advance as advance,
)
from counterfoil.orders import (
    encode_form as encode_form,
)
from counterfoil.orders import (
    fee_from_json as fee_from_json,
)
from counterfoil.orders import (
    fee_of as fee_of,
)
from counterfoil.orders import (
    format_amount as format_amount,
)
from counterfoil.orders import (
    parse_amount as parse_amount,
)
from counterfoil.parameters import create_session_from_json as create_session_from_json
from counterfoil.platform import (
    API_VERSION as API_VERSION,
)
from counterfoil.platform import (
    Checkout as Checkout,
)
from counterfoil.platform import (
    Merchant as Merchant,
)
from counterfoil.platform import (
    Platform as Platform,
)
from counterfoil.platform import (
    Sessions as Sessions,
)
from counterfoil.platform import (
    idempotency_key as idempotency_key,
)
from counterfoil.platform import (
    read_session as read_session,
)
from counterfoil.records import *  # noqa: F403
from counterfoil.transport import (
    UrllibTransport as UrllibTransport,
)
from counterfoil.webhooks import (
    EndpointSecret as EndpointSecret,
)
from counterfoil.webhooks import (
    Event as Event,
)
from counterfoil.webhooks import (
    IgnoredReason as IgnoredReason,
)
from counterfoil.webhooks import (
    Outcome as Outcome,
)
from counterfoil.webhooks import (
    OutcomeKind as OutcomeKind,
)
from counterfoil.webhooks import (
    Webhooks as Webhooks,
)
from counterfoil.webhooks import (
    differences as differences,
)
from counterfoil.webhooks import (
    event_from_event_bridge as event_from_event_bridge,
)
from counterfoil.webhooks import (
    event_from_event_grid as event_from_event_grid,
)
from counterfoil.webhooks import (
    reconcile as reconcile,
)
