// The ready handlers: what each responds to genuine, hostile and broken deliveries, and what goes to the log.

import assert from "node:assert/strict";
import { createServer, request as httpRequest } from "node:http";
import { test } from "node:test";

import { checkout, lambdaWebhook, nodeCheckout, nodeWebhook, webhook } from "../dist/esm/handlers.js";
import { CounterfoilError, Webhooks } from "../dist/esm/index.js";
import { eventBody, sign } from "../dist/esm/testing.js";
import { Webhooks as WebhooksAlone } from "../dist/esm/webhooks-only.js";

const secret = "whsec_handlers";
const secrets = [{ label: "connect", secret }];
const webhooks = new Webhooks(secrets, { maxBody: 10_000 });
const body = Buffer.from(eventBody({ type: "checkout.session.completed", account: "acct_1" }));
const headers = () => ({ "stripe-signature": sign(body, secret), "content-type": "application/json" });

/** A handler with what it has seen and logged; `handle` comes after. */
function watched(make, handle = () => {}) {
  const [seen, logged] = [[], []];
  const handler = make(async (event, ...context) => {
    seen.push([event.outcome.kind, ...context]);
    await handle(event);
  }, { log: (entry) => logged.push(entry) });
  return { handler, seen, logged };
}

/** Sends a delivery to a handler of each kind, and gives status and text. */
const kinds = {
  web: (receiver) => (handle, options) => {
    const handler = webhook(receiver, handle, options);
    return async ({ method = "POST", headers, body }) => {
      const bare = method === "GET" ? {} : { body, duplex: "half" };
      const response = await handler(new Request("http://shop.example/webhook", { method, headers, ...bare }));
      return [response.status, await response.text(), response.headers.get("allow")];
    };
  },
  node: (receiver) => (handle, options) => {
    const handler = nodeWebhook(receiver, (event) => handle(event), options);
    return async (delivery) => (await served(handler, delivery)).slice(0, 3);
  },
  lambda: (receiver) => (handle, options) => {
    const handler = lambdaWebhook(receiver, (event) => handle(event), options);
    return async ({ method = "POST", headers, body }) => {
      const text = method === "GET" ? null : body.toString("base64");
      const requestContext = { http: { method } };
      const response = await handler({ requestContext, headers, body: text, isBase64Encoded: true }, {});
      return [response.statusCode, response.body, response.headers.allow ?? null];
    };
  },
};

