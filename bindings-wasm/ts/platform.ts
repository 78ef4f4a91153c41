import { integer, json, MOST, number, oneOf, text, wrongType } from "./border.js";
import { answerFrom, Call } from "./call.js";
import type { Event } from "./event.js";
import {
  type MerchantOperation,
  MerchantResources,
  type Operations,
  type PlatformOperation,
  PlatformResources,
} from "./generated/resources.js";
import { crossing, FAILURES, fetchTransport, type HttpResponse, type Transport, type TransportErrorKind } from "./http.js";
import { Held } from "./module.js";
import * as native from "./native.js";
import { Caller, type CallOptions } from "./resource.js";

export { API_VERSION } from "./generated/version.js";

/** A platform's key, and how it talks to Stripe. */
export interface PlatformOptions {
  /** `sk_…`, or a restricted `rk_…`. */
  secretKey: string;
  /** A server other than Stripe's, such as a simulator: an origin, with `http` on this machine only. */
  apiBase?: string;
  /** A version of Stripe's API other than {@link API_VERSION}. */
  apiVersion?: string;
  /** How many attempts may follow the first; 2 if absent. */
  maxRetries?: number;
  /** How requests are sent; {@link fetchTransport} if absent. */
  transport?: Transport;
  /**
   * The current time in unix seconds, against which times such as `expires_at` are checked; the host's clock
   * if absent. With `null`, only Stripe checks them.
   */
  now?: (() => number) | null;
}

/** A platform. Create one and keep it. Printing it shows no secret. Its methods are on its own account. */
export class Platform extends PlatformResources {
  readonly #platform: Held<native.NativePlatform>;
  readonly #transport: Transport;
  readonly #now: (() => number) | null;

  /**
   * @throws {@link CounterfoilError} `invalid_secret_key`, `invalid_api_base`, `invalid_api_version`,
   * `out_of_range`.
   */
  constructor(options: PlatformOptions) {
    const secretKey = text(options.secretKey, "secretKey");
    const apiBase = options.apiBase === undefined ? undefined : text(options.apiBase, "apiBase");
    const apiVersion = options.apiVersion === undefined ? undefined : text(options.apiVersion, "apiVersion");
    const retries = options.maxRetries === undefined ? undefined : integer(options.maxRetries, "maxRetries", 0, MOST);
    const settings = { secret_key: secretKey, api_base: apiBase, api_version: apiVersion, max_retries: retries };
    const written = JSON.stringify(settings);
    const make = () => new native.NativePlatform(written);
    const platform = new Held(native.instance, make);
    const transport = options.transport ?? fetchTransport();
    const now = options.now === undefined ? () => Math.floor(Date.now() / 1000) : options.now;
    super(new Caller(platform, undefined, transport, now));
    this.#platform = platform;
    this.#transport = transport;
    this.#now = now;
  }

