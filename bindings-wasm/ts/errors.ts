import { type ErrorCode, REJECTION_STATUS, type WebhookErrorCode } from "./generated/outcomes.js";

/** One wrong value: where it is, which rule it breaks, and what was expected. */
export interface Fault {
  /** Stripe's parameter path, such as `line_items[3].quantity`; empty for the value as a whole. */
  readonly path: string;
  /** The rule, in stable snake case. */
  readonly code: ErrorCode;
  /** What was expected. */
  readonly message: string;
}

/** An error from Stripe itself. See https://docs.stripe.com/api/errors. */
export interface StripeError {
  /** `invalid_request_error`, `card_error`, `idempotency_error`, `api_error`, or a newer one. */
  readonly type: string;
  /** Stripe's `code`, such as `resource_missing`. */
  readonly code: string | null;
  /** The issuer's reason for a declined card. */
  readonly decline_code: string | null;
  /** The parameter, in Stripe's own notation: `line_items[0][quantity]`. */
  readonly param: string | null;
  /**
   * Stripe's message, meant for developers. It can contain a customer's data, so it is left out when the
   * error is printed, spread or serialized.
   */
  readonly message: string | null;
  /** The issuer's advice after a decline. */
  readonly advice_code: string | null;
  /** A page about the code. */
  readonly doc_url: string | null;
  /** The request in the Dashboard's log. */
  readonly request_log_url: string | null;
  /** The id of the payment intent that it is about. */
  readonly payment_intent: string | null;
  /** Whether it is Stripe's stored response to an earlier request with the same idempotency key. */
  readonly replayed: boolean;
  /** What to do: the error's message says it in words. */
  readonly advice: "retry" | "new_key" | "fix_request" | "fix_key" | "ask_customer" | "contact_stripe";
}

/** @internal */
export interface ErrorFields {
  code: string;
  message: string;
  faults: Fault[];
  status?: number | null;
  request_id?: string | null;
  stripe?: StripeError | null;
  raw?: string | undefined;
  cause?: unknown;
}

/**
 * What went wrong with a request or its response. Decide by {@link CounterfoilError.code}: it is stable and
 * the same in every language. The message says what to do and never contains a secret or Stripe's own
 * message, which is in `stripe`.
 */
export class CounterfoilError extends Error {
  static {
    sharedBetweenCopies(this, "CounterfoilError");
  }

  /** `CounterfoilError`. */
  override readonly name = "CounterfoilError";
  /**
   * The code of the first fault; or what is wrong with the response, or why there is none; or Stripe's own
   * `code` (its `type` if there is no code); or `internal` if the WebAssembly module stopped: the next call
   * restarts it.
   */
  readonly code: ErrorCode;
  /** Everything that was wrong with the caller's values, reported together; empty for other errors. */
  readonly faults: readonly Fault[];
  /** The HTTP status, if there was a response. */
  readonly status: number | null;
  /** The request id to give to Stripe's support, if there was one. */
  readonly requestId: string | null;
  /** Stripe's error, if this is one. */
  readonly stripe: StripeError | null;
  /**
   * For `out_of_range` of a number in Stripe's response: the JSON text, in which it is exact. Stripe has
   * carried out the request. Left out when the error is printed, spread or serialized.
   */
  declare readonly raw: string | null;

  /** @internal */
  constructor(fields: ErrorFields) {
    super(fields.message, fields.cause === undefined ? undefined : { cause: fields.cause });
    this.code = fields.code;
    this.faults = fields.faults;
    this.status = fields.status ?? null;
    this.requestId = fields.request_id ?? null;
    this.stripe = fields.stripe ? withHiddenMessage(fields.stripe) : null;
    Object.defineProperty(this, "raw", { value: fields.raw ?? null });
  }
}

function withHiddenMessage({ message, ...shown }: StripeError): StripeError {
  return Object.defineProperty(shown as StripeError, "message", { value: message, enumerable: false });
}

/**
 * A delivery that is not a genuine event: respond with 400 and the {@link WebhookError.message} (413 for
 * `body_too_large`), log the {@link WebhookError.diagnosis}, and change nothing.
 */
export class WebhookError extends Error {
  static {
    sharedBetweenCopies(this, "WebhookError");
  }

  /** `WebhookError`. */
  override readonly name = "WebhookError";
  /** Which rule the delivery breaks. */
  readonly code: WebhookErrorCode;
  /** What the operator should look at. For the log; it contains no secret and nothing of the body. */
  readonly diagnosis: string;
  /** The HTTP status to respond with. */
  readonly responseStatus: number;

  /** @internal */
  constructor(fields: { code: WebhookErrorCode; message: string; diagnosis: string }) {
    super(fields.message);
    this.code = fields.code;
    this.diagnosis = fields.diagnosis;
    this.responseStatus = REJECTION_STATUS[fields.code];
  }
}

/**
 * Makes `instanceof` accept the errors of every copy of the package in the process: a program can load one
 * with `import` and another with `require`. Subclasses work as usual.
 *
 * @internal
 */
export function sharedBetweenCopies(own: abstract new (...of: never[]) => Error, name: string): void {
  const brand = Symbol.for(`counterfoil.${name}`);
  Object.defineProperty(own.prototype, brand, { value: true });
  const ordinary = Function.prototype[Symbol.hasInstance];
  const isInstance = function (this: unknown, value: unknown): boolean {
    if (this !== own) return ordinary.call(this as () => void, value);
    return typeof value === "object" && value !== null && brand in value;
  };
  Object.defineProperty(own, Symbol.hasInstance, { value: isInstance });
}
