/**
 * For tests: events and signatures as Stripe makes them.
 *
 * @packageDocumentation
 */

import { type Bytes, bytes, integer, json, text } from "./border.js";
import type { EventType } from "./generated/outcomes.js";
import * as native from "./native.js";
import { TextEncoder } from "./text.js";

/**
 * Returns the header `Stripe-Signature` for a body. Only Stripe signs real events; your tests sign with the
 * secret that they pass to `Webhooks`.
 *
 * @param timestamp unix seconds; the host's clock if absent
 */
export function sign(body: Bytes, secret: string, timestamp: number = Math.floor(Date.now() / 1000)): string {
  const [signed, key, time] = [bytes(body, "body"), text(secret, "secret"), integer(timestamp, "timestamp")];
  return native.guard(() => native.sign(signed, key, time));
}

/** The description of a test event; absent members have a usual value. */
export interface TestEvent {
  /** Stripe's name for what happened, such as `checkout.session.completed`. */
  type: EventType;
  /** Whether the event contains its object, the default, or only names it. */
  shape?: "snapshot" | "thin";
  /** The merchant's account, or `null` for an event of the platform's own. */
  account?: string | null;
  /** The event's own id. */
  id?: string;
  /** When it was created, in unix seconds. */
  created?: number;
  /** Whether it is in live mode. */
  livemode?: boolean;
  /** The members of the object to replace. */
  object?: object;
}

/**
 * Returns the body of an event of that type, to be signed with {@link sign}.
 *
 * @throws {@link CounterfoilError} `unknown_event_type`, `unknown_parameter`, `wrong_type`.
 */
export function eventBody(event: TestEvent): Uint8Array {
  return new TextEncoder().encode(native.guard(() => native.event_body(json(event))));
}
