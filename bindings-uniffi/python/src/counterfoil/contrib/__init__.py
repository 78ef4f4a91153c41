"""Ready-made webhook handlers: for Django, for FastAPI and Starlette, for Flask, and for AWS Lambda.

Each takes the raw body and the header, verifies them, and calls your function with the event. The response to
a delivery that is not genuine is 400, or 413 if it is too large, with a text that is safe to return; the
diagnosis goes to the logger ``counterfoil.webhooks``. Exceptions of your function are passed on to the
framework, which responds with 500, so that Stripe sends the event again.
"""
