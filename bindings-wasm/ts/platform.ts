import { integer, MOST, number, oneOf, text } from "./border.js";
import {
  crossing,
  FAILURES,
  fetchTransport,
  type HttpResponse,
  type Transport,
  type TransportFailureKind,
} from "./http.js";
import * as native from "./native.js";
import { type Session, sessionFrom } from "./session.js";
import { Sessions } from "./sessions.js";

export type { CallOptions } from "./sessions.js";

/** The version of Stripe's API that is asked for unless a platform names another. */
export const API_VERSION: string = native.api_version();

/** A platform's key, and how it talks to Stripe. */
export interface PlatformOptions {
  /** `sk_…`, or a restricted `rk_…`. */
  secretKey: string;
  /** Another server than Stripe's, such as a simulator: an origin without a path. */
  apiBase?: string;
  /** Another version of Stripe's API than {@link API_VERSION}. */
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
   * @throws {@link CounterfoilError} `invalid_secret_key`, `invalid_api_base`, `invalid_api_version`,
   * `out_of_range`.
   */
  constructor(options: PlatformOptions) {
    const secretKey = text(options.secretKey, "secretKey");
    const apiBase = options.apiBase === undefined ? undefined : text(options.apiBase, "apiBase");
    const apiVersion = options.apiVersion === undefined ? undefined : text(options.apiVersion, "apiVersion");
    const retries = options.maxRetries === undefined ? undefined : integer(options.maxRetries, "maxRetries", 0, MOST);
    this.#platform = native.guard(() => new native.NativePlatform(secretKey, apiBase, apiVersion, retries));
    this.#transport = options.transport ?? fetchTransport();
  }

  /**
   * The merchant that has this connected account. Everything done through it happens on that account;
   * for a webhook, pass the event's `account`.
   *
   * @throws {@link CounterfoilError} `invalid_account_id`.
   */
  merchant(account: string): Merchant {
    const id = text(account, "account");
    native.guard(() => this.#platform.check_account(id));
    return new Merchant(id, new Sessions(this.#platform, id, this.#transport));
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
  const [status, headers, body] = crossing(response);
  const session = native.guard(() => native.read_session(status, headers, body));
  return sessionFrom(JSON.parse(session), new TextDecoder().decode(body));
}

/**
 * How many milliseconds to wait before the next attempt, or `null` if there should be none. `attempt`
 * is the one that just ended, the first being 1; `outcome` is its answer or why there is none.
 */
export function retryAfterMs(
  outcome: HttpResponse | TransportFailureKind,
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
