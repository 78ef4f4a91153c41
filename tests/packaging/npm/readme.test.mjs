// The package's README: each snippet that begins with the name of its file is compiled as strictly as can be, and run.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import ts from "typescript";

import { clean, program } from "./places.mjs";

const folder = clean();
const readme = readFileSync(fileURLToPath(new URL("../../../bindings-wasm/README.md", import.meta.url)), "utf8");

const SECRETS = { STRIPE_SECRET_KEY: "sk_test_readme", STRIPE_WEBHOOK_SECRET: "whsec_readme" };
Object.assign(process.env, SECRETS);

/** The snippets by the file in their first line. */
const snippets = new Map(
  [...readme.matchAll(/```(?:ts|js)\n\/\/ (\S+\.(?:ts|mjs))\n(.*?)```/gs)].map(([, file, text]) => [file, text]),
);
snippets.set("book.ts", `
import type { Event } from "counterfoil/webhooks";
export const booked: string[] = [];
export async function book(event: Event): Promise<void> {
  booked.push(event.outcome.kind);
}
`);
snippets.set("app/webhook/book.ts", 'export * from "../../book.js";\n');

for (const [file, text] of snippets) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}
for (const name of ["express", "stripe", "@types"]) symlinkSync(program(name), join(folder, "node_modules", name));

const load = (file) => import(pathToFileURL(join(folder, file)));

test("every snippet compiles", () => {
  const files = [...snippets.keys()].filter((file) => file.endsWith(".ts"));
  assert.deepEqual(files.sort(), ["app/webhook/book.ts", "app/webhook/route.ts", "book.ts", "express.ts", "lambda.ts", "shop.ts", "worker.ts"]);
  const options = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    types: ["node"],
    typeRoots: [join(folder, "node_modules/@types")],
    skipLibCheck: true,
  };
  const compiled = ts.createProgram(files.map((file) => join(folder, file)), options);
  const found = [...ts.getPreEmitDiagnostics(compiled), ...compiled.emit().diagnostics];
  const text = (found) => ts.formatDiagnostics(found, { getCanonicalFileName: (name) => name, getCurrentDirectory: () => folder, getNewLine: () => "\n" });
  assert.equal(text(found), "");
});

const delivery = async () => {
  const { eventBody, sign } = await import(pathToFileURL(join(folder, "node_modules/counterfoil/dist/esm/testing.js")));
  const body = eventBody({ type: "checkout.session.completed", account: "acct_1" });
  return { body, headers: { "stripe-signature": sign(body, SECRETS.STRIPE_WEBHOOK_SECRET) } };
};

test("Express, Next.js, a Worker with its queue, and Lambda each book one event", async () => {
  const { booked } = await load("book.js");
  const { body, headers } = await delivery();
  const post = () => new Request("http://shop.example/webhook", { method: "POST", headers, body });

  const { app } = await load("express.js");
  const server = createServer(app);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const answered = await fetch(`http://127.0.0.1:${server.address().port}/webhook`, { method: "POST", headers, body });
  server.closeAllConnections();
  server.close();
  assert.deepEqual([answered.status, booked.splice(0)], [200, ["paid"]]);

  const { POST } = await load("app/webhook/route.js");
  assert.deepEqual([(await POST(post())).status, booked.splice(0)], [200, ["paid"]]);

  const { default: worker } = await load("worker.js");
  const messages = [];
  const env = { SECRET: SECRETS.STRIPE_WEBHOOK_SECRET, EVENTS: { send: async (body) => messages.push({ body: structuredClone(body) }) } };
  assert.equal((await worker.fetch(post(), env)).status, 200);
  assert.deepEqual([messages.length, booked], [1, []]);
  await worker.queue({ messages }, env);
  assert.deepEqual(booked.splice(0), ["paid"]);

  const { handler } = await load("lambda.js");
  const request = { headers, body: Buffer.from(body).toString("base64"), isBase64Encoded: true };
  assert.deepEqual([(await handler(request, {})).statusCode, booked.splice(0)], [200, ["paid"]]);
});

test("what is written with stripe-node sends and decides the same with counterfoil", async () => {
  const program = (file) => `
    const sent = [];
    globalThis.fetch = async (url, { method, headers, body }) => {
      const given = new Headers(headers);
      const pairs = [...new URLSearchParams(body)].map(([name, value]) => [decodeURIComponent(name), value]).sort();
      sent.push([method, String(url), given.get("stripe-account"), given.get("idempotency-key"), pairs]);
      const answer = String(url).includes("refunds") ? { id: "re_1", object: "refund" } : { id: "cs_1", object: "checkout.session", url: "https://checkout.example/cs_1" };
      return new Response(JSON.stringify(answer), { headers: { "content-type": "application/json" } });
    };
    const { pay, refund, webhook } = await import("./${file}");
    const { eventBody, sign } = await import("counterfoil/testing");
    const told = [(await pay("acct_1", "order-42")).url, (await refund("acct_1", "pi_1")).id];
    for (const [type, payment_status] of [["completed", "paid"], ["completed", "unpaid"], ["async_payment_succeeded", "paid"], ["async_payment_failed", "unpaid"]]) {
      const body = Buffer.from(eventBody({ type: "checkout.session." + type, account: "acct_1", object: { payment_status } }));
      told.push(webhook(body, sign(body, process.env.STRIPE_WEBHOOK_SECRET)));
    }
    console.log(JSON.stringify([told, sent], null, 1));`;
  const run = (file) => {
    writeFileSync(join(folder, `run-${file}`), program(file));
    return JSON.parse(execFileSync("node", [`run-${file}`], { cwd: folder, encoding: "utf8" }));
  };
  // stripe-node takes the global \`fetch\` where it is told to.
  const theirs = snippets.get("with-stripe-node.mjs").replace("new Stripe(process.env.STRIPE_SECRET_KEY)", "new Stripe(process.env.STRIPE_SECRET_KEY, { httpClient: Stripe.createFetchHttpClient() })");
  writeFileSync(join(folder, "with-stripe-node.mjs"), theirs);
  const [other, ours] = ["with-stripe-node.mjs", "with-counterfoil.mjs"].map(run);
  assert.deepEqual(ours, other);
  assert.equal(ours[0].length, 6);
  assert.equal(ours[1].length, 2);
});
