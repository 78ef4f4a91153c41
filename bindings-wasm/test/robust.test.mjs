// What else runs in the same process: other copies of the package, other realms, a `fetch` of the user's own, loops
// without a pause, environments without UTF-8.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";

import * as imported from "../dist/esm/index.js";

const required = createRequire(import.meta.url)("../dist/cjs/index.js");
const dist = fileURLToPath(new URL("../dist/esm/", import.meta.url));
const params = { mode: "payment", line_items: [{ price: "price_1", quantity: 1 }], success_url: "https://shop.example" };
const key = { idempotencyKey: "order-1" };

/** The sessions of a merchant whose requests are sent by this `fetch`. */
function sessionsBy(fetch, options = {}) {
  const transport = imported.fetchTransport({ fetch });
  const platform = new imported.Platform({ secretKey: "sk_test_robust", transport, ...options });
  return platform.merchant("acct_1").checkout.sessions;
}

test("an error of one copy of the package is one of the other's", async () => {
  const { CounterfoilError, TransportError, Webhooks, WebhookError, feeOf } = required;
  const error = (call) => { try { call(); } catch (error) { return error; } };
  const pairs = [[imported, required], [required, imported]];
  for (const [from, other] of pairs) {
    const fault = error(() => from.feeOf({ basis_points: 250 }, 1.5, "eur"));
    assert.ok(fault instanceof other.CounterfoilError && fault instanceof from.CounterfoilError && fault instanceof Error);
    assert.ok(!(fault instanceof other.WebhookError) && !(fault instanceof other.TransportError));
    const rejection = error(() => new from.Webhooks([{ label: "a", secret: "whsec_a" }]).verify(new Uint8Array(), null));
    assert.ok(rejection instanceof other.WebhookError && !(rejection instanceof other.CounterfoilError));
  }
  assert.notEqual(CounterfoilError, imported.CounterfoilError);
  for (const value of [null, undefined, "x", {}, new Error("x")]) assert.ok(!(value instanceof CounterfoilError));
  class Mine extends CounterfoilError {}
  assert.ok(!(error(() => feeOf({}, 1.5, "eur")) instanceof Mine));
  assert.ok(new Mine({ code: "a", message: "b", faults: [] }) instanceof Mine);
  // A transport of the other copy's says why there is no response.
  const transport = () => Promise.reject(new TransportError("tls"));
  const platform = new imported.Platform({ secretKey: "sk_test_robust", transport, maxRetries: 0 });
  await assert.rejects(platform.applicationFees.retrieve("fee_1"), { code: "tls_failed" });
  assert.ok(Webhooks && WebhookError);
});

test("a mistake in the user's fetch is thrown as it is, and not tried again", async () => {
  const mistakes = {
    "a name that is not there": () => notThere,
    "a value that is not there": () => undefined.status,
    "a response without headers": async () => ({ status: 200, body: { getReader: () => ({ cancel: async () => {} }) } }),
    "an assertion": async () => assert.equal(1, 2),
    "what is no error": () => { throw "text"; },
    "a type error of another realm": () => runInNewContext("null.status"),
  };
  for (const [name, mistake] of Object.entries(mistakes)) {
    let calls = 0;
    const sessions = sessionsBy(() => ((calls += 1), mistake()));
    await assert.rejects(sessions.create(params, key), (error) => !(error instanceof imported.CounterfoilError), name);
    assert.equal(calls, 1, name);
  }
});

test("a failure of the network is tried again, and its reason kept", async () => {
  const reset = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
  const failures = [
    [new TypeError("fetch failed", { cause: reset }), "connection_closed"],
    [new TypeError("Failed to fetch"), "connection_failed"],
    [new TypeError("Load failed"), "connection_failed"],
    [new TypeError("NetworkError when attempting to fetch resource."), "connection_failed"],
    [new TypeError("error sending request for url: client error (Connect): tcp connect error"), "connection_failed"],
    [Object.assign(new Error("Unable to connect."), { code: "ConnectionRefused" }), "connection_failed"],
    [new Error("Network connection lost."), "connection_failed"],
    [new DOMException("The operation timed out.", "TimeoutError"), "timeout"],
    [runInNewContext('Object.assign(new Error("x"), { cause: Object.assign(new Error("y"), { code: "CERT_HAS_EXPIRED" }) })'), "tls_failed"],
  ];
  for (const [failure, code] of failures) {
    let calls = 0;
    const sessions = sessionsBy(() => ((calls += 1), Promise.reject(failure)), { maxRetries: 1 });
    await assert.rejects(sessions.create(params, key), (error) => {
      assert.equal(error.code, code, failure.message);
      assert.ok(error.cause instanceof imported.TransportError);
      assert.equal(error.cause.cause, failure);
      return true;
    });
    assert.equal(calls, code === "tls_failed" ? 1 : 2, failure.message);
  }
});

test("the global fetch is looked up for each request", async () => {
  const own = globalThis.fetch;
  const platform = new imported.Platform({ secretKey: "sk_test_robust" });
  try {
    globalThis.fetch = async () => new Response('{"id":"fee_1","object":"application_fee"}');
    assert.equal((await platform.applicationFees.retrieve("fee_1")).id, "fee_1");
    // Nothing is needed to make a platform or to sign a request where there is none.
    delete globalThis.fetch;
    assert.ok(new imported.Platform({ secretKey: "sk_test_robust" }).call("application_fees.list", {}).request.url);
    await assert.rejects(platform.applicationFees.retrieve("fee_1"), ReferenceError);
  } finally {
    globalThis.fetch = own;
  }
});

