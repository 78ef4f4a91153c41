"""The conformance protocol, answered by Stripe's own package: one JSON object a line in, one a line out."""

from __future__ import annotations

import json
import re
import sys
from typing import Any

import stripe
from operations import OPERATIONS


def main() -> None:
    """Answers every line until the end of input."""
    for line in sys.stdin.buffer:
        request = json.loads(line)
        answered = {"id": request["id"], **answer(request["op"], request["in"])}
        print(json.dumps(well_formed(answered)), flush=True)


def well_formed(value: Any) -> Any:
    """Writes half a pair of surrogates, which cannot be carried in UTF-8, as the text of its escape."""
    if isinstance(value, dict):
        return {key: well_formed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [well_formed(item) for item in value]
    if isinstance(value, str):
        return re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):x}", value)
    return value


def answer(op: str, given: dict[str, Any]) -> dict[str, Any]:
    """The ``ok`` or the ``error`` of an operation."""
    operation = OPERATIONS.get(op)
    # The package reads a response of any length.
    if operation is None or given.get("failure") == "too_large":
        return {"error": {"code": "unsupported", "message": op}}
    try:
        return {"ok": operation(given)}
    except Exception as error:
        return {"error": describe(error)}


def describe(error: Exception) -> dict[str, Any]:
    """An error; ``untyped`` is what a caller who catches the package's own errors does not catch."""
    name = type(error).__name__
    message = f"{name}: {error}"
    if isinstance(error, stripe.SignatureVerificationError):
        return {"code": "signature", "message": message}
    if not isinstance(error, stripe.StripeError):
        return {"code": "untyped", "message": message}
    body = error.json_body if isinstance(error.json_body, dict) else {}
    refusal = body.get("error")
    # The package keeps the type and the decline code in the body alone.
    said = refusal if isinstance(refusal, dict) else {}
    return {
        "code": name,
        "message": message,
        "status": error.http_status,
        "type": said.get("type"),
        "stripe_code": error.code,
        "param": getattr(error, "param", None),
        "decline_code": said.get("decline_code"),
        "request_id": error.request_id,
    }


if __name__ == "__main__":
    main()
