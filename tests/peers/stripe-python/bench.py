"""How long a delivery and an import take in Python, beside Stripe's own package and the MAC alone.

Prints nanoseconds of the fastest sample, as one JSON object; times of imports are those of fresh processes.
"""

import hashlib
import hmac
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import stripe

import counterfoil

SAMPLES, RUNS, PROCESSES = 300, 20, 15
SECRET = "whsec_benchmarks"
BODY = (Path(__file__).parents[3] / "core/benches/peers/event.json").read_bytes()
TIME = str(int(time.time()))


def mac() -> str:
    return hmac.new(SECRET.encode(), f"{TIME}.".encode() + BODY, hashlib.sha256).hexdigest()


HEADER = f"t={TIME},v1={mac()}"
WEBHOOKS = counterfoil.Webhooks([counterfoil.EndpointSecret("connect", SECRET)])
MEASURED: dict[str, Callable[[], bool]] = {
    "mac": lambda: len(mac()) == 64,
    "verify": lambda: WEBHOOKS.verify(BODY, HEADER).type == "checkout.session.completed",
    "classify": lambda: WEBHOOKS.verify(BODY, HEADER).outcome.kind == "paid",
    "peer": lambda: stripe.Webhook.construct_event(BODY, HEADER, SECRET).type == "checkout.session.completed",
}
IMPORTS = {"import": "counterfoil", "import_peer": "stripe"}


def sample(name: str, run: Callable[[], bool]) -> float:
    start = time.perf_counter_ns()
    for _ in range(RUNS):
        if not run():
            raise SystemExit(f"{name} did not read the event")
    return (time.perf_counter_ns() - start) / RUNS


def import_time(module: str) -> int:
    clock = "time.perf_counter_ns()"
    program = f"import time; start = {clock}; import {module}; print({clock} - start)"
    return int(subprocess.check_output([sys.executable, "-c", program]))


fastest: dict[str, float] = {}
for _ in range(SAMPLES):
    for name, run in MEASURED.items():
        fastest[name] = min(fastest.get(name, float("inf")), sample(name, run))
for name, module in IMPORTS.items():
    fastest[name] = min(import_time(module) for _ in range(PROCESSES))
print(json.dumps(fastest))
