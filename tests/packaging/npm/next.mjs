// An application of Next.js with a route in its edge runtime and one in Node, built and started.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { install } from "../../../bindings-wasm/test/installed.mjs";
import { here, program } from "./places.mjs";
import { drive, examples, freePort, secret, settings } from "./shop.mjs";
import { startSimulator } from "./simulator.mjs";

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

/** Routes of both runtimes, one that imports lazily, built by one of the two bundlers. */
export async function routesWork(bundler) {
  const folder = application();
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  build(folder, bundler);
  const port = await freePort();
  await whileStarted(folder, port, {}, async () => {
    const post = async (route) => {
      const response = await fetch(`http://127.0.0.1:${port}/${route}`, { method: "POST", body: BODY });
      return [response.status, await response.json()];
    };
    assert.deepEqual(await post("edge"), [200, ["evt_1", "fulfill"]]);
    assert.deepEqual(await post("node"), [200, ["evt_1", "fulfill"]]);
    assert.deepEqual(await post("lazy"), [200, ["no_v1_signature"]]);
  });
}

/** The example, built by one of the two bundlers. */
export async function exampleWorks(bundler) {
  const folder = application();
  for (const name of ["app", "lib"]) cpSync(`${examples}next/${name}`, join(folder, name), { recursive: true });
  build(folder, bundler);
  const [simulator, port] = [await startSimulator(), await freePort()];
  try {
    await whileStarted(folder, port, settings(simulator, port), async () => {
      await simulator.deliverTo(`http://127.0.0.1:${port}/webhook`, secret);
      await drive(simulator, `http://127.0.0.1:${port}`);
    });
  } finally {
    simulator.end();
  }
}

/** A folder below this one, where Next.js is installed: it follows no links. */
function application() {
  const folder = install(here);
  // With "type": "module" Next.js 16 by webpack misses a file of its own for edge routes.
  writeFileSync(join(folder, "package.json"), '{ "private": true }');
  writeFileSync(join(folder, "next.config.mjs"), `export default { turbopack: { root: ${JSON.stringify(here)} } };\n`);
  return folder;
}

const next = program("next/dist/bin/next");
const environment = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CI: "1" };

function build(folder, bundler) {
  const built = spawnSync("node", [next, "build", `--${bundler}`], { cwd: folder, encoding: "utf8", env: environment });
  assert.equal(built.status, 0, built.stdout + built.stderr);
}

async function whileStarted(folder, port, settings, use) {
  const env = { ...environment, ...settings };
  const server = spawn("node", [next, "start", "-H", "127.0.0.1", "-p", String(port)], { cwd: folder, env, stdio: "ignore" });
  try {
    await ready(`http://127.0.0.1:${port}/`);
    await use();
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
