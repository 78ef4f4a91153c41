"""The examples, each a program of its own, against the offline Stripe: one test for all of them."""

from __future__ import annotations

import http.client
import json
import os
import random
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest

from counterfoil.testing import StripeSimulator, sign

EXAMPLES = Path(__file__).parents[3] / "examples"
SECRET = "whsec_of_the_examples"
POSTGRES = os.environ.get("TEST_DATABASE_URL", "")

COMMANDS: dict[str, tuple[str, list[str]]] = {
    "fastapi": ("fastapi", ["app.py"]),
    "django": ("django", ["manage.py", "runserver", "--noreload", "--nothreading"]),
    "flask": ("flask", ["app.py"]),
    "lambda-eventbridge": ("lambda-eventbridge", ["local.py"]),
} | ({"fastapi, PostgreSQL": ("fastapi", ["app.py"])} if POSTGRES else {})
CARRIED = {
    "card": ["fulfill"],
    "debit": ["await_payment", "fulfill"],
    "failed": ["await_payment", "contact_customer"],
}
STATES = {"card": "fulfilled", "debit": "fulfilled", "failed": "failed"}


class Shop:
    """A running example, and the offline Stripe that it talks to."""

    def __init__(self, simulator: StripeSimulator, port: int) -> None:
        self.simulator = simulator
        self.port = port

    def ask(
        self, method: str, path: str, body: bytes | str = b"", headers: dict[str, str] | None = None
    ) -> tuple[int, dict[str, str], str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return (
                answer.status,
                {name.lower(): value for name, value in answer.getheaders()},
                answer.read().decode(),
            )
        finally:
            connection.close()

    def page(self) -> tuple[str, dict[str, str]]:
        """The order of the page with the button, and its form with the cookie."""
        status, headers, page = self.ask("GET", "/")
        assert status == 200, page
        fields = dict(re.findall(r'name="(\w+)" value="([^"]+)"', page))
        cookie = headers.get("set-cookie", "").partition(";")[0]
        return fields["order"], fields | ({"Cookie": cookie} if cookie else {})

    def click(self, form: dict[str, str]) -> str:
        """Where the button leads."""
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        fields = dict(form)
        if "Cookie" in fields:
            headers["Cookie"] = fields.pop("Cookie")
        status, answered, text = self.ask("POST", "/checkout", urlencode(fields), headers)
        assert status == 303, text
        return answered["location"]

    def order(self, order: str) -> dict[str, Any]:
        status, _, text = self.ask("GET", f"/orders/{order}")
        assert status == 200, text
        found: dict[str, Any] = json.loads(text)
        return found

    def pay(self, how: str, url: str) -> None:
        if how == "card":
            assert self.simulator.pay_by_card(url) is not None
        else:
            iban = "AT321904300235473204" if how == "debit" else "AT051904300235473205"
            assert self.simulator.pay_by_debit(url, iban) is not None

    def deliver(self, body: bytes, signature: str | None) -> int:
        headers = {"Content-Type": "application/json"}
        if signature is not None:
            headers["Stripe-Signature"] = signature
        return self.ask("POST", "/webhook", body, headers)[0]


@pytest.fixture(scope="module", params=COMMANDS)
def shop(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    name, command = COMMANDS[request.param]
    folder = tmp_path_factory.mktemp(name)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with StripeSimulator() as simulator:
        settings = {
            "STRIPE_SECRET_KEY": simulator.secret_key,
            "STRIPE_API_BASE": simulator.url,
            "STRIPE_ACCOUNT": simulator.account,
            "STRIPE_CONNECT_WEBHOOK_SECRET": SECRET,
            "DATABASE": str(folder / "shop.sqlite"),
            "DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'shop.sqlite'}",
            "PORT": str(port),
        }
        if request.param.endswith("PostgreSQL"):
            settings["DATABASE_URL"] = POSTGRES.replace("postgres://", "postgresql+asyncpg://")
        environment = os.environ | settings
        where = EXAMPLES / name
        if name == "django":
            command = [*command, f"127.0.0.1:{port}"]
            migrate = [sys.executable, "manage.py", "migrate", "--run-syncdb", "--verbosity", "0"]
            subprocess.run(migrate, cwd=where, env=environment, check=True)
        with (folder / "log").open("w") as log:
            program = subprocess.Popen(
                [sys.executable, "-B", *command], cwd=where, env=environment, stdout=log, stderr=log
            )
        try:
            shop = Shop(simulator, port)
            wait_until_it_answers(shop, program, folder / "log")
            simulator.add_endpoint(f"http://127.0.0.1:{port}/webhook", SECRET)
            yield shop
        finally:
            program.terminate()
            program.wait(20)


def wait_until_it_answers(shop: Shop, program: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until and program.poll() is None:
        try:
            if shop.ask("GET", "/")[0] == 200:
                return
        except OSError:
            time.sleep(0.05)
    pytest.fail(f"the example did not start: {log.read_text()}")


@pytest.mark.parametrize("how", STATES)
def test_an_order_is_paid_or_not(shop: Shop, how: str) -> None:
    order, form = shop.page()
    url = shop.click(form)
    assert shop.order(order) == {"state": "open", "effects": []}
    shop.pay(how, url)
    shop.simulator.advance(14 * 86_400)
    assert shop.order(order) == {"state": STATES[how], "effects": CARRIED[how]}


def test_a_double_click_is_one_session(shop: Shop) -> None:
    _, form = shop.page()
    with ThreadPoolExecutor(4) as threads:
        clicks = [threads.submit(shop.click, form) for _ in range(4)]
        assert len({urlsplit(click.result(60)).path for click in clicks}) == 1


@pytest.mark.parametrize("how", STATES)
def test_every_event_three_times_and_shuffled_fulfills_once(shop: Shop, how: str) -> None:
    order, form = shop.page()
    shop.pay(how, shop.click(form))
    shop.simulator.advance(14 * 86_400)
    events = [event["id"] for event in shop.simulator.events()][-20:]
    before = shop.order(order)
    again = events * 3
    random.Random(how).shuffle(again)
    for event in again:
        shop.simulator.resend(event)
    assert shop.order(order) == before == {"state": STATES[how], "effects": CARRIED[how]}


def test_two_deliveries_at_once_fulfill_once(shop: Shop) -> None:
    order, form = shop.page()
    shop.pay("card", shop.click(form))
    events = [event["id"] for event in shop.simulator.events()][-6:]
    with ThreadPoolExecutor(6) as threads:
        list(threads.map(shop.simulator.resend, events * 4))
    assert shop.order(order) == {"state": "fulfilled", "effects": ["fulfill"]}


def test_hostile_posts_change_nothing(shop: Shop) -> None:
    order, form = shop.page()
    shop.click(form)
    session = {
        "id": "cs_test_forged",
        "object": "checkout.session",
        "client_reference_id": order,
        "payment_status": "paid",
        "status": "complete",
        "mode": "payment",
        "currency": "eur",
        "amount_total": 1,
        "livemode": False,
    }
    forged = {
        "id": "evt_forged",
        "object": "event",
        "type": "checkout.session.completed",
        "account": shop.simulator.account,
        "created": int(time.time()),
        "livemode": False,
        "data": {"object": session},
    }
    body, now = json.dumps(forged).encode(), int(time.time())
    for sent, signature, status in (
        (body, None, 400),
        (body, "", 400),
        (body, sign(body, "whsec_of_somebody_else", now), 400),
        (body, sign(body, SECRET, now - 10_000), 400),
        (b"", "t=1,v1=" + "0" * 64, 400),
        (b"\xff" * 1000, "t=,v1=,,", 400),
        (b"[" * 5000, sign(b"[" * 5000, SECRET, now), 400),
        (b" " * 1_100_000, "t=1,v1=" + "0" * 64, 413),
        # Genuine, and of another amount than the order's.
        (body, sign(body, SECRET, now), 200),
    ):
        assert shop.deliver(sent, signature) == status, (sent[:40], signature)
    for wrong in ("", "order=", "order=1' OR 1", "order=" + "a" * 5000):
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        assert shop.ask("POST", "/checkout", wrong, headers)[0] in (400, 403, 422)
    assert shop.order(order) == {"state": "open", "effects": []}


def test_each_is_under_120_lines() -> None:
    for name in {folder for folder, _ in COMMANDS.values()}:
        # What stands for AWS on this machine is not the shop's.
        files = [path for path in (EXAMPLES / name).rglob("*.py") if path.name != "local.py"]
        lines = [line.strip() for path in files for line in path.read_text().splitlines()]
        assert files
        assert len([line for line in lines if line and not line.startswith(("#", '"""'))]) < 120, name
