// What the routes share. In the place of a database: orders in the memory of this process.

import { advance, idempotencyKey, Platform, Webhooks } from "counterfoil";

const orders = (globalThis.orders ??= new Map());

export const order = (id) => orders.get(id);

/** Made when it is needed, since the settings are not there while the application is built. */
export const webhooks = () => new Webhooks([{ label: "connect", secret: process.env.STRIPE_WEBHOOK_SECRET, source: "connected" }]);

/** What to do for the customer, by the step's action; everything else needs no letter. */
const LETTERS = { fulfill: "goods", contact_customer: "please order again", await_payment: "payment is on its way" };

/** `UPDATE orders SET … WHERE id = … AND state = before`: whether the order was still in that state. */
async function swap(id, before, next, letter) {
  const { state, letters } = orders.get(id);
  if (state !== before) return false;
  orders.set(id, { state: next, letters: letter ? [...letters, letter] : letters });
  return true;
}

export async function pay(form) {
  const { STRIPE_SECRET_KEY, STRIPE_API_BASE, MERCHANT, SHOP } = process.env;
  const id = form.get("order");
  if (!orders.has(id)) orders.set(id, { state: "open", letters: [] });
  const platform = new Platform({ secretKey: STRIPE_SECRET_KEY, ...(STRIPE_API_BASE && { apiBase: STRIPE_API_BASE }) });
  return platform.merchant(MERCHANT).checkout.sessions.create(
    {
      mode: "payment",
      line_items: [{ price_data: { currency: "eur", unit_amount: 2000, product_data: { name: "T-shirt" } }, quantity: 1 }],
      application_fee: { basis_points: 250, fixed: 30 },
      client_reference_id: id,
      success_url: `${SHOP}/orders/${id}`,
    },
    { idempotencyKey: idempotencyKey(MERCHANT, `${id}/1`, "checkout") },
  );
}

export async function book({ account, outcome }) {
  if (account !== process.env.MERCHANT || !("session" in outcome)) return;
  const id = outcome.session.client_reference_id;
  // Another delivery may have been faster: look again.
  while (orders.has(id)) {
    const before = orders.get(id).state;
    const { state, action } = advance(before, outcome.kind);
    if (await swap(id, before, state, LETTERS[action])) return;
  }
}
