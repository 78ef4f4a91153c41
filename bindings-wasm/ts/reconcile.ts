import { json, parsed, text } from "./border.js";
import { outcomeFrom } from "./event.js";
import type { Outcome } from "./generated/outcomes.js";
import type { Difference, Expected, PaymentIntent, Session } from "./generated/records.js";
import * as native from "./native.js";

/**
 * What a session means that was read from Stripe without any event: for the page that the customer comes
 * back to, and for a sweep over orders whose events never came. Pass its `kind` to `advance`, as an
 * event's.
 *
 * A session that is complete and unpaid looks the same while the money is on its way and after it failed:
 * retrieve it with `expand: ["payment_intent"]`, or pass the payment intent. With neither the outcome is
 * `fetch`.
 *
 * @throws {@link CounterfoilError} `wrong_object` if it is not the session's payment intent.
 */
export function reconcile(session: Session, paymentIntent?: PaymentIntent): Outcome {
  const raw = text(session.raw, "session.raw");
  const payment = paymentIntent === undefined ? undefined : text(paymentIntent.raw, "paymentIntent.raw");
  return outcomeFrom(JSON.parse(native.guard(() => native.reconcile(raw, payment))), raw);
}

/**
 * Everything about a session that is not as the order was recorded, where there is no event to ask.
 *
 * @param account the one that the session was read from
 * @throws {@link CounterfoilError} `unknown_parameter`, `wrong_type`.
 */
export function differences(expected: Expected, account: string | null, session: Session): Difference[] {
  const [from, raw] = [account === null ? undefined : text(account, "account"), text(session.raw, "session.raw")];
  return parsed(native.guard(() => native.differences(json(expected), from, raw)));
}
