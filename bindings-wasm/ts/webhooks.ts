import { allExact, bytes, integer, json, MOST, oneOf, parsed, text, wrongType } from "./border.js";
import * as native from "./native.js";
import type { Difference, Expected, Session } from "./generated/records.js";
import { hostMac } from "./mac.js";
import { withRaw } from "./object.js";

/** One endpoint's signing secret, and what the endpoint should receive. */
export interface EndpointSecret {
  /** A name of its own, for logs: `connect`, `platform`, `old`. */
  label: string;
  /** The whole string that Stripe shows, `whsec_` included. */
  secret: string;
  /** Ignores events from another source: of connected accounts, or of the platform's own. */
  source?: "connected" | "platform";
  /** Ignores events of another mode: Stripe sends test events to live Connect endpoints too. */
  mode?: "live" | "test";
}

/** How strictly deliveries are taken. */
export interface WebhooksOptions {
  /** How many seconds a signature's time may be from now, in either direction; 300 if absent. */
  tolerance?: number | "unchecked";
  /** How many bytes a body may have; 1 MiB if absent. */
  maxBody?: number;
}

/** How one delivery is verified. */
export interface VerifyOptions {
  /** The time in unix seconds; the host's clock if absent. */
  now?: number;
}

/** Outcomes by name. */
export type OutcomeKind = Outcome["kind"];

/**
 * What an event means for an order. Pass its `kind` to `advance`.
 *
 * - `paid`: the money is there, hand over the goods, once;
 * - `awaiting_payment`: a payment that takes days, such as a bank debit, is on its way;
 * - `payment_failed`: it failed after the customer left, ask for a new order;
 * - `expired`: the session ended without a payment;
 * - `nothing_to_pay`: a full discount or a trial, hand over the goods at once;
 * - `setup_complete`: a payment method was kept for later;
 * - `fetch`: a thin event; retrieve the object that it names and call {@link Event.outcomeWith};
 * - `still_open`: from {@link reconcile} alone: the customer has not paid yet;
 * - every other kind tells of what comes after a payment; `event.object` is the whole object, and no
 *   order moves by it;
 * - `ignored`: genuine, but nothing to act on; answer 2xx.
 */
export type Outcome =
  | {
      readonly kind:
        | "paid"
        | "awaiting_payment"
        | "payment_failed"
        | "expired"
        | "nothing_to_pay"
        | "setup_complete"
        | "still_open";
      readonly session: Session;
    }
  | { readonly kind: "fetch"; readonly object: string; readonly id: string }
  | {
      readonly kind:
        | "payment_changed"
        | "refunded"
        | "refund_changed"
        | "dispute_changed"
        | "fee_changed"
        | "fee_refund_changed"
        | "invoice_paid"
        | "invoice_failed"
        | "subscription_changed"
        | "account_changed"
        | "capability_changed"
        | "disconnected";
      readonly object: string;
      readonly id: string;
      readonly status: string | null;
      readonly amount: number | null;
      readonly currency: string | null;
      readonly payment_intent: string | null;
      readonly charge: string | null;
      readonly account: string | null;
    }
  | {
      readonly kind: "ignored";
      readonly reason:
        | "other_type"
        | "wrong_source"
        | "wrong_mode"
        | "unknown_payment_status"
        | "unreadable_object"
        | (string & {});
    };

/** Verifies what Stripe posts. Make one when the process starts. Printing it shows no secret. */
export class Webhooks {
  readonly #keyring: native.NativeKeyring;

  /**
   * @throws {@link CounterfoilError} `invalid_webhook_secret`, `duplicate_label`, `duplicate_secret`,
   * `missing_parameter`, each at `secrets[i]`; `wrong_type`, `out_of_range`, `invalid_value`.
   */
  constructor(secrets: readonly EndpointSecret[], options: WebhooksOptions = {}) {
    if (!Array.isArray(secrets)) throw wrongType("secrets", "an array", secrets);
    const settings = {
      secrets: secrets.map((entry, index) => secretSettings(entry, `secrets[${index}]`)),
      tolerance: toleranceSetting(options.tolerance),
      max_body: options.maxBody === undefined ? undefined : integer(options.maxBody, "maxBody", 0, MOST),
    };
    this.#keyring = native.guard(() => new native.NativeKeyring(JSON.stringify(settings), hostMac()));
  }

  /**
   * Verifies a delivery: the raw bytes of the body, before anything parses them, and the header
   * `Stripe-Signature`. Synchronous in every runtime.
   *
   * @throws {@link WebhookRejection} if it is not genuine; {@link CounterfoilError} `wrong_type` if the
   * body is not bytes.
   */
  verify(body: Uint8Array, signature: string | null | undefined, options: VerifyOptions = {}): Event {
    // A copy: what is proven must stay as it is, whatever the server does with its buffer afterwards.
    const proven = new Uint8Array(bytes(body, "body"));
    const now = integer(options.now ?? Math.floor(Date.now() / 1000), "now");
    const header = signature === undefined || signature === null ? undefined : text(signature, "signature");
    const keyring = this.#keyring;
    const fields = native.guard(() => keyring.verify(proven, header, now));
    const outcomeWith = (operation: string, raw: string): string =>
      native.guard(() => keyring.outcome_with(proven, header, now, operation, raw));
    return new Event(fields, proven, outcomeWith);
  }
}

/**
 * The event inside an envelope of Amazon EventBridge. The envelope carries no signature: call this only
 * with what the provider itself handed over, never with the body of a public request.
 *
 * @throws {@link WebhookRejection} `invalid_utf8`, `invalid_json`, `duplicate_key`, `not_an_event`.
 */