/** By a real server, over one connection. */
async function served(handler, { method = "POST", headers, body }) {
  const server = createServer(handler);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await new Promise((resolve, reject) => {
      const sent = httpRequest({ port: server.address().port, host: "127.0.0.1", method, headers }, async (response) => {
        const text = Buffer.concat(await response.toArray()).toString();
        resolve([response.statusCode, text, response.headers.allow ?? null, response.headers.location]);
      });
      sent.on("error", reject);
      sent.end(method === "GET" ? undefined : body);
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

for (const [kind, of] of Object.entries(kinds)) {
  test(`${kind}: a genuine delivery is handled, by a keyring of either entry`, async () => {
    for (const receiver of [webhooks, new WebhooksAlone(secrets), () => webhooks]) {
      const { handler, seen, logged } = watched(of(receiver));
      assert.deepEqual(await handler({ headers: headers(), body }), [200, "", null]);
      assert.deepEqual(seen, [["paid"]]);
      assert.deepEqual(logged, []);
    }
  });

  test(`${kind}: what is not genuine is refused, and the diagnosis logged`, async () => {
    const { handler, seen, logged } = watched(of(webhooks));
    const other = { "stripe-signature": sign(Buffer.from(JSON.stringify(JSON.parse(body), null, 1)), secret) };
    assert.deepEqual(await handler({ headers: other, body }), [400, "the signature does not match", null]);
    assert.deepEqual((await handler({ headers: {}, body }))[0], 400);
    assert.deepEqual((await handler({ headers: headers(), body: Buffer.alloc(0) }))[0], 400);
    assert.deepEqual(await handler({ headers: headers(), body: Buffer.alloc(10_001, "x") }), [413, "the body is too large", null]);
    assert.deepEqual(await handler({ method: "GET", headers: {}, body }), [405, "only POST is answered here", "POST"]);
    assert.deepEqual(seen, []);
    assert.deepEqual(logged.map(({ level, code }) => [level, code]), [
      ["warning", "signature_mismatch"],
      ["warning", "missing_signature"],
      ["warning", "signature_mismatch"],
      ["warning", "body_too_large"],
    ]);
    assert.match(logged[0].message, /serialized again/);
    assert.doesNotMatch(JSON.stringify(logged), /whsec_|evt_/);
  });

  test(`${kind}: Stripe sends again what was not handled`, async () => {
    for (const handle of [() => { throw new Error("database"); }, () => Promise.reject(new Error("database"))]) {
      const { handler, logged } = watched(of(webhooks), handle);
      assert.deepEqual(await handler({ headers: headers(), body }), [500, "the event was not handled", null]);
      assert.match(logged[0].message, /^event evt_\w+ \(checkout\.session\.completed\) was not handled: database$/);
      assert.deepEqual([logged[0].level, logged[0].error.message], ["error", "database"]);
    }
    const { handler, logged } = watched(of(() => new Webhooks([{ label: "a", secret: "" }])));
    assert.deepEqual(await handler({ headers: headers(), body }), [500, "the delivery could not be verified", null]);
    assert.deepEqual([logged[0].level, logged[0].code], ["error", "invalid_webhook_secret"]);
  });
}

test("web: a body is read only as far as it may reach", async () => {
  let pulled = 0;
  let canceled = false;
  const stream = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(1000)) ?? void (pulled += 1),
    cancel: () => void (canceled = true),
  });
  const request = new Request("http://shop.example", { method: "POST", headers: headers(), body: stream, duplex: "half" });
  const handler = webhook(webhooks, () => {}, { log() {} });
  assert.equal((await handler(request)).status, 413);
  assert.ok(pulled < 20 && canceled, `${pulled} chunks`);
});

test("node: a body without a length is read only as far as it may reach, and the sender still gets its answer", async () => {
  const handler = nodeWebhook(webhooks, () => {}, { log() {} });
  const chunked = { ...headers(), "transfer-encoding": "chunked" };
  const [status] = await served(handler, { headers: chunked, body: Buffer.alloc(50_000, "x") });
  assert.equal(status, 413);
});

test("a body that something else has read is an error that says what to do, and Stripe sends it again", async () => {
  const logged = [];
  const log = (entry) => logged.push(entry);
  const request = new Request("http://shop.example", { method: "POST", headers: headers(), body });
  await request.json();
  assert.equal((await webhook(webhooks, () => {}, { log })(request)).status, 500);
  const parsed = { method: "POST", headers: headers(), body: JSON.parse(body), readableEnded: true };
  let status;
  await nodeWebhook(webhooks, () => {}, { log })(parsed, { setHeader() {}, end() {}, set statusCode(code) { status = code; } });
  assert.equal(status, 500);
  const lambda = await lambdaWebhook(webhooks, () => {}, { log })({ headers: headers(), body: JSON.parse(body) });
  assert.equal(lambda.statusCode, 500);
  assert.equal(logged.length, 3);
  for (const { level, code, message } of logged) {
    assert.deepEqual([level, code], ["error", "wrong_type"]);
    for (const framework of ["Express", "Fastify", "Koa", "NestJS", "Next.js", "Hono", "SvelteKit", "Workers", "Lambda"]) {
      assert.ok(message.includes(framework), `${framework}: ${message}`);
    }
  }
});

test("node: the bytes are taken from where a parser has left them", async () => {
  for (const left of [{ body }, { body: JSON.parse(body), rawBody: body }, { rawBody: new Uint8Array(body) }]) {
    const { handler, seen } = watched((handle, options) => nodeWebhook(webhooks, (event) => handle(event), options));
    let status;
    const request = { method: "POST", headers: headers(), readableEnded: true, ...left };
    await handler(request, { setHeader() {}, end() {}, set statusCode(code) { status = code; } });
    assert.deepEqual([status, seen], [200, [["paid"]]]);
  }
});

