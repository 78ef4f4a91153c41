/** Stripe's objects: a few fields by name, and the whole JSON beside them. */

/** What is left out when an object is printed, spread or serialized. */
const HIDDEN = ["raw", "client_secret", "secret", "signing_secret"];

/**
 * Puts the raw JSON beside the fields of an object, and hides what should not end in a log. All of it
 * stays readable by name.
 *
 * @internal
 */
export function withRaw<T>(fields: object, raw: string): T {
  Object.defineProperty(fields, "raw", { value: raw });
  return hidden(fields) as T;
}

function hidden(fields: object): object {
  for (const [name, value] of Object.entries(fields)) {
    if (HIDDEN.includes(name)) Object.defineProperty(fields, name, { enumerable: false });
    else if (typeof value === "object" && value !== null && !Array.isArray(value)) hidden(value);
  }
  return fields;
}
