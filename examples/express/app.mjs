// A shop on Express: a button, a session on the merchant's account, a webhook, and an order that is fulfilled once.
//
//   STRIPE_SECRET_KEY=sk_test_… STRIPE_WEBHOOK_SECRET=whsec_… MERCHANT=acct_… node app.mjs

import process from "node:process";

import { advance, idempotencyKey, Platform, Webhooks } from "counterfoil";
import { nodeCheckout, nodeWebhook } from "counterfoil/handlers";
import express from "express";

const { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, STRIPE_API_BASE, MERCHANT, PORT = "4243" } = process.env;
const platform = new Platform({ secretKey: STRIPE_SECRET_KEY, ...(STRIPE_API_BASE && { apiBase: STRIPE_API_BASE }) });
const webhooks = new Webhooks([{ label: "connect", secret: STRIPE_WEBHOOK_SECRET, source: "connected" }]);
const here = `http://127.0.0.1:${PORT}`;

/** In the place of your database: each order's state, and what was sent to the customer. */
const orders = new Map();

/** `UPDATE orders SET … WHERE id = … AND state = before`: whether the order was still in that state. */
async function swap(id, before, next, letter) {
  const order = orders.get(id);
  if (order.state !== before) return false;
  orders.set(id, { state: next, letters: letter ? [...order.letters, letter] : order.letters });
  return true;
}

/** What to do for the customer, by the step's action; everything else needs no letter. */
const LETTERS = { fulfill: "goods", contact_customer: "please order again", await_payment: "payment is on its way" };

async function pay(form) {
  const id = form.get("order");
  if (!orders.has(id)) orders.set(id, { state: "open", letters: [] });
  return platform.merchant(MERCHANT).checkout.sessions.create(
    {
      mode: "payment",
      line_items: [{ price_data: { currency: "eur", unit_amount: 2000, product_data: { name: "T-shirt" } }, quantity: 1 }],
      application_fee: { basis_points: 250, fixed: 30 },
      client_reference_id: id,
      success_url: `${here}/orders/${id}`,
    },
    { idempotencyKey: idempotencyKey(MERCHANT, `${id}/1`, "checkout") },
  );
}

async function book({ account, outcome }) {
  if (account !== MERCHANT || !("session" in outcome)) return;
  const id = outcome.session.client_reference_id;
  // Another delivery may have been faster: look again.
  while (orders.has(id)) {
    const before = orders.get(id).state;
    const { state, action } = advance(before, outcome.kind);
    if (await swap(id, before, state, LETTERS[action])) return;
  }
}

const app = express();
app.post("/webhook", nodeWebhook(webhooks, book));
app.post("/pay", nodeCheckout(pay));
app.get("/", (request, response) => {
  response.send('<form method="post" action="/pay"><input name="order" value="42"> <button>Checkout</button></form>');
});
app.get("/orders/:id", (request, response) => {
  const order = orders.get(request.params.id);
  response.status(order ? 200 : 404).json(order ?? {});
});
app.listen(Number(PORT), "127.0.0.1", () => console.log(`shop listening on ${here}`));
