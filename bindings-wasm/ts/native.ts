/** The whole WebAssembly module, instantiated at the first call. */

import { DeliveryBuffer } from "./delivery.js";
import type { Names } from "./event.js";
import { Instance } from "./module.js";
import { __wbg_reset_state, initSync, layout, module_memory, names as namesJson, room, tail } from "./native/counterfoil_wasm.js";
import { provided } from "./provided.js";

/** The module's instance. */
export const instance: Instance = new Instance(() => initSync({ module: provided("everything") }), __wbg_reset_state);

/** The buffer in which deliveries are verified. */
export const buffer: DeliveryBuffer = new DeliveryBuffer(instance, { layout, module_memory, room, tail });

let known: Names | undefined;

/** Returns the names that the core refers to by number. */
export function names(): Names {
  known ??= JSON.parse(instance.guard(namesJson)) as Names;
  return known;
}

/** Runs a call into the module. */
export function guard<T>(call: () => T): T {
  return instance.guard(call);
}

export {
  advance,
  differences,
  dispute_facts,
  encode_form,
  event_body,
  fee_of,
  format_amount,
  idempotency_key,
  layout,
  ledger,
  module_memory,
  NativeCall,
  NativeKeyring,
  NativePlatform,
  offer,
  onboard,
  parse_amount,
  payment_facts,
  plan_status,
  read_answer,
  readiness,
  reconcile,
  remaining_steps,
  retry_after_ms,
  review,
  room,
  sign,
  standings,
  tail,
  unwrap_envelope,
  unwrapped_outcome,
  unwrapped_outcome_with,
} from "./native/counterfoil_wasm.js";
