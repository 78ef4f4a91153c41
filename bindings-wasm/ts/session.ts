import { allExact } from "./border.js";
import { AT, type Packed } from "./delivery.js";
import type { Session } from "./generated/records.js";
import { withRaw } from "./object.js";

/**
 * The session that an event carries, from the places of its fields in the event's body.
 *
 * @throws {@link CounterfoilError} `out_of_range` for an amount that a number does not hold exactly.
 * @internal
 */
export function sessionOf(packed: Packed): Session {
  let at = AT.session - 2;
  let isExact = true;
  const text = (): string | null => packed.text((at += 2));
  const integer = (): number | null => {
    const digits = text();
    if (digits === null) return null;
    // There is one zero in the core.
    const value = Number(digits) + 0;
    isExact &&= Number.isSafeInteger(value);
    return value;
  };
  // In the order of the core's record.
  const fields = {
    id: text() ?? "",
    url: text(),
    status: text(),
    payment_status: text(),
    mode: text(),
    amount_total: integer(),
    amount_subtotal: integer(),
    currency: text(),
    client_reference_id: text(),
    payment_intent: text(),
    payment_intent_status: text(),
    subscription: text(),
    setup_intent: text(),
    invoice: text(),
    customer: text(),
    customer_email: text(),
    metadata: pairs(text()),
    livemode: text() !== null,
    created: integer(),
    expires_at: integer(),
    recovery_url: text(),
  };
  // Hidden from the start, which costs a tenth of hiding it later.
  Object.defineProperty(fields, "client_secret", { value: text(), writable: true, configurable: true });
  const raw = packed.text(AT.object) ?? "";
  if (!isExact) allExact(fields, "session", raw);
  return withRaw(fields, raw, "Session");
}

/** What is no string in it is none of Stripe's. */
function pairs(json: string | null): Record<string, string> {
  if (json === null || json === "{}") return {};
  const all: Record<string, unknown> = JSON.parse(json);
  for (const key in all) if (typeof all[key] !== "string") delete all[key];
  return all as Record<string, string>;
}
