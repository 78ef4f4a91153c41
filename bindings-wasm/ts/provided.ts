/**
 * How the compiled WebAssembly reaches the code that uses it. Each entry of the package provides it in its
 * runtime's own way: from bytes in the JavaScript file, or as a file that the runtime has compiled.
 */

/** The whole module, or the one for webhooks alone. @internal */
export type ModuleName = "everything" | "webhooks";

const modules: { [name in ModuleName]?: WebAssembly.Module } = {};

/** @internal */
export function provide(name: ModuleName, module: WebAssembly.Module): void {
  modules[name] = module;
}

/** @internal */
export function provided(name: ModuleName): WebAssembly.Module {
  const module = modules[name];
  if (module === undefined) throw new Error("counterfoil: import the package by its name, not a file inside of it");
  return module;
}
