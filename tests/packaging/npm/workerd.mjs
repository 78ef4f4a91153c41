// A workerd with several workers, each behind a port of its own.

import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import workerdPath from "workerd";

/**
 * Starts the workers, each `{ name, main, wasm, date, flags }`, from the modules in a folder. What it gives
 * posts a text to a worker and returns the text that comes back.
 */
export async function startWorkerd(folder, workers) {
  writeFileSync(join(folder, "config.capnp"), config(workers));
  const child = spawn("sh", ["-c", UNTIL_INPUT_ENDS, workerdPath.default ?? workerdPath], {
    cwd: folder,
    // Its standard output is not this program's: whoever reads that waits for the end of both.
    stdio: ["pipe", 2, 2, "pipe"],
  });
  const ports = await listening(child, workers.length);
  return {
    async post(name, body) {
      const response = await fetch(`http://127.0.0.1:${ports.get(name)}/`, { method: "POST", body });
      const text = await response.text();
      if (!response.ok) throw new Error(`${name}: ${response.status} ${text}`);
      return text;
    },
    end: () => child.stdin.end(),
  };
}

/** Ends workerd together with this program, also when that is killed. */
const UNTIL_INPUT_ENDS = '"$0" serve config.capnp --control-fd=3 & exec 3>&-; cat > /dev/null; kill $!';

function config(workers) {
  const texts = (list) => list.map((text) => JSON.stringify(text)).join(", ");
  const services = workers.map(({ name, main, wasm, date, flags }) => {
    const modules = [
      `(name = ${JSON.stringify(main)}, esModule = embed ${JSON.stringify(main)})`,
      ...wasm.map((file) => `(name = ${JSON.stringify(file)}, wasm = embed ${JSON.stringify(file)})`),
    ];
    return `(name = "${name}", worker = (modules = [${modules.join(", ")}], compatibilityDate = "${date}", compatibilityFlags = [${texts(flags)}]))`;
  });
  const sockets = workers.map(({ name }) => `(name = "${name}", address = "127.0.0.1:0", http = (), service = "${name}")`);
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [${services.join(",\n    ")}],
  sockets = [${sockets.join(",\n    ")}],
);
`;
}

/** Waits until all sockets listen; workerd tells their ports on the control descriptor. */
function listening(child, count) {
  return new Promise((resolve, reject) => {
    const ports = new Map();
    let text = "";
    child.once("error", reject);
    child.stdio[3].once("end", () => reject(new Error("workerd did not start")));
    child.stdio[3].on("data", (chunk) => {
      text += chunk;
      const whole = text.split("\n");
      text = whole.pop();
      for (const line of whole) {
        const { event, socket, port } = JSON.parse(line);
        if (event === "listen") ports.set(socket, port);
      }
      if (ports.size === count) resolve(ports);
    });
  });
}
