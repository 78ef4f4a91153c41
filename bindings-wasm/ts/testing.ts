/**
 * For tests: signatures as Stripe makes them.
 *
 * @packageDocumentation
 */

import { bytes, integer, text } from "./border.js";
import * as native from "./native.js";

/**
 * The header `Stripe-Signature` for a body. Only Stripe signs for real; your tests sign with the secret
 * that they give to `Webhooks`.
 *
 * @param timestamp unix seconds; the host's clock if absent
 */
export function sign(body: Uint8Array, secret: string, timestamp: number = Math.floor(Date.now() / 1000)): string {
  return native.sign(bytes(body, "body"), text(secret, "secret"), integer(timestamp, "timestamp"));
}
