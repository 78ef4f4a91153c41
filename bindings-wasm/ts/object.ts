/** Stripe's objects: some fields by name, and the whole JSON alongside. */

import { PRIVACY } from "./generated/privacy.js";

/** The symbol that Node, Deno and Bun look for when they print an object. */
export const INSPECT = Symbol.for("nodejs.util.inspect.custom");

/** What may be shown of a record, as the core declares it. @internal */
export interface Privacy {
  /** The fields that are printed. */
  readonly shown: readonly string[];
  /** The fields that are also left out when the record is spread or serialized. */
  readonly secret?: readonly string[];
  /** The fields with nested records that have something to hide, and which records. */
  readonly records?: Readonly<Record<string, string>>;
}

/**
 * Adds to the fields of an object its raw JSON, and whether Stripe replayed it, and hides what should not end
 * up in a log: secrets when the object is spread or serialized; personal data when it is printed as well. All
 * of it can still be read by name. `record` is the name of the core's record.
 *
 * @internal
 */
export function withRaw<T>(fields: object, raw: string, record: string, replayed = false): T {
  Object.defineProperty(fields, "raw", { value: raw });
  Object.defineProperty(fields, "replayed", { value: replayed });
  return redacted(fields, record) as T;
}

/** Does the same for a record without raw JSON. @internal */
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
    // Metadata: printing shows its keys, but not its values.
    if (inner === undefined && !shown.includes(name)) Object.defineProperty(value, INSPECT, { value: keys });
  }
  const printed = () => Object.fromEntries(Object.entries(fields).filter(([name]) => shown.includes(name)));
  return Object.defineProperty(fields, INSPECT, { value: printed });
}

function keys(this: object): string {
  return `(${Object.keys(this).join(", ")})`;
}
