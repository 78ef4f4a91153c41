// What vectors cannot say about webhooks in JavaScript: types of bodies, the clock, thin events. All of it by both
// entries of the package.

import assert from "node:assert/strict";
import { createHash, hash } from "node:crypto";
import { describe, test } from "node:test";
import { inspect } from "node:util";
import { runInNewContext } from "node:vm";

import * as everything from "../dist/esm/index.js";
import { sign } from "../dist/esm/testing.js";
import * as webhooksAlone from "../dist/esm/webhooks-only.js";

const { readAnswer } = everything;

const secret = "whsec_test_secret";
const session = { id: "cs_1", object: "checkout.session", mode: "payment", payment_status: "paid", client_secret: "hidden" };
const snapshot = Buffer.from(JSON.stringify({
  id: "evt_1", object: "event", type: "checkout.session.completed", account: "acct_1", livemode: false, created: 1,
  data: { object: { ...session, client_reference_id: "注文" } },
}));

for (const [entry, { eventFromEventBridge, WebhookError, Webhooks }] of Object.entries({ everything, webhooksAlone })) describe(entry, () => {
  const webhooks = new Webhooks([{ label: "connect", secret }]);
  test("the host's clock is the default, in seconds", () => {
    assert.equal(webhooks.verify(snapshot, sign(snapshot, secret)).id, "evt_1");
    const old = sign(snapshot, secret, Math.floor(Date.now() / 1000) - 301);
    assert.throws(() => webhooks.verify(snapshot, old), { code: "timestamp_too_old" });
  });

  test("a body that was decoded is refused by name", () => {
    const got = (body) => {
      try {
        webhooks.verify(body, sign(snapshot, secret));
      } catch (error) {
        assert.deepEqual([error.code, error.faults[0].path], ["wrong_type", "body"]);
        assert.doesNotMatch(error.message, /evt_1/);
        return error.message;
      }
    };
    const advice = [/express\.raw\(/, /parseAs: "buffer"/, /Next\.js/, /Hono/, /Workers/];
    for (const [body, kind] of [
      [snapshot.toString(), "a string"],
      [JSON.parse(snapshot), "an object"],
      [[...snapshot], "an array"],
      [undefined, "undefined"],
      [Promise.resolve(snapshot), "a promise, which is to be awaited"],
    ]) {
      const message = got(body);
      assert.ok(message.endsWith(`got ${kind}`), message);
      for (const framework of advice) assert.match(message, framework);
    }
  });

  test("bytes are taken in whatever form and from whatever realm", () => {
    const shared = new Uint8Array(new SharedArrayBuffer(snapshot.length));
    shared.set(snapshot);
    const exact = new Uint8Array(snapshot).buffer;
    const within = new Uint8Array(snapshot.length + 8);
    within.set(snapshot, 4);
    const elsewhere = (expression) => runInNewContext(expression, { bytes: [...snapshot] });
    for (const [form, body] of Object.entries({
      exact,
      view: new DataView(within.buffer, 4, snapshot.length),
      part: within.subarray(4, 4 + snapshot.length),
      shared,
      sharedBuffer: shared.buffer,
      array: elsewhere("new Uint8Array(bytes)"),
      buffer: elsewhere("new Uint8Array(bytes).buffer"),
    })) {
      assert.equal(webhooks.verify(body, sign(body, secret)).id, "evt_1", form);
    }
  });

  test("a rejection has a safe message and a diagnosis", () => {
    const reserialized = Buffer.from(JSON.stringify(JSON.parse(snapshot), null, 2));
    assert.throws(() => webhooks.verify(snapshot, sign(reserialized, secret)), (error) => {
      assert.ok(error instanceof WebhookError && error instanceof Error);
      assert.equal(error.message, "the signature does not match");
      assert.match(error.diagnosis, /serialized again/);
      assert.doesNotMatch(inspect(error), /whsec/);
      return true;
    });
    assert.throws(() => webhooks.verify(snapshot, undefined), { code: "missing_signature" });
  });

  test("an outcome carries the session, and printing the event shows nothing of it", () => {
    const event = webhooks.verify(snapshot, sign(snapshot, secret));
    assert.equal(event.outcome.kind, "paid");
    assert.equal(event.outcome.session.client_reference_id, "注文");
    assert.deepEqual(JSON.parse(event.outcome.session.raw), JSON.parse(event.object));
    assert.equal(event.outcome, event.outcome);
    assert.doesNotMatch(inspect(event, { depth: 9 }) + JSON.stringify(event), /hidden/);
  });

  test("a thin event and its session say what the snapshot says", () => {
    const thin = Buffer.from(JSON.stringify({
      id: "evt_2", object: "v2.core.event", type: "v1.checkout.session.completed", livemode: false, context: "acct_1",
      created: "2026-10-29T19:58:14.000Z", related_object: { id: "cs_1", type: "checkout.session", url: "/v1/x" },
    }));
    const event = webhooks.verify(thin, sign(thin, secret));
    assert.deepEqual({ ...event.outcome }, { kind: "fetch", object: "checkout.session", id: "cs_1" });
    const answer = (fields) => readAnswer("checkout.retrieve", { status: 200, headers: [], body: Buffer.from(JSON.stringify(fields)) });
    assert.equal(event.outcomeWith(answer(session)).kind, "paid");
    assert.throws(() => event.outcomeWith(answer({ ...session, id: "cs_2" })), { code: "wrong_object" });
  });

  test("the object of a thin event is read as what the event names, from its text alone", () => {
    const thin = Buffer.from(JSON.stringify({
      id: "evt_3", object: "v2.core.event", type: "v1.refund.failed", livemode: false, context: "acct_1",
      created: "2026-10-29T19:58:14.000Z", related_object: { id: "re_1", type: "refund", url: "/v1/refunds/re_1" },
    }));
    const event = webhooks.verify(thin, sign(thin, secret));
    const { kind, status, amount } = event.outcomeWith({ raw: '{"id":"re_1","object":"refund","status":"failed","amount":5}' });
    assert.deepEqual([kind, status, amount], ["refund_changed", "failed", 5]);
    assert.throws(() => event.outcomeWith({ raw: '{"id":"re_1","object":"charge"}' }), { code: "unexpected_object" });
    assert.throws(() => event.outcomeWith({ raw: "{" }), { code: "unreadable_answer" });
  });

  test("the keys of metadata are the customer's own and stay", () => {
    const metadata = { raw: "a", secret: "b", client_secret: "c", signing_secret: "d", order: "e" };
    const body = Buffer.from(JSON.stringify({ ...JSON.parse(snapshot), data: { object: { ...session, metadata } } }));
    const { session: read } = webhooks.verify(body, sign(body, secret)).outcome;
    assert.deepEqual({ ...read.metadata }, metadata);
    assert.deepEqual(JSON.parse(JSON.stringify(read)).metadata, metadata);
    assert.equal("client_secret" in { ...read } || "raw" in { ...read }, false);
  });

  test("an event stays as it was proven when the server uses its buffer again", () => {
    const buffer = Buffer.from(snapshot);
    const event = webhooks.verify(buffer, sign(buffer, secret));
    buffer.fill(0);
    assert.equal(JSON.parse(event.object).id, "cs_1");
    assert.equal(JSON.parse(event.outcome.session.raw).id, "cs_1");
  });

  test("the host's hash is asked, twice for each secret, and the MAC compared", () => {
    const counted = { hash, createHash };
    for (const [name, own] of Object.entries(counted)) {
      let asked = 0;
      const counting = () => ({ [name]: (...of) => ((asked += 1), own(...of)) });
      withHost(Webhooks, counting, (webhooks) => {
        assert.equal(webhooks.verify(snapshot, sign(snapshot, secret)).id, "evt_1");
        assert.equal(asked, 4);
        assert.equal(webhooks.verify(snapshot, sign(snapshot, "whsec_older")).label, "old");
        const other = sign(snapshot, "whsec_other");
        assert.throws(() => webhooks.verify(snapshot, other), { code: "signature_mismatch" });
      });
    }
  });

  test("a host without a hash, or with one that fails, decides the same", () => {
    const broken = (digest) => () => ({ createHash: () => ({ update() { return this; }, digest }) });
    const refuses = broken(() => { throw new Error("not allowed here"); });
    const short = broken(() => new Uint8Array(31));
    const edge = () => { throw new Error("A Node.js API is used which is not supported in the Edge Runtime"); };
    let calls = 0;
    const once = () => ({ hash: (...of) => ((calls += 1) % 3 === 0 ? undefined : hash(...of)) });
    for (const host of [undefined, () => undefined, () => ({}), refuses, short, edge, once]) {
      withHost(Webhooks, host, (webhooks) => {
        assert.equal(webhooks.verify(snapshot, sign(snapshot, secret)).id, "evt_1");
        assert.equal(webhooks.verify(snapshot, sign(snapshot, "whsec_older")).label, "old");
        assert.throws(() => webhooks.verify(snapshot, sign(snapshot, "whsec_other")), { code: "signature_mismatch" });
      });
    }
  });

  test("an event goes through a queue and is proven again", () => {
    const bom = Buffer.from(`\ufeff${snapshot}`);
    const long = snapshot.toString().replace('"created":1', `"created":${Math.floor(Date.now() / 1000)}`);
    for (const body of [snapshot, Buffer.from(long), bom]) {
      let event;
      try {
        event = webhooks.verify(body, sign(body, secret));
      } catch (error) {
        assert.deepEqual([body, error.code], [bom, "invalid_json"]);
        continue;
      }
      for (const through of [structuredClone, (saved) => JSON.parse(JSON.stringify(saved))]) {
        const received = new Webhooks([{ label: "consumer", secret }], { tolerance: 1 }).resume(through(event.save()));
        assert.deepEqual({ ...received, label: "" }, { ...event, label: "" });
        assert.equal(received.label, "consumer");
        assert.equal(received.outcome.session.client_reference_id, "注文");
        assert.equal(received.object, event.object);
        assert.deepEqual(received.save(), event.save());
      }
    }
  });

  test("what was changed in a queue is refused, and what waited long is not", () => {
    const old = Math.floor(Date.now() / 1000) - 400_000;
    const saved = webhooks.verify(snapshot, sign(snapshot, secret, old), { now: old }).save();
    assert.equal(webhooks.resume(saved).id, "evt_1");
    assert.equal(saved.verified_at, old);
    const refused = (change, code) => assert.throws(() => webhooks.resume(change), { code }, JSON.stringify(change));
    refused({ ...saved, body: saved.body.replace("paid", "unpaid") }, "signature_mismatch");
    refused({ ...saved, signature: saved.signature.replace("v1=", "v0=") }, "no_v1_signature");
    refused({ ...saved, verified_at: old + 301 }, "timestamp_too_old");
    refused({ body: saved.body, verified_at: old }, "missing_signature");
    for (const other of [null, undefined, "x", {}, { ...saved, body: 1 }, { ...saved, signature: null }, { ...saved, verified_at: "1" }]) {
      refused(other, "wrong_type");
    }
    const rotated = new Webhooks([{ label: "new", secret: "whsec_rotated" }]);
    assert.throws(() => rotated.resume(saved), WebhookError);
    assert.doesNotMatch(inspect(saved), /evt_1|hidden/);
  });

  test("an event of EventBridge has no signature that could be checked again", () => {
    const envelope = Buffer.from(JSON.stringify({ source: "aws.partner/stripe.com/ed_1", "detail-type": "x", detail: JSON.parse(snapshot) }));
    const event = eventFromEventBridge(envelope);
    const saved = structuredClone(event.save());
    assert.equal(saved.provider, "event_bridge");
    assert.throws(() => webhooks.resume(saved), { code: "missing_signature" });
    const received = eventFromEventBridge(new TextEncoder().encode(saved.body));
    assert.deepEqual({ ...received }, { ...event });
    assert.deepEqual([received.label, received.outcome.kind], ["event_bridge", "paid"]);
  });

  test("a header of any letters is read as its bytes", () => {
    const header = sign(snapshot, secret);
    assert.equal(webhooks.verify(snapshot, `${header},注文=é`).id, "evt_1");
    assert.throws(() => webhooks.verify(snapshot, `${header}é`), { code: "no_v1_signature" });
    assert.throws(() => webhooks.verify(snapshot, `${header},${"é".repeat(5000)}`), { code: "malformed_signature" });
    assert.throws(() => webhooks.verify(snapshot, `${header},${"a".repeat(9000)}`), { code: "malformed_signature" });
  });

  test("what is read of an event later is its own, whatever was verified since", () => {
    const unusual = Buffer.from(snapshot.toString().replace('"evt_1"', '"evt\\u005f2"'));
    const events = [snapshot, unusual].map((body) => webhooks.verify(body, sign(body, secret)));
    const large = Buffer.from(JSON.stringify({ ...JSON.parse(snapshot), id: "evt_3", request: "x".repeat(100_000) }));
    events.push(webhooks.verify(large, sign(large, secret)));
    assert.deepEqual(events.map(({ id }) => id), ["evt_1", "evt_2", "evt_3"]);
    for (const event of events) {
      assert.equal(event.outcome.session.id, "cs_1");
      assert.equal(JSON.parse(event.object).client_reference_id, "注文");
    }
  });
});

/** Runs with another hash of the host's, or with none, in the place of Node's own. */
function withHost(Webhooks, getBuiltinModule, run) {
  const own = process.getBuiltinModule;
  process.getBuiltinModule = getBuiltinModule;
  try {
    run(new Webhooks([{ label: "old", secret: "whsec_older" }, { label: "connect", secret }]));
  } finally {
    process.getBuiltinModule = own;
  }
}
