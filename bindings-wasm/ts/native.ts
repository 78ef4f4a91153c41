/** The WebAssembly module, instantiated once at import, and its errors turned into exceptions. */

import { CounterfoilError, WebhookRejection } from "./errors.js";
import { base64 } from "./native/bytes.js";
import { initSync } from "./native/counterfoil_wasm.js";

initSync({ module: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)) });

export {
  advance,
  encode_form,
  fee_of,
  format_amount,
  NativeCall,
  NativeKeyring,
  NativePlatform,
  parse_amount,
  read_session,
  retry_after_ms,
  sign,
} from "./native/counterfoil_wasm.js";

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

/** Numbers cross as doubles, so an integer that a double cannot hold exactly is refused here. */
export function safeInteger(value: number, name: string): number {
  if (Number.isSafeInteger(value)) return value;
  throw new CounterfoilError({
    code: "wrong_type",
    message: `${name}: expected an integer within Number.MAX_SAFE_INTEGER, got ${String(value)}`,
    faults: [{ path: name, code: "wrong_type", message: "expected an integer" }],
  });
}
