/**
 * What may be passed into the module. Callers without a type checker can pass anything, and the module trusts
 * its arguments: a number in place of a string would be an address in memory that it does not own.
 */

import { CounterfoilError } from "./errors.js";

/** The largest unsigned number of the module. */
export const MOST = 2 ** 32 - 1;

/** A string. The message of the error leaves out the value, since it may be a secret. */
export function text(value: unknown, path: string): string {
  if (typeof value === "string") return value;
  throw wrongType(path, "a string", value);
}

/** An integer that a double represents exactly, within bounds. */
export function integer(
  value: unknown,
  path: string,
  least: number = Number.MIN_SAFE_INTEGER,
  most: number = Number.MAX_SAFE_INTEGER,
): number {
  if (typeof value !== "number") throw wrongType(path, "an integer", value);
  if (!Number.isInteger(value)) throw fault(path, "wrong_type", `expected an integer, got ${value}`);
  if (value >= least && value <= most) return value;
  throw fault(path, "out_of_range", `expected ${least} to ${most}, got ${value}`);
}

/** A number that may have a fraction. */
export function number(value: unknown, path: string): number {
  if (typeof value === "number") return value;
  throw wrongType(path, "a number", value);
}

/** Raw bytes: a `Buffer`, a `Uint8Array` or another view, an `ArrayBuffer`; from any realm. */
export type Bytes = ArrayBufferLike | ArrayBufferView;

/** Bytes, as received. */
export function bytes(value: unknown, path: string): Uint8Array {
  return view(value) ?? refuse(path, "the raw bytes as an ArrayBuffer, a Uint8Array or a Buffer", value);
}

/**
 * The raw body of a delivery. If it is something else, another component has read the body before; the error
 * says how to prevent that.
 */
export function rawBody(value: unknown, path: string): Uint8Array {
  return view(value) ?? refuse(path, `the raw bytes as they came, ${RAW_BODY}`, value);
}

const RAW_BODY =
  'before anything decodes or parses them (Express: `express.raw({ type: "application/json" })` for this route, and ' +
  '`request.body`; Fastify: a content type parser with `{ parseAs: "buffer" }`, and `request.body`; Koa: the chunks of ' +
  "`context.req`, before any body parser; NestJS: `NestFactory.create(…, { rawBody: true })`, and `request.rawBody`; " +
  "Next.js: `await request.arrayBuffer()`, or in the Pages Router `bodyParser: false` and the chunks of the request; " +
  "Hono: `await c.req.arrayBuffer()`; SvelteKit, Workers, Deno and Bun: `await request.arrayBuffer()`; Lambda: " +
  '`Buffer.from(event.body, event.isBase64Encoded ? "base64" : "utf8")`; or a handler of `counterfoil/handlers`)';

/** Returns whether a value is raw bytes, from any realm. */
export function isBytes(value: unknown): value is Uint8Array<ArrayBuffer> {
  return view(value) !== undefined;
}

/** Returns the same memory as bytes. Never by `instanceof`, since every realm has its own classes. */
function view(value: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  const name = Object.prototype.toString.call(value);
  const isBuffer = name === "[object ArrayBuffer]" || name === "[object SharedArrayBuffer]";
  return isBuffer ? new Uint8Array(value as ArrayBufferLike) : undefined;
}

function refuse(path: string, expected: string, value: unknown): never {
  throw wrongType(path, expected, value);
}

/** One of a few names. */
export function oneOf<T extends string>(value: unknown, path: string, names: readonly T[]): T {
  const found = names.find((name) => name === value);
  if (found !== undefined) return found;
  throw fault(path, "invalid_value", `expected one of ${names.map((name) => `\`${name}\``).join(", ")}`);
}

/**
 * Returns a value as JSON text; the core says what is wrong with it. What JSON would silently turn into
 * another value is reported here: `NaN` would become `null`, and an integer that a double does not represent
 * exactly was already rounded.
 */
export function json(value: unknown, path = ""): string {
  const paths = new WeakMap<object, string>();
  const checked = function (this: object, key: string, item: unknown): unknown {
    // The value itself comes first, in a holder object, under an empty key.
    const holder = paths.get(this);
    const here = holder === undefined ? path : joined(holder, key, Array.isArray(this));
    if (typeof item === "number") exact(item, here);
    if (typeof item === "bigint") throw wrongType(here, "a number", item);
    if (typeof item === "object" && item !== null) paths.set(item, here);
    return item;
  };
  return JSON.stringify(value, checked) ?? "null";
}

/** Sixteen digits in a row: without them, a text has no integer that a double cannot represent. */
const LONG = /\d{16}/;

/**
 * Parses JSON text from the module. An integer that a double does not represent exactly is an error instead
 * of another integer; `raw` is then the text in which it is exact.
 */
export function parsed<T>(text: string, path = "", raw = text): T {
  const value = JSON.parse(text);
  if (LONG.test(text)) allExact(value, path, raw);
  return value;
}

/** Does the same for a value that was just parsed from `text`, before anyone uses it. */
export function allExact(value: unknown, path: string, raw: string): void {
  if (typeof value === "number") exact(value, path, raw);
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) allExact(item, joined(path, key, Array.isArray(value)), raw);
}

function exact(value: number, path: string, raw?: string): void {
  if (!Number.isFinite(value)) throw fault(path, "wrong_type", `expected a number, got ${value}`);
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return;
  const most = Number.MAX_SAFE_INTEGER;
  throw fault(path, "out_of_range", `expected an integer that a number represents exactly, from -${most} to ${most}`, raw);
}

function joined(path: string, key: string, isIndex: boolean): string {
  if (isIndex) return `${path}[${key}]`;
  return path === "" ? key : `${path}.${key}`;
}

/** Returns an error about a value of another type. */
export function wrongType(path: string, expected: string, value: unknown): CounterfoilError {
  return fault(path, "wrong_type", `expected ${expected}, got ${kind(value)}`);
}

function fault(path: string, code: string, message: string, raw?: string): CounterfoilError {
  return new CounterfoilError({ code, message: `${path}: ${message}`, faults: [{ path, code, message }], raw });
}

function kind(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && "then" in value) return "a promise, which is to be awaited";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
