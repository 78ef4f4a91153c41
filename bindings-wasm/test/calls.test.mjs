// Calls over real HTTP: the same bytes in every attempt, typed errors, and no secret in anything printed.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { inspect } from "node:util";

import {
  CounterfoilError,
  fetchTransport,
  idempotencyKey,
  Platform,
  readAnswer,
  reconcile,
  Webhooks,
} from "../dist/esm/index.js";

const SECRET_KEY = "sk_test_hidden";
const SESSION = '{"id":"cs_1","object":"checkout.session","client_secret":"hidden","status":"open","metadata":{"a":"b"}}';
const params = {
  mode: "payment",
  line_items: [{ price_data: { currency: "eur", unit_amount: 2000, product_data: { name: "T-shirt" } }, quantity: 1 }],
  success_url: "https://shop.example/?s={CHECKOUT_SESSION_ID}",
};

/** A server that answers each request with the next of the answers; none of them closes the connection. */
async function stripe(answers) {
  const seen = [];
  const server = createServer(async (request, response) => {
    const chunks = await Array.fromAsync?.(request) ?? (await request.toArray());
    seen.push({ method: request.method, url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString() });
    const answer = answers.shift();
    if (!answer) return request.socket.destroy();
    response.writeHead(answer.status, { "Request-Id": "req_1", ...answer.headers });
    response.end(answer.body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  const platform = new Platform({ secretKey: SECRET_KEY, apiBase: `http://127.0.0.1:${port}` });
  const merchant = platform.merchant("acct_1");
  return { seen, platform, merchant, sessions: merchant.checkout.sessions, end: () => server.close() };
}

test("a 500 and a closed connection are tried again with the same bytes and key", async () => {
  const { seen, sessions, end } = await stripe([{ status: 500, body: "" }, undefined, { status: 200, body: SESSION }]);
  const session = await sessions.create(params, { idempotencyKey: "order-1" });
  end();
  assert.equal(session.id, "cs_1");
  assert.equal(seen.length, 3);
  assert.deepEqual(new Set(seen.map(({ body }) => body)).size, 1);
  for (const { method, url, headers } of seen) {
    assert.equal(`${method} ${url}`, "POST /v1/checkout/sessions");
    assert.equal(headers["idempotency-key"], "order-1");
    assert.equal(headers["stripe-account"], "acct_1");
    assert.equal(headers.authorization, `Bearer ${SECRET_KEY}`);
    assert.equal(headers["content-type"], "application/x-www-form-urlencoded");
  }
});

test("a deletion needs no key, and sends one that is given", async () => {
  const gone = { status: 200, body: '{"id":"we_1","object":"webhook_endpoint","deleted":true}' };
  const { seen, platform, end } = await stripe([gone, gone]);
  assert.equal((await platform.webhookEndpoints.delete("we_1")).deleted, true);
  await platform.webhookEndpoints.delete("we_1", { idempotencyKey: "gone-1" });
  end();
  assert.deepEqual(seen.map(({ method, headers }) => [method, headers["idempotency-key"]]), [
    ["DELETE", undefined],
    ["DELETE", "gone-1"],
  ]);
});

test("a success says whether Stripe repeated it, and is equal to what it repeats", async () => {
  const refund = { status: 200, body: '{"id":"re_1","object":"refund","amount":2500}' };
  const headers = { "Idempotent-Replayed": "true" };
  const list = { status: 200, body: `{"object":"list","data":[${refund.body}],"has_more":false}`, headers };
  const { merchant, end } = await stripe([refund, { ...refund, headers }, list]);
  const params = { payment_intent: "pi_1", amount: 2500 };
  const first = await merchant.refunds.create(params, { idempotencyKey: "refund-1" });
  const again = await merchant.refunds.create(params, { idempotencyKey: "refund-1" });
  const page = await merchant.refunds.list();
  end();
  assert.deepEqual([first.replayed, again.replayed], [false, true]);
  assert.deepEqual(first, again);
  assert.ok(!("replayed" in { ...again }) && !JSON.stringify([again, page]).includes("replayed"));
  assert.deepEqual([page.replayed, page.data[0].replayed], [true, false]);
});

test("a refusal tells what Stripe said", async () => {
  const body = '{"error":{"type":"invalid_request_error","code":"resource_missing","param":"session","message":"No such session"}}';
  const { sessions, end } = await stripe([{ status: 404, body }]);
  await assert.rejects(sessions.retrieve("cs_1"), (error) => {
    assert.ok(error instanceof CounterfoilError);
    assert.equal(error.code, "resource_missing");
    assert.equal(error.status, 404);
    assert.equal(error.requestId, "req_1");
    assert.equal(error.stripe.message, "No such session");
    for (const shown of [error.message, inspect(error), JSON.stringify(error)]) {
      assert.doesNotMatch(shown, /No such/);
    }
    assert.deepEqual({ ...error.stripe }, {
      type: "invalid_request_error", code: "resource_missing", decline_code: null, param: "session",
      replayed: false, advice_code: null, doc_url: null, request_log_url: null,
      payment_intent: null, advice: "fix_request",
    });
    return true;
  });
  end();
});

test("a redirect is not followed, and garbage is no session", async () => {
  const { sessions, seen, end } = await stripe([
    { status: 302, headers: { Location: "/elsewhere" }, body: "" },
    { status: 200, body: "<html>" },
  ]);
  await assert.rejects(sessions.retrieve("cs_1"), { code: "unexpected_redirect" });
  await assert.rejects(sessions.retrieve("cs_1"), { code: "unreadable_answer" });
  assert.equal(seen.length, 2);
  end();
});

test("no server, and one that is too slow", async () => {
  const gone = new Platform({ secretKey: SECRET_KEY, apiBase: "http://127.0.0.1:9", maxRetries: 0 });
  await assert.rejects(gone.merchant("acct_1").checkout.sessions.retrieve("cs_1"), { code: "connection_failed" });

  const server = createServer(() => {});
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const transport = fetchTransport({ timeoutMs: 50 });
  const apiBase = `http://127.0.0.1:${server.address().port}`;
  const slow = new Platform({ secretKey: SECRET_KEY, apiBase, maxRetries: 0, transport });
  await assert.rejects(slow.merchant("acct_1").checkout.sessions.retrieve("cs_1"), { code: "timeout" });
  server.close();
  server.closeAllConnections();
});

test("every fault is told before the network", async () => {
  const sessions = new Platform({ secretKey: SECRET_KEY }).merchant("acct_1").checkout.sessions;
  await assert.rejects(sessions.create({ mode: "payment", line_items: [{}], sucess_url: "x" }, { idempotencyKey: "a" }), (error) => {
    assert.deepEqual(error.faults.map(({ path, code }) => [path, code]), [["sucess_url", "unknown_parameter"]]);
    assert.match(error.message, /did you mean `success_url`/);
    return true;
  });
});

test("an error of a transport that is no failure to connect goes through", async () => {
  const transport = () => Promise.reject(new RangeError("mine"));
  const sessions = new Platform({ secretKey: SECRET_KEY, transport }).merchant("acct_1").checkout.sessions;
  await assert.rejects(sessions.retrieve("cs_1"), RangeError);
});

const page = (id, has_more) => ({
  status: 200,
  body: JSON.stringify({ object: "list", has_more, data: [{ id, object: "refund", amount: 5, metadata: {} }] }),
});

test("a list is read page by page, and only as far as it is wanted", async () => {
  const { seen, merchant, end } = await stripe([page("re_2", true), page("re_1", false), page("re_2", true)]);
  const ids = [];
  for await (const refund of merchant.refunds.list({ limit: 1 })) ids.push(refund.id);
  assert.deepEqual(ids, ["re_2", "re_1"]);
  const first = await merchant.refunds.list();
  end();
  assert.deepEqual([first.data[0].id, first.has_more], ["re_2", true]);
  assert.equal(first.next.request.url.split("?")[1], "starting_after=re_2");
  assert.deepEqual(seen.map(({ url }) => url), ["/v1/refunds?limit=1", "/v1/refunds?limit=1&starting_after=re_2", "/v1/refunds"]);
});

test("a call goes on in another process where it stopped", async () => {
  const { seen, platform, merchant, end } = await stripe([{ status: 200, body: '{"id":"re_1","object":"refund"}' }]);
  const call = merchant.call("refunds.create", { payment_intent: "pi_1" }, { idempotencyKey: idempotencyKey("acct_1", "42", "refund") });
  assert.deepEqual(call.fail("closed").done, false);
  const saved = call.save();
  assert.doesNotMatch(saved, /sk_test/);
  const resumed = platform.resume(saved);
  assert.deepEqual([resumed.attempt, resumed.request.body, resumed.request.headers], [2, call.request.body, call.request.headers]);
  const response = await fetchTransport()(resumed.request);
  end();
  const verdict = resumed.receive(response);
  assert.equal(verdict.done && verdict.answer.id, "re_1");
  assert.equal(seen[0].headers["idempotency-key"], "acct_1:refund:42");
  assert.throws(() => platform.resume("{}"), { code: "invalid_saved_call" });
});

test("what is on the other account is told, and is not there by name", () => {
  const platform = new Platform({ secretKey: SECRET_KEY });
  const merchant = platform.merchant("acct_1");
  assert.throws(() => platform.call("charges.list", {}), { code: "wrong_scope" });
  assert.throws(() => merchant.call("application_fees.list", {}), { code: "wrong_scope" });
  assert.throws(() => platform.call("refunds.make", {}), { code: "unknown_operation" });
  assert.equal(platform.charges, undefined);
  assert.equal(merchant.applicationFees, undefined);
});

test("nothing that is printed shows a person, an address or a link", () => {
  const personal = {
    id: "cs_1",
    object: "checkout.session",
    status: "open",
    amount_total: 4000,
    url: "https://checkout.example/hidden",
    customer_email: "hidden@shop.example",
    customer_details: { email: "hidden@shop.example", name: "Hidden", address: { line1: "Hidden 1" } },
    after_expiration: { recovery: { url: "https://checkout.example/hidden" } },
    metadata: { name: "hidden" },
  };
  const link = { object: "account_link", url: "https://connect.example/hidden", created: 1, expires_at: 2 };
  const customer = { id: "cus_1", object: "customer", name: "hidden", email: "hidden", phone: "hidden", address: {} };
  const session = readAnswer("checkout.retrieve", answer(personal));
  const list = readAnswer("checkout.list", answer({ object: "list", data: [personal], has_more: false }));
  const others = [readAnswer("account_links.create", answer(link)), readAnswer("customers.create", answer(customer))];
  const [{ data }, refund] = [list, readAnswer("refunds.create", answer({ id: "re_1", object: "refund", metadata: { a: "hidden" } }))];
  const { request } = new Platform({ secretKey: SECRET_KEY }).call("customers.create", { email: "hidden" }, { idempotencyKey: "k" });
  for (const value of [request, session, session.metadata, list, data[0], ...others, reconcile(session), refund.metadata]) {
    assert.doesNotMatch(inspect(value, { depth: 9 }).toLowerCase(), /hidden/);
  }
  assert.match(inspect(session), /cs_1/);
  assert.match(inspect(session), /amount_total: 4000/);
  assert.equal(session.url, personal.url);
  assert.equal(JSON.parse(JSON.stringify(session)).url, personal.url);
});

function answer(body) {
  return { status: 200, headers: [], body: Buffer.from(JSON.stringify(body)) };
}

test("nothing that is printed or serialized shows a secret", async () => {
  const platform = new Platform({ secretKey: SECRET_KEY });
  const merchant = platform.merchant("acct_1");
  const call = merchant.call("checkout.sessions.create", params, { idempotencyKey: "order-1" });
  const webhooks = new Webhooks([{ label: "connect", secret: "whsec_hidden" }]);
  const verdict = call.receive({ status: 200, headers: [], body: Buffer.from(SESSION) });
  for (const value of [platform, merchant, merchant.checkout, call, call.request, webhooks, verdict]) {
    const printed = [inspect(value, { depth: 9 }), JSON.stringify(value), inspect({ ...value }, { depth: 9 })].join();
    assert.doesNotMatch(printed, /hidden/);
  }
  assert.ok(verdict.done && verdict.answer.raw === SESSION && verdict.answer.client_secret === "hidden");
  for (const secretKey of ["pk_hidden", "sk_hidden ", ""]) {
    assert.throws(() => new Platform({ secretKey }), (error) => !/hidden/.test(inspect(error)) && error.code === "invalid_secret_key");
  }
});
