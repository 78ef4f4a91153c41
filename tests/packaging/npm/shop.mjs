// What every example must do, against the offline Stripe: a card, a debit that is paid, one that is returned, a double
// click, every event three times and out of order, and posts of strangers.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

import { CARD, DEBIT, MERCHANT, RETURNED, SECRET_KEY } from "./simulator.mjs";

export const examples = fileURLToPath(new URL("../../../examples/", import.meta.url));
export const secret = "whsec_examples";

/** The settings of each example. */
export const settings = (simulator, port) => ({
  STRIPE_SECRET_KEY: SECRET_KEY,
  STRIPE_WEBHOOK_SECRET: secret,
  STRIPE_API_BASE: simulator.base,
  MERCHANT,
  PORT: String(port),
  SHOP: `http://127.0.0.1:${port}`,
});

/** Drives a shop that listens, and to which events are delivered. */
export async function drive(simulator, shop) {
  const click = async (order) => {
    const response = await fetch(`${shop}/pay`, { method: "POST", body: new URLSearchParams({ order }), redirect: "manual" });
    assert.equal(response.status, 303, await response.text());
    return response.headers.get("location");
  };
  const order = async (id) => (await fetch(`${shop}/orders/${id}`)).json();
  const becomes = async (id, state, letters) => {
    let found;
    for (let turn = 0; turn < 100; turn += 1) {
      found = await order(id);
      if (found.state === state) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.deepEqual(found, { state, letters }, id);
  };
  assert.match(await (await fetch(shop)).text(), /<form [^>]*action="\/pay"/);

  // Two clicks at once lead to one session.
  const [first, second] = await Promise.all([click("card"), click("card")]);
  assert.equal(first, second);
  assert.deepEqual(await order("card"), { state: "open", letters: [] });
  await simulator.pay(first, CARD);
  await becomes("card", "fulfilled", ["goods"]);

  await simulator.pay(await click("debit"), DEBIT);
  await becomes("debit", "awaiting_payment", ["payment is on its way"]);
  await simulator.pay(await click("returned"), RETURNED);
  await becomes("returned", "awaiting_payment", ["payment is on its way"]);
  await simulator.advance(600);
  const settled = async () => {
    await becomes("card", "fulfilled", ["goods"]);
    await becomes("debit", "fulfilled", ["payment is on its way", "goods"]);
    await becomes("returned", "failed", ["payment is on its way", "please order again"]);
  };
  await settled();

  // Every event three times, the last first.
  const { data: events } = await simulator.events();
  assert.ok(events.length >= 5, `${events.length} events`);
  const ids = events.map(({ id }) => id);
  for (const id of [...ids, ...ids.toReversed(), ...ids.toSorted()]) await simulator.resend(id);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await settled();

  // Strangers.
  const genuine = JSON.stringify({ id: "evt_x", object: "event", type: "checkout.session.completed", account: MERCHANT, created: 1,
    livemode: false, data: { object: { id: "cs_x", object: "checkout.session", mode: "payment", payment_status: "paid", client_reference_id: "returned" } } });
  const forged = `t=${Math.floor(Date.now() / 1000)},v1=${"0".repeat(64)}`;
  for (const [body, headers] of [[genuine, {}], [genuine, { "stripe-signature": forged }], ["{", { "stripe-signature": "v1=" }], ["x".repeat(2 << 20), { "stripe-signature": forged }]]) {
    const { status } = await fetch(`${shop}/webhook`, { method: "POST", body, headers });
    assert.equal(status, body.length > 1 << 20 ? 413 : 400);
  }
  assert.equal((await fetch(`${shop}/webhook`)).status >= 400, true);
  await settled();
}

/** Starts a program and waits until it says that it listens. */
export async function running(command, args, options) {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "inherit"] });
  process.on("exit", () => child.kill());
  await new Promise((resolve, reject) => {
    child.stdout.on("data", (chunk) => /listening|Ready/.test(String(chunk)) && resolve());
    child.once("exit", (status) => reject(new Error(`${command} ended with ${status}`)));
    child.once("error", reject);
  });
  return async () => void child.kill();
}

/** A port that nobody listens on. */
export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
