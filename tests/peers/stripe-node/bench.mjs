// How long a delivery and an import take in Node, beside Stripe's own package and the MAC alone: nanoseconds of
// the fastest sample, as one JSON object. Times of imports are those of fresh processes.

import { execFileSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";

import Stripe from "stripe";

import * as everything from "../../../bindings-wasm/dist/esm/index.js";
import { sign } from "../../../bindings-wasm/dist/esm/testing.js";
import * as alone from "../../../bindings-wasm/dist/esm/webhooks-only.js";

const [SAMPLES, RUNS, PROCESSES] = [60, 500, 15];
const secret = "whsec_benchmarks";
const body = readFileSync(new URL("../../../core/benches/peers/event.json", import.meta.url));
const header = sign(body, secret);
const time = header.slice(2).split(",")[0];
const [webhooks, webhooksAlone] = [everything, alone].map(({ Webhooks }) => new Webhooks([{ label: "connect", secret }]));
const stripe = new Stripe("sk_test_benchmarks");

const measured = {
  mac: () => createHmac("sha256", secret).update(time).update(".").update(body).digest("hex").length === 64,
  verify: () => webhooks.verify(body, header).type === "checkout.session.completed",
  classify: () => webhooks.verify(body, header).outcome.kind === "paid",
  alone: () => webhooksAlone.verify(body, header).outcome.kind === "paid",
  peer: () => stripe.webhooks.constructEvent(body, header, secret).type === "checkout.session.completed",
};
const fastest = Object.fromEntries(Object.keys(measured).map((name) => [name, Infinity]));
for (let sample = 0; sample < SAMPLES; sample += 1) {
  for (const [name, run] of Object.entries(measured)) {
    const start = process.hrtime.bigint();
    for (let at = 0; at < RUNS; at += 1) if (!run()) throw new Error(`${name} did not read the event`);
    fastest[name] = Math.min(fastest[name], Number(process.hrtime.bigint() - start) / RUNS);
  }
}

const imports = {
  import: "../../../bindings-wasm/dist/esm/index.js",
  import_alone: "../../../bindings-wasm/dist/esm/webhooks-only.js",
  import_peer: "stripe",
};
for (const [name, specifier] of Object.entries(imports)) {
  const program = `const start = process.hrtime.bigint(); await import("${specifier}"); console.log(String(process.hrtime.bigint() - start))`;
  const run = () => Number(execFileSync("node", ["--input-type=module", "--eval", program], { cwd: import.meta.dirname }));
  fastest[name] = Math.min(...Array.from({ length: PROCESSES }, run));
}
console.log(JSON.stringify(fastest));
