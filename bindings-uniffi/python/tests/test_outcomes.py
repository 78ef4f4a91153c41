"""Outcomes as classes, and events on their way to a worker."""

from __future__ import annotations

import copy
import json
import multiprocessing
import pickle
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from conftest import NOW, SECRET, SESSION, event

from counterfoil import (
    CounterfoilError,
    EndpointSecret,
    Event,
    Ignored,
    NothingToPay,
    Outcome,
    Paid,
    Refunded,
    Response,
    Session,
    Subject,
    WebhookError,
    Webhooks,
    WrongTypeError,
    _waist,
    event_from_event_bridge,
    outcomes,
    read_session,
)
from counterfoil.testing import event_body, sign

WEBHOOKS = Webhooks(
    [EndpointSecret("old", "whsec_old"), EndpointSecret("connect", SECRET, source="connected", mode="test")]
)


def verified(body: bytes) -> Event:
    return WEBHOOKS.verify(body, sign(body, SECRET, NOW), NOW)


def carried(outcome: Outcome) -> str:
    match outcome:
        case Paid(session=session) | NothingToPay(session):
            return session.id
        case Refunded(charge, subject):
            return f"{charge.id} {subject.object}"
        case outcomes.Disconnected(None, subject):
            return f"{subject.object}"
        case Ignored(reason):
            return reason
        case _:
            return "another"


def test_every_type_of_event_has_an_outcome_of_its_class() -> None:
    types: list[str] = _waist.from_json(_waist.call(0, b"event_types")[0])
    assert len(types) > 20
    seen: set[type] = set()
    for type_ in types:
        body = event_body(type_, account="acct_1", created=NOW)
        outcome = verified(body).outcome
        seen.add(type(outcome))
        assert isinstance(outcome, Outcome)
        assert type(outcome) is outcomes.KINDS[[kind.kind for kind in outcomes.KINDS].index(outcome.kind)]
        for name in type(outcome).__match_args__:
            has_no_object = outcome.kind == "disconnected" and name == "object"
            assert (getattr(outcome, name) is None) == has_no_object, (type_, name)
        thin = verified(event_body(type_, shape="thin", account="acct_1", created=NOW)).outcome
        assert isinstance(thin, (outcomes.Fetch, outcomes.Disconnected, Ignored)), (type_, thin)
    assert len(seen) >= 14
    assert carried(verified(event_body("charge.refunded", account="acct_1")).outcome).endswith(" charge")
    assert carried(verified(event()).outcome) == "cs_test_a1"
    assert carried(verified(event(livemode=True)).outcome) == "wrong_mode"


