"""Records: made when they are asked for, and values from then on."""

from __future__ import annotations

import builtins
import copy
import importlib
import inspect
import json
import pickle
import subprocess
import sys
from typing import Any, cast

import pytest

import counterfoil
from counterfoil import (
    CounterfoilError,
    CreateRefund,
    CreateSession,
    Fee,
    LineItem,
    Platform,
    PriceData,
    ProductData,
    Session,
    outcomes,
    params,
    records,
)
from counterfoil._schema import RECORDS

T_SHIRT = LineItem(
    price_data=PriceData(currency="eur", unit_amount=2000, product_data=ProductData(name="T-shirt")),
    quantity=2,
)
ORDER = CreateSession(
    mode="payment",
    line_items=[T_SHIRT],
    metadata={"cart": "7"},
    success_url="https://shop.example/thanks",
)


def test_a_record_cannot_be_changed() -> None:
    for name in ("mode", "line_items", "unknown"):
        with pytest.raises(AttributeError, match="CreateSession cannot be changed"):
            setattr(ORDER, name, None)
        with pytest.raises(AttributeError, match="CreateSession cannot be changed"):
            delattr(ORDER, name)
    metadata = cast(Any, ORDER.metadata)
    changes = [lambda: metadata.update(a="b"), metadata.clear, lambda: metadata.pop("cart")]
    for change in (*changes, lambda: metadata.setdefault("a", "b"), lambda: metadata.__setitem__("a", "b")):
        with pytest.raises(TypeError, match="cannot be changed"):
            change()
    assert ORDER.metadata == {"cart": "7"}
    assert json.dumps(ORDER.metadata) == '{"cart": "7"}'
    assert dict(ORDER.metadata) | {"a": "b"} == {"cart": "7", "a": "b"}


def test_what_a_record_was_made_of_can_be_changed_afterwards() -> None:
    items, metadata = [T_SHIRT], {"cart": "7"}
    order = CreateSession(line_items=items, metadata=metadata)
    items.clear()
    metadata.clear()
    assert (order.line_items, order.metadata) == ((T_SHIRT,), {"cart": "7"})


def test_equal_records_are_one_in_a_set() -> None:
    same = CreateSession(**cast(Any, {name: getattr(ORDER, name) for name in fields_of("CreateSession")}))
    assert same == ORDER
    assert len({ORDER, same, CreateSession(mode="payment")}) == 2
    assert CreateSession() != CreateRefund()
    assert Session(id="cs_1", replayed=True) == Session(id="cs_1")
    assert hash(Session(id="cs_1", replayed=True)) == hash(Session(id="cs_1"))
    for again in (copy.copy(ORDER), copy.deepcopy(ORDER), pickle.loads(pickle.dumps(ORDER))):
        assert again == ORDER


def fields_of(name: str) -> list[str]:
    return [field for field, *_ in RECORDS[name][2]]


def test_a_record_with_other_fields_is_another_one() -> None:
    other = ORDER.__replace__(mode="setup", line_items=())
    assert (other.mode, other.line_items, other.success_url) == ("setup", (), ORDER.success_url)
    assert ORDER.mode == "payment"
    assert Session(id="cs_1", raw="{}").__replace__(status="open").raw == "{}"


def test_a_record_as_a_dictionary_has_dictionaries_within() -> None:
    plain = ORDER.to_dict()
    assert plain["line_items"][0]["price_data"]["product_data"]["name"] == "T-shirt"
    assert (plain["mode"], plain["metadata"], plain["cancel_url"]) == ("payment", {"cart": "7"}, None)
    json.dumps(plain)


def test_names_are_checked_when_a_record_is_filled() -> None:
    wrong = cast(Any, LineItem)
    with pytest.raises(TypeError, match="unexpected keyword argument 'quantty': did you mean 'quantity'"):
        wrong(quantty=1)
    with pytest.raises(TypeError, match=r"unexpected keyword argument 'zzz'$"):
        wrong(zzz=1)
    with pytest.raises(TypeError, match="missing the keyword argument 'currency'"):
        cast(Any, PriceData)(unit_amount=1)
    with pytest.raises(TypeError):
        wrong("price_1")


def test_what_is_left_out_is_not_sent() -> None:
    call = Platform(secret_key="sk_test_1").merchant("acct_1").refunds.create_call
    plain: params.CreateRefund = {"charge": "ch_1"}
    for given in (CreateRefund(charge="ch_1", amount=None, metadata={}), plain):
        assert call(given, idempotency_key="k").request.body == "charge=ch_1"


