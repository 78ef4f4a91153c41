import { integer, json, text } from "./border.js";
import type { Fee } from "./generated/records.js";
import * as native from "./native.js";

/**
 * Returns the fee on a payment, in minor units.
 *
 * @throws {@link CounterfoilError} `fee_invalid`, `fee_not_positive`, `fee_not_below_total`, and the errors
 * of the amount.
 */
export function feeOf(fee: Fee, amount: number, currency: string): number {
  const [minor, code] = [integer(amount, "amount"), text(currency, "currency")];
  return native.guard(() => native.fee_of(json(fee), minor, code));
}

/**
 * Parses a decimal amount in major units and returns minor units: `parseAmount("20.00", "eur")` is 2000, and
 * `parseAmount("500", "jpy")` is 500. Nothing is ever rounded.
 *
 * @throws {@link CounterfoilError} `invalid_amount`, `amount_too_precise`, `amount_too_large`,
 * `amount_not_in_step`, `invalid_currency`.
 */
export function parseAmount(amount: string, currency: string): number {
  const [major, code] = [text(amount, "amount"), text(currency, "currency")];
  return integer(native.guard(() => native.parse_amount(major, code)), "amount");
}

/** Formats an amount for people: `formatAmount(2000, "eur")` is `20.00 EUR`. */
export function formatAmount(minor: number, currency: string): string {
  const [amount, code] = [integer(minor, "amount"), text(currency, "currency")];
  return native.guard(() => native.format_amount(amount, code));
}

/** Encodes an object as Stripe's form: `line_items[0][quantity]=2`. The keys keep their order. */
export function encodeForm(value: object): string {
  return native.guard(() => native.encode_form(json(value)));
}
