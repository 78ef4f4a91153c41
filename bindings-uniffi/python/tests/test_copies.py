"""Copies of what owns native memory or holds a secret, and what becomes of it in other processes."""

from __future__ import annotations

import ast
import copy
import dataclasses
import gc
import importlib
import multiprocessing
import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
from conftest import NOW, SECRET, event
from pydantic import BaseModel, ConfigDict

import counterfoil
from counterfoil import (
    CardError,
    CounterfoilError,
    EndpointSecret,
    Event,
    Fault,
    HttpTransport,
    LineItem,
    Outcome,
    Page,
    Platform,
    Request,
    TransportError,
    WebhookError,
    Webhooks,
)
from counterfoil.aio import AsyncPlatform
from counterfoil.httpx import AsyncHttpxTransport, HttpxTransport
from counterfoil.testing import sign

ACCOUNT = "acct_1032D82eZvKYlo2C"
KEY = "sk_test_hidden"


def things() -> Iterator[Any]:
    """One of everything that owns a handle, holds one, or holds a secret."""
    platform = Platform(secret_key=KEY)
    merchant = platform.merchant(ACCOUNT)
    awaited = AsyncPlatform(secret_key=KEY, transport=AsyncHttpxTransport())
    body = event()
    webhooks = Webhooks([EndpointSecret("connect", SECRET)])
    delivered = webhooks.verify(body, sign(body, SECRET, NOW), NOW)
    call = merchant.checkout.sessions.retrieve_call("cs_1")
    yield from (platform, merchant, merchant.checkout, merchant.checkout.sessions, merchant.refunds)
    yield from (platform.accounts, merchant.refunds.list(), call, call.request, webhooks, delivered)
    yield from (awaited, awaited.merchant(ACCOUNT), awaited.merchant(ACCOUNT).checkout)
    yield from (awaited.accounts, awaited.merchant(ACCOUNT).refunds.list())
    yield from (EndpointSecret("connect", SECRET), HttpTransport(), HttpxTransport(), AsyncHttpxTransport())
    kept: Any = (call, webhooks)
    yield from (kept[0]._platform, kept[1]._keyring, kept[1]._keyring.kept, delivered.outcome)


@dataclass
class Settings:
    """What a program may keep in one place."""

    thing: Any


class Model(BaseModel):
    """The same with pydantic."""

    model_config = ConfigDict(arbitrary_types_allowed=True)
    thing: Any


def in_a_dataclass(thing: Any) -> Any:
    if dataclasses.is_dataclass(thing):
        return thing  # what is one itself is taken apart
    return dataclasses.asdict(Settings(thing))["thing"]


def in_a_model(thing: Any) -> Any:
    return Model(thing=thing).model_copy(deep=True).thing


def in_a_list(thing: Any) -> Any:
    return copy.deepcopy([thing])[0]


COPIES: list[Callable[[Any], Any]] = [copy.copy, copy.deepcopy, in_a_dataclass, in_a_model, in_a_list]


@pytest.mark.parametrize("copied", COPIES)
def test_a_copy_is_the_object_itself(copied: Callable[[Any], Any]) -> None:
    for thing in things():
        assert copied(thing) is thing, type(thing)


def test_pickling_says_what_to_do_instead() -> None:
    for thing in things():
        if isinstance(thing, (Outcome, Event)):
            continue  # an outcome is a value, and an event goes as its delivery
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            with pytest.raises(TypeError, match="cannot be pickled or passed to another process: "):
                pickle.dumps([thing], protocol)


def test_a_keyring_accepts_its_own_secret_after_copies_of_others_were_collected() -> None:
    body = event()
    genuine, forged = sign(body, SECRET, NOW), sign(body, "whsec_of_somebody_else", NOW)
    kept = Webhooks([EndpointSecret("connect", SECRET)])
    for round in range(10):
        copy.deepcopy(kept)
        gc.collect()
        other = Webhooks([EndpointSecret("other", f"whsec_of_somebody_else{round or ''}")])
        assert kept.verify(body, genuine, NOW).label == "connect"
        with pytest.raises(WebhookError):
            kept.verify(body, forged, NOW)
        del other


def test_a_platform_keeps_its_key_after_copies_were_collected() -> None:
    platform = Platform(secret_key=KEY)
    for _ in range(10):
        copy.deepcopy(platform.merchant(ACCOUNT))
        gc.collect()
        call = copy.deepcopy(platform.call("application_fees.list", {}))
        assert dict(call.request.headers)["Authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize(
    "make", [lambda: Platform(secret_key=KEY), lambda: Webhooks([EndpointSecret("a", SECRET)])]
)
def test_another_process_gets_no_handle(make: Callable[[], Any]) -> None:
    thing = make()
    spawn = multiprocessing.get_context("spawn")
    with pytest.raises(TypeError, match="make one in each process"):
        spawn.Process(target=repr, args=(thing,)).start()
    with ProcessPoolExecutor(1, mp_context=spawn) as processes:
        for argument in (thing, thing.__init__):
            refused = processes.submit(repr, argument).exception(30)
            assert isinstance(refused, TypeError)
            assert "make one in each process" in str(refused)


