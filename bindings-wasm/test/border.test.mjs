// What callers without a type checker pass by mistake: an error that names the value, never the module's memory.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";

import * as counterfoil from "../dist/esm/index.js";
import { sign } from "../dist/esm/testing.js";

const { CounterfoilError, Platform, Webhooks } = counterfoil;
const secretKey = "sk_test_border";
const secrets = [{ label: "connect", secret: "whsec_border" }];
const body = Buffer.from("{}");
const params = { mode: "payment", line_items: [{ price: "price_1", quantity: 1 }], success_url: "https://shop.example" };
const merchant = new Platform({ secretKey }).merchant("acct_1");
const call = () => merchant.call("checkout.retrieve", { id: "cs_1" });
const answer = { status: 200, headers: [], body };

const mistakes = {
  "a key from an unset variable": [() => new Platform({ secretKey: undefined }), "wrong_type", "secretKey"],
  "a number as the key": [() => new Platform({ secretKey: 5 }), "wrong_type", "secretKey"],
  "no address": [() => new Platform({ secretKey, apiBase: null }), "wrong_type", "apiBase"],
  "less than no retries": [() => new Platform({ secretKey, maxRetries: -1 }), "out_of_range", "maxRetries"],
  "retries that are no number": [() => new Platform({ secretKey, maxRetries: NaN }), "wrong_type", "maxRetries"],
  "the account of a platform's own event": [() => new Platform({ secretKey }).merchant(null), "wrong_type", "account"],
  "no options": [() => merchant.call("checkout.sessions.create", params), "invalid_idempotency_key", "idempotency_key"],
  "no idempotency key": [() => merchant.call("checkout.sessions.create", params, {}), "invalid_idempotency_key", "idempotency_key"],
  "a number as the key of a write": [() => merchant.call("checkout.sessions.create", params, { idempotencyKey: 5 }), "wrong_type", "idempotencyKey"],
  "no parameters": [() => merchant.call("checkout.sessions.create", undefined, { idempotencyKey: "a" }), "wrong_type", ""],
  "no session id": [() => merchant.call("checkout.retrieve", {}), "invalid_id", "id"],
  "no operation": [() => merchant.call(undefined, {}), "wrong_type", "operation"],
  "an answer without a status": [() => call().receive({ ...answer, status: undefined }), "wrong_type", "status"],
  "a status of 17 bits": [() => call().receive({ ...answer, status: 65_736 }), "out_of_range", "status"],
  "an answer that was decoded": [() => call().receive({ ...answer, body: "{}" }), "wrong_type", "body"],
  "a header that is a number": [() => call().receive({ ...answer, headers: [["Retry-After", 1]] }), "wrong_type", "headers.Retry-After"],
  "another failure": [() => call().fail("conect"), "invalid_value", "failure"],
  "jitter as text": [() => call().fail("connect", "0.5"), "wrong_type", "jitter"],
  "an attempt before the first": [() => counterfoil.retryAfterMs("connect", { attempt: -1 }), "out_of_range", "attempt"],
  "no secrets": [() => new Webhooks(), "wrong_type", "secrets"],
  "a secret by itself": [() => new Webhooks("whsec_border"), "wrong_type", "secrets"],
  "a secret from an unset variable": [() => new Webhooks([{ label: "connect" }]), "wrong_type", "secrets[0].secret"],
  "a secret without a label": [() => new Webhooks([{ secret: "whsec_border" }]), "wrong_type", "secrets[0].label"],
  "a misspelled source": [() => new Webhooks([{ ...secrets[0], source: "conected" }]), "invalid_value", "secrets[0].source"],
  "a misspelled mode": [() => new Webhooks([{ ...secrets[0], mode: "prod" }]), "invalid_value", "secrets[0].mode"],
  "a tolerance below zero": [() => new Webhooks(secrets, { tolerance: -1 }), "out_of_range", "tolerance"],
  "a tolerance that is no number": [() => new Webhooks(secrets, { tolerance: NaN }), "wrong_type", "tolerance"],
  "an endless tolerance": [() => new Webhooks(secrets, { tolerance: Infinity }), "wrong_type", "tolerance"],
  "a tolerance of null": [() => new Webhooks(secrets, { tolerance: null }), "wrong_type", "tolerance"],
  "a body below zero": [() => new Webhooks(secrets, { maxBody: -1 }), "out_of_range", "maxBody"],
  "a time that is no number": [() => new Webhooks(secrets).verify(body, "", { now: NaN }), "wrong_type", "now"],
  "a header that came twice": [() => new Webhooks(secrets).verify(body, ["t=1"]), "wrong_type", "signature"],
  "text to be signed": [() => sign("{}", "whsec_border"), "wrong_type", "body"],
  "half a second": [() => sign(body, "whsec_border", 1.5), "wrong_type", "timestamp"],
  "an order without a state": [() => counterfoil.advance(undefined, "paid"), "wrong_type", "state"],
  "no fee": [() => counterfoil.feeOf(undefined, 2000, "eur"), "wrong_type", ""],
  "an amount beyond a double": [() => counterfoil.feeOf({ fixed: 1 }, 2 ** 53, "eur"), "out_of_range", "amount"],
  "a fee beyond a double": [() => counterfoil.feeOf({ fixed: 2 ** 53 }, 2000, "eur"), "out_of_range", "fixed"],
  "a fee that is no number": [() => counterfoil.feeOf({ basis_points: 250, max: NaN }, 2000, "eur"), "wrong_type", "max"],
  "a parameter beyond a double, deep inside": [() => merchant.call("checkout.sessions.create", { ...params, line_items: [{ price_data: { currency: "eur", unit_amount: 1e17 }, quantity: 1 }] }, { idempotencyKey: "a" }), "out_of_range", "line_items[0].price_data.unit_amount"],
  "a parameter that became Infinity": [() => merchant.call("checkout.sessions.create", { ...params, extra: { a: 1 / 0 } }, { idempotencyKey: "a" }), "wrong_type", "extra.a"],
  "a parameter of another kind of integer": [() => merchant.call("refunds.create", { amount: 5n }, { idempotencyKey: "a" }), "wrong_type", "amount"],
  "a time that is beyond a double": [() => new Webhooks(secrets).verify(body, "", { now: 2 ** 53 }), "out_of_range", "now"],
  "an amount as a number": [() => counterfoil.parseAmount(20, "eur"), "wrong_type", "amount"],
  "no currency": [() => counterfoil.formatAmount(2000), "wrong_type", "currency"],
};

