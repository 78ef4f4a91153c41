"""Connections that stay open: between requests, in threads, after a fork, in several event loops."""

# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false

from __future__ import annotations

import asyncio
import gc
import json
import logging
import multiprocessing
import os
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from counterfoil import HttpTransport, Platform, Request, TransportError
from counterfoil.aio import AsyncPlatform
from counterfoil.httpx import AsyncHttpxTransport, HttpxTransport

LIST = json.dumps({"object": "list", "data": [], "has_more": False}).encode()


class KeepAlive:
    """A server that keeps connections open, and counts them."""

    def __init__(self) -> None:
        self.connections = 0
        self.requests: list[str] = []
        self.statuses: list[int] = []
        self.close_after_answer = False
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def setup(self) -> None:
                super().setup()
                outer.connections += 1

            def do_GET(self) -> None:
                outer.requests.append(f"{self.command} {self.path}")
                self.send_response(outer.statuses.pop(0) if outer.statuses else 200)
                self.send_header("Content-Length", str(len(LIST)))
                self.send_header("Request-Id", "req_1")
                self.end_headers()
                self.wfile.write(LIST)
                # Without a word, as load balancers do.
                self.close_connection = outer.close_after_answer

            def do_CONNECT(self) -> None:
                outer.requests.append(f"{self.command} {self.path}")
                self.send_error(502)

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.origin = f"http://127.0.0.1:{self.server.server_address[1]}"

    def request(self) -> Request:
        return (
            Platform(secret_key="sk_test_1", api_base=self.origin).call("application_fees.list", {}).request
        )


@pytest.fixture
def server() -> Iterator[KeepAlive]:
    kept = KeepAlive()
    thread = threading.Thread(target=kept.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield kept
    kept.server.shutdown()
    kept.server.server_close()
    thread.join()


def test_a_connection_is_used_again(server: KeepAlive) -> None:
    transport, request = HttpTransport(timeout=5), server.request()
    for _ in range(5):
        assert transport.send(request).body == LIST
    assert server.connections == 1
    transport.close()
    assert transport.send(request).status == 200
    assert server.connections == 2


def test_threads_have_connections_of_their_own(server: KeepAlive) -> None:
    transport, request = HttpTransport(timeout=5), server.request()
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: transport.send(request).status, range(80)))
    assert answers == [200] * 80
    assert server.connections <= 8


def test_a_connection_that_the_server_closed_is_no_error(server: KeepAlive) -> None:
    transport, request = HttpTransport(timeout=5), server.request()
    server.close_after_answer = True
    for _ in range(5):
        assert transport.send(request).status == 200
        time.sleep(0.02)
    assert server.connections == 5


def test_what_was_closed_as_the_request_went_out_is_sent_again(
    server: KeepAlive, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nothing tells beforehand.
    monkeypatch.setattr("counterfoil._connections._is_quiet", lambda _: True)
    transport, request = HttpTransport(timeout=5), server.request()
    server.close_after_answer = True
    for _ in range(3):
        assert transport.send(request).status == 200
        time.sleep(0.02)
    assert len(server.requests) == 3


def test_a_response_that_was_not_asked_for_is_nobodys(server: KeepAlive) -> None:
    kept: list[socket.socket] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            for _ in range(2):
                connection, _ = listener.accept()
                connection.recv(65_536)
                head = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"
                connection.sendall(head + b"{}")
                time.sleep(0.05)
                connection.sendall(head + b"[]")
                kept.append(connection)

        thread = threading.Thread(target=answer)
        thread.start()
        origin = f"http://127.0.0.1:{listener.getsockname()[1]}"
        request = Platform(secret_key="sk_test_1", api_base=origin).call("application_fees.list", {}).request
        transport = HttpTransport(timeout=5)
        for _ in range(2):
            assert transport.send(request).body == b"{}"
            time.sleep(0.2)
        thread.join()
        transport.close()
        for connection in kept:
            connection.close()


def in_a_child(transport: HttpTransport, request: Request, results: Any) -> None:
    results.put((transport.send(request).status, os.getpid()))


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_fork_opens_connections_of_its_own(server: KeepAlive) -> None:
    transport, request = HttpTransport(timeout=5), server.request()
    transport.send(request)
    fork = multiprocessing.get_context("fork")
    results = fork.Queue()
    children = [fork.Process(target=in_a_child, args=(transport, request, results)) for _ in range(3)]
    for child in children:
        child.start()
    statuses = {results.get(timeout=20) for _ in children}
    for child in children:
        child.join(20)
    assert {status for status, _ in statuses} == {200}
    assert server.connections == 4
    # The parent's is still good.
    assert transport.send(request).status == 200
    assert server.connections == 4


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_httpx_in_a_fork_has_connections_of_its_own(server: KeepAlive) -> None:
    transport, request = HttpxTransport(timeout=5), server.request()
    transport.send(request)
    fork = multiprocessing.get_context("fork")
    results = fork.Queue()
    child = fork.Process(target=in_a_child, args=(transport, request, results))
    child.start()
    assert results.get(timeout=20)[0] == 200
    child.join(20)
    assert transport.send(request).status == 200
    assert server.connections == 2
    transport.close()


def test_one_awaited_transport_serves_several_event_loops(server: KeepAlive) -> None:
    transport, request = AsyncHttpxTransport(timeout=5), server.request()

    async def twice() -> list[int]:
        return [(await transport.send(request)).status for _ in range(2)]

    for number in (1, 2, 3):
        assert asyncio.run(twice()) == [200, 200]
        assert server.connections == number
    with ThreadPoolExecutor(3) as threads:
        runs = [threads.submit(lambda: asyncio.run(twice())) for _ in range(3)]
        assert [run.result(20) for run in runs] == [[200, 200]] * 3
    gc.collect()


def test_retries_are_logged_with_nothing_personal(
    server: KeepAlive, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)
    server.statuses = [500, 503]
    platform = Platform(secret_key="sk_test_hidden", api_base=server.origin)
    with caplog.at_level(logging.INFO, "counterfoil.http"):
        platform.application_fees.list({"charge": "ch_hidden"}).page()
    logged = [record.getMessage() for record in caplog.records if record.name == "counterfoil.http"]
    assert len(logged) == 2
    assert logged[0].startswith(f"GET {server.origin}/v1/application_fees: status 500 req_1; again in 0.")
    assert "hidden" not in "".join(logged)

    server.statuses = [500]
    caplog.clear()

    async def awaited() -> None:
        transport = AsyncHttpxTransport(timeout=5)
        platform = AsyncPlatform(secret_key="sk_test_1", api_base=server.origin, transport=transport)
        await platform.application_fees.list().page()
        await transport.aclose()

    with caplog.at_level(logging.INFO, "counterfoil.http"):
        asyncio.run(awaited())
    assert len([record for record in caplog.records if record.name == "counterfoil.http"]) == 1


def test_a_proxy_is_asked_for_a_tunnel(server: KeepAlive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", server.origin)
    monkeypatch.delenv("no_proxy", raising=False)
    request = Platform(secret_key="sk_test_1").call("application_fees.list", {}).request
    with pytest.raises(TransportError):
        HttpTransport(timeout=5).send(request)
    assert server.requests == ["CONNECT api.stripe.com:443"]
