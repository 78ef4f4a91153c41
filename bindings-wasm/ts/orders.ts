import type { OutcomeKind, State } from "./generated/outcomes.js";
import * as native from "./native.js";
import { type Step, step } from "./step.js";

/**
 * Returns the order's next step. At most one step of any sequence fulfills the order, and a payment that was
 * received always does. Move the state by compare-and-set in one transaction with the effects.
 *
 * @throws {@link CounterfoilError} `invalid_state`, `invalid_outcome`.
 */
export function advance(state: State, outcome: OutcomeKind): Step {
  return step(native, state, outcome);
}
