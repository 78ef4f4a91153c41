/** Stripe's objects: a few fields by name, and the whole JSON beside them. */

/** What is left out when an object is spread or serialized; not where the keys are the customer's own. */
const HIDDEN = ["raw", "client_secret", "secret", "signing_secret"];

/** The texts that are shown when an object is printed: Stripe's ids and words. */
const IDS = ["id", "account", "charge", "payment_intent", "client_reference_id"];
const WORDS = /(status|currency|mode|type|reason|code)$/;

/** What Node, Deno and Bun look for when they print an object. */
export const INSPECT = Symbol.for("nodejs.util.inspect.custom");

/**
 * Puts the raw JSON and whether Stripe replayed it beside the fields of an object, and hides what should not end in a log: secrets when
 * the object is spread or serialized; names, addresses and links as well when it is printed. All of it
 * stays readable by name.
 *
 * @internal
 */
export function withRaw<T>(fields: object, raw: string, replayed = false): T {
  Object.defineProperties(fields, { raw: { value: raw }, replayed: { value: replayed } });
  return hidden(fields) as T;
}

function hidden(fields: object, names = HIDDEN): object {
  if (!Array.isArray(fields)) Object.defineProperty(fields, INSPECT, { value: () => printed(fields) });
  for (const [name, value] of Object.entries(fields)) {
    if (names.includes(name)) Object.defineProperty(fields, name, { enumerable: false });
    else if (typeof value === "object" && value !== null) hidden(value, name === "metadata" ? [] : names);
  }
  return fields;
}

/** Numbers, flags, Stripe's own ids and words: nobody's name or address, and no link, is any of these. */
function printed(fields: object): object {
  const shown = Object.entries(fields).filter(([name, value]) => {
    if (typeof value === "string") return IDS.includes(name) || WORDS.test(name);
    return typeof value === "number" || typeof value === "boolean";
  });
  return Object.fromEntries(shown);
}
