// The examples, each driven by the same test against the offline Stripe; that on Next.js is in next.test.mjs.

import { copyFileSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { Miniflare } from "miniflare";

import { bundled, WORKERD } from "./bundle.mjs";
import { clean, program } from "./places.mjs";
import { drive, examples, freePort, running, secret, settings } from "./shop.mjs";
import { startSimulator } from "./simulator.mjs";

/** How each example is started: where it listens, and how it ends. */
const start = {
  async express(simulator, folder, port) {
    copyFileSync(`${examples}express/app.mjs`, join(folder, "app.mjs"));
    symlinkSync(program("express"), join(folder, "node_modules/express"));
    return running("node", ["app.mjs"], { cwd: folder, env: { ...process.env, ...settings(simulator, port) } });
  },

  async deno(simulator, folder, port) {
    const deno = ["@deno/linux-x64-glibc/deno", "@deno/linux-arm64-glibc/deno"].map(program).find(existsSync);
    copyFileSync(`${examples}deno/main.ts`, join(folder, "main.ts"));
    const allowed = ["--unstable-kv", "--check", "--no-lock", "--node-modules-dir=manual", "--allow-env", "--allow-net", "--allow-read", "--allow-write"];
    const env = { ...process.env, ...settings(simulator, port), ORDERS: ":memory:", NO_COLOR: "1" };
    return running(deno, ["run", ...allowed, "main.ts"], { cwd: folder, env });
  },

  async workers(simulator, folder, port) {
    copyFileSync(`${examples}workers/worker.mjs`, join(folder, "worker.mjs"));
    symlinkSync(program("hono"), join(folder, "node_modules/hono"));
    const { files } = await bundled(folder, "worker.mjs", "bundle.js", { conditions: WORKERD });
    const { compatibility_date } = JSON.parse(readFileSync(`${examples}workers/wrangler.jsonc`, "utf8").replace(/^ *\/\/.*$/gm, ""));
    const modules = ["bundle.js", ...files].map((path) => ({ type: path.endsWith(".wasm") ? "CompiledWasm" : "ESModule", path: join(folder, path) }));
    const miniflare = new Miniflare({
      host: "127.0.0.1",
      port,
      modulesRoot: folder,
      modules,
      compatibilityDate: compatibility_date,
      bindings: settings(simulator, port),
      d1Databases: ["DB"],
      queueProducers: { EVENTS: "events" },
      queueConsumers: { events: { maxBatchTimeout: 0 } },
    });
    await miniflare.ready;
    return () => miniflare.dispose();
  },
};

for (const [name, started] of Object.entries(start)) {
  test(`examples/${name}`, async () => {
    const [simulator, port] = [await startSimulator(), await freePort()];
    let end = async () => {};
    try {
      end = await started(simulator, clean(), port);
      const shop = `http://127.0.0.1:${port}`;
      await simulator.deliverTo(`${shop}/webhook`, secret);
      await drive(simulator, shop);
    } finally {
      await end();
      simulator.end();
    }
  });
}
