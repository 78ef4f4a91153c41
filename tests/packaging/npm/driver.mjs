// The conformance driver for the runtimes that have no standard input: `node driver.mjs workerd` or `… edge`. The
// package is bundled as their command-line tools do it, and each line goes to the program inside.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { EdgeVM } from "@edge-runtime/vm";

import { bundled, EDGE, WORKERD } from "./bundle.mjs";
import { startWorkerd } from "./workerd.mjs";

const answer = JSON.stringify(fileURLToPath(new URL("../../drivers/node/answer.mjs", import.meta.url)));

const runtimes = {
  async workerd(folder) {
    writeFileSync(join(folder, "entry.mjs"), `
      import { answerLine } from ${answer};
      export default { fetch: async (request) => new Response(answerLine(await request.text())) };
    `);
    const { files } = await bundled(folder, "entry.mjs", "worker.js", { conditions: WORKERD });
    const worker = { name: "driver", main: "worker.js", wasm: files, date: "2024-01-01", flags: [] };
    const workerd = await startWorkerd(folder, [worker]);
    return { answer: (line) => workerd.post("driver", line), end: workerd.end };
  },

  async edge(folder) {
    writeFileSync(join(folder, "entry.mjs"), `export { answerLine } from ${answer};\n`);
    const options = { conditions: EDGE, format: "iife", globalName: "driver" };
    const { files } = await bundled(folder, "entry.mjs", "edge.js", options);
    const vm = new EdgeVM({ codeGeneration: { strings: false, wasm: false } });
    for (const file of files) vm.context[file] = new WebAssembly.Module(readFileSync(join(folder, file)));
    vm.evaluate(readFileSync(join(folder, "edge.js"), "utf8"));
    return { answer: (line) => vm.evaluate(`driver.answerLine(${JSON.stringify(line)})`), end() {} };
  },
};

const folder = mkdtempSync(join(tmpdir(), "counterfoil-driver-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const driver = await runtimes[process.argv[2]](folder);
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.trim() !== "") process.stdout.write(`${await driver.answer(line)}\n`);
}
driver.end();