export function eventFromEventBridge(envelope: Uint8Array): Event {
  return unwrapped("event_bridge", envelope);
}

/** The same for Azure Event Grid. */
export function eventFromEventGrid(envelope: Uint8Array): Event {
  return unwrapped("event_grid", envelope);
}

function unwrapped(provider: string, envelope: Uint8Array): Event {
  const proven = new Uint8Array(bytes(envelope, "envelope"));
  const fields = native.guard(() => native.unwrap_envelope(provider, proven));
  const outcomeWith = (operation: string, raw: string): string =>
    native.guard(() => native.unwrapped_outcome_with(provider, proven, operation, raw));
  return new Event(fields, proven, outcomeWith);
}

/**
 * An event that is proven to come from Stripe. Printing it leaves out the object, which holds personal
 * data.
 */
export class Event {
  /** `evt_…`. Two events can tell the same fact; see {@link Event.dedupeKey}. */
  readonly id: string;
  /** Stripe's name for what happened; thin events of v1 objects have a `v1.` before it. */
  readonly type: string;
  /** The connected account on which it happened; pass it to `platform.merchant`. */
  readonly account: string | null;
  /** Whether real money moved. */
  readonly livemode: boolean;
  /** Unix seconds. Events arrive in any order; do not sort by it. */
  readonly created: number;
  /** The version of Stripe's API in which a snapshot is written. */
  readonly apiVersion: string | null;
  /** Whether the event carries its object, or names it to be fetched. */
  readonly shape: "snapshot" | "thin";
  /** The label of the secret that proved it. */
  readonly label: string;
  /** A key under which to remember that this fact was handled. */
  readonly dedupeKey: string;
  readonly #object: Uint8Array | null;
  readonly #outcome: EventFields["outcome"];
  readonly #outcomeWith: (operation: string, raw: string) => string;
  #decided: Outcome | undefined;

  /** @internal */
  constructor(text: string, body: Uint8Array, outcomeWith: (operation: string, raw: string) => string) {
    const fields: EventFields = JSON.parse(text);
    // A genuine event stays one, whatever its object holds: that is told when the outcome is asked for.
    this.created = integer(fields.created, "created");
    this.id = fields.id;
    this.type = fields.type;
    this.account = fields.account;
    this.livemode = fields.livemode;
    this.apiVersion = fields.api_version;
    this.shape = fields.shape;
    this.label = fields.label;
    this.dedupeKey = fields.dedupe_key;
    this.#object = fields.object && body.subarray(...fields.object);
    this.#outcome = fields.outcome;
    this.#outcomeWith = outcomeWith;
  }

  /**
   * What happened, as far as an order is concerned. Never decide by the type alone.
   *
   * @throws {@link CounterfoilError} `out_of_range` for an amount that a number does not hold exactly; its
   * `raw` and {@link Event.object} have it.
   */
  get outcome(): Outcome {
    this.#decided ??= outcomeFrom(this.#outcome, this.object ?? "");
    return this.#decided;
  }

  /** The object of a snapshot event, as JSON text. */
  get object(): string | null {
    return this.#object && new TextDecoder().decode(this.#object);
  }

  /**
   * Everything about the outcome's session that is not as the order was recorded. Compare what you know
   * before goods leave, and have somebody look at every difference.
   *
   * @throws {@link CounterfoilError} `no_session` for an outcome without one; `unknown_parameter`,
   * `wrong_type`.
   */
  differences(expected: Expected): Difference[] {
    const session = this.#outcome.session && (this.object ?? undefined);
    return parsed(native.guard(() => native.differences(json(expected), this.account ?? undefined, session)));
  }

  /**
   * The outcome of a thin event, once the object that its outcome names was retrieved, from the event's
   * account or, for application fees and accounts, from the platform.
   *
   * @throws {@link CounterfoilError} `wrong_object` if it is another object.
   */
  outcomeWith(object: { readonly raw: string }): Outcome {
    const raw = text(object.raw, "object.raw");
    return outcomeFrom(JSON.parse(this.#outcomeWith(this.#outcome.operation ?? "checkout.retrieve", raw)), raw);
  }
}

function secretSettings({ label, secret, source, mode }: EndpointSecret, path: string): object {
  return {
    label: text(label, `${path}.label`),
    secret: text(secret, `${path}.secret`),
    connected:
      source === undefined ? undefined : oneOf(source, `${path}.source`, ["connected", "platform"]) === "connected",
    live: mode === undefined ? undefined : oneOf(mode, `${path}.mode`, ["live", "test"]) === "live",
  };
}

/** `null` crosses as unchecked, so nothing may become it by mistake: as JSON, `NaN` would. */
function toleranceSetting(tolerance: WebhooksOptions["tolerance"]): number | null | undefined {
  if (tolerance === undefined) return undefined;
  return tolerance === "unchecked" ? null : integer(tolerance, "tolerance", 0, MOST);
}

interface EventFields {
  id: string;
  type: string;
  account: string | null;
  livemode: boolean;
  created: number;
  api_version: string | null;
  shape: "snapshot" | "thin";
  label: string;
  dedupe_key: string;
  object: [start: number, end: number] | null;
  outcome: OutcomeFields;
}

/** @internal */
export interface OutcomeFields {
  kind: string;
  session?: object;
  /** Of a thin event, the operation that reads its object. */
  operation?: string;
}

/** @internal */
export function outcomeFrom(fields: OutcomeFields, raw: string): Outcome {
  allExact(fields, "", raw);
  if (fields.session) withRaw(fields.session, raw);
  if (fields.operation) Object.defineProperty(fields, "operation", { enumerable: false });
  return fields as Outcome;
}
