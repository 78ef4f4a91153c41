/**
 * What may cross into the module. Callers without a type checker can pass anything, and the module
 * takes what it gets for what it expects: a number where it reads a string is memory that it does not own.
 */

import { CounterfoilError } from "./errors.js";

/** The most that the module's unsigned numbers hold. */
export const MOST = 2 ** 32 - 1;

/** A string. The text of the error leaves the value out, since it may be a secret. */
export function text(value: unknown, path: string): string {
  if (typeof value === "string") return value;
  throw wrongType(path, "a string", value);
}

/** An integer that a double holds exactly, within bounds. */
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

/** Raw bytes: a `Buffer`, a `Uint8Array` or another view, an `ArrayBuffer`; of any realm. */
export type Bytes = ArrayBufferLike | ArrayBufferView;

/** Bytes, as they came. */
export function bytes(value: unknown, path: string): Uint8Array {
  return view(value) ?? refuse(path, "the raw bytes as an ArrayBuffer, a Uint8Array or a Buffer", value);
}

/** The raw body of a delivery. What is none was read by something before; the error says how to prevent that. */
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

/** Whether a value is raw bytes, of any realm. */
export function isBytes(value: unknown): value is Uint8Array<ArrayBuffer> {
  return view(value) !== undefined;
}

/** The same memory as bytes. Never by `instanceof`, since every realm has classes of its own. */
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
 * A value as JSON text; the core says what is wrong with it. What JSON would silently make another value
 * of is told here: a number that is none would become `null`, and an integer that a double does not hold
 * exactly was rounded before it came.
 */
export function json(value: unknown, path = ""): string {
  const paths = new WeakMap<object, string>();
  const checked = function (this: object, key: string, item: unknown): unknown {
    // The value itself comes first, in a holder of its own, under an empty key.
    const holder = paths.get(this);
    const here = holder === undefined ? path : joined(holder, key, Array.isArray(this));
    if (typeof item === "number") exact(item, here);
    if (typeof item === "bigint") throw wrongType(here, "a number", item);
    if (typeof item === "object" && item !== null) paths.set(item, here);
    return item;
  };
  return JSON.stringify(value, checked) ?? "null";
}

/** Sixteen digits in a row: without them, a text has no integer that a double cannot hold. */
const LONG = /\d{16}/;

/**
 * Reads JSON text of the module's. An integer that a double does not hold exactly is an error, not
 * another integer; `raw` is then the text in which it stands unharmed.
 */
export function parsed<T>(text: string, path = "", raw = text): T {
  const value = JSON.parse(text);
  if (LONG.test(text)) allExact(value, path, raw);
  return value;
}

/** The same for a value that was just read from `text`, before anybody sees it. */
export function allExact(value: unknown, path: string, raw: string): void {
  if (typeof value === "number") exact(value, path, raw);
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) allExact(item, joined(path, key, Array.isArray(value)), raw);
}

function exact(value: number, path: string, raw?: string): void {
  if (!Number.isFinite(value)) throw fault(path, "wrong_type", `expected a number, got ${value}`);
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return;
  const most = Number.MAX_SAFE_INTEGER;
  throw fault(path, "out_of_range", `expected an integer that a number holds exactly, from -${most} to ${most}`, raw);
}

function joined(path: string, key: string, isIndex: boolean): string {
  if (isIndex) return `${path}[${key}]`;
  return path === "" ? key : `${path}.${key}`;
}

/** An error about a value of another type. */
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
