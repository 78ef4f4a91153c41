// What a user does first: install it, import it or require it, and follow the README.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";

import { nodeResolve } from "@rollup/plugin-node-resolve";
import { rollup } from "rollup";
import ts from "typescript";

import { install, run } from "./installed.mjs";

const folder = install();
const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

const keys = { STRIPE_SECRET_KEY: "sk_test_readme", STRIPE_WEBHOOK_SECRET: "whsec_test_secret" };

/** The first snippet in a section. */
function snippet(language, section) {
  const text = readme.split(`\n## ${section}\n`)[1].split("\n## ")[0];
  return text.split(`\`\`\`${language}\n`)[1].split("```")[0];
}

test("import and require give the same exports", () => {
  const list = "console.log(Object.keys(counterfoil).filter((key) => key !== 'default').sort().join())";
  const imported = run(folder, "import.mjs", `import * as counterfoil from "counterfoil"; ${list}`);
  const required = run(folder, "require.cjs", `const counterfoil = require("counterfoil"); ${list}`);
  assert.equal(imported, required);
  assert.match(imported, /Platform.*Webhooks.*advance/);
});

test("the entry for webhooks alone has the same errors and events, by import and by require", () => {
  const program = `
    const rejected = (receiver) => { try { receiver.verify(new Uint8Array(), null); } catch (error) { return error; } };
    const secrets = [{ label: "connect", secret: "whsec_a" }];
    const body = new TextEncoder().encode('{"id":"evt_1","object":"event","type":"ping","livemode":false,"created":1,"data":{"object":{}}}');
    const event = ({ Webhooks }) => new Webhooks(secrets).verify(body, sign(body, "whsec_a"));
    console.log(
      webhooks.WebhookError === everything.WebhookError,
      webhooks.CounterfoilError === everything.CounterfoilError,
      rejected(new webhooks.Webhooks(secrets)) instanceof everything.WebhookError,
      event(webhooks).constructor === event(everything).constructor,
      Object.keys(webhooks).filter((key) => !(key in everything)).join() || "nothing else",
      Object.keys(webhooks).filter((key) => key !== "default").sort().join(),
    );`;
  const exported = "CounterfoilError,WebhookError,Webhooks,advance,eventFromEventBridge,eventFromEventGrid";
  const names = [["everything", "counterfoil"], ["webhooks", "counterfoil/webhooks"]];
  const imports = names.map(([name, from]) => `import * as ${name} from "${from}";`).join("\n");
  const requires = names.map(([name, from]) => `const ${name} = require("${from}");`).join("\n");
  const imported = run(folder, "same.mjs", `${imports}\nimport { sign } from "counterfoil/testing";${program}`);
  const required = run(folder, "same.cjs", `${requires}\nconst { sign } = require("counterfoil/testing");${program}`);
  assert.equal(imported, `true true true true nothing else ${exported}\n`);
  assert.equal(required, imported);
});

test("a bundle for webhooks alone has the small module, and not the other", async () => {
  writeFileSync(`${folder}/edge.mjs`, `
    import { advance, Webhooks } from "counterfoil/webhooks";
    try { new Webhooks([{ label: "a", secret: "whsec_a" }]).verify(new Uint8Array(), "t=1"); } catch ({ code }) { console.log(code, advance("open", "paid").action); }
  `);
  const bundle = await rollup({ input: `${folder}/edge.mjs`, plugins: [nodeResolve()] });
  const modules = bundle.watchFiles.filter((file) => file.endsWith("bytes.js")).map((file) => file.split("/dist/").at(-1));
  assert.deepEqual(modules, ["esm/native/webhooks/bytes.js"]);
  const { output: [{ code }] } = await bundle.generate({ format: "es" });
  assert.equal(run(folder, "edge-bundle.mjs", code), "no_v1_signature fulfill\n");
});

test("the README's endpoint for webhooks alone runs as it is written", () => {
  const code = ts.transpileModule(snippet("ts", "Webhooks alone"), { compilerOptions: { target: "ES2022", module: "ESNext" } }).outputText;
  writeFileSync(`${folder}/endpoint.mjs`, code);
  const program = `
    import { sign } from "counterfoil/testing";
    import { webhook } from "./endpoint.mjs";
    const body = Buffer.from(JSON.stringify({
      id: "evt_1", object: "event", type: "checkout.session.completed", account: "acct_1", livemode: false, created: 1,
      data: { object: { id: "cs_1", object: "checkout.session", mode: "payment", payment_status: "unpaid" } },
    }));
    console.log(webhook(body, sign(body, "whsec_test_secret"), "open").action);`;
  assert.equal(run(folder, "alone.mjs", program, keys), "await_payment\n");
});

test("the package holds what it needs and nothing else", () => {
  assert.deepEqual(readdirSync(`${folder}/node_modules`).sort(), [".package-lock.json", "counterfoil"]);
  const files = ["LICENSE-APACHE", "LICENSE-MIT", "README.md", "dist", "package.json"];
  assert.deepEqual(readdirSync(`${folder}/node_modules/counterfoil`).sort(), files);
  for (const name of files.slice(0, 2)) {
    const top = readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
    assert.equal(readFileSync(`${folder}/node_modules/counterfoil/${name}`, "utf8"), top, name);
  }
});

