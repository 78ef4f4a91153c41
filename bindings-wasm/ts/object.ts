/** Stripe's objects: a few fields by name, and the whole JSON beside them. */

import { PRIVACY } from "./generated/privacy.js";

/** What Node, Deno and Bun look for when they print an object. */
export const INSPECT = Symbol.for("nodejs.util.inspect.custom");

/** What may be seen of a record, as the core declares it. @internal */
export interface Privacy {
  /** The fields that are printed. */
  readonly shown: readonly string[];
  /** The fields that are left out when the record is spread or serialized, too. */
  readonly secret?: readonly string[];
  /** The fields that hold other records with something to hide, and which. */
  readonly records?: Readonly<Record<string, string>>;
}

/**
 * Puts the raw JSON, and whether Stripe replayed it, beside the fields of an object, and hides what should not
 * end in a log: secrets when the object is spread or serialized; what is personal as well when it is
 * printed. All of it stays readable by name. `record` is the name of the core's record.
 *
 * @internal
 */
export function withRaw<T>(fields: object, raw: string, record: string, replayed = false): T {
  Object.defineProperty(fields, "raw", { value: raw });
  Object.defineProperty(fields, "replayed", { value: replayed });
  return redacted(fields, record) as T;
}

/** The same for a record without raw JSON. @internal */
export function redacted<T extends object>(fields: T, record: string): T {
  const privacy: Privacy | undefined = PRIVACY[record];
  if (privacy === undefined) return fields;
  const { shown, secret = [], records = {} } = privacy;
  const values = fields as Record<string, unknown>;
  for (const name of secret) {
    if (Object.prototype.propertyIsEnumerable.call(values, name)) {
      Object.defineProperty(values, name, { enumerable: false });
    }
  }
  for (const name in values) {
    const value = values[name];
    if (typeof value !== "object" || value === null) continue;
    const inner = records[name];
    if (inner !== undefined) for (const item of [value].flat()) if (item !== null) redacted(item, inner);
    // Metadata: its keys are printed, its values are not.
    if (inner === undefined && !shown.includes(name)) Object.defineProperty(value, INSPECT, { value: keys });
  }
  const printed = () => Object.fromEntries(Object.entries(fields).filter(([name]) => shown.includes(name)));
  return Object.defineProperty(fields, INSPECT, { value: printed });
}

function keys(this: object): string {
  return `(${Object.keys(this).join(", ")})`;
}
