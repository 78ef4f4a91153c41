/** The WebAssembly module for webhooks alone, instantiated at import. */

import { decode, Instance } from "./module.js";
import { base64 } from "./native/webhooks/bytes.js";
import { __wbg_reset_state, initSync } from "./native/webhooks/counterfoil_wasm.js";

initSync({ module: decode(base64) });

/** The module's instance. */
export const instance: Instance = new Instance(__wbg_reset_state);

export {
  advance,
  differences,
  NativeKeyring,
  unwrap_envelope,
  unwrapped_outcome_with,
} from "./native/webhooks/counterfoil_wasm.js";
