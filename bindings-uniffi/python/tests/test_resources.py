# pyright: basic
"""Operations beyond the session: pages, calls that are saved, scopes, and a method for every operation."""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from typing import Any, cast, get_args

import pytest
from conftest import Answer, Stripe

from counterfoil import (
    Action,
    CounterfoilError,
    CreateRefund,
    HttpTransport,
    IgnoredReason,
    OutcomeKind,
    Platform,
    Response,
    Retry,
    State,
    TransportError,
    _waist,
    _words,
    idempotency_key,
    params,
    reconcile,
    records,
    resources,
)
from counterfoil.aio import resources as awaited
from counterfoil.outcomes import KINDS
from counterfoil.testing import event_body

REFUND = {"id": "re_1", "object": "refund", "amount": 500, "metadata": {}}


def page(id: str, has_more: bool) -> Answer:
    refunds = {"object": "list", "data": [REFUND | {"id": id}], "has_more": has_more}
    return Answer(200, json.dumps(refunds).encode())


def platform(stripe: Stripe) -> Platform:
    return Platform(secret_key="sk_test_hidden", api_base=stripe.origin)


def test_a_list_is_read_page_by_page(stripe: Stripe) -> None:
    stripe.answers = [page("re_2", True), page("re_1", False)]
    refunds = platform(stripe).merchant("acct_1").refunds.list({"limit": 1})
    assert [refund.id for refund in refunds] == ["re_2", "re_1"]
    paths = [request.path for request in stripe.received]
    assert paths == ["/v1/refunds?limit=1", "/v1/refunds?limit=1&starting_after=re_2"]


def test_a_success_says_whether_stripe_repeated_it_and_equals_what_it_repeats(stripe: Stripe) -> None:
    body = json.dumps(REFUND).encode()
    repeated = {"Idempotent-Replayed": "true"}
    refunds = {"object": "list", "data": [REFUND], "has_more": False}
    stripe.answers = [
        Answer(200, body),
        Answer(200, body, repeated),
        Answer(200, json.dumps(refunds).encode(), repeated),
    ]
    resource = platform(stripe).merchant("acct_1").refunds
    given: params.CreateRefund = {"payment_intent": "pi_1", "amount": 500}
    first = resource.create(given, idempotency_key="refund-1")
    again = resource.create(given, idempotency_key="refund-1")
    assert (first.replayed, again.replayed) == (False, True)
    assert first == again
    changed: dict[str, Any] = {**first.to_dict(), "amount": 501, "raw": first.raw}
    assert first != records.Refund(**changed)
    assert first != "re_1"
    page = resource.list().page()
    assert (page.replayed, page.data[0].replayed) == (True, False)


def test_a_write_carries_its_key_and_a_record_or_a_dictionary_is_the_same(stripe: Stripe) -> None:
    stripe.answers = [Answer(200, json.dumps(REFUND).encode())]
    refunds = platform(stripe).merchant("acct_1").refunds
    key = idempotency_key("acct_1", "order 42", "refund")
    record = refunds.create(CreateRefund(payment_intent="pi_1", amount=500), idempotency_key=key)
    plain = refunds.create({"payment_intent": "pi_1", "amount": 500}, idempotency_key=key)
    assert record == plain
    assert record.amount == 500
    first, second = stripe.received
    assert first.body == second.body == "payment_intent=pi_1&amount=500"
    assert first.headers["Idempotency-Key"] == "acct_1:refund:order%2042"


def test_a_deletion_needs_no_key(stripe: Stripe) -> None:
    gone = json.dumps({"id": "we_1", "object": "webhook_endpoint", "deleted": True}).encode()
    stripe.answers = [Answer(200, gone), Answer(200, gone)]
    endpoints = platform(stripe).webhook_endpoints
    assert endpoints.delete("we_1").deleted
    assert endpoints.delete("we_1", idempotency_key="gone-1").deleted
    keys = [request.headers.get("Idempotency-Key") for request in stripe.received]
    assert keys == [None, "gone-1"]


def test_a_call_goes_on_in_another_process_where_it_stopped(stripe: Stripe) -> None:
    stripe.answers = [Answer(200, json.dumps(REFUND).encode())]
    there, here = platform(stripe), platform(stripe)
    call = there.merchant("acct_1").call("refunds.create", {"payment_intent": "pi_1"}, idempotency_key="r")
    assert isinstance(call.receive(TransportError("closed"), 0.5), Retry)
    saved = call.save()
    assert "hidden" not in saved
    resumed = here.resume(saved)
    assert (resumed.attempt, resumed.request) == (2, call.request)
    answer: Any = resumed.receive(HttpTransport().send(resumed.request), 0.5)
    assert answer.id == "re_1"
    with pytest.raises(CounterfoilError) as caught:
        here.resume("{}")
    assert caught.value.code == "invalid_saved_call"


