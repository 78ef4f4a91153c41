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
 * The instance of a WebAssembly module, which is replaced once it has trapped: what a trap leaves behind
 * in its memory cannot be trusted, and memory that it could not get stays out of its reach.
 *
 * @internal
 */
export class Instance {
  readonly #replace: () => void;
  #hasTrapped = false;
  #generation = 0;

  /** @param replace makes another instance of the compiled module */
  constructor(replace: () => void) {
    this.#replace = replace;
  }

  /** Grows with every replacement; what was made in an earlier one is gone. */
  get generation(): number {
    return this.#generation;
  }

  /** Runs a call into the module. What it throws is JSON text, and becomes an exception here. */
  guard<T>(call: () => T): T {
    try {
      if (this.#hasTrapped) this.#renew();
      return call();
    } catch (thrown) {
      if (isTrap(thrown)) {
        this.#hasTrapped = true;
        throw new CounterfoilError({ code: "internal", message: TRAPPED, faults: [], cause: thrown });
      }
      if (typeof thrown !== "string") throw thrown;
      const error = JSON.parse(thrown);
      throw "diagnosis" in error ? new WebhookError(error) : new CounterfoilError(error);
    }
  }

  #renew(): void {
    this.#replace();
    this.#generation += 1;
    this.#hasTrapped = false;
  }
}

const TRAPPED =
  "the WebAssembly module stopped, most likely for want of memory, and is started again with the next call: answer a delivery with 500, so that Stripe sends it again";

/** No memory, a stack that is too deep, a fault of ours. By name, since every realm has classes of its own. */
function isTrap(thrown: unknown): boolean {
  return thrown instanceof Object && "name" in thrown && (thrown.name === "RuntimeError" || thrown.name === "RangeError");
}

/** An object inside of the module, made again after its instance was replaced. @internal */
export class Held<T> {
  readonly #instance: Instance;
  #make: () => T;
  #made: T;
  #generation: number;

  /** @param make makes the object, the same one every time */
  constructor(instance: Instance, make: () => T) {
    this.#instance = instance;
    this.#make = make;
    this.#made = instance.guard(make);
    this.#generation = instance.generation;
  }

  /** Calls into the object. */
  use<R>(call: (object: T) => R): R {
    return this.#instance.guard(() => call(this.inside()));
  }

  /** The object, for a call that is guarded already. */
  inside(): T {
    if (this.#generation !== this.#instance.generation) {
      this.#made = this.#make();
      this.#generation = this.#instance.generation;
    }
    return this.#made;
  }

  /** From now on it is made in another way: the object has changed. */
  remake(make: () => T): void {
    this.#make = make;
  }
}
