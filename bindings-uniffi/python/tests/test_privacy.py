"""What records show of themselves: every field is filled with its own name, which must not turn up."""

from __future__ import annotations

import copy
import dataclasses
import json
import logging
import pickle
import pprint
import re
import traceback
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from conftest import SESSION

from counterfoil import Response, Session, read_answer, records
from counterfoil._privacy import RECORDS
from counterfoil._shown import SECRET

LIST = Path(__file__).parents[3] / "core/shown.txt"


def filled(annotation: str, at: str) -> Any:
    """A value of the type with all its fields, in which every text says where it stands."""
    if inner := re.fullmatch(r"typing\.(Optional|List)\[(.*)\]", annotation):
        value = filled(inner[2], at)
        return [value] if inner[1] == "List" else value
    plain = {"str": f"<{at}>", "int": 7, "bool": True, "Percent": 2, "Metadata": {"key": f"<{at}>"}}
    if annotation in plain:
        return plain[annotation]
    kind = getattr(records, annotation)
    return next(iter(kind)) if issubclass(kind, Enum) else record(kind)


def record(kind: Any) -> Any:
    """One of the records, with every field set."""
    fields: dict[str, str] = {
        name: hint for name, hint in kind.__init__.__annotations__.items() if name != "return"
    }
    return kind(**{name: filled(hint, f"{kind.__name__}.{name}") for name, hint in fields.items()})


def marked(text: str) -> set[str]:
    return set(re.findall(r"<(\w+\.\w+)>", text))


def listed() -> set[str]:
    lines = [line.split(": ") for line in LIST.read_text().splitlines() if not line.startswith("#")]
    return {f"{name}.{field}" for name, fields in lines for field in fields.split()}


def texts(thing: Any) -> str:
    """Every text that a log, a debugger or a report of an error makes of something."""
    try:
        raise LookupError(thing)
    except LookupError as error:
        report = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    logged = logging.LogRecord("", 0, "", 0, "%s %r", (thing, thing), None).getMessage()
    return " ".join([repr(thing), str(thing), f"{thing} {[thing]}", pprint.pformat(thing), logged, report])


def test_records_show_the_texts_that_are_listed_and_no_others() -> None:
    things = [record(kind) for kind in RECORDS]
    shown = set[str]().union(*(marked(texts(thing)) for thing in things))
    assert shown - listed() == set()
    assert listed() - shown == set()
    assert any("postal_code" in vars(thing) for thing in things)


@dataclasses.dataclass
class Holder:
    """Something of the user's own that has a record in it."""

    record: Any


@pytest.mark.parametrize("name", sorted(SECRET))
def test_a_secret_is_read_by_its_attribute_alone(name: str) -> None:
    thing = record(getattr(records, name))
    hidden = {f"{name}.{field}" for field in SECRET[name]}
    for field in SECRET[name]:
        assert getattr(thing, field) == f"<{name}.{field}>"
    assert not marked(f"{vars(thing)} {dataclasses.asdict(Holder(thing))} {texts(Holder(thing))}") & hidden
    for again in (copy.copy(thing), copy.deepcopy(thing)):
        assert again == thing
        assert getattr(again, SECRET[name][0]) == f"<{name}.{SECRET[name][0]}>"
    if SECRET[name] != ("raw",):
        with pytest.raises(TypeError, match="holds a secret"):
            pickle.dumps(thing)


def read(**changes: object) -> Session:
    fields = {name: value for name, value in (SESSION | changes).items() if value is not None}
    answer = read_answer("checkout.retrieve", Response(200, (), json.dumps(fields).encode()))
    assert isinstance(answer, Session)
    return answer


def test_an_object_without_a_secret_can_be_pickled() -> None:
    session = read(client_secret=None)
    again = pickle.loads(pickle.dumps(session))
    assert again == session
    assert (again.raw, again.id) == (session.raw, session.id)
    with pytest.raises(TypeError, match="holds a secret"):
        pickle.dumps(read())
    # The record has no field for it, but the JSON has it.
    body = b'{"id": "pi_1", "object": "payment_intent", "client_secret": "pi_1_secret_hidden"}'
    payment = read_answer("payment_intents.retrieve", Response(200, (), body))
    assert "hidden" not in f"{vars(payment)} {texts(payment)}"
    with pytest.raises(TypeError, match="holds a secret"):
        pickle.dumps(payment)
