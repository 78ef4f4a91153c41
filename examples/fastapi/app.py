"""A shop on FastAPI and SQLAlchemy: a button, a Checkout Session, a webhook, an order fulfilled once.

``pip install counterfoil[httpx] fastapi python-multipart sqlalchemy[asyncio] asyncpg uvicorn``, set the
variables that are read below, and ``python app.py``. ``DATABASE_URL`` is ``postgresql+asyncpg://…``.
"""

import logging
import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Annotated
from uuid import UUID, uuid4

import uvicorn
from fastapi import Depends, FastAPI, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy import ForeignKey, select, update
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from counterfoil import EndpointSecret, Event, Webhooks, advance, idempotency_key, params, parse_state
from counterfoil.aio import AsyncPlatform
from counterfoil.contrib.fastapi import Delivery
from counterfoil.httpx import AsyncHttpxTransport

ACCOUNT = os.environ["STRIPE_ACCOUNT"]
PRICE, CURRENCY = 2000, "eur"

transport = AsyncHttpxTransport()
platform = AsyncPlatform(
    secret_key=os.environ["STRIPE_SECRET_KEY"],
    api_base=os.environ.get("STRIPE_API_BASE"),
    transport=transport,
    now=None,
)
webhooks = Webhooks([EndpointSecret("connect", os.environ["STRIPE_CONNECT_WEBHOOK_SECRET"])])
engine = create_async_engine(os.environ.get("DATABASE_URL", "sqlite+aiosqlite:///shop.sqlite"))
database = async_sessionmaker(engine)


class Base(DeclarativeBase): ...


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    state: Mapped[str] = mapped_column(default="open")


class Effect(Base):
    """What sends parcels and e-mails reads it from here."""

    __tablename__ = "effects"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"))
    action: Mapped[str]


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncGenerator[None]:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    yield
    await transport.aclose()
    await engine.dispose()


app = FastAPI(lifespan=lifespan)


@app.get("/", response_class=HTMLResponse)
async def shop() -> str:
    order = uuid4()  # made with the page, so that a second click is the same order
    async with database.begin() as transaction:
        transaction.add(Order(id=order, state="open"))
    return (
        f'<form method="post" action="/checkout"><input type="hidden" name="order" value="{order}">'
        "<button>Buy a T-shirt</button></form>"
    )


@app.post("/checkout")
async def checkout(order: Annotated[UUID, Form()], request: Request) -> RedirectResponse:
    price: params.PriceData = {
        "currency": CURRENCY,
        "unit_amount": PRICE,
        "product_data": {"name": "T-shirt"},
    }
    session = await platform.merchant(ACCOUNT).checkout.sessions.create(
        {
            "mode": "payment",
            "line_items": [{"price_data": price, "quantity": 1}],
            "application_fee": {"basis_points": 250},
            "client_reference_id": order,
            "success_url": f"{request.base_url}orders/{order}",
        },
        idempotency_key=idempotency_key(ACCOUNT, str(order), "checkout"),
    )
    return RedirectResponse(session.url or "/", 303)


@app.post("/webhook")
async def stripe_webhook(event: Annotated[Event, Depends(Delivery(webhooks))]) -> None:
    session = event.outcome.session
    if session is None or session.client_reference_id is None:
        return
    wrong = event.differences({"account": ACCOUNT, "amount_total": PRICE, "currency": CURRENCY})
    if wrong:
        logging.error("order %s is not as it was placed: %s", session.client_reference_id, wrong)
        return
    order, moved = UUID(session.client_reference_id), False
    while not moved:
        async with database.begin() as transaction:
            state = await transaction.scalar(select(Order.state).where(Order.id == order))
            if state is None:
                return
            step = advance(parse_state(state), event.outcome.kind)
            move = update(Order).where(Order.id == order, Order.state == state).values(state=step.state)
            # Another delivery may have moved it meanwhile: look again.
            moved = (await transaction.execute(move.returning(Order.id))).first() is not None
            if moved and step.action != "none":
                transaction.add(Effect(order_id=order, action=step.action))


@app.get("/orders/{order}")
async def show(order: UUID) -> dict[str, object]:
    async with database() as reading:
        found = await reading.get(Order, order)
        effects = await reading.scalars(select(Effect.action).filter_by(order_id=order).order_by(Effect.id))
        if found is None:
            raise HTTPException(404)
        return {"state": found.state, "effects": list(effects)}


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
