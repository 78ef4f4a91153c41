// The entry `counterfoil/webhooks` of every runtime that compiles WebAssembly from bytes. See `receiving.ts`.

import "./inline-webhooks.js";
export * from "./receiving.js";