def test_what_json_cannot_hold_is_named_by_its_path() -> None:
    merchant = Platform(secret_key="sk_test_1").merchant("acct_1")
    within: list[object] = []
    within.append(within)
    for given, path in [
        ({"metadata": {"a": object()}}, "metadata.a"),
        ({"line_items": [{"quantity": 1j}]}, "line_items[0].quantity"),
        ({"line_items": [LineItem(quantity=cast(Any, 1j))]}, "line_items[0].quantity"),
        ({"line_items": {1, 2}}, "line_items"),
        (7j, ""),
    ]:
        with pytest.raises(CounterfoilError) as caught:
            merchant.call("checkout.sessions.create", given, idempotency_key="k")
        assert (caught.value.code, caught.value.faults[0].path) == ("wrong_type", path)
    with pytest.raises(CounterfoilError, match="nested too deeply"):
        merchant.call("refunds.create", {"metadata": within}, idempotency_key="k")


@pytest.mark.parametrize("name", ["reference", "account", "purpose"])
def test_a_text_that_was_cut_is_named(name: str) -> None:
    given = {"account": "acct_1", "reference": "order-42", "purpose": "refund"}
    with pytest.raises(CounterfoilError) as caught:
        counterfoil.idempotency_key(**(given | {name: "\ud83d"}))
    assert (caught.value.code, caught.value.faults[0].path) == ("invalid_text", name)
    with pytest.raises(TypeError, match=f"^{name}: expected a str, got int$"):
        counterfoil.idempotency_key(**cast(Any, given | {name: 7}))


def test_every_record_and_field_has_docs() -> None:
    for name in records.__all__:
        kind = getattr(records, name)
        assert (kind.__name__, kind.__module__, kind.__qualname__) == (name, "counterfoil.records", name)
        assert inspect.getdoc(kind), name
        for field in fields_of(name):
            assert inspect.getdoc(getattr(kind, field)), f"{name}.{field}"


def test_threads_that_ask_together_get_one_class() -> None:
    program = """
from concurrent.futures import ThreadPoolExecutor
import counterfoil
with ThreadPoolExecutor(16) as threads:
    kinds = set(threads.map(lambda _: counterfoil.records.Dispute, range(64)))
assert len(kinds) == 1, kinds
"""
    subprocess.run([sys.executable, "-c", "import counterfoil.records" + program], check=True)


def test_the_public_names_are_what_a_wildcard_imports() -> None:
    names: dict[str, Any] = {}
    exec("from counterfoil import *", names)
    for name in ("Platform", "Webhooks", "CreateSession", "Fee", "State", "advance", "HttpTransport"):
        assert name in names
    assert not {"calls", "records", "annotations", "TYPE_CHECKING"} & set(names)
    with pytest.raises(AttributeError, match="has no attribute 'Sesion'"):
        _ = cast(Any, counterfoil).Sesion
    assert Fee(basis_points=250).fixed == 0


def test_a_star_brings_what_people_import_and_hides_nothing_of_theirs() -> None:
    starred: dict[str, Any] = {}
    exec("from counterfoil import *", starred)
    names = set(starred) - {"__builtins__"}
    assert {"Platform", "Webhooks", "EndpointSecret", "Event", "Paid", "CardError", "CreateSession"} <= names
    assert len(names) < 140
    assert not names & set(dir(builtins))
    for module in ("django.http", "django.db.models", "fastapi", "flask", "sqlalchemy.orm"):
        theirs = {name for name in dir(importlib.import_module(module)) if name[:1].isupper()}
        assert not names & theirs, module


def test_help_shows_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    help(counterfoil)
    shown = capsys.readouterr().out
    for part in ("class Platform(", "class Paid(", "class CardError(", "advance(state", "CreateSession("):
        assert part in shown, part
    assert len(shown) < 400_000
    for name in ("Platform", "Webhooks", "Event", "Session", "Paid", "advance", "records", "params"):
        assert inspect.getdoc(getattr(counterfoil, name)), name


def test_every_outcome_is_a_name_of_the_package() -> None:
    missing = [name for name in outcomes.__all__ if name != "KINDS" and name not in vars(counterfoil)]
    assert missing == []
