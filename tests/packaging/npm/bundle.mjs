// The package in one file, as the command-line tools of the edge platforms pack it.

import { copyFileSync } from "node:fs";
import { basename, join } from "node:path";

import { build } from "esbuild";

/** What wrangler asks for. */
export const WORKERD = ["workerd", "worker", "browser"];

/** What Next.js asks for in its edge runtime. */
export const EDGE = ["edge-light", "worker", "browser"];

/**
 * A module of JavaScript from an entry in `folder`, with its `.wasm` files beside it under their own names, as wrangler
 * does; `format` is esbuild's.
 */
export async function bundled(folder, entry, out, { conditions, format = "esm", globalName, minify = false }) {
  const files = [];
  const wasm = {
    name: "wasm",
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /\.wasm(\?module)?$/ }, ({ path, resolveDir }) => {
        const file = join(resolveDir, path.replace("?module", ""));
        const name = basename(file);
        copyFileSync(file, join(folder, name));
        files.push(name);
        return format === "esm" ? { path: `./${name}`, external: true } : { path: name, namespace: "wasm" };
      });
      // Next.js compiles the file and hands it to the bundle by a global name.
      onLoad({ filter: /.*/, namespace: "wasm" }, ({ path }) => ({ contents: `export default globalThis[${JSON.stringify(path)}]` }));
    },
  };
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: [entry],
    outfile: out,
    bundle: true,
    format,
    globalName,
    conditions,
    minify,
    logLevel: "error",
    metafile: true,
    target: "es2022",
    plugins: [wasm],
  });
  return { files: [...new Set(files)], inputs: Object.keys(metafile.inputs) };
}