def test_a_page_is_copied_around_its_next_call_and_pickled_without_one() -> None:
    call = Platform(secret_key=KEY).call("application_fees.list", {})
    page = Page([LineItem(price="price_1")], True, call)
    twin = copy.deepcopy(page)
    assert twin == page
    assert twin.data is not page.data
    assert twin.next is call
    with pytest.raises(TypeError, match=r"save\(\) it"):
        pickle.dumps(page)
    last: Page[LineItem] = pickle.loads(pickle.dumps(Page([LineItem(price="price_1")], False)))
    assert last.data[0].price == "price_1"


def test_exceptions_cross_to_other_processes() -> None:
    fault = Fault("line_items[0].quantity", "out_of_range", "expected 1 or more")
    error = CounterfoilError("out_of_range", "text", faults=(fault,), status=400, replayed=True)
    rejected = WebhookError("signature_mismatch", "text", "diagnosis")
    for made in (
        error,
        CardError("card_declined", "text", decline_code="lost_card"),
        rejected,
        TransportError("timeout"),
    ):
        for twin in (pickle.loads(pickle.dumps(made)), copy.copy(made), copy.deepcopy(made)):
            assert type(twin) is type(made)
            assert (vars(twin), str(twin)) == (vars(made), str(made))


def test_nothing_but_its_attribute_has_a_secret() -> None:
    call = Platform(secret_key=KEY).call("customers.create", {"email": "hidden"}, idempotency_key="k")
    for thing in (EndpointSecret("connect", "whsec_hidden"), call.request):
        with pytest.raises(TypeError):
            vars(thing)
        with pytest.raises(TypeError):
            dataclasses.asdict(cast(Any, thing))
        shown = f"{thing} {thing!r} {dataclasses.asdict(Settings(thing))} {Model(thing=thing).model_dump()}"
        assert "hidden" not in shown
    for thing in things():
        assert "hidden" not in repr(getattr(thing, "__dict__", None)), type(thing)


def test_secrets_and_requests_are_values() -> None:
    assert EndpointSecret("a", SECRET, mode="live") == EndpointSecret("a", SECRET, None, "live")
    assert EndpointSecret("a", SECRET) != EndpointSecret("a", "whsec_other")
    assert len({EndpointSecret("a", SECRET), EndpointSecret("a", SECRET)}) == 1
    first, second = (Request("GET", "https://api.example", (("A", "b"),), "") for _ in range(2))
    assert first == second
    assert hash(first) == hash(second)
    assert first != Request("GET", "https://api.example", (("A", "c"),), "")


NOT_OWNERS = {
    "AsyncTransport": "an interface",
    "Event": "pickled as its delivery, and read again there",
    "Page": "a value; its next call refuses to be pickled",
    "Transport": "an interface",
}
"""Classes that name a handle's class without owning one."""


def sources() -> Iterator[tuple[str, ast.ClassDef]]:
    """Every class of the package as it is written, with its module's name."""
    folder = Path(counterfoil.__file__).parent
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder.parent).with_suffix("").parts
        # What UniFFI generates is imported by nobody.
        if "_native" in parts:
            continue
        for statement in ast.parse(path.read_text()).body:
            if isinstance(statement, ast.ClassDef):
                yield ".".join(part for part in parts if part != "__init__"), statement


def names_in(kind: ast.ClassDef) -> set[str]:
    """Every name that the class uses, also in annotations; of attributes the last part."""
    nodes = list(ast.walk(kind))
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    return names | {node.attr for node in nodes if isinstance(node, ast.Attribute)}


def owners() -> dict[str, type]:
    """Every class that names one that owns a handle, ``Kept`` being the one that frees it."""
    classes = list(sources())
    names, before = {"Kept"}, 0
    found = {(module, kind.name) for module, kind in classes if kind.name in names}
    while len(names) != before:
        before = len(names)
        for module, kind in classes:
            if kind.name not in NOT_OWNERS and names & names_in(kind):
                names.add(kind.name)
                found.add((module, kind.name))
    return {f"{module}.{name}": getattr(importlib.import_module(module), name) for module, name in found}


def test_no_class_that_owns_a_handle_is_forgotten() -> None:
    found = owners()
    wanted = "Platform Merchant Webhooks _Keyring Call Pages Checker Caller Resource Kept"
    assert set(wanted.split()) <= {kind.__name__ for kind in found.values()}
    for name, kind in found.items():
        empty = cast(Any, object.__new__(kind))
        assert copy.copy(empty) is empty, name
        assert copy.deepcopy(empty) is empty, name
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            with pytest.raises(TypeError, match="cannot be pickled"):
                pickle.dumps(empty, protocol)
        for method in ("__reduce__", "__getstate__"):
            with pytest.raises(TypeError, match="cannot be pickled"):
                getattr(empty, method)()