test("what users are told about the package is there, and everything it points to", () => {
  const manifest = JSON.parse(readFileSync(`${folder}/node_modules/counterfoil/package.json`, "utf8"));
  for (const name of ["license", "homepage", "repository", "bugs", "description", "keywords"]) assert.ok(manifest[name], name);
  assert.equal(manifest.dependencies, undefined);
  const paths = (value) => (typeof value === "string" ? [value] : Object.values(value).flatMap(paths));
  for (const [name, entry] of Object.entries(manifest.exports)) {
    for (const path of paths(entry)) assert.ok(existsSync(`${folder}/node_modules/counterfoil/${path}`), path);
    const branches = name === "./package.json" ? [] : Object.values(entry);
    for (const branch of branches) assert.deepEqual(Object.keys(branch), ["types", "default"], name);
  }
  const others = [manifest.main, manifest.module, manifest.types, ...paths(manifest.typesVersions), ...manifest.sideEffects];
  for (const path of others.filter((path) => !path.includes("*"))) assert.ok(existsSync(`${folder}/node_modules/counterfoil/${path}`), path);
});

test("the README's flow runs as it is written", () => {
  const flow = ts.transpileModule(snippet("ts", "The flow"), { compilerOptions: { target: "ES2022", module: "ESNext" } }).outputText;
  writeFileSync(`${folder}/readme.mjs`, flow);
  const printed = run(
    folder,
    "flow.mjs",
    `
    let sent;
    globalThis.fetch = async (url, init) => {
      sent = { url, ...init };
      return new Response('{"id":"cs_1","object":"checkout.session","url":"https://checkout.example/cs_1"}');
    };
    const { pay, step } = await import("./readme.mjs");
    const { Webhooks } = await import("counterfoil");
    const { sign } = await import("counterfoil/testing");
    const webhooks = new Webhooks([{ label: "connect", secret: process.env.STRIPE_WEBHOOK_SECRET }]);
    const session = await pay("acct_1", "order-42", 2);
    console.log(session.url, sent.method, sent.url, sent.body.includes("[application_fee_amount]=130"));
    console.log(sent.headers.filter(([name]) => /^(stripe-account|idempotency-key)$/i.test(name)).join(" "));
    const body = Buffer.from(JSON.stringify({
      id: "evt_1", object: "event", type: "checkout.session.completed", account: "acct_1", livemode: false, created: 1,
      data: { object: { id: "cs_1", object: "checkout.session", mode: "payment", payment_status: "paid" } },
    }));
    console.log(JSON.stringify(step(webhooks.verify(body, sign(body, "whsec_test_secret")), "open")));
    `,
    keys,
  );
  assert.deepEqual(printed.trim().split("\n"), [
    "https://checkout.example/cs_1 POST https://api.stripe.com/v1/checkout/sessions true",
    "Stripe-Account,acct_1 Idempotency-Key,acct_1:checkout:order-42%2F2",
    '{"state":"fulfilled","action":"fulfill"}',
  ]);
});

test("the README's review is applied once, and no more", () => {
  const code = ts.transpileModule(snippet("ts", "Your merchants"), { compilerOptions: { target: "ES2022", module: "ESNext" } }).outputText;
  writeFileSync(`${folder}/review.mjs`, code);
  const printed = run(
    folder,
    "applied.mjs",
    `
    const { Platform, readAnswer } = await import("counterfoil");
    const { apply, look } = await import("./review.mjs");
    let on = "off";
    const parent = () => ({ id: "pmc_1", object: "payment_method_configuration", active: true,
      klarna: { available: on === "on", display_preference: { overridable: null, preference: on, value: on } } });
    const sent = [];
    globalThis.fetch = async (url, init) => {
      sent.push(init.body);
      on = "on";
      return new Response(JSON.stringify(parent()));
    };
    const body = () => Buffer.from(JSON.stringify(parent()));
    const read = async () => [readAnswer("payment_method_configurations.retrieve", { status: 200, headers: [], body: body() }), []];
    const review = look(...(await read()));
    console.log(JSON.stringify(review.changes));
    await apply(new Platform({ secretKey: "sk_test_readme" }), JSON.parse(JSON.stringify(review)), read);
    console.log(sent.join());
    `,
  );
  assert.deepEqual(printed.trim().split("\n"), [
    '[{"method":"klarna","before":"off","after":"on"}]',
    "klarna[display_preference][preference]=on",
  ]);
});

test("the README's five lines run as they are written", () => {
  const printed = run(
    folder,
    "five.mjs",
    `
    import { advance, Platform, Webhooks } from "counterfoil";
    import { sign } from "counterfoil/testing";
    globalThis.fetch = async () => new Response('{"id":"cs_1","object":"checkout.session"}');
    const [secretKey, signingSecret, account, order] = ["sk_test_readme", "whsec_test_secret", "acct_1", { state: "open" }];
    const params = { mode: "payment", line_items: [{ price: "price_1", quantity: 1 }], success_url: "https://shop.example" };
    const body = Buffer.from('{"id":"evt_1","object":"event","type":"ping","livemode":false,"created":1,"data":{"object":{}}}');
    const signature = sign(body, signingSecret);
    ${snippet("ts", "In five lines")}
    console.log(session.id, event.id, step.state, step.action);
    `,
  );
  assert.equal(printed, "cs_1 evt_1 open none\n");
});

test("the README's test runs as it is written", () => {
  assert.equal(run(folder, "testing.mjs", snippet("js", "Tests")), "awaiting_payment\n");
});

test("a bundler keeps the module's instantiation", async () => {
  // Testing reaches the module through re-exports alone, which bundlers skip where they are told they may.
  writeFileSync(`${folder}/entry.mjs`, 'import { sign } from "counterfoil/testing";\nconsole.log(sign(new Uint8Array(1), "whsec_a", 1));\n');
  const bundle = await rollup({ input: `${folder}/entry.mjs`, plugins: [nodeResolve()] });
  const { output: [{ code }] } = await bundle.generate({ format: "es" });
  assert.match(run(folder, "bundle.mjs", code), /^t=1,v1=[0-9a-f]{64}\n$/);
});
