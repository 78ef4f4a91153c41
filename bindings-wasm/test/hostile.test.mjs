// What strangers post: a refusal costs little, and a module that stops all the same is started again. Programs of their
// own, since a limit on the module's memory holds for a whole process.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../dist/esm/", import.meta.url));

/** Runs a program with at most so many MiB of memory for each WebAssembly module; what it printed, as JSON. */
function run(mebibytes, program) {
  const source = `
    import * as everything from "${dist}index.js";
    import * as webhooksAlone from "${dist}webhooks-only.js";
    import { sign } from "${dist}testing.js";
    const secret = "whsec_hostile";
    const secrets = [{ label: "connect", secret }];
    const genuine = Buffer.from('{"id":"evt_1","object":"event","type":"ping","livemode":false,"created":1,"data":{"object":{}}}');
    const verified = (webhooks) => webhooks.verify(genuine, sign(genuine, secret)).id;
    const code = (call) => { try { return call(), "ok"; } catch (error) { return error.code ?? String(error); } };
    const filled = (before, part, after, size) => {
      const body = Buffer.alloc(size, part);
      body.write(before), body.write(after, size - after.length);
      return body;
    };
    const print = (value) => console.log(JSON.stringify(value));
    ${program}`;
  const flags = ["--expose-gc", `--wasm-max-mem-pages=${16 * mebibytes}`, "--input-type=module", "--eval", source];
  return JSON.parse(execFileSync("node", flags, { encoding: "utf8" }));
}

test("a hundred bodies of deep brackets leave a genuine delivery working, in a small memory", () => {
  const program = (entry) => `
    const webhooks = new ${entry}.Webhooks(secrets);
    const deep = filled('{"a":' + "[".repeat(119), "1,", "1" + "]".repeat(119) + "}", 1 << 20);
    const told = new Set();
    for (let turn = 0; turn < 100; turn += 1) told.add(code(() => webhooks.verify(deep, "t=1,v1=" + "0".repeat(64))));
    print([[...told], verified(webhooks)]);`;
  for (const entry of ["everything", "webhooksAlone"]) {
    for (const mebibytes of [128, 6]) {
      assert.deepEqual(run(mebibytes, program(entry)), [["signature_mismatch"], "evt_1"], `${entry} in ${mebibytes} MiB`);
    }
  }
});

test("a refusal takes at most twice the time of plain junk", () => {
  const ratios = run(128, `
    const webhooks = new everything.Webhooks([...secrets, { label: "platform", secret: "whsec_another" }]);
    const header = "t=1,v1=" + "0".repeat(64);
    const time = (body) => {
      let least = Infinity;
      for (let turn = 0; turn < 30; turn += 1) {
        const start = performance.now();
        code(() => webhooks.verify(body, header));
        least = Math.min(least, performance.now() - start);
      }
      return least;
    };
    const bodies = {
      brackets: ['{"a":' + "[".repeat(119), "1,", "1" + "]".repeat(119) + "}"],
      open: ["{", "[", ""],
      escapes: ['{"a":"', "\\\\ud83d", '"}'],
      letters: ['{"a":"', "Ã©", '"}'],
      base64: ["eyJh", "IjpbMSwx", ""],
    };
    const junk = time(Buffer.alloc(1 << 20, "x"));
    print(Object.entries(bodies).map(([name, parts]) => [name, time(filled(...parts, 1 << 20)) / junk]));`);
  for (const [name, ratio] of ratios) assert.ok(ratio <= 2, `${name}: ${ratio} times`);
});

test("a refusal keeps nothing, and holds no more than the body once", () => {
  const grown = run(128, `
    const webhooks = new everything.Webhooks(secrets);
    const deep = filled('{"a":' + "[".repeat(119), "1,", "1" + "]".repeat(119) + "}", 1 << 20);
    const refuse = () => code(() => webhooks.verify(deep, "t=1,v1=" + "0".repeat(64)));
    const before = process.memoryUsage();
    for (let turn = 0; turn < 50; turn += 1) refuse();
    const after = process.memoryUsage();
    print([after.external - before.external, after.arrayBuffers - before.arrayBuffers]);`);
  for (const bytes of grown) assert.ok(bytes <= 2 << 20, `${grown}`);
});

test("a body that is larger than any event does not come into the module's memory", () => {
  const told = run(8, `
    const huge = Buffer.alloc(100 << 20, "{");
    const signature = "t=1,v1=" + "0".repeat(64);
    print([everything, webhooksAlone].flatMap(({ Webhooks }) => {
      const webhooks = new Webhooks(secrets);
      return [code(() => webhooks.verify(huge, signature)), code(() => webhooks.verify(huge, null)), verified(webhooks)];
    }));`);
  const once = ["body_too_large", "missing_signature", "evt_1"];
  assert.deepEqual(told, [...once, ...once]);
});

