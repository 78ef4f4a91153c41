"""The conformance driver for Python: one JSON request a line in, one JSON answer a line out."""

from __future__ import annotations

import json
import sys
from typing import Any

from operations import BadRequest, run

from counterfoil import CounterfoilError, WebhookError


def main() -> None:
    """Answers every line until the end of input, and never stops on a bad one."""
    for line in sys.stdin.buffer:
        if line.strip():
            sys.stdout.write(json.dumps(answer(line)) + "\n")
            sys.stdout.flush()


def answer(line: bytes) -> dict[str, Any]:
    """The answer to one line."""
    try:
        request = json.loads(line)
        id, op, given = request["id"], request["op"], request["in"]
    except (ValueError, LookupError, TypeError) as error:
        return {"id": None, "error": {"code": "bad_request", "message": f"unreadable line: {error}"}}
    try:
        return {"id": id, "ok": run(op, given)}
    except WebhookError as rejected:
        told = {"code": rejected.code, "message": rejected.message, "diagnosis": rejected.diagnosis}
        return {"id": id, "error": told}
    except CounterfoilError as error:
        return {"id": id, "error": describe(error)}
    except BadRequest as error:
        return {"id": id, "error": {"code": error.code, "message": str(error)}}
    except (LookupError, TypeError, ValueError) as error:
        return {"id": id, "error": {"code": "bad_request", "message": f"{type(error).__name__}: {error}"}}


def describe(error: CounterfoilError) -> dict[str, Any]:
    """The protocol's error object."""
    described: dict[str, Any] = {"code": error.code, "message": error.message}
    if error.faults:
        described["path"] = error.faults[0].path
        described["faults"] = [[fault.path, fault.code] for fault in error.faults]
    if error.type is not None:
        for name in (
            "status",
            "type",
            "stripe_code",
            "decline_code",
            "advice_code",
            "param",
            "doc_url",
            "request_log_url",
            "payment_intent",
            "request_id",
            "replayed",
            "advice",
        ):
            described[name] = getattr(error, name)
    return described


if __name__ == "__main__":
    main()