test("a list is as good as a promise", async () => {
  const page = '{"object":"list","has_more":false,"data":[{"id":"fee_1","object":"application_fee"}]}';
  const transport = imported.fetchTransport({ fetch: async () => new Response(page) });
  const { applicationFees } = new imported.Platform({ secretKey: "sk_test_robust", transport });
  let settled = 0;
  const first = await applicationFees.list().finally(() => (settled += 1));
  assert.deepEqual([first.data[0].id, settled], ["fee_1", 1]);
  assert.equal(await applicationFees.list({ limit: -1 }).catch(({ code }) => code), "out_of_range");
  await assert.rejects(async () => { for await (const _ of applicationFees.list({ limt: 1 })); }, { code: "unknown_parameter" });
  const all = await Promise.all([applicationFees.list(), applicationFees.list()]);
  assert.equal(all.length, 2);
});

test("a loop without a pause stays in a small memory", () => {
  const program = `
    import { Platform, Webhooks, idempotencyKey } from "${dist}index.js";
    const secrets = [{ label: "connect", secret: "whsec_robust" }];
    const [platform, webhooks] = [new Platform({ secretKey: "sk_test_robust" }), new Webhooks(secrets)];
    const merchant = platform.merchant("acct_1");
    const params = ${JSON.stringify(params)};
    const kept = merchant.call("checkout.sessions.create", params, { idempotencyKey: "kept" });
    kept.fail("connect", 0.5);
    const body = JSON.stringify({ object: "list", has_more: true, url: "/v1/refunds", data: [{ id: "re_1", object: "refund" }] });
    const response = { status: 200, headers: [], body: new TextEncoder().encode(body) };
    for (let turn = 0; turn < 20000; turn += 1) {
      merchant.call("checkout.sessions.create", params, { idempotencyKey: "order-" + turn });
      if (turn % 4 === 0) new Webhooks(secrets), new Platform({ secretKey: "sk_test_robust" });
      if (turn % 4 === 0) merchant.call("refunds.list", {}).receive(response);
    }
    const rejected = (() => { try { webhooks.verify(new Uint8Array(), null); } catch (error) { return error.code; } })();
    console.log(kept.attempt, kept.request.headers.length > 3, platform.resume(kept.save()).attempt, rejected);`;
  const flags = [`--wasm-max-mem-pages=${16 * 4}`, "--input-type=module", "--eval", program];
  assert.equal(execFileSync("node", flags, { encoding: "utf8" }), "2 true 2 missing_signature\n");
});

test("a runtime without UTF-8 of its own has the same texts", () => {
  const program = `
    const [Decoder, Encoder] = [TextDecoder, TextEncoder];
    delete globalThis.TextDecoder, delete globalThis.TextEncoder;
    const text = await import("${dist}text.js");
    const { Webhooks, Platform } = await import("${dist}index.js");
    const { sign } = await import("${dist}testing.js");
    const [decoder, encoder] = [new text.TextDecoder("utf-8", { ignoreBOM: true }), new text.TextEncoder()];
    const [real, written] = [new Decoder("utf-8", { ignoreBOM: true }), new Encoder()];
    let different = text.TextDecoder === Decoder ? 1 : 0;
    for (let code = 0; code < 0x110000; code += code < 0x900 ? 1 : 37) {
      const given = "a" + String.fromCodePoint(code) + "z";
      const bytes = written.encode(given);
      if (String(encoder.encode(given)) !== String(bytes)) different += 1;
      if (decoder.decode(bytes) !== real.decode(bytes)) different += 1;
      const [mine, theirs] = [new Uint8Array(5), new Uint8Array(5)];
      if (JSON.stringify(encoder.encodeInto(given, mine)) !== JSON.stringify(written.encodeInto(given, theirs))) different += 1;
      if (String(mine) !== String(theirs)) different += 1;
    }
    const body = Buffer.from(JSON.stringify({ id: "evt_1", object: "event", type: "checkout.session.completed", account: "acct_1",
      livemode: false, created: 1, data: { object: { id: "cs_1", object: "checkout.session", mode: "payment", payment_status: "paid",
      client_reference_id: "注文 é 🧾" } } }));
    const event = new Webhooks([{ label: "a", secret: "whsec_é" }]).verify(body, sign(body, "whsec_é"));
    const { request } = new Platform({ secretKey: "sk_test_a" }).call("customers.create", { name: "注文" }, { idempotencyKey: "k" });
    console.log(different, event.outcome.session.client_reference_id, decodeURIComponent(request.body));`;
  assert.equal(execFileSync("node", ["--input-type=module", "--eval", program], { encoding: "utf8" }), "0 注文 é 🧾 name=注文\n");
});

test("a module that is provided after everything else was evaluated is taken at the first call", () => {
  // As Turbopack does it in the edge runtime: the import of a `.wasm` file is asynchronous there.
  const program = `
    import { readFileSync } from "node:fs";
    import { provide } from "${dist}provided.js";
    import { advance, API_VERSION, Platform } from "${dist}everything.js";
    let early;
    try { advance("open", "paid"); } catch (error) { early = error.message; }
    provide("everything", new WebAssembly.Module(readFileSync("${dist}../wasm/counterfoil.wasm")));
    console.log(early, advance("open", "paid").action, new Platform({ secretKey: "sk_test_a" }).call("application_fees.list", {})
      .request.headers.some(([, value]) => value === API_VERSION));`;
  const told = execFileSync("node", ["--input-type=module", "--eval", program], { encoding: "utf8" });
  assert.equal(told, "counterfoil: import the package by its name, not a file inside of it fulfill true\n");
});
