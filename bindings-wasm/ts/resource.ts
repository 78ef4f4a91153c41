import { integer, json, text } from "./border.js";
import { Call } from "./call.js";
import type { Held } from "./module.js";
import type { Transport } from "./http.js";
import type * as native from "./native.js";
import { type Page, Pages } from "./page.js";

/** The options of a write. */
export interface CallOptions {
  /**
   * The key under which Stripe stores the response: 1 to 255 visible ASCII characters. Derive it from what
   * must happen once, such as the first attempt to pay for an order, so that a second click gets the same
   * session; {@link idempotencyKey} creates one.
   */
  idempotencyKey: string;
}

/** The caller, the account, and how requests are sent. @internal */
export class Caller {
  readonly #platform: Held<native.NativePlatform>;
  readonly #account: string | undefined;
  readonly #transport: Transport;
  readonly #now: (() => number) | null;

  constructor(platform: Held<native.NativePlatform>, account: string | undefined, transport: Transport, now: (() => number) | null) {
    this.#platform = platform;
    this.#account = account;
    this.#transport = transport;
    this.#now = now;
  }

  call<A>(operation: string, params: object, options?: CallOptions): Call<A> {
    const name = text(operation, "operation");
    const given = options?.idempotencyKey;
    const key = given === undefined ? undefined : text(given, "idempotencyKey");
    const now = this.#now === null ? undefined : integer(this.#now(), "now");
    const written = json(params);
    return new Call(this.#platform, (platform) => platform.call(this.#account, name, written, key, now));
  }

  async send<A>(operation: string, params: object, options?: CallOptions): Promise<A> {
    return this.call<A>(operation, params, options).send(this.#transport);
  }

  pages<T>(operation: string, params: object): Pages<T> {
    return new Pages(() => this.call<Page<T>>(operation, params), (call) => call.send(this.#transport));
  }
}

/** What the methods of each of Stripe's resources share. */
export abstract class Resource {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /** @internal */
  protected get caller(): Caller {
    return this.#caller;
  }
}
