/** What both WebAssembly modules need: their bytes, their instances, and their errors turned into exceptions. */

import { CounterfoilError, WebhookError } from "./errors.js";

/** @internal */
export function decode(text: string): Uint8Array<ArrayBuffer> {
  const latin1 = atob(text);
  const bytes = new Uint8Array(latin1.length);
  // A plain loop: any callback per byte would take longer than compiling the module.
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = latin1.charCodeAt(at);
  return bytes;
}

/**
 * The instance of a WebAssembly module. It is made when it is first called into, since some bundlers provide the
 * module after everything else was evaluated. It is replaced once it has trapped: what a trap leaves behind in its
 * memory cannot be trusted, and memory that it could not get stays out of its reach.
 *
 * @internal
 */
export class Instance {
  #make: () => void;
  readonly #replace: () => void;
  #isRunning = false;
  #generation = 0;

  /**
   * @param start makes the first instance of the compiled module
   * @param replace makes another one
   */
  constructor(start: () => void, replace: () => void) {
    this.#make = start;
    this.#replace = replace;
  }

  /** Grows with every instance; what was made in an earlier one is gone. */
  get generation(): number {
    return this.#generation;
  }

  /** Runs a call into the module. What it throws is JSON text, and becomes an exception here. */
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
  "the WebAssembly module stopped, most likely for want of memory, and is started again with the next call: answer a delivery with 500, so that Stripe sends it again";

/** No memory, a stack that is too deep, a fault of ours. By name, since every realm has classes of its own. */
function isTrap(thrown: unknown): boolean {
  if (typeof thrown !== "object" || thrown === null || !("name" in thrown)) return false;
  return thrown.name === "RuntimeError" || thrown.name === "RangeError";
}

/** What wasm-bindgen makes of a structure of Rust's. @internal */
export interface Native {
  free(): void;
}

/**
 * How many objects may be inside of the module. The runtime frees what nobody holds any more only between two
 * turns of its event loop, so a loop that makes calls without a pause would fill the module's memory.
 */
const MOST_INSIDE = 64;

/** An object inside of the module: made again after its instance was replaced, or after others took its place. @internal */
export class Held<T extends Native> {
  /** Those that are inside, in the order in which they came. */
  static readonly #inside: Held<Native>[] = [];
  readonly #instance: Instance;
  #make: () => T;
  #made: T | undefined;
  #generation = -1;
  #isUsed = false;

  /** @param make makes the object, the same one every time */
  constructor(instance: Instance, make: () => T) {
    this.#instance = instance;
    this.#make = make;
    instance.guard(() => this.inside());
  }

  /** Calls into the object. */
  use<R>(call: (object: T) => R): R {
    return this.#instance.guard(() => call(this.inside()));
  }

  /** The object, for a call that is guarded already. */
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

  /** From now on it is made in another way: the object has changed. */
  remake(make: () => T): void {
    this.#make = make;
  }

  /** The oldest gives up its place, unless it was used since its last turn. */
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
    // What was made in an earlier instance is gone with it.
    if (this.#generation === this.#instance.generation) made?.free();
  }
}
