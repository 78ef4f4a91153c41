/** The WebAssembly module for webhooks alone, instantiated once at import. */

import { decode } from "./module.js";
import { base64 } from "./native/webhooks/bytes.js";
import { initSync } from "./native/webhooks/counterfoil_wasm.js";

initSync({ module: decode(base64) });

export {
  advance,
  differences,
  NativeKeyring,
  unwrap_envelope,
  unwrapped_outcome_with,
} from "./native/webhooks/counterfoil_wasm.js";