def test_outcomes_are_values_that_a_test_can_make() -> None:
    made = Paid(Session(id="cs_1"))
    for same in (Paid(Session(id="cs_1")), copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        assert (same, hash(same), carried(same)) == (made, hash(made), "cs_1")
    assert made != NothingToPay(Session(id="cs_1"))
    assert Ignored("wrong_mode") != Ignored("other_type")
    assert repr(Ignored("wrong_mode")) == "Ignored(reason='wrong_mode')"
    assert "jenny" not in repr(verified(event()).outcome)
    assert outcomes.Fetch(Subject(object="charge", id="ch_1")).subject.id == "ch_1"
    changes: list[Callable[[], object]] = [
        lambda: setattr(made, "session", None),
        lambda: delattr(made, "_carried"),
    ]
    for change in changes:
        with pytest.raises(AttributeError, match="Paid cannot be changed"):
            change()


SESSIONS: dict[str, dict[str, Any]] = {
    "as it is": {},
    "not ASCII": {"client_reference_id": "Größe 42"},
    "empty": {
        name: None for name in SESSION if name not in ("id", "object", "payment_status", "status", "mode")
    },
    "expanded": {"payment_intent": {"id": "pi_1", "object": "payment_intent", "status": "succeeded"}},
    "wrong types": {"amount_total": "4000", "currency": 7, "metadata": [1], "created": 1.5},
    "metadata": {"metadata": {"a": "1", "b": 2, "c": None, "d": 'a "b" \\ c'}},
    "recovery": {"after_expiration": {"recovery": {"url": "https://buy.stripe.com/r/1?a=ü"}}},
    "large": {"amount_total": 2**62, "metadata": {f"key {number}": "ü" * 500 for number in range(50)}},
    "free": {"payment_status": "no_payment_required", "livemode": False},
}


@pytest.mark.parametrize("name", SESSIONS)
@pytest.mark.parametrize("is_ascii", [True, False])
@pytest.mark.parametrize("indent", [None, 2])
def test_a_session_is_read_from_its_places_as_from_a_response(
    name: str, is_ascii: bool, indent: int | None
) -> None:
    given = SESSION | SESSIONS[name]
    body = json.dumps(json.loads(event(given)), indent=indent, ensure_ascii=is_ascii).encode()
    session = verified(body).outcome.session
    assert session is not None
    alone = read_session(Response(200, (), json.dumps(given).encode()))
    for field in dir(type(alone)):
        if not field.startswith("_") and field != "raw" and not callable(getattr(alone, field)):
            assert getattr(session, field) == getattr(alone, field), field
    assert json.loads(session.raw) == given


def test_threads_read_one_outcome() -> None:
    outcome = verified(event()).outcome
    with ThreadPoolExecutor(8) as threads:
        read = list(threads.map(carried, [outcome] * 64))
    assert read == ["cs_test_a1"] * 64


def in_another_process(pickled: bytes) -> tuple[str, str, str | None]:
    worker = pickle.loads(pickled)
    session = worker.outcome.session
    return worker.label, worker.outcome.kind, session and session.client_reference_id


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_an_event_is_pickled_as_it_was_proven(protocol: int) -> None:
    delivered = verified(event())
    pickled = pickle.dumps(delivered, protocol)
    assert SECRET.encode() not in pickled
    again = pickle.loads(pickled)
    assert again.to_dict() == delivered.to_dict()
    assert (again.outcome, again.body, again.label) == (delivered.outcome, delivered.body, "connect")
    # What the endpoint was to receive goes along, and so does what proved it.
    assert pickle.loads(pickle.dumps(verified(event(livemode=True)))).outcome == Ignored("wrong_mode")
    assert WEBHOOKS.resume(pickle.loads(pickle.dumps(again)).save()).id == "evt_1"
    assert again.differences({"account": "acct_1032D82eZvKYlo2C", "currency": "eur"}) == []


def test_an_event_goes_to_another_process() -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        said = pool.apply(in_another_process, (pickle.dumps(verified(event())),))
    assert said == ("connect", "paid", "order-42")


def test_an_event_waits_in_a_queue_of_json() -> None:
    delivered = verified(event())
    saved = json.loads(json.dumps(delivered.save()))
    assert SECRET not in saved
    # Long after its signature is too old, by the time at which it came.
    again = WEBHOOKS.resume(saved)
    assert again.to_dict() == delivered.to_dict()
    assert again.body == delivered.body
    odd = WEBHOOKS.verify(event(), sign(event(), SECRET, NOW).encode() + b",v0=\xff\xfe", NOW)
    assert WEBHOOKS.resume(odd.save()).id == "evt_1"
    forged = json.dumps(json.loads(saved) | {"body": json.loads(saved)["body"].replace("4000", "1")})
    with pytest.raises(WebhookError) as caught:
        WEBHOOKS.resume(forged)
    assert caught.value.code == "signature_mismatch"


@pytest.mark.parametrize(
    ("saved", "code"),
    [
        ("", "invalid_json"),
        ("{", "invalid_json"),
        ("[" * 100_000, "invalid_json"),
        ("[]", "wrong_type"),
        ("null", "wrong_type"),
        ("{}", "wrong_type"),
        ('{"body":1,"signature":"","now":1}', "wrong_type"),
        ('{"body":"","signature":1,"now":1}', "wrong_type"),
        ('{"body":"","signature":"ü€","now":1}', "wrong_type"),
        ('{"body":"","signature":null,"now":1e9}', "wrong_type"),
        ('{"body":"\\ud800","signature":null,"now":1}', "wrong_type"),
        ("\ud800", "invalid_text"),
        (None, "wrong_type"),
        ({}, "wrong_type"),
    ],
)
def test_what_is_no_saved_event_is_refused(saved: Any, code: str) -> None:
    with pytest.raises(CounterfoilError) as caught:
        WEBHOOKS.resume(saved)
    assert caught.value.code == code


def test_an_envelope_is_pickled_and_not_saved() -> None:
    envelope = json.dumps(
        {"detail-type": "a", "source": "aws.partner/stripe.com", "detail": json.loads(event())}
    )
    delivered = event_from_event_bridge(envelope.encode())
    again = pickle.loads(pickle.dumps(delivered))
    assert (again.label, again.outcome) == ("event_bridge", delivered.outcome)
    with pytest.raises(WrongTypeError, match="verified by its signature"):
        delivered.save()


def test_an_event_as_a_dictionary_has_its_object() -> None:
    said = verified(event()).to_dict()
    assert (said["type"], said["object"]) == ("checkout.session.completed", SESSION)
    assert json.loads(json.dumps(said)) == said
