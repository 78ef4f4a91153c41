/** The WebAssembly module, instantiated once at import, and its errors turned into exceptions. */

import { CounterfoilError, WebhookRejection } from "./errors.js";
import { base64 } from "./native/bytes.js";
import { initSync } from "./native/counterfoil_wasm.js";

initSync({ module: decode(base64) });

export {
  advance,
  api_version,
  differences,
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

function decode(text: string): Uint8Array<ArrayBuffer> {
  const latin1 = atob(text);
  const bytes = new Uint8Array(latin1.length);
  // A plain loop: any callback per byte would take longer than compiling the module.
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = latin1.charCodeAt(at);
  return bytes;
}

/** Runs a call into the module. What it throws is JSON text, and becomes an exception here. */
export function guard<T>(call: () => T): T {
  try {
    return call();
  } catch (thrown) {
    if (typeof thrown !== "string") throw thrown;
    const error = JSON.parse(thrown);
    throw "diagnosis" in error ? new WebhookRejection(error) : new CounterfoilError(error);
  }
}
