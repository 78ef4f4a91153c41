import { text } from "./border.js";
import type { Action, OutcomeKind, State } from "./generated/outcomes.js";
import type { ReceivingModule } from "./receiver.js";

/** A new state, and what to do. */
export interface Step {
  /** The state to store, by compare-and-set. */
  readonly state: State;
  /** What to do, in the same transaction. */
  readonly action: Action;
}

/** Returns the order's next step, from either module. @internal */
export function step(module: ReceivingModule, state: State, outcome: OutcomeKind): Step {
  const [from, what] = [text(state, "state"), text(outcome, "outcome")];
  const next: Step = JSON.parse(module.instance.guard(() => module.advance(from, what)));
  return { state: next.state, action: next.action };
}