  /**
   * Returns the merchant with this connected account. Every call made through it is on that account; for a
   * webhook, pass the event's `account`.
   *
   * @throws {@link CounterfoilError} `invalid_account_id`.
   */
  merchant(account: string): Merchant {
    const id = text(account, "account");
    this.#platform.use((platform) => platform.check_account(id));
    return new Merchant(id, new Caller(this.#platform, id, this.#transport, this.#now));
  }

  /** Builds a call on the platform's own account, which you send yourself. */
  call<N extends PlatformOperation>(
    operation: N,
    params: Operations[N]["params"],
    ...options: Operations[N]["options"]
  ): Call<Operations[N]["answer"]> {
    return this.caller.call(operation, params, options[0]);
  }

  /**
   * Reads the object that a thin event names, for {@link Event.outcomeWith}: from the event's account, or from the
   * platform where it is the platform's own.
   *
   * @throws {@link CounterfoilError} `wrong_type` for an event whose outcome is not `fetch`; `wrong_scope` for one
   * that names no merchant.
   */
  async fetch(event: Event): Promise<{ readonly raw: string }> {
    return this.fetchCall(event).send(this.#transport);
  }

  /** The call of {@link fetch}, to be sent by you. */
  fetchCall(event: Event): Call<{ readonly raw: string }> {
    const named = event.toFetch();
    if (named === null) throw wrongType("event", "one whose outcome is `fetch`", event.type);
    const [written, account] = [json(named), event.account ?? undefined];
    return new Call(this.#platform, (platform) => platform.fetch(written, account));
  }

  /**
   * Restores a call that {@link Call.save} returned: with the same body, key, account and version, and the
   * count of attempts. A text that was changed, or saved under another secret key, is rejected.
   *
   * @throws {@link CounterfoilError} `invalid_saved_call`.
   */
  resume<A = unknown>(saved: string): Call<A> {
    const line = text(saved, "saved");
    return new Call(this.#platform, (platform) => platform.resume(line));
  }
}

/** One merchant of a platform. Its methods are on the merchant's account. */
export class Merchant extends MerchantResources {
  /** The connected account, `acct_…`. */
  readonly account: string;

  /** @internal */
  constructor(account: string, caller: Caller) {
    super(caller);
    this.account = account;
  }

  /** Builds a call on the merchant's account, which you send yourself. */
  call<N extends MerchantOperation>(
    operation: N,
    params: Operations[N]["params"],
    ...options: Operations[N]["options"]
  ): Call<Operations[N]["answer"]> {
    return this.caller.call(operation, params, options[0]);
  }
}

/**
 * Returns the idempotency key for one purpose (`checkout`, `refund`) of a merchant's `reference`: the same in
 * every process, different for every other merchant, reference and purpose.
 *
 * The reference is your own name for what must happen once. If an order can have several attempts or parts,
 * it names the particular one: `order-42/1` is its first session, `order-42/2` a new one after that has
 * expired, and partial refunds are `refund-7` and `refund-8`, by their ids in your books. For the key of an
 * earlier one, Stripe repeats its response and does nothing.
 *
 * @throws {@link CounterfoilError} `invalid_account_id`.
 */
export function idempotencyKey(account: string, reference: string, purpose: string): string {
  const [id, order, what] = [text(account, "account"), text(reference, "reference"), text(purpose, "purpose")];
  return native.guard(() => native.idempotency_key(id, order, what));
}

/**
 * Reads the response to an operation, for hosts that keep no call. Pages of lists have no call for the next
 * page.
 *
 * @throws {@link CounterfoilError} for everything but the requested object.
 */
export function readAnswer<N extends keyof Operations>(operation: N, response: HttpResponse): Operations[N]["answer"] {
  const name = text(operation, "operation");
  const [status, headers, body] = crossing(response);
  const answer = native.guard(() => native.read_answer(name, status, headers, body));
  return answerFrom(JSON.parse(answer), body);
}

/**
 * Returns how many milliseconds to wait before the next attempt, or `null` if there should be none. `attempt`
 * is the number of the one that just ended; the first is 1. `outcome` is its response, or why there is none.
 */
export function retryAfterMs(
  outcome: HttpResponse | TransportErrorKind,
  options: { attempt: number; maxRetries?: number; jitter?: number },
): number | null {
  const attempt = integer(options.attempt, "attempt", 0, MOST);
  const retries = integer(options.maxRetries ?? 2, "maxRetries", 0, MOST);
  const jitter = number(options.jitter ?? Math.random(), "jitter");
  const failure = typeof outcome === "string" ? oneOf(outcome, "failure", FAILURES) : undefined;
  const answer = typeof outcome === "string" ? { status: 0, headers: [], body: new Uint8Array() } : outcome;
  const [status, headers, body] = crossing(answer);
  const after = native.guard(() =>
    native.retry_after_ms(attempt, retries, jitter, failure, status, headers, body),
  );
  return after ?? null;
}
