// The package under the test runners of applications, with and without a document: their environments have realms of
// their own, and lack what browsers have.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { clean, program } from "./places.mjs";

const folder = clean();

const CASES = `
const secret = "whsec_runner";
const text = JSON.stringify({
  id: "evt_1", object: "event", type: "checkout.session.completed", account: "acct_1", livemode: false, created: 1,
  data: { object: { id: "cs_1", object: "checkout.session", mode: "payment", payment_status: "paid", client_reference_id: "注文" } },
});
const webhooks = new Webhooks([{ label: "connect", secret }]);

it("verifies bodies of either realm", () => {
  const buffer = Buffer.from(text);
  const exact = buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.length);
  for (const body of [buffer, Uint8Array.from(buffer), exact, new Uint8Array(exact)]) {
    const event = webhooks.verify(body, sign(body, secret));
    expect(event.outcome.kind).toBe("paid");
    expect(event.outcome.session.client_reference_id).toBe("注文");
  }
  expect(() => webhooks.verify(text, null)).toThrow(/raw bytes/);
});

it("throws its own errors", () => {
  expect(() => webhooks.verify(Buffer.from(text), "t=1,v1=x")).toThrow(WebhookError);
  expect(() => new Platform({ secretKey: "" })).toThrow(CounterfoilError);
});

it("sends by whatever fetch there is, also by one that came later", async () => {
  const platform = new Platform({ secretKey: "sk_test_runner", maxRetries: 0 });
  const body = new Uint8Array(Buffer.from('{"id":"fee_1","object":"application_fee"}'));
  globalThis.fetch = async () => ({ status: 200, headers: new Map(), arrayBuffer: async () => body.buffer });
  expect((await platform.applicationFees.retrieve("fee_1")).id).toBe("fee_1");
  globalThis.fetch = async () => { throw Object.assign(new Error("read"), { code: "ECONNRESET" }); };
  await expect(platform.applicationFees.retrieve("fee_1")).rejects.toMatchObject({ code: "connection_closed" });
});
`;

const NAMES = "CounterfoilError, Platform, WebhookError, Webhooks";

test("Jest, in its environments of Node and of jsdom", () => {
  for (const environment of ["node", "jsdom"]) {
    const head = `const { ${NAMES} } = require("counterfoil");\nconst { sign } = require("counterfoil/testing");\n`;
    writeFileSync(join(folder, `${environment}.jest.cjs`), head + CASES);
  }
  const projects = ["node", "jsdom"].map((environment) => ({
    displayName: environment,
    rootDir: folder,
    testEnvironment: environment === "node" ? program("jest-environment-node/build/index.js") : program("jest-environment-jsdom/build/index.js"),
    testMatch: [`**/${environment}.jest.cjs`],
    transform: {},
  }));
  writeFileSync(join(folder, "jest.json"), JSON.stringify({ projects }));
  passes([program("jest/bin/jest.js"), "--config", "jest.json", "--runInBand", "--no-cache"], /Tests: +6 passed, 6 total/);
});

test("Vitest, in its environments of Node and of jsdom", () => {
  for (const environment of ["node", "jsdom"]) {
    const head = `// @vitest-environment ${environment}\nimport { expect, it } from "vitest";\nimport { ${NAMES} } from "counterfoil";\nimport { sign } from "counterfoil/testing";\n`;
    writeFileSync(join(folder, `${environment}.vitest.mjs`), head + CASES);
  }
  writeFileSync(join(folder, "vitest.config.mjs"), `export default {
    test: { include: ["*.vitest.mjs"], cache: false },
    resolve: { alias: { vitest: ${JSON.stringify(program("vitest"))} } },
  };\n`);
  passes([program("vitest/vitest.mjs"), "run", "--root", folder, "--pool", "threads", "--no-color"], /Tests +6 passed \(6\)/);
});

function passes(args, wanted) {
  const { status, stdout, stderr } = spawnSync("node", args, { cwd: folder, encoding: "utf8", env: { ...process.env, CI: "1", NODE_OPTIONS: "" } });
  assert.equal(status, 0, stdout + stderr);
  assert.match(stdout + stderr, wanted);
}
