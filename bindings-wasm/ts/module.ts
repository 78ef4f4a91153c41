/**
 * What both WebAssembly modules need: loading their bytes, keeping an instance, and turning errors into
 * exceptions.
 */

import { CounterfoilError, WebhookError } from "./errors.js";

/** @internal */
export function decode(text: string): Uint8Array<ArrayBuffer> {
  const latin1 = atob(text);
  const bytes = new Uint8Array(latin1.length);
  // A plain loop: a callback per byte would take longer than compiling the module.
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = latin1.charCodeAt(at);
  return bytes;
}

/**
 * The instance of a WebAssembly module. It is created at the first call, since some bundlers provide the
 * module after everything else was evaluated. It is replaced after a trap: its memory can then no longer be
 * trusted, and memory that could not be allocated remains unavailable to it.
 *
 * @internal
 */
export class Instance {
  #make: () => void;
  readonly #replace: () => void;
  #isRunning = false;
  #generation = 0;

  /**
   * @param start creates the first instance of the compiled module
   * @param replace creates another one
   */
  constructor(start: () => void, replace: () => void) {
    this.#make = start;
    this.#replace = replace;
  }

  /** Grows with every instance; objects of an earlier one are gone. */
  get generation(): number {
    return this.#generation;
  }

  /** Runs a call into the module. It throws JSON text, which is turned into an exception here. */
  guard<T>(call: () => T): T {
    try {
      if (!this.#isRunning) this.#run();
      return call();
    } catch (thrown) {
      if (isTrap(thrown)) {
        this.#isRunning = false;
        throw new CounterfoilError({ code: "internal", message: TRAPPED, faults: [], cause: thrown });
      }
      if (typeof thrown !== "string") throw thrown;
      const error = JSON.parse(thrown);
      throw "diagnosis" in error ? new WebhookError(error) : new CounterfoilError(error);
    }
  }

  #run(): void {
    this.#make();
    this.#make = this.#replace;
    this.#generation += 1;
    this.#isRunning = true;
  }
}

const TRAPPED =
  "the WebAssembly module stopped, most likely because memory ran out, and is restarted by the next call: respond to a delivery with 500, so that Stripe sends it again";

/** Out of memory, stack overflow, or a bug of ours. By name, since every realm has its own classes. */
function isTrap(thrown: unknown): boolean {
  if (typeof thrown !== "object" || thrown === null || !("name" in thrown)) return false;
  return thrown.name === "RuntimeError" || thrown.name === "RangeError";
}

/** The class that wasm-bindgen generates for a Rust struct. @internal */
export interface Native {
  free(): void;
}

/**
 * How many objects may live inside the module. The runtime frees unreachable ones only between two turns of
 * its event loop, so a loop of calls without a pause would fill the module's memory.
 */
const MOST_INSIDE = 64;

/**
 * An object inside the module: created again after its instance was replaced, or after others took its place.
 * @internal
 */
export class Held<T extends Native> {
  /** The objects inside the module, in the order in which they were created. */
  static readonly #inside: Held<Native>[] = [];
  readonly #instance: Instance;
  #make: () => T;
  #made: T | undefined;
  #generation = -1;
  #isUsed = false;

  /** @param make creates the object, always the same one */
  constructor(instance: Instance, make: () => T) {
    this.#instance = instance;
    this.#make = make;
    instance.guard(() => this.inside());
  }

  /** Calls into the object. */
  use<R>(call: (object: T) => R): R {
    return this.#instance.guard(() => call(this.inside()));
  }

  /** Returns the object, for a call that is already guarded. */
  inside(): T {
    this.#isUsed = true;
    if (this.#made !== undefined && this.#generation === this.#instance.generation) return this.#made;
    const isOutside = this.#made === undefined;
    const made = this.#make();
    this.#made = made;
    this.#generation = this.#instance.generation;
    if (isOutside) Held.#enter(this as unknown as Held<Native>);
    return made;
  }

  /** Creates it in another way from now on: the object has changed. */
  remake(make: () => T): void {
    this.#make = make;
  }

  /** The oldest object gives up its place, unless it was used since its last turn. */
  static #enter(entering: Held<Native>): void {
    const inside = Held.#inside;
    inside.push(entering);
    while (inside.length > MOST_INSIDE) {
      const oldest = inside.shift();
      if (oldest === undefined) return;
      if (oldest.#isUsed) inside.push(oldest);
      else oldest.#leave();
      oldest.#isUsed = false;
    }
  }

  #leave(): void {
    const made = this.#made;
    this.#made = undefined;
    // An object of an earlier instance is gone with it.
    if (this.#generation === this.#instance.generation) made?.free();
  }
}