test("lambda: all formats of a request", async () => {
  const handler = lambdaWebhook(webhooks, (event, context) => assert.equal(context.awsRequestId, "1"), { log() {} });
  const { "stripe-signature": signature } = headers();
  const [text, base64] = [body.toString(), body.toString("base64")];
  for (const request of [
    { httpMethod: "POST", headers: { "Stripe-Signature": signature }, body: text },
    { requestContext: { http: { method: "POST" } }, headers: { "stripe-signature": signature }, body: base64, isBase64Encoded: true },
    { httpMethod: "POST", headers: null, multiValueHeaders: { "Stripe-Signature": [signature] }, body: text },
  ]) {
    assert.equal((await handler(request, { awsRequestId: "1" })).statusCode, 200);
  }
});

test("what comes beside a request is passed on", async () => {
  const seen = [];
  const env = { SECRET: secret };
  const handler = webhook((env) => new Webhooks([{ label: "connect", secret: env.SECRET }]), (event, env, context) => seen.push(env, context));
  const request = new Request("http://shop.example", { method: "POST", headers: headers(), body });
  assert.equal((await handler(request, env, "context")).status, 200);
  assert.deepEqual(seen, [env, "context"]);
});

const url = "https://checkout.example/cs_1";
const urlencoded = { "content-type": "application/x-www-form-urlencoded" };

test("the Checkout button answers with 303 to the session's page", async () => {
  const seen = [];
  const start = async (form, ...context) => (seen.push([form.get("order"), form.get("note"), ...context]), { url });
  const fields = new URLSearchParams({ order: "42", note: "é & ü" });
  const multipart = new FormData();
  for (const [name, value] of fields) multipart.append(name, value);
  multipart.append("file", new Blob(["x"]), "x.txt");
  for (const form of [fields, multipart]) {
    const response = await checkout(start)(new Request("http://shop.example/pay", { method: "POST", body: form }), "env");
    assert.deepEqual([response.status, response.headers.get("location")], [303, url]);
  }
  const [status, , , location] = await served(nodeCheckout((form) => start(form)), { headers: urlencoded, body: fields.toString() });
  assert.deepEqual([status, location], [303, url]);
  let parsed;
  const request = { method: "POST", headers: {}, body: Object.fromEntries(fields), readableEnded: true };
  await nodeCheckout((form) => start(form))(request, { setHeader() {}, end() {}, set statusCode(code) { parsed = code; } });
  assert.equal(parsed, 303);
  assert.deepEqual(seen, [["42", "é & ü", "env"], ["42", "é & ü", "env"], ["42", "é & ü"], ["42", "é & ü"]]);
});

test("the Checkout button tells the customer no more than that it failed", async () => {
  const fault = new CounterfoilError({ code: "timeout", message: "no response from Stripe: hidden", faults: [] });
  const refuse = async () => { throw fault; };
  const complete = async () => ({ url: null });
  const post = () => new Request("http://shop.example/pay", { method: "POST", body: new URLSearchParams({ order: "42" }) });
  const logged = [];
  const log = (entry) => logged.push(entry);
  for (const start of [refuse, complete]) {
    const response = await checkout(start, { log })(post());
    assert.equal(response.status, 502);
    assert.doesNotMatch(await response.text(), /hidden|session/);
    const sent = await checkout(start, { log, failure: "/sorry" })(post());
    assert.deepEqual([sent.status, sent.headers.get("location")], [303, "/sorry"]);
    assert.equal((await served(nodeCheckout(start, { log }), { headers: urlencoded, body: "order=42" }))[0], 502);
  }
  assert.deepEqual(logged.map(({ code }) => code), ["timeout", "timeout", "timeout", undefined, undefined, undefined]);
  assert.equal((await checkout(complete)(new Request("http://shop.example/pay"))).status, 405);
  const large = new Request("http://shop.example/pay", { method: "POST", body: "x".repeat(70_000) });
  assert.equal((await checkout(complete)(large)).status, 413);
  assert.equal((await served(nodeCheckout(complete), { headers: urlencoded, body: "x".repeat(70_000) }))[0], 413);
});
