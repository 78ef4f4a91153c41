// An application of Next.js with a route in its edge runtime and one in Node, built and started.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

import { install } from "../../../bindings-wasm/test/installed.mjs";
import { here, program } from "./places.mjs";

const BODY = '{"id":"evt_1","object":"event","type":"ping","livemode":false,"created":1,"data":{"object":{}}}';

const SIGNED = (runtime) => `
import { advance, Webhooks } from "counterfoil";
import { sign } from "counterfoil/testing";
export const runtime = "${runtime}";
const secret = "whsec_next";
const webhooks = new Webhooks([{ label: "connect", secret }]);
export async function POST(request) {
  const body = await request.arrayBuffer();
  const event = webhooks.verify(body, sign(body, secret));
  return Response.json([event.id, advance("open", "paid").action]);
}
`;

const LAZY = `
export const runtime = "edge";
export async function POST(request) {
  const { Webhooks } = await import("counterfoil/webhooks");
  try { new Webhooks([{ label: "a", secret: "whsec_a" }]).verify(await request.arrayBuffer(), "t=1"); }
  catch ({ code }) { return Response.json([code]); }
}
`;

const FILES = {
  "app/layout.js": "export default ({ children }) => <html><body>{children}</body></html>;\n",
  "app/page.js": "export default () => <p>ok</p>;\n",
  "app/edge/route.js": SIGNED("edge"),
  "app/node/route.js": SIGNED("nodejs"),
  "app/lazy/route.js": LAZY,
};

/** Builds it by one of the two bundlers, and posts to each route. */
export async function worksInNext(bundler) {
  // Below this folder, where Next.js is installed: it follows no links.
  const folder = install(here);
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  writeFileSync(join(folder, "next.config.mjs"), `export default { turbopack: { root: ${JSON.stringify(here)} } };\n`);
  const next = program("next/dist/bin/next");
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CI: "1" };
  const built = spawnSync("node", [next, "build", `--${bundler}`], { cwd: folder, encoding: "utf8", env });
  assert.equal(built.status, 0, built.stdout + built.stderr);
  const port = await freePort();
  const server = spawn("node", [next, "start", "-H", "127.0.0.1", "-p", String(port)], { cwd: folder, env, stdio: "ignore" });
  try {
    const post = async (route) => {
      const response = await fetch(`http://127.0.0.1:${port}/${route}`, { method: "POST", body: BODY });
      return [response.status, await response.json()];
    };
    await ready(`http://127.0.0.1:${port}/`);
    assert.deepEqual(await post("edge"), [200, ["evt_1", "fulfill"]]);
    assert.deepEqual(await post("node"), [200, ["evt_1", "fulfill"]]);
    assert.deepEqual(await post("lazy"), [200, ["no_v1_signature"]]);
  } finally {
    server.kill();
  }
}

async function ready(url) {
  for (let turn = 0; turn < 200; turn += 1) {
    if (await fetch(url).then(() => true, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("Next.js did not start");
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
