/**
 * A Checkout Session as Stripe returned it: the fields that decide what happens to an order. Values
 * that this version does not know are kept as they are.
 *
 * @see https://docs.stripe.com/api/checkout/sessions/object
 */
export interface Session {
  /** `cs_…` */
  readonly id: string;
  /** Where to send the customer; only while the session is open. */
  readonly url: string | null;
  readonly status: "open" | "complete" | "expired" | (string & {}) | null;
  /**
   * `complete` and `unpaid` together mean that the money is on its way, or that it failed: the event's
   * outcome tells which.
   */
  readonly payment_status: "paid" | "unpaid" | "no_payment_required" | (string & {}) | null;
  readonly mode: "payment" | "subscription" | "setup" | (string & {}) | null;
  /** The total in minor units, after discounts, taxes and shipping. */
  readonly amount_total: number | null;
  /** Three letters, lower case. */
  readonly currency: string | null;
  /** The order id that was given when the session was created. */
  readonly client_reference_id: string | null;
  /** `pi_…`; absent until the customer has confirmed, and where nothing is to be paid. */
  readonly payment_intent: string | null;
  /** `cus_…` on the merchant's account. */
  readonly customer: string | null;
  /** The address that the customer typed in, or the one given when the session was created. */
  readonly customer_email: string | null;
  /** Your own data. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Whether real money moves. */
  readonly livemode: boolean;
  /** Unix seconds. */
  readonly created: number | null;
  /** Unix seconds. */
  readonly expires_at: number | null;
  /**
   * The object as it came, as JSON text. It is left out when the session is printed or spread, since it
   * holds personal data and a client secret.
   */
  readonly raw: string;
}

/** @internal */
export function sessionFrom(fields: object, raw: string): Session {
  return Object.defineProperty(fields, "raw", { value: raw, enumerable: false }) as Session;
}
