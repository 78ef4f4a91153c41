import type { Bytes } from "./border.js";
import type { Event } from "./event-types.js";
import { type EndpointSecret, Receiver, unwrapped, type WebhooksOptions } from "./receiver.js";
import * as native from "./native.js";

/** Verifies what Stripe posts. Create one when the process starts. Printing it shows no secret. */
export class Webhooks extends Receiver {
  /**
   * @throws {@link CounterfoilError} `invalid_webhook_secret`, `duplicate_label`, `duplicate_secret`,
   * `missing_parameter`, each at `secrets[i]`; `wrong_type`, `out_of_range`, `invalid_value`.
   */
  constructor(secrets: readonly EndpointSecret[], options: WebhooksOptions = {}) {
    super(native, secrets, options);
  }
}

/**
 * Reads the event inside an envelope of Amazon EventBridge. The envelope has no signature: call this only
 * with what the provider itself delivered, never with the body of a public request.
 *
 * @throws {@link WebhookError} `invalid_utf8`, `invalid_json`, `duplicate_key`, `not_an_event`.
 */
export function eventFromEventBridge(envelope: Bytes): Event {
  return unwrapped(native, "event_bridge", envelope);
}

/** Does the same for Azure Event Grid. */
export function eventFromEventGrid(envelope: Bytes): Event {
  return unwrapped(native, "event_grid", envelope);
}
