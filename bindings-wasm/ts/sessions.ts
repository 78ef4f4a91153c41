import { json, text } from "./border.js";
import { SessionCall } from "./call.js";
import type { Transport } from "./http.js";
import * as native from "./native.js";
import type { CreateSessionParams } from "./params.js";
import type { Session } from "./session.js";

/** How a write is made. */
export interface CallOptions {
  /**
   * The key under which Stripe keeps the answer: 1 to 255 visible ASCII characters. Take it from what
   * must happen once, such as the order's id, so that a second click gets the first click's session.
   */
  idempotencyKey: string;
}

/** The Checkout Sessions of one merchant. */
export class Sessions {
  readonly #platform: native.NativePlatform;
  readonly #account: string;
  readonly #transport: Transport;

  /** @internal */
  constructor(platform: native.NativePlatform, account: string, transport: Transport) {
    this.#platform = platform;
    this.#account = account;
    this.#transport = transport;
  }

  /**
   * Creates a session; answer the customer's click with 303 to its `url`.
   *
   * @throws {@link CounterfoilError} with all faults of the parameters at once, before the network;
   * afterwards with what Stripe or the connection said.
   */
  async create(params: CreateSessionParams, options: CallOptions): Promise<Session> {
    return this.createCall(params, options).send(this.#transport);
  }

  /** Reads a session, as on the return page. On any other account it does not exist. */
  async retrieve(id: string): Promise<Session> {
    return this.retrieveCall(id).send(this.#transport);
  }

  /** The same as {@link Sessions.create}, but sent by you. */
  createCall(params: CreateSessionParams, options: CallOptions): SessionCall {
    const key = text(options?.idempotencyKey, "idempotencyKey");
    return new SessionCall(native.guard(() => this.#platform.create_session(this.#account, json(params), key)));
  }

  /** The same as {@link Sessions.retrieve}, but sent by you. */
  retrieveCall(id: string): SessionCall {
    const session = text(id, "id");
    return new SessionCall(native.guard(() => this.#platform.retrieve_session(this.#account, session)));
  }
}
