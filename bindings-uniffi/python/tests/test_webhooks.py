"""What the package adds to the verification that all languages share."""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any, cast

import pytest
from conftest import NOW, SECRET, SESSION, event

from counterfoil import (
    CounterfoilError,
    EndpointSecret,
    Event,
    Ignored,
    Response,
    Session,
    WebhookError,
    Webhooks,
    advance,
    read_session,
)
from counterfoil.testing import sign

CONNECT = EndpointSecret("connect", SECRET, source="connected", mode="test")


def verified(body: bytes) -> Event:
    return Webhooks([CONNECT]).verify(body, sign(body, SECRET, NOW), NOW)


def session(**changes: Any) -> Session:
    return read_session(Response(200, (), json.dumps(SESSION | changes).encode()))


def test_every_field_is_read() -> None:
    delivered = verified(event())
    assert (delivered.id, delivered.type) == ("evt_1", "checkout.session.completed")
    assert (delivered.account, delivered.livemode) == ("acct_1032D82eZvKYlo2C", False)
    assert (delivered.created, delivered.api_version) == (NOW, "2026-10-28.endive")
    assert (delivered.shape, delivered.label) == ("snapshot", "connect")
    assert delivered.dedupe_key == "acct_1032D82eZvKYlo2C:checkout.session.completed:cs_test_a1"
    assert delivered.object is not None
    assert json.loads(delivered.object) == SESSION


def test_the_outcome_carries_the_session_that_an_answer_would() -> None:
    outcome = verified(event()).outcome
    assert outcome.kind == "paid"
    assert outcome.session is not None
    assert outcome.session.metadata == {"cart": "7", "note": "größer"}
    assert outcome.session.customer_email == "jenny@example.com"
    retrieved = session()
    assert outcome.session.to_dict() == retrieved.to_dict()
    assert outcome.session.client_secret == retrieved.client_secret
    assert json.loads(outcome.session.raw) == SESSION
    assert advance("open", outcome.kind).action == "fulfill"


def test_what_is_ignored_has_its_reason() -> None:
    assert verified(event(livemode=True)).outcome == Ignored("wrong_mode")
    assert verified(event(account=None)).outcome == Ignored("wrong_source")
    assert verified(event(type="customer.created")).outcome == Ignored("other_type")


def test_a_thin_event_is_decided_once_its_session_was_retrieved() -> None:
    body = json.dumps(
        {
            "id": "evt_2",
            "object": "v2.core.event",
            "type": "v1.checkout.session.completed",
            "context": "acct_1032D82eZvKYlo2C",
            "created": "2026-10-29T19:58:14.000Z",
            "livemode": False,
            "related_object": {"id": "cs_test_a1", "type": "checkout.session"},
        },
        indent=2,
    ).encode()
    thin = verified(body)
    assert (thin.shape, thin.object) == ("thin", None)
    subject = thin.outcome.subject
    assert subject is not None
    assert (thin.outcome.kind, subject.object, subject.id) == ("fetch", "checkout.session", "cs_test_a1")
    decided = thin.outcome_with(session())
    assert decided.kind == "paid"
    assert decided.session == session()
    with pytest.raises(CounterfoilError) as caught:
        thin.outcome_with(session(id="cs_test_b2"))
    assert caught.value.code == "wrong_object"


def test_a_rejection_has_a_safe_text_and_a_diagnosis() -> None:
    body = event()
    with pytest.raises(WebhookError, match="the signature does not match") as caught:
        Webhooks([EndpointSecret("connect", "whsec_other")]).verify(body, sign(body, SECRET, NOW), NOW)
    assert caught.value.code == "signature_mismatch"
    assert "connect" in caught.value.diagnosis
    assert "connect" not in str(caught.value)


@pytest.mark.parametrize("signature", [None, "", b"", "t=1,v1=é", b"t=\xff", "\ud800", "t=1," * 5000])
def test_no_signature_is_an_error_of_another_kind(signature: str | bytes | None) -> None:
    with pytest.raises(WebhookError):
        Webhooks([CONNECT]).verify(event(), signature, NOW)


def test_a_body_is_any_kind_of_bytes_but_text() -> None:
    body = event()
    webhooks = Webhooks([CONNECT])
    signature = sign(body, SECRET, NOW)
    for same in (bytearray(body), memoryview(body)):
        assert webhooks.verify(same, signature.encode(), NOW).id == "evt_1"
    with pytest.raises(TypeError):
        webhooks.verify(cast(bytes, body.decode()), signature, NOW)
    for odd in (b"", b"\0", b"{}", b"\xff" * 3000):
        with pytest.raises(WebhookError):
            webhooks.verify(odd, sign(odd, SECRET, NOW), NOW)


def test_the_clock_is_this_machines_unless_given() -> None:
    body = event()
    webhooks = Webhooks([CONNECT])
    assert webhooks.verify(body, sign(body, SECRET, int(time.time()))).id == "evt_1"
    with pytest.raises(WebhookError) as caught:
        webhooks.verify(body, sign(body, SECRET, int(time.time()) - 301))
    assert caught.value.code == "timestamp_too_old"
    assert Webhooks([CONNECT], tolerance=600).verify(body, sign(body, SECRET, NOW), NOW + 600)
    assert Webhooks([CONNECT], tolerance="unchecked").verify(body, sign(body, SECRET, 1), NOW)


def test_settings_are_checked_where_they_are_given() -> None:
    for secrets, settings, code in [
        ([], {}, "missing_parameter"),
        ([EndpointSecret("connect", " ")], {}, "invalid_webhook_secret"),
        ([CONNECT], {"tolerance": -1}, "out_of_range"),
        ([CONNECT], {"tolerance": "never"}, "invalid_value"),
        ([CONNECT], {"max_body": -1}, "out_of_range"),
        ([EndpointSecret("connect", SECRET, source=cast(Any, "connect"))], {}, "invalid_value"),
    ]:
        with pytest.raises(CounterfoilError) as caught:
            Webhooks(secrets, **cast(Any, settings))
        assert caught.value.code == code


def test_large_answers_cross_too() -> None:
    metadata = {f"key {number}": "ü" * 500 for number in range(50)}
    outcome = verified(event(SESSION | {"metadata": metadata})).outcome
    assert outcome.session is not None
    assert outcome.session.metadata == metadata


def test_threads_share_a_keyring() -> None:
    webhooks = Webhooks([CONNECT])

    def verify(number: int) -> str:
        body = event(id=f"evt_{number}")
        return webhooks.verify(body, sign(body, SECRET, NOW), NOW).id

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(verify, range(400))) == [f"evt_{number}" for number in range(400)]


def test_an_event_outlives_its_keyring() -> None:
    delivered = verified(event())
    assert delivered.outcome.kind == "paid"
    assert delivered.outcome_with(session()).kind == "paid"
