import { fetchTransport, type HttpResponse, type Transport, type TransportFailureKind } from "./http.js";
import * as native from "./native.js";
import { type Session, sessionFrom } from "./session.js";
import { Sessions } from "./sessions.js";

export type { CallOptions } from "./sessions.js";

/** A platform's key, and how it talks to Stripe. */
export interface PlatformOptions {
  /** `sk_…`, or a restricted `rk_…`. */
  secretKey: string;
  /** Another server than Stripe's, such as a simulator: an origin without a path. */
  apiBase?: string;
  /** Another version of Stripe's API than `2026-10-28.endive`. */
  apiVersion?: string;
  /** How many attempts may follow the first; 2 if absent. */
  maxRetries?: number;
  /** How requests are sent; {@link fetchTransport} if absent. */
  transport?: Transport;
}

/** A platform. Make one and keep it. Printing it shows no secret. */
export class Platform {
  readonly #platform: native.NativePlatform;
  readonly #transport: Transport;

  /**
   * @throws {@link CounterfoilError} `invalid_secret_key`, `invalid_api_base`, `invalid_api_version`.
   */
  constructor(options: PlatformOptions) {
    const { secretKey, apiBase, apiVersion, maxRetries } = options;
    this.#platform = native.guard(() => new native.NativePlatform(secretKey, apiBase, apiVersion, maxRetries));
    this.#transport = options.transport ?? fetchTransport();
  }

  /**
   * The merchant that has this connected account. Everything done through it happens on that account;
   * for a webhook, pass the event's `account`.
   *
   * @throws {@link CounterfoilError} `invalid_account_id`.
   */
  merchant(account: string): Merchant {
    native.guard(() => this.#platform.check_account(account));
    return new Merchant(account, new Sessions(this.#platform, account, this.#transport));
  }
}

/** One merchant of a platform. */
export class Merchant {
  /** The connected account, `acct_…`. */
  readonly account: string;
  /** The merchant's hosted Checkout. */
  readonly checkout: { readonly sessions: Sessions };

  /** @internal */
  constructor(account: string, sessions: Sessions) {
    this.account = account;
    this.checkout = { sessions };
  }
}

/**
 * Reads the answer to creating or retrieving a session, for hosts that keep no call.
 *
 * @throws {@link CounterfoilError} for everything that is not the session asked for.
 */
export function readSession(response: HttpResponse): Session {
  const headers = JSON.stringify([...response.headers]);
  const session = native.guard(() => native.read_session(response.status, headers, response.body));
  return sessionFrom(JSON.parse(session), new TextDecoder().decode(response.body));
}

/**
 * How many milliseconds to wait before the next attempt, or `null` if there should be none. `attempt`
 * is the one that just ended, the first being 1; `outcome` is its answer or why there is none.
 */
export function retryAfterMs(
  outcome: HttpResponse | TransportFailureKind,
  options: { attempt: number; maxRetries?: number; jitter?: number },
): number | null {
  const { attempt, maxRetries = 2, jitter = Math.random() } = options;
  const [failure, response] = typeof outcome === "string" ? [outcome, undefined] : [undefined, outcome];
  const headers = JSON.stringify([...(response?.headers ?? [])]);
  const [status, body] = [response?.status ?? 0, response?.body ?? new Uint8Array()];
  return (
    native.guard(() => native.retry_after_ms(attempt, maxRetries, jitter, failure, status, headers, body)) ?? null
  );
}