def test_what_is_on_the_other_account_is_told(stripe: Stripe) -> None:
    ours = platform(stripe)
    with pytest.raises(CounterfoilError) as caught:
        ours.call("charges.list", {})
    assert caught.value.code == "wrong_scope"
    with pytest.raises(CounterfoilError) as caught:
        ours.merchant("acct_1").call("application_fees.list", {})
    assert caught.value.code == "wrong_scope"


def test_a_refusal_says_what_to_do(stripe: Stripe) -> None:
    body = {"error": {"type": "card_error", "code": "card_declined", "payment_intent": {"id": "pi_1"}}}
    stripe.answers = [Answer(402, json.dumps(body).encode())]
    with pytest.raises(CounterfoilError) as caught:
        platform(stripe).merchant("acct_1").charges.retrieve("ch_1")
    assert (caught.value.advice, caught.value.payment_intent) == ("ask_customer", "pi_1")


class Recorder:
    """A caller that notes which operations are asked for, with the records of their parameters."""

    def __init__(self) -> None:
        self.used: set[str] = set()

    def call(self, name: str, params: object, key: str | None = None) -> None:
        self.used.add(name)
        raise LookupError


def _ask(method: Any) -> None:
    """Calls a method with as much as it needs; where it is to be awaited, nothing has happened before."""
    needed = inspect.signature(method).parameters.values()
    texts = ["x" for one in needed if one.kind is one.POSITIONAL_OR_KEYWORD and one.default is one.empty]
    keys = {"idempotency_key": "k"} if any(one.name == "idempotency_key" for one in needed) else {}
    answer = method(*texts, **keys)
    answer.send(None)


def _operations(resource: Any, recorder: Recorder) -> None:
    """Asks for everything in a resource, and in those below it."""
    kind = type(resource)
    for name in [name for name in dir(kind) if not name.startswith("_")]:
        if isinstance(getattr(kind, name), property):
            _operations(getattr(resource, name), recorder)
        else:
            with pytest.raises(LookupError):
                _ask(getattr(resource, name))


@pytest.mark.parametrize("module", [resources, awaited])
def test_every_operation_has_a_method(module: Any) -> None:
    api = json.loads((Path(__file__).parents[3] / "core/api.json").read_text())
    scopes = {"merchant": ["merchant", "both"], "platform": ["platform", "both"]}
    for owner, root in (("merchant", module.MerchantResources), ("platform", module.PlatformResources)):
        recorder = Recorder()
        _operations(root(recorder), recorder)
        known = {one["name"] for one in api["operations"] if one["scope"] in scopes[owner]}
        assert recorder.used == known


def test_a_record_of_another_operation_is_refused(stripe: Stripe) -> None:
    merchant = platform(stripe).merchant("acct_1")
    for call in (
        lambda: merchant.checkout.sessions.create(
            cast(Any, CreateRefund(charge="ch_1")), idempotency_key="k"
        ),
        lambda: merchant.call("checkout.sessions.create", CreateRefund(charge="ch_1"), idempotency_key="k"),
        lambda: merchant.call("checkout.create", CreateRefund(charge="ch_1"), idempotency_key="k"),
        lambda: merchant.call("refunds.create", records.LineItem(price="price_1"), idempotency_key="k"),
    ):
        with pytest.raises(CounterfoilError) as caught:
            call()
        [fault] = caught.value.faults
        assert (fault.path, fault.code) == ("", "wrong_type")
    assert stripe.received == []


def test_a_session_that_was_read_says_what_its_events_would() -> None:
    from counterfoil import read_session

    session = {"id": "cs_1", "object": "checkout.session", "status": "complete", "mode": "payment"}
    paid = read_session(Response(200, (), json.dumps(session | {"payment_status": "paid"}).encode()))
    assert reconcile(paid).kind == "paid"
    unpaid = session | {"payment_status": "unpaid", "payment_intent": {"id": "pi_1", "status": "processing"}}
    assert reconcile(read_session(Response(200, (), json.dumps(unpaid).encode()))).kind == "awaiting_payment"


def test_events_of_every_kind_can_be_made() -> None:
    assert json.loads(event_body("charge.refunded", account="acct_1"))["account"] == "acct_1"
    with pytest.raises(CounterfoilError) as caught:
        event_body("charge.eaten")
    assert caught.value.code == "unknown_event_type"


def test_the_words_are_those_of_the_library() -> None:
    steps: list[list[str]] = _waist.from_json(_waist.call(0, b"steps")[0])
    kinds = tuple(kind.kind for kind in KINDS)
    assert tuple(dict.fromkeys(step[1] for step in steps)) == kinds == get_args(OutcomeKind)
    assert tuple(dict.fromkeys(step[0] for step in steps)) == get_args(State)
    assert {step[3] for step in steps} == set(get_args(Action))
    assert get_args(IgnoredReason) == _words.REASONS
