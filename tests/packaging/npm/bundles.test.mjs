// The package through bundlers, as an application would be built: the bundle runs, and holds one module once.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

import { build as vite } from "vite";
import webpack from "webpack";

import { bundled, WORKERD } from "./bundle.mjs";
import { clean } from "./places.mjs";

const folder = clean();

const BODY = '{"id":"evt_1","object":"event","type":"ping","livemode":false,"created":1,"data":{"object":{}}}';

writeFileSync(join(folder, "everything.mjs"), `
import { advance, CounterfoilError, Platform, Webhooks } from "counterfoil";
import { sign } from "counterfoil/testing";
const [body, secret] = [new TextEncoder().encode(${JSON.stringify(BODY)}), "whsec_bundle"];
const event = new Webhooks([{ label: "connect", secret }]).verify(body, sign(body, secret));
let code;
try { new Platform({ secretKey: "" }); } catch (error) { code = error instanceof CounterfoilError && error.code; }
console.log(event.id, event.outcome.kind, advance("open", "paid").action, code);
`);
writeFileSync(join(folder, "alone.mjs"), `
import { advance, WebhookError, Webhooks } from "counterfoil/webhooks";
let code;
try { new Webhooks([{ label: "a", secret: "whsec_a" }]).verify(new Uint8Array(), "t=1"); } catch (error) { code = error instanceof WebhookError && error.code; }
console.log(code, advance("open", "paid").action);
`);

const EXPECTED = { everything: "evt_1 ignored fulfill invalid_secret_key\n", alone: "no_v1_signature fulfill\n" };

const run = (file) => execFileSync("node", [file], { cwd: folder, encoding: "utf8" });

/** The bytes of a WebAssembly module in base64, as the package holds them. */
const bytesOf = (module) => {
  const text = readFileSync(join(folder, `node_modules/counterfoil/dist/esm/native/${module}bytes.js`), "utf8");
  return /"([^"]+)"/.exec(text)[1];
};
const [whole, small] = [bytesOf(""), bytesOf("webhooks/")];

/** A bundle says what it should, and holds the one module that it needs, once. */
function works(name, out) {
  assert.equal(run(out), EXPECTED[name], out);
  const code = readFileSync(join(folder, out), "utf8");
  const times = (text) => code.split(text).length - 1;
  assert.deepEqual([times(whole), times(small)], name === "alone" ? [0, 1] : [1, 0], out);
}

for (const name of ["everything", "alone"]) {
  test(`esbuild, ${name}`, async () => {
    for (const format of ["esm", "cjs"]) {
      for (const minify of [false, true]) {
        const out = `esbuild-${name}-${minify}.${format === "esm" ? "mjs" : "cjs"}`;
        await bundled(folder, `${name}.mjs`, out, { format, minify });
        works(name, out);
      }
    }
  });

  test(`webpack, ${name}`, async () => {
    for (const target of ["node20", "web"]) {
      const filename = `webpack-${name}-${target}.cjs`;
      await packed({ entry: `./${name}.mjs`, target, output: { path: folder, filename } });
      works(name, filename);
    }
  });

  test(`Vite, ${name}`, async () => {
    const lib = { entry: join(folder, `${name}.mjs`), formats: ["es"], fileName: `vite-${name}` };
    await vite({ root: folder, configFile: false, logLevel: "error", build: { lib, outDir: `vite-${name}`, minify: true } });
    const [out] = readdirSync(join(folder, `vite-${name}`));
    works(name, `vite-${name}/${out}`);
  });
}

test("a page in headless Chromium", async () => {
  await bundled(folder, "everything.mjs", "page.js", { format: "iife", minify: true });
  const code = readFileSync(join(folder, "page.js"), "utf8").replaceAll("</script", "<\\/script");
  const page = `<!doctype html><pre></pre><script>console.log = (...of) => document.querySelector("pre").textContent += of.join(" ") + "\\n";</script><script>${code}</script>`;
  writeFileSync(join(folder, "page.html"), page);
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", `--user-data-dir=${join(folder, "profile")}`, "--dump-dom", `file://${folder}/page.html`];
  const shown = execFileSync(process.env.CHROMIUM ?? "chromium", flags, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], timeout: 60_000, maxBuffer: 1 << 26 });
  assert.equal(/<pre>([^<]*)<\/pre>/.exec(shown)?.[1], EXPECTED.everything);
});

test("a worker that receives webhooks has one file of WebAssembly and little else", async () => {
  const { files, inputs } = await bundled(folder, "alone.mjs", "worker.js", { conditions: WORKERD, minify: true });
  assert.deepEqual(files, ["webhooks.wasm"]);
  assert.ok(!inputs.some((file) => file.endsWith("bytes.js")));
  const script = readFileSync(join(folder, "worker.js"));
  // Without the module, which has its own limit in the tests of its size.
  const size = gzipSync(script).length;
  console.log(`worker for webhooks: script ${script.length} (${size} by gzip), WebAssembly ${statSync(join(folder, files[0])).size}`);
  assert.ok(size <= 16 * 1024, `${size} bytes`);
});

function packed({ entry, target, output }) {
  const settings = { context: folder, mode: "production", entry, target, output, performance: false };
  return new Promise((resolve, reject) => {
    webpack(settings, (error, stats) => {
      if (error) return reject(error);
      if (stats.hasErrors()) return reject(new Error(stats.toString("errors-only")));
      resolve();
    });
  });
}