test("a module that stops for want of memory is replaced, and everything that was made before works on", () => {
  const told = run(8, `
    const { Platform, Webhooks, CounterfoilError, advance, feeOf, readAnswer } = everything;
    const webhooks = new Webhooks(secrets, { maxBody: 1 << 30 });
    const platform = new Platform({ secretKey: "sk_test_hostile", maxRetries: 2 });
    const merchant = platform.merchant("acct_1");
    const params = { mode: "payment", line_items: [{ price: "price_1", quantity: 1 }], success_url: "https://shop.example" };
    const call = merchant.call("checkout.sessions.create", params, { idempotencyKey: "order-42" });
    const request = JSON.stringify([call.request, call.request.headers]);
    call.fail("connect", 0.5);
    const thin = Buffer.from(JSON.stringify({
      id: "evt_2", object: "v2.core.event", type: "v1.refund.failed", livemode: false, context: "acct_1",
      created: "2026-10-29T19:58:14.000Z", related_object: { id: "re_1", type: "refund", url: "/v1/refunds/re_1" },
    }));
    const event = webhooks.verify(thin, sign(thin, secret));
    const refund = (id) => ({ object: "refund", id });
    const page = (next) => ({ status: 200, headers: [], body: Buffer.from(JSON.stringify({ object: "list", has_more: true, url: "/v1/refunds", data: [refund(next)] })) });
    const listed = merchant.call("refunds.list", { limit: 1 });
    const { next } = listed.receive(page("re_1")).answer;
    const huge = Buffer.alloc(20 << 20, "x");
    const stopped = [];
    const stop = () => {
      try {
        webhooks.verify(huge, "t=1,v1=" + "0".repeat(64));
        stopped.push("it took the body");
      } catch (error) {
        stopped.push([error instanceof CounterfoilError, error.code, error.cause?.name, error.faults.length]);
      }
    };
    const works = {
      verify: () => verified(webhooks),
      twice: () => (stop(), stop(), verified(webhooks)),
      request: () => JSON.stringify([call.request, call.request.headers]) === request,
      attempt: () => call.attempt,
      saved: () => JSON.parse(call.save()).attempt,
      retries: () => [call.fail("connect", 0.5).done, (stop(), call.attempt), code(() => call.fail("connect", 0.5))],
      outcome: () => event.outcomeWith({ raw: '{"id":"re_1","object":"refund","status":"failed"}' }).kind,
      differences: () => code(() => event.differences({ amount_total: 5 })),
      next: () => next.request.url,
      nextPage: () => next.receive(page("re_2")).answer.next.request.url,
      merchant: () => platform.merchant("acct_2").call("refunds.retrieve", { id: "re_1" }).request.url,
      resume: () => platform.resume(call.save()).attempt,
      create: () => merchant.call("checkout.sessions.create", params, { idempotencyKey: "order-42" }).request.body === call.request.body,
      faults: () => code(() => merchant.call("checkout.sessions.create", {}, { idempotencyKey: "order-42" })),
      refused: () => code(() => webhooks.verify(genuine, null)),
      advance: () => advance("open", "paid").action,
      fee: () => feeOf({ basis_points: 250 }, 2000, "eur"),
      read: () => readAnswer("refunds.retrieve", { status: 200, headers: [], body: Buffer.from(JSON.stringify(refund("re_1"))) }).id,
      plan: () => everything.planStatus({ status: "past_due" }),
      alone: () => verified(new webhooksAlone.Webhooks(secrets)),
    };
    const done = Object.entries(works).map(([name, works]) => (stop(), [name, works()]));
    print([[...new Set(stopped.map(String))], Object.fromEntries(done)]);`);
  assert.deepEqual(told, [["true,internal,RuntimeError,0"], {
    verify: "evt_1",
    twice: "evt_1",
    request: true,
    attempt: 2,
    saved: 2,
    retries: [false, 3, "connection_failed"],
    outcome: "refund_changed",
    differences: "no_session",
    next: "https://api.stripe.com/v1/refunds?limit=1&starting_after=re_1",
    nextPage: "https://api.stripe.com/v1/refunds?limit=1&starting_after=re_2",
    merchant: "https://api.stripe.com/v1/refunds/re_1",
    resume: 3,
    create: true,
    faults: "missing_parameter",
    refused: "missing_signature",
    advance: "fulfill",
    fee: 50,
    read: "re_1",
    plan: "past_due",
    alone: "evt_1",
  }]);
});

test("the module for webhooks alone is replaced as well", () => {
  const told = run(8, `
    const webhooks = new webhooksAlone.Webhooks(secrets, { maxBody: 1 << 30 });
    const huge = Buffer.alloc(20 << 20, "x");
    const stop = () => code(() => webhooks.verify(huge, "t=1,v1=" + "0".repeat(64)));
    print([stop(), verified(webhooks), stop(), stop(), webhooksAlone.advance("open", "paid").action, verified(webhooks)]);`);
  assert.deepEqual(told, ["internal", "evt_1", "internal", "internal", "fulfill", "evt_1"]);
});

test("what was made before a stop is not freed in the memory that came after it", () => {
  const told = run(8, `
    const { Platform, Webhooks } = everything;
    const webhooks = new Webhooks(secrets, { maxBody: 1 << 30 });
    const huge = Buffer.alloc(20 << 20, "x");
    const pause = () => new Promise((resolve) => setTimeout(resolve, 5));
    const told = new Set();
    for (let turn = 0; turn < 20; turn += 1) {
      for (let made = 0; made < 50; made += 1) new Platform({ secretKey: "sk_test_hostile" }).merchant("acct_1").call("refunds.retrieve", { id: "re_1" });
      told.add(code(() => webhooks.verify(huge, "t=1,v1=" + "0".repeat(64))));
      globalThis.gc?.();
      await pause();
      told.add(verified(webhooks));
    }
    print([...told]);`);
  assert.deepEqual(told, ["internal", "evt_1"]);
});
