/** The whole WebAssembly module, instantiated at import. */

import { decode, Instance } from "./module.js";
import { base64 } from "./native/bytes.js";
import { __wbg_reset_state, initSync } from "./native/counterfoil_wasm.js";

initSync({ module: decode(base64) });

/** The module's instance. */
export const instance: Instance = new Instance(__wbg_reset_state);

/** Runs a call into the module. */
export function guard<T>(call: () => T): T {
  return instance.guard(call);
}

export {
  advance,
  api_version,
  differences,
  dispute_facts,
  encode_form,
  event_body,
  fee_of,
  format_amount,
  idempotency_key,
  ledger,
  NativeCall,
  NativeKeyring,
  NativePlatform,
  offer,
  parse_amount,
  payment_facts,
  plan_status,
  read_answer,
  readiness,
  reconcile,
  remaining_steps,
  retry_after_ms,
  review,
  sign,
  standings,
  unwrap_envelope,
  unwrapped_outcome_with,
} from "./native/counterfoil_wasm.js";
