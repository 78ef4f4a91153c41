// The entry `counterfoil` of every runtime that compiles WebAssembly from bytes. See `everything.ts`.

import "./inline.js";
export * from "./everything.js";
