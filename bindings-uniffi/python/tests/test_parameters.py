"""Parameters as Python programs have them: dictionaries, and values of Python's own types."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from types import MappingProxyType
from typing import Any, cast, get_type_hints
from urllib.parse import parse_qsl
from uuid import UUID

import pytest
from conftest import NOW

from counterfoil import (
    CounterfoilError,
    CreateSession,
    Expected,
    LineItem,
    Platform,
    PriceData,
    params,
    parse_state,
    records,
)
from counterfoil._schema import RECORDS

REFERENCE = UUID("3f2b8f9e-7a6c-4d52-9f0d-2a9f0c1d7e11")
TIME = datetime.fromtimestamp(NOW + 7200, timezone(timedelta(hours=2)))
MERCHANT = Platform(secret_key="sk_test_1", now=lambda: NOW).merchant("acct_1")


def order(**changes: Any) -> dict[str, Any]:
    line = {
        "price_data": {"currency": "eur", "unit_amount": 2000, "product_data": {"name": "a"}},
        "quantity": 1,
    }
    return {
        "mode": "payment",
        "line_items": [line],
        "success_url": "https://shop.example/thanks",
        **changes,
    }


def sent(given: Any) -> dict[str, str]:
    call = MERCHANT.call("checkout.sessions.create", given, idempotency_key="order-42")
    return dict(parse_qsl(call.request.body))


def priced(**price: Any) -> dict[str, Any]:
    data = {"currency": "eur", "product_data": {"name": "a"}, **price}
    return order(line_items=[{"price_data": data, "quantity": 1}])


def test_pythons_own_values_are_sent_as_stripe_takes_them() -> None:
    form = sent(
        order(
            client_reference_id=REFERENCE,
            expires_at=TIME,
            metadata={"order": REFERENCE, "weight": Decimal("1.50"), "count": 3, "gift": True},
            extra={"payment_intent_data.metadata[cart]": REFERENCE},
        )
    )
    assert form["client_reference_id"] == str(REFERENCE)
    assert form["expires_at"] == str(NOW + 7200)
    assert form["metadata[order]"] == str(REFERENCE)
    assert (form["metadata[weight]"], form["metadata[count]"], form["metadata[gift]"]) == (
        "1.50",
        "3",
        "true",
    )
    path = "line_items[0][price_data]"
    assert sent(priced(unit_amount=Decimal(2000)))[f"{path}[unit_amount]"] == "2000"
    assert sent(priced(unit_amount=Decimal("2E+3")))[f"{path}[unit_amount]"] == "2000"
    assert sent(priced(unit_amount=Decimal("20.00")))[f"{path}[unit_amount]"] == "20"
    assert sent(priced(unit_amount_decimal=Decimal("0.05")))[f"{path}[unit_amount_decimal]"] == "0.05"
    assert sent(MappingProxyType(order(client_reference_id=REFERENCE)))["client_reference_id"] == str(
        REFERENCE
    )


def test_records_take_them_as_dictionaries_do() -> None:
    price = PriceData(
        currency="eur", unit_amount=cast(int, Decimal(2000)), product_data=records.ProductData(name="a")
    )
    form = sent(
        CreateSession(
            mode="payment",
            line_items=[LineItem(price_data=price, quantity=1)],
            success_url="https://shop.example/thanks",
            expires_at=cast(int, TIME),
            client_reference_id=cast(str, REFERENCE),
        )
    )
    assert (form["client_reference_id"], form["expires_at"]) == (str(REFERENCE), str(NOW + 7200))
    assert form["line_items[0][price_data][unit_amount]"] == "2000"


WRONG: list[tuple[dict[str, Any], str, str]] = [
    (priced(unit_amount=Decimal("20.5")), "line_items[0].price_data.unit_amount", "float_not_allowed"),
    (priced(unit_amount=Decimal("NaN")), "line_items[0].price_data.unit_amount", "float_not_allowed"),
    (priced(unit_amount=Decimal("1E+999999999")), "line_items[0].price_data.unit_amount", "out_of_range"),
    (priced(unit_amount=TIME), "line_items[0].price_data.unit_amount", "wrong_type"),
    (priced(unit_amount=REFERENCE), "line_items[0].price_data.unit_amount", "wrong_type"),
    (priced(unit_amount=20.0), "line_items[0].price_data.unit_amount", "wrong_type"),
    (order(expires_at=datetime(2026, 11, 27)), "expires_at", "wrong_type"),
    (order(expires_at=date(2026, 11, 27)), "expires_at", "wrong_type"),
    (order(client_reference_id=TIME), "client_reference_id", "wrong_type"),
    (order(client_reference_id=42), "client_reference_id", "wrong_type"),
    (order(metadata={"at": TIME}), "metadata.at", "wrong_type"),
    (order(mode="paymnet"), "mode", "invalid_value"),
    (order(sucess_url="https://shop.example"), "sucess_url", "unknown_parameter"),
]


@pytest.mark.parametrize(("given", "path", "code"), WRONG)
def test_what_has_no_meaning_there_is_refused_with_its_path(given: Any, path: str, code: str) -> None:
    with pytest.raises(CounterfoilError) as caught:
        sent(given)
    assert (path, code) in [(fault.path, fault.code) for fault in caught.value.faults]


def test_what_is_within_itself_ends_in_an_error() -> None:
    inside: dict[str, Any] = {"reference": REFERENCE}
    inside["inside"] = inside
    with pytest.raises(CounterfoilError):
        sent(order(extra=inside))


def test_none_is_left_out() -> None:
    assert sent(order(client_reference_id=None)) == sent(order())


def test_an_order_is_compared_with_its_uuid() -> None:
    expected: params.Expected = {"client_reference_id": REFERENCE}
    assert get_type_hints(params.Expected)["client_reference_id"] is not None
    assert Expected(client_reference_id=str(REFERENCE)).client_reference_id == str(
        expected["client_reference_id"]
    )


def test_every_dictionary_has_the_fields_of_its_record() -> None:
    assert len(params.__all__) > 100
    for name in params.__all__:
        hints = get_type_hints(getattr(params, name))
        assert set(hints) == {field for field, *_ in RECORDS[name][2]}, name


def test_a_state_is_read_from_a_column() -> None:
    assert [parse_state(text) for text in ("open", "awaiting_payment")] == ["open", "awaiting_payment"]
    for text in ("", "Open", "paid", "ope\ud800"):
        with pytest.raises(CounterfoilError) as caught:
            parse_state(text)
        assert caught.value.code in ("invalid_state", "invalid_text")
