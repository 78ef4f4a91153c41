/**
 * Verifies a delivery in a buffer of the WebAssembly module, into which body and header are written once. The
 * results are numbers: codes, and offsets of texts in the body.
 */

import type { Hash } from "./hash.js";
import type * as native from "./native.js";
import type { Instance } from "./module.js";
import { TextDecoder, TextEncoder } from "./text.js";

/** What the buffer needs from a module. @internal */
export type BufferModule = Pick<typeof native, "layout" | "module_memory" | "room" | "tail">;

/** The index of each of an event's numbers, as in the core's `waist::packed`. @internal */
export const AT = {
  outcome: 0,
  reason: 1,
  shape: 2,
  livemode: 3,
  secret: 4,
  created: 5,
  id: 7,
  type: 9,
  plainType: 11,
  account: 12,
  apiVersion: 14,
  object: 16,
  dedupe: 18,
  fetchObject: 21,
  fetchId: 23,
  fetchParent: 25,
  isAscii: 27,
  hasTail: 28,
  session: 29,
} as const;
const NUMBERS = 29;
const SESSION_NUMBERS = 44;

const NO_BYTES = new Uint8Array();
const NO_WORDS = new Int32Array();

/** An event as numbers, with the body that contains its texts. @internal */
export class Packed {
  readonly #numbers: readonly number[];
  /** The body: as a text if each byte is a character, otherwise as bytes. */
  readonly #body: string | Uint8Array;
  readonly #tail: Uint8Array;

  constructor(numbers: readonly number[], body: string | Uint8Array, tail: Uint8Array) {
    this.#numbers = numbers;
    this.#body = body;
    this.#tail = tail;
  }

  number(at: number): number {
    return this.#numbers[at] ?? -1;
  }

  /** Its creation time in unix seconds, which a double may not represent exactly. */
  created(): number {
    return this.number(AT.created) * 2 ** 32 + (this.number(AT.created + 1) >>> 0);
  }

  /** Returns the text whose start and end are at this index. */
  text(at: number): string | null {
    const start = this.number(at);
    return start < 0 ? null : this.between(start, this.number(at + 1));
  }

  between(start: number, end: number): string {
    const body = this.#body;
    const beyond = start - body.length;
    if (beyond >= 0) return decoder.decode(this.#tail.subarray(beyond, end - body.length));
    return typeof body === "string" ? body.slice(start, end) : decoder.decode(body.subarray(start, end));
  }

  /** The body's bytes, for later calls into the module. */
  bytes(): Uint8Array {
    return typeof this.#body === "string" ? new TextEncoder().encode(this.#body) : this.#body;
  }
}

/** The buffer of one module. @internal */
export class DeliveryBuffer {
  readonly #instance: Instance;
  readonly #module: BufferModule;
  #header = 0;
  #outer = 0;
  #mac = 0;
  #body = 0;
  #generation = -1;
  #memory: { readonly buffer: ArrayBuffer } = { buffer: new ArrayBuffer(0) };
  #address = 0;
  #room = -1;
  #bytes = NO_BYTES;
  #words = NO_WORDS;

  constructor(instance: Instance, module: BufferModule) {
    this.#instance = instance;
    this.#module = module;
  }

