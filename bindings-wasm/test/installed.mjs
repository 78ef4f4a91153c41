// The package as users get it: packed, and installed into an empty folder without a network.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const packageFolder = fileURLToPath(new URL("..", import.meta.url));

/** Installs the package into a folder of its own, below another one, which is removed when the process ends. */
export function install(below = tmpdir()) {
  const folder = mkdtempSync(join(below, "counterfoil-npm-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const npm = (...args) => execFileSync("npm", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const [{ filename }] = JSON.parse(npm("pack", packageFolder, "--json", "--ignore-scripts"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  npm("install", "--offline", "--no-audit", "--no-fund", `./${filename}`);
  return folder;
}

/** Runs a program in that folder and returns what it printed. */
export function run(folder, name, source, env = {}) {
  writeFileSync(join(folder, name), source);
  return execFileSync("node", [name], { cwd: folder, encoding: "utf8", env: { ...process.env, ...env } });
}
