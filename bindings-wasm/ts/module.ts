/** What both WebAssembly modules need: their bytes, and their errors turned into exceptions. */

import { CounterfoilError, WebhookRejection } from "./errors.js";

/** @internal */
export function decode(text: string): Uint8Array<ArrayBuffer> {
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
