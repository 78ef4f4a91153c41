"""Ready handlers of webhooks: for Django, for FastAPI and Starlette, for Flask, and for AWS Lambda.

Each takes the raw body and the header, verifies them, and calls your function with the event. What is not
genuine is answered with 400, or 413 where it is too large, and a text that is safe to return; the diagnosis
goes to the logger ``counterfoil.webhooks``. What your function raises goes on to the framework, which answers
with 500, so that Stripe sends the event again.
"""
