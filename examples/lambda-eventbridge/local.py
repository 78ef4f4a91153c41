"""Stands for AWS on this machine: the function URL, and the event bus on which Stripe puts its events."""

import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from functions import on_event, web

from counterfoil import EndpointSecret, Event, Webhooks
from counterfoil.contrib.lambda_ import webhook


@webhook(Webhooks([EndpointSecret("connect", os.environ["STRIPE_CONNECT_WEBHOOK_SECRET"])]))
def put_on_the_bus(event: Event) -> None:
    detail = json.loads(event.body)
    on_event({"source": "aws.partner/stripe.com/ed_1", "detail-type": event.type, "detail": detail}, None)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        size = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(size).decode("utf-8", "replace")
        headers = {name.lower(): value for name, value in self.headers.items()}
        request: dict[str, Any] = {
            "rawPath": self.path,
            "headers": headers,
            "body": body,
            "isBase64Encoded": False,
        }
        request["requestContext"] = {"http": {"method": self.command}}
        function: Any = put_on_the_bus if self.path == "/webhook" else web
        answered = function(request, None)
        self.send_response(answered["statusCode"])
        for name, value in answered["headers"].items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answered["body"].encode())

    do_POST = do_GET

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8000"))), Handler).serve_forever()
