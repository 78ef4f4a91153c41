import { text } from "./border.js";
import type { OutcomeKind } from "./event.js";
import type { ReceivingModule } from "./receiver.js";

/** Where an order stands; store it as it is. A new order is `open`. */
export type State = "open" | "awaiting_payment" | "fulfilled" | "failed" | "expired";

/**
 * The one thing to do now: hand over the goods (`fulfill`), hand them over and have somebody look
 * because money came for an order that was given up (`fulfill_late`), tell the customer that the
 * payment is on its way (`await_payment`), ask for a new order (`contact_customer`), release what was
 * reserved (`release`), or nothing (`none`).
 */
export type Action = "none" | "fulfill" | "fulfill_late" | "await_payment" | "contact_customer" | "release";

/** A new state, and what to do on the way to it. */
export interface Step {
  /** The state to store, by compare-and-set. */
  readonly state: State;
  /** What to do, in the same transaction. */
  readonly action: Action;
}

/** The order's next step, by whichever module. @internal */
export function step(module: ReceivingModule, state: State, outcome: OutcomeKind): Step {
  const [from, what] = [text(state, "state"), text(outcome, "outcome")];
  const next: Step = JSON.parse(module.instance.guard(() => module.advance(from, what)));
  return { state: next.state, action: next.action };
}
