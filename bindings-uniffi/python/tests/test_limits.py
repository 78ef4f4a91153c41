"""What one response may take, in every transport: time, from the start to its last byte, and room."""

from __future__ import annotations

import asyncio
import contextvars
import socket
import ssl
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, cast

import httpx
import pytest

from counterfoil import HttpTransport, Platform, Request, Response, TransportError
from counterfoil.http import MAX_RESPONSE
from counterfoil.httpx import AsyncHttpxTransport, HttpxTransport

SESSION = b'{"id":"cs_test_1","object":"checkout.session"}'
OPEN_END = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

Send = Callable[..., Response]


def with_http_client(request: Request, **limits: Any) -> Response:
    return HttpTransport(**limits).send(request)


def with_httpx(request: Request, **limits: Any) -> Response:
    with httpx.Client(timeout=80, trust_env=False) as client:
        return HttpxTransport(client, **limits).send(request)


def with_await(request: Request, **limits: Any) -> Response:
    async def send() -> Response:
        async with httpx.AsyncClient(timeout=80, trust_env=False) as client:
            return await AsyncHttpxTransport(client, **limits).send(request)

    return asyncio.run(send())


@pytest.fixture(params=[with_http_client, with_httpx, with_await])
def send(request: pytest.FixtureRequest) -> Send:
    return cast(Send, request.param)


@contextmanager
def server(start: bytes, then: bytes = b"", pause: float = 0.0) -> Generator[Request, None, None]:
    """Answers with ``start``, then with ``then`` again and again, until the client has had enough."""
    over = threading.Event()

    def answer(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(65_536)
            try:
                connection.sendall(start)
                while then and not over.wait(pause):
                    connection.sendall(then)
            except OSError:
                pass

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=answer, args=(listener,))
        thread.start()
        origin = f"http://127.0.0.1:{listener.getsockname()[1]}"
        try:
            yield Platform(secret_key="sk_test_1", api_base=origin).call("application_fees.list", {}).request
        finally:
            over.set()
            thread.join()


@pytest.mark.parametrize(
    "start",
    [
        b"HTTP/1.1 ",
        b"HTTP/1.1 200 OK\r\nX: ",
        b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n",
        OPEN_END,
        CHUNKED + b"384\r\n",
    ],
)
def test_no_part_of_an_answer_outlasts_the_time_by_dripping(send: Send, start: bytes) -> None:
    began = time.monotonic()
    with server(start, b"2", 0.05) as request, pytest.raises(TransportError) as caught:
        send(request, timeout=0.5)
    assert caught.value.reason == "timeout"
    assert 0.4 < time.monotonic() - began < 3


def test_silence_ends_in_time(send: Send) -> None:
    for start in (b"", b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{"):
        began = time.monotonic()
        with server(start, b"a", 2) as request, pytest.raises(TransportError) as caught:
            send(request, timeout=0.3)
        assert caught.value.reason == "timeout"
        assert time.monotonic() - began < 5


def test_a_server_that_connects_and_never_speaks_tls_is_a_timeout() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        origin = f"https://localhost:{silent.getsockname()[1]}"
        request = Platform(secret_key="sk_test_1", api_base=origin).call("application_fees.list", {}).request
        began = time.monotonic()
        with pytest.raises(TransportError) as caught:
            HttpTransport(0.3, ssl.create_default_context()).send(request)
    assert caught.value.reason == "timeout"
    assert time.monotonic() - began < 5


def test_an_answer_that_comes_slowly_but_in_time_is_taken(send: Send) -> None:
    end = b"5\r\n    }\r\n0\r\n\r\n"
    with server(CHUNKED + b"7\r\n{  \r\n  \r\n", end, 0.3) as request:
        assert send(request, timeout=20).body == b"{  \r\n      }"


@pytest.mark.parametrize("head", [b"Content-Length: %d\r\n\r\n", b"\r\n"])
def test_a_body_that_is_too_long_is_given_up(send: Send, head: bytes) -> None:
    head = b"HTTP/1.1 200 OK\r\nConnection: close\r\n" + head
    exact, longer = (head % size if b"%" in head else head for size in (len(SESSION), len(SESSION) + 1))
    with server(exact + SESSION) as request:
        assert send(request, max_response=len(SESSION)).body == SESSION
    with server(longer + SESSION, b" " * 65_536) as request, pytest.raises(TransportError) as caught:
        send(request, max_response=len(SESSION))
    assert caught.value.reason == "too_large"


def test_a_chunked_body_that_is_too_long_is_given_up(send: Send) -> None:
    chunk = b"10000\r\n" + b" " * 65_536 + b"\r\n"
    with server(CHUNKED, chunk) as request, pytest.raises(TransportError) as caught:
        send(request, max_response=1_000_000)
    assert caught.value.reason == "too_large"


def test_a_body_may_have_32_mib(send: Send) -> None:
    assert MAX_RESPONSE == 32 * 1024 * 1024
    whole = SESSION.ljust(MAX_RESPONSE)
    with server(OPEN_END + whole) as request:
        assert len(send(request).body) == MAX_RESPONSE
    with server(OPEN_END + whole + b" ") as request, pytest.raises(TransportError) as caught:
        send(request)
    assert caught.value.reason == "too_large"


def test_a_body_that_ends_early_is_closed(send: Send) -> None:
    for start in (b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{", CHUNKED + b"384\r\n{"):
        with server(start) as request, pytest.raises(TransportError) as caught:
            send(request)
        assert caught.value.reason == "closed"


def test_httpx_sends_in_the_programs_context() -> None:
    trace = contextvars.ContextVar("trace", default="none")
    seen: list[str] = []

    def note(_: httpx.Request) -> None:
        seen.append(trace.get())

    with httpx.Client(trust_env=False, event_hooks={"request": [note]}) as client:
        trace.set("order-42")
        with server(OPEN_END + SESSION) as request:
            HttpxTransport(client).send(request)
        assert seen == ["order-42"]
    with pytest.raises(RuntimeError, match="closed"):
        HttpxTransport(client).send(request)
