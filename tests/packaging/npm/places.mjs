// Where everything is: the package as users get it, and the programs that run it.

import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { install } from "../../../bindings-wasm/test/installed.mjs";

/** This folder. */
export const here = fileURLToPath(new URL(".", import.meta.url));

/** A program of a package in this folder. */
export const program = (path) => join(here, "node_modules", path);

/** An empty folder with the package installed from its tarball, and the programs of the conformance driver. */
export function clean() {
  const folder = install();
  for (const name of ["answer.mjs", "driver.mjs", "operations.mjs"]) {
    copyFileSync(join(here, "../../drivers/node", name), join(folder, name));
  }
  return folder;
}
