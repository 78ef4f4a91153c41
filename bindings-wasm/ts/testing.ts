// The entry `counterfoil/testing` of every runtime that compiles WebAssembly from bytes. See `signing.ts`.

import "./inline.js";
export * from "./signing.js";
