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
from pathlib import Path
from typing import Any

import pytest
from conftest import SESSION

from counterfoil import Response, Session, read_answer, records
from counterfoil._record import Record
from counterfoil._schema import RECORDS

LIST = Path(__file__).parents[3] / "core/shown.txt"


def filled(type: str, flags: str, at: str) -> Any:
    """A value of the type with all its fields, in which every text says where it stands."""
    plain = {"text": f"<{at}>", "integer": 7, "boolean": True, "percent": 2, "metadata": {"key": f"<{at}>"}}
    value = plain[type] if type in plain else record(type)
    return [value] if "l" in flags else value


def record(name: str) -> Record:
    """One of the records, with every field set."""
    kind, _, fields = RECORDS[name]
    given = {field: filled(type, flags, f"{name}.{field}") for field, type, flags, _ in fields}
    if kind == "object":
        given["raw"] = f"<{name}.raw>"
    made: Record = getattr(records, name)(**given)
    return made


def secrets(name: str) -> list[str]:
    """The fields of a record that are read by their attributes alone."""
    kind, _, fields = RECORDS[name]
    beside = ["raw"] if kind == "object" else []
    return [field for field, _, flags, _ in fields if "s" in flags] + beside


def marked(text: str) -> set[str]:
    return set(re.findall(r"<(\w+\.\w+)>", text))


def listed() -> set[str]:
    lines = [line.split(": ") for line in LIST.read_text().splitlines() if not line.startswith("#")]
    return {f"{name}.{field}" for name, fields in lines for field in fields.split()}


def closed() -> set[str]:
    records = json.loads((LIST.parent / "api.json").read_text())["records"]
    fields = ((record["name"], field) for record in records for field in record["fields"])
    return {f"{name}.{field['name']}" for name, field in fields if field.get("closed")}


def texts(thing: Any) -> str:
    """Every text that a log, a debugger or a report of an error makes of something."""
    try:
        raise LookupError(thing)
    except LookupError as error:
        report = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    logged = logging.LogRecord("", 0, "", 0, "%s %r", (thing, thing), None).getMessage()
    return " ".join([repr(thing), str(thing), f"{thing} {[thing]}", pprint.pformat(thing), logged, report])


def test_records_show_the_texts_that_are_listed_and_no_others() -> None:
    things = [record(name) for name in RECORDS]
    shown = set[str]().union(*(marked(texts(thing)) for thing in things))
    # A field that takes certain words alone can say nothing of anybody.
    assert shown - closed() - listed() == set()
    assert listed() - shown == set()
    assert any("postal_code" in thing.to_dict() for thing in things)


@dataclasses.dataclass
class Holder:
    """Something of the user's own that has a record in it."""

    record: Any


@pytest.mark.parametrize("name", [name for name in RECORDS if secrets(name)])
def test_a_secret_is_read_by_its_attribute_alone(name: str) -> None:
    thing = record(name)
    hidden = {f"{name}.{field}" for field in secrets(name)}
    for field in secrets(name):
        assert getattr(thing, field) == f"<{name}.{field}>"
    with pytest.raises(TypeError):
        vars(thing)
    shown = f"{thing.to_dict()} {dataclasses.asdict(Holder(thing))} {texts(Holder(thing))}"
    assert not marked(shown) & hidden
    for again in (copy.copy(thing), copy.deepcopy(thing)):
        assert again is thing
    if secrets(name) != ["raw"]:
        with pytest.raises(TypeError, match="holds a secret"):
            pickle.dumps(thing)


def read(**changes: object) -> Session:
    fields = {name: value for name, value in (SESSION | changes).items() if value is not None}
    answer = read_answer("checkout.sessions.retrieve", Response(200, (), json.dumps(fields).encode()))
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
    assert "hidden" not in f"{payment.to_dict()} {texts(payment)}"
    with pytest.raises(TypeError, match="holds a secret"):
        pickle.dumps(payment)
