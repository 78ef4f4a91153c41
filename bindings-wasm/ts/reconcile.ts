import { json, parsed, text } from "./border.js";
import { outcomeFrom } from "./event.js";
import type { Outcome } from "./generated/outcomes.js";
import type { Difference, Expected, PaymentIntent, Session } from "./generated/records.js";
import * as native from "./native.js";

/**
 * Returns the outcome of a session that was retrieved without an event: for the page that the customer
 * returns to, and for a sweep over orders whose events never arrived. Pass its `kind` to `advance`, as for an
 * event.
 *
 * A session that is complete and unpaid looks the same while the payment is processing and after it has
 * failed: retrieve it with `expand: ["payment_intent"]`, or pass the payment intent. With neither, the
 * outcome is `fetch`.
 *
 * @throws {@link CounterfoilError} `wrong_object` if it is not the session's payment intent.
 */
export function reconcile(session: Session, paymentIntent?: PaymentIntent): Outcome {
  const raw = text(session.raw, "session.raw");
  const payment = paymentIntent === undefined ? undefined : text(paymentIntent.raw, "paymentIntent.raw");
  return outcomeFrom(JSON.parse(native.guard(() => native.reconcile(raw, payment))), raw);
}

/**
 * Returns every difference between a session and the record of the order, where there is no event.
 *
 * @param account the one that the session was read from
 * @throws {@link CounterfoilError} `unknown_parameter`, `wrong_type`.
 */
export function differences(expected: Expected, account: string | null, session: Session): Difference[] {
  const [from, raw] = [account === null ? undefined : text(account, "account"), text(session.raw, "session.raw")];
  return parsed(native.guard(() => native.differences(json(expected), from, raw)));
}
