// A shop on Cloudflare Workers: Hono, orders in D1, and a queue between the webhook and the order, which is fulfilled once.
// The bindings are in wrangler.jsonc; start it with `npx wrangler dev`.

import { advance, idempotencyKey, Platform, Webhooks } from "counterfoil";
import { checkout, webhook } from "counterfoil/handlers";
import { Hono } from "hono";

const TABLE = "CREATE TABLE IF NOT EXISTS orders (id TEXT PRIMARY KEY, state TEXT NOT NULL, letters TEXT NOT NULL DEFAULT '[]')";

/** What to do for the customer, by the step's action; everything else needs no letter. */
const LETTERS = { fulfill: "goods", contact_customer: "please order again", await_payment: "payment is on its way" };

const webhooks = (env) => new Webhooks([{ label: "connect", secret: env.STRIPE_WEBHOOK_SECRET, source: "connected" }]);

const read = (env, id) => env.DB.prepare("SELECT state, letters FROM orders WHERE id = ?1").bind(id).first();

async function pay(form, env) {
  const { STRIPE_SECRET_KEY, STRIPE_API_BASE, MERCHANT, SHOP } = env;
  const id = form.get("order");
  await env.DB.batch([
    env.DB.prepare(TABLE),
    env.DB.prepare("INSERT INTO orders (id, state) VALUES (?1, 'open') ON CONFLICT DO NOTHING").bind(id),
  ]);
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

async function book({ account, outcome }, env) {
  if (account !== env.MERCHANT || !("session" in outcome)) return;
  const id = outcome.session.client_reference_id;
  // Another delivery may have been faster: look again.
  for (;;) {
    const order = await read(env, id);
    if (order === null) return;
    const { state, action } = advance(order.state, outcome.kind);
    const letters = JSON.parse(order.letters);
    if (LETTERS[action]) letters.push(LETTERS[action]);
    const { meta } = await env.DB.prepare("UPDATE orders SET state = ?1, letters = ?2 WHERE id = ?3 AND state = ?4 AND letters = ?5")
      .bind(state, JSON.stringify(letters), id, order.state, order.letters)
      .run();
    if (meta.changes === 1) return;
  }
}

// Stripe waits only until the event is in the queue.
const receive = webhook(webhooks, (event, env) => env.EVENTS.send(event.save()));
const start = checkout(pay);

const app = new Hono();
app.post("/webhook", (c) => receive(c.req.raw, c.env));
app.post("/pay", (c) => start(c.req.raw, c.env));
app.get("/", (c) => c.html('<form method="post" action="/pay"><input name="order" value="42"> <button>Checkout</button></form>'));
app.get("/orders/:id", async (c) => {
  const order = await read(c.env, c.req.param("id"));
  return order === null ? c.json({}, 404) : c.json({ state: order.state, letters: JSON.parse(order.letters) });
});

export default {
  fetch: app.fetch,
  async queue(batch, env) {
    for (const message of batch.messages) {
      await book(webhooks(env).resume(message.body), env); // proven again
      message.ack();
    }
  },
};
