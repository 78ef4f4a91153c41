/**
 * Webhooks alone: verified, classified and turned into the next step of an order, by a WebAssembly module of
 * a quarter of the size, for an edge function that does nothing else. Everything here is in `counterfoil`
 * too, with the same events, outcomes and errors; a program that also sends requests imports it from there,
 * and loads one module instead of two. The request for a thin event's object is not here: see {@link
 * Event.outcomeWith}.
 *
 * @packageDocumentation
 */

import type { Bytes } from "./border.js";
import type { Event } from "./event-types.js";
import type { OutcomeKind, State } from "./generated/outcomes.js";
import { type EndpointSecret, Receiver, unwrapped, type WebhooksOptions } from "./receiver.js";
import * as native from "./native-webhooks.js";
import { type Step, step } from "./step.js";

export { CounterfoilError, type Fault, type StripeError, WebhookError } from "./errors.js";
export type { Bytes } from "./border.js";
export type { SavedEvent } from "./event.js";
export type { Event, EventName, OtherEventType, V2EventType } from "./event-types.js";
export type { EventType } from "./generated/outcomes.js";
export type { Unlisted } from "./unlisted.js";
export type {
  Action,
  IgnoredReason,
  Outcome,
  OutcomeKind,
  PlanStatus,
  State,
  WebhookErrorCode,
} from "./generated/outcomes.js";
export type { Difference, Expected, Session } from "./generated/records.js";
export type { EndpointSecret, VerifyOptions, WebhooksOptions } from "./receiver.js";
export type { Step } from "./step.js";

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

/**
 * Returns the order's next step. At most one step of any sequence fulfills the order, and a payment that was
 * received always does. Move the state by compare-and-set in one transaction with the effects.
 *
 * @throws {@link CounterfoilError} `invalid_state`, `invalid_outcome`.
 */
export function advance(state: State, outcome: OutcomeKind): Step {
  return step(native, state, outcome);
}