  /** Verifies a delivery with a keyring of that many secrets. Call it only under the instance's guard. */
  verify(
    keyring: native.NativeKeyring,
    secrets: number,
    hash: Hash | undefined,
    body: Uint8Array,
    header: string | undefined,
    now: number,
  ): Packed {
    const length = body.length;
    const bytes = this.#view(length);
    bytes.set(body, this.#body);
    const written = header === undefined ? -1 : this.#write(header);
    let hasMac = hash !== undefined;
    for (let secret = 0; hasMac && secret < secrets; secret += 1) {
      const start = keyring.begin(written, length, secret);
      hasMac = this.#hash(hash as Hash, start, this.#body + length);
    }
    const at = keyring.verify(written, length, hasMac, now);
    return this.#packed(at, this.#body, length);
  }

  /** Returns the numbers of an event that was read from these bytes, which the module no longer has. */
  packed(at: number, body: Uint8Array): Packed {
    this.#view(0);
    const numbers = this.#numbers(at);
    return new Packed(numbers, new Uint8Array(body), this.#tail(numbers));
  }

  #packed(at: number, start: number, length: number): Packed {
    const bytes = this.#view(length);
    const numbers = this.#numbers(at);
    // Copied out of the module's memory, since the next delivery overwrites it.
    const body = numbers[AT.isAscii] === 1 ? ascii(bytes, start, start + length) : bytes.slice(start, start + length);
    return new Packed(numbers, body, this.#tail(numbers));
  }

  /** Copied one by one: a typed array costs more to create and to free. */
  #numbers(at: number): number[] {
    if (this.#words.length === 0) this.#words = new Int32Array(this.#memory.buffer);
    const [words, start] = [this.#words, at / 4];
    const length = (words[start + AT.session] ?? -1) < 0 ? NUMBERS : NUMBERS + SESSION_NUMBERS;
    const numbers: number[] = [];
    for (let index = 0; index < length; index += 1) numbers.push(words[start + index] ?? -1);
    return numbers;
  }

  #tail(numbers: readonly number[]): Uint8Array {
    return numbers[AT.hasTail] === 1 ? this.#module.tail() : NO_BYTES;
  }

  /** Returns the buffer with room for such a body. Memory that has grown needs a new view. */
  #view(body: number): Uint8Array {
    if (this.#generation !== this.#instance.generation || body > this.#room) {
      if (this.#generation < 0) [this.#header = 0, this.#outer = 0, this.#mac = 0, this.#body = 0] = this.#module.layout();
      this.#address = this.#module.room(body);
      this.#memory = this.#module.module_memory();
      this.#generation = this.#instance.generation;
      this.#room = body;
      this.#bytes = NO_BYTES;
      this.#words = NO_WORDS;
    }
    // A view of memory that has grown since has no length.
    if (this.#bytes.length === 0) {
      this.#bytes = new Uint8Array(this.#memory.buffer, this.#address, this.#body + this.#room);
    }
    return this.#bytes;
  }

  /** Writes the header as UTF-8; of one that is too long, as much as it takes to be rejected. */
  #write(header: string): number {
    const bytes = this.#bytes;
    const [start, length] = [this.#header, Math.min(header.length, this.#outer - this.#header)];
    for (let at = 0; at < length; at += 1) {
      const code = header.charCodeAt(at);
      if (code > 0x7f) return encoder.encodeInto(header, bytes.subarray(start, this.#outer)).written;
      bytes[start + at] = code;
    }
    return length;
  }

  /** Computes the MAC of the bytes from `start` to `end`, and writes it to its place. */
  #hash(hash: Hash, start: number, end: number): boolean {
    const bytes = this.#view(0);
    const inner = hash(bytes.subarray(start, end));
    if (inner === undefined) return false;
    write(inner, bytes, this.#mac - 32);
    const mac = hash(bytes.subarray(this.#outer, this.#mac));
    if (mac === undefined) return false;
    write(mac, bytes, this.#mac);
    return true;
  }
}

function write(latin1: string, bytes: Uint8Array, start: number): void {
  for (let at = 0; at < latin1.length; at += 1) bytes[start + at] = latin1.charCodeAt(at);
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const encoder = new TextEncoder();

interface Latin1 {
  Buffer?: { prototype?: { latin1Slice?: (this: Uint8Array, start: number, end: number) => string } };
}

/** Node's own conversion to a text of one-byte characters, which copies without checking. */
const latin1Slice = (globalThis as Latin1).Buffer?.prototype?.latin1Slice;

function ascii(bytes: Uint8Array, start: number, end: number): string {
  try {
    if (latin1Slice !== undefined) return latin1Slice.call(bytes, start, end);
  } catch {
    // A polyfill that accepts only its own class.
  }
  return decoder.decode(bytes.subarray(start, end));
}
