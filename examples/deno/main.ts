// A shop on Deno: a button, a session on the merchant's account, a webhook, and an order in Deno KV that is fulfilled once.
//
//   STRIPE_SECRET_KEY=sk_test_… STRIPE_WEBHOOK_SECRET=whsec_… MERCHANT=acct_… \
//     deno run --unstable-kv --allow-env --allow-net --allow-read --allow-write main.ts

import { advance, type Event, idempotencyKey, Platform, type State, Webhooks } from "counterfoil";
import { checkout, type CheckoutForm, webhook } from "counterfoil/handlers";

interface Order {
  state: State;
  letters: string[];
}

const env = (name: string): string => {
  const value = Deno.env.get(name);
  if (value === undefined) throw new Error(`set ${name}`);
  return value;
};

const [apiBase, port] = [Deno.env.get("STRIPE_API_BASE"), Number(Deno.env.get("PORT") ?? 4243)];
const platform = new Platform({ secretKey: env("STRIPE_SECRET_KEY"), ...(apiBase && { apiBase }) });
const webhooks = new Webhooks([{ label: "connect", secret: env("STRIPE_WEBHOOK_SECRET"), source: "connected" }]);
const [account, here] = [env("MERCHANT"), `http://127.0.0.1:${port}`];
const kv = await Deno.openKv(Deno.env.get("ORDERS"));

/** What to do for the customer, by the step's action; everything else needs no letter. */
const LETTERS: { [action: string]: string } = {
  fulfill: "goods",
  contact_customer: "please order again",
  await_payment: "payment is on its way",
};

async function pay(form: CheckoutForm) {
  const id = form.get("order") ?? "";
  const open: Order = { state: "open", letters: [] };
  await kv.atomic().check({ key: ["order", id], versionstamp: null }).set(["order", id], open).commit();
  return platform.merchant(account).checkout.sessions.create(
    {
      mode: "payment",
      line_items: [{ price_data: { currency: "eur", unit_amount: 2000, product_data: { name: "T-shirt" } }, quantity: 1 }],
      application_fee: { basis_points: 250, fixed: 30 },
      client_reference_id: id,
      success_url: `${here}/orders/${id}`,
    },
    { idempotencyKey: idempotencyKey(account, `${id}/1`, "checkout") },
  );
}

async function book({ account: merchant, outcome }: Event) {
  if (merchant !== account || !("session" in outcome)) return;
  // Another delivery may have been faster: look again.
  for (;;) {
    const order = await kv.get<Order>(["order", outcome.session.client_reference_id ?? ""]);
    if (order.value === null) return;
    const { state, action } = advance(order.value.state, outcome.kind);
    const letter = LETTERS[action];
    const next: Order = { state, letters: letter ? [...order.value.letters, letter] : order.value.letters };
    // Compare and set: nothing happens if the order has changed since it was read.
    if ((await kv.atomic().check(order).set(order.key, next).commit()).ok) return;
  }
}

const [receive, start] = [webhook(webhooks, book), checkout(pay)];
const button = '<form method="post" action="/pay"><input name="order" value="42"> <button>Checkout</button></form>';

Deno.serve({ hostname: "127.0.0.1", port, onListen: () => console.log(`shop listening on ${here}`) }, async (request) => {
  const { pathname } = new URL(request.url);
  if (pathname === "/webhook") return receive(request);
  if (pathname === "/pay") return start(request);
  if (pathname === "/") return new Response(button, { headers: { "content-type": "text/html" } });
  const order = await kv.get<Order>(["order", pathname.replace("/orders/", "")]);
  return Response.json(order.value ?? {}, { status: order.value === null ? 404 : 200 });
});