for (const [what, [make, code, path]] of Object.entries(mistakes)) {
  test(`${what} is ${code}`, () => {
    assert.throws(make, (error) => {
      assert.ok(error instanceof CounterfoilError, inspect(error));
      assert.deepEqual(error.faults.map((fault) => [fault.path, fault.code]), [[path, code]]);
      assert.equal(error.code, code);
      assert.doesNotMatch(inspect(error), /border"|whsec_border|sk_test/);
      return true;
    });
  });
}

const LARGE = '{"id":"re_1","object":"refund","amount":9007199254740993,"reason":"hidden"}';

test("an answer that a double would change is an error, with the text in which it is exact", () => {
  const answered = { status: 200, headers: [], body: Buffer.from(LARGE) };
  const exact = (error) => {
    assert.ok(error instanceof CounterfoilError, inspect(error));
    assert.deepEqual(error.faults.map((fault) => [fault.path, fault.code]), [["amount", "out_of_range"]]);
    assert.equal(error.raw, LARGE);
    assert.doesNotMatch(inspect(error) + JSON.stringify(error), /hidden/);
    return true;
  };
  assert.throws(() => counterfoil.readAnswer("refunds.retrieve", answered), exact);
  assert.throws(() => merchant.call("refunds.retrieve", { id: "re_1" }).receive(answered), exact);
  const page = Buffer.from(`{"object":"list","has_more":false,"data":[${LARGE}]}`);
  assert.throws(() => counterfoil.readAnswer("refunds.list", { ...answered, body: page }), (error) => {
    assert.deepEqual([error.code, error.faults[0].path, error.raw], ["out_of_range", "data[0].amount", LARGE]);
    return true;
  });
});

test("a genuine event with an amount that a double would change stays one", () => {
  const session = '{"id":"cs_1","object":"checkout.session","mode":"payment","payment_status":"paid","amount_total":9007199254740993}';
  const delivery = Buffer.from(
    `{"id":"evt_1","object":"event","type":"checkout.session.completed","account":"acct_1","livemode":false,"created":1,"data":{"object":${session}}}`,
  );
  const event = new Webhooks(secrets).verify(delivery, sign(delivery, "whsec_border"));
  assert.equal(event.id, "evt_1");
  assert.equal(event.outcome.kind, "paid");
  assert.throws(() => event.outcome.session, { code: "out_of_range", raw: session });
  assert.deepEqual(event.differences({ amount_total: 5 }), [
    { field: "amount_total", expected: "5", found: "9007199254740993" },
  ]);
});
