"""A shop on Django: a button, a Checkout Session, a webhook, an order that is fulfilled once.

``pip install counterfoil django``, set the variables that are read below, and ``python manage.py runserver``
after ``python manage.py migrate --run-syncdb``.
"""

import logging
import os
from uuid import UUID, uuid4

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from counterfoil import EndpointSecret, Event, Platform, Webhooks, advance, idempotency_key, parse_state
from counterfoil.contrib.django import webhook
from shop.models import Effect, Order

ACCOUNT = os.environ["STRIPE_ACCOUNT"]
PRICE, CURRENCY = 2000, "eur"

platform = Platform(
    secret_key=os.environ["STRIPE_SECRET_KEY"], api_base=os.environ.get("STRIPE_API_BASE"), now=None
)
webhooks = Webhooks([EndpointSecret("connect", os.environ["STRIPE_CONNECT_WEBHOOK_SECRET"])])


def shop(request: HttpRequest) -> HttpResponse:
    # The order's id is made with the page, so that a second click is the same order.
    return HttpResponse(
        f'<form method="post" action="/checkout"><input type="hidden" name="order" value="{uuid4()}">'
        f'<input type="hidden" name="csrfmiddlewaretoken" value="{get_token(request)}">'
        "<button>Buy a T-shirt</button></form>"
    )


@require_POST
def checkout(request: HttpRequest) -> HttpResponse:
    try:
        order = UUID(request.POST.get("order", ""))
    except ValueError:
        return HttpResponseBadRequest()
    Order.objects.get_or_create(id=order)
    session = platform.merchant(ACCOUNT).checkout.sessions.create(
        {
            "mode": "payment",
            "line_items": [
                {
                    "price_data": {
                        "currency": CURRENCY,
                        "unit_amount": PRICE,
                        "product_data": {"name": "T-shirt"},
                    },
                    "quantity": 1,
                }
            ],
            "application_fee": {"basis_points": 250},
            "client_reference_id": order,
            "success_url": request.build_absolute_uri(reverse("order", args=[order])),
        },
        idempotency_key=idempotency_key(ACCOUNT, str(order), "checkout"),
    )
    response = HttpResponseRedirect(session.url or "/")
    response.status_code = 303
    return response


@webhook(webhooks)
def stripe_webhook(event: Event) -> None:
    session = event.outcome.session
    if session is None or session.client_reference_id is None:
        return
    wrong = event.differences({"account": ACCOUNT, "amount_total": PRICE, "currency": CURRENCY})
    if wrong:
        logging.error("order %s is not as it was placed: %s", session.client_reference_id, wrong)
        return
    with transaction.atomic():
        order = Order.objects.select_for_update().filter(id=session.client_reference_id).first()
        if order is not None:
            step = advance(parse_state(order.state), event.outcome.kind)
            order.state = step.state
            order.save()
            if step.action != "none":
                Effect.objects.create(order=order, action=step.action)


def show(request: HttpRequest, order: UUID) -> JsonResponse:
    found = get_object_or_404(Order, id=order)
    effects = Effect.objects.filter(order=found).order_by("id").values_list("action", flat=True)
    return JsonResponse({"state": found.state, "effects": list(effects)})
