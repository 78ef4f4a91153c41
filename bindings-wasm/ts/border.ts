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

/** Bytes, as they came. */
export function bytes(value: unknown, path: string): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw wrongType(path, "the raw bytes as a Uint8Array or Buffer, before anything decodes or parses them", value);
}

/** One of a few names. */
export function oneOf<T extends string>(value: unknown, path: string, names: readonly T[]): T {
  const found = names.find((name) => name === value);
  if (found !== undefined) return found;
  throw fault(path, "invalid_value", `expected one of ${names.map((name) => `\`${name}\``).join(", ")}`);
}

/** A value as JSON text; the core says what is wrong with it. */
export function json(value: unknown): string {
  return JSON.stringify(value) ?? "null";
}

/** An error about a value of another type. */
export function wrongType(path: string, expected: string, value: unknown): CounterfoilError {
  return fault(path, "wrong_type", `expected ${expected}, got ${kind(value)}`);
}

function fault(path: string, code: string, message: string): CounterfoilError {
  return new CounterfoilError({ code, message: `${path}: ${message}`, faults: [{ path, code, message }] });
}

function kind(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
