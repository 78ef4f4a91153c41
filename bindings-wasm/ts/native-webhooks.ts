/** The WebAssembly module for webhooks alone, instantiated at the first call. */

import { DeliveryBuffer } from "./delivery.js";
import type { Names } from "./event.js";
import { Instance } from "./module.js";
import { __wbg_reset_state, initSync, layout, module_memory, names as namesJson, room, tail } from "./native/webhooks/counterfoil_wasm.js";
import { provided } from "./provided.js";

/** The module's instance. */
export const instance: Instance = new Instance(() => initSync({ module: provided("webhooks") }), __wbg_reset_state);

/** The buffer in which deliveries are verified. */
export const buffer: DeliveryBuffer = new DeliveryBuffer(instance, { layout, module_memory, room, tail });

let known: Names | undefined;

/** Returns the names that the core refers to by number. */
export function names(): Names {
  known ??= JSON.parse(instance.guard(namesJson)) as Names;
  return known;
}

export {
  advance,
  differences,
  NativeKeyring,
  unwrap_envelope,
  unwrapped_outcome,
  unwrapped_outcome_with,
} from "./native/webhooks/counterfoil_wasm.js";
