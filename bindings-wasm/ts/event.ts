import { allExact, integer, json, parsed, text } from "./border.js";
import type { Difference, Expected, Session } from "./generated/records.js";
import { withRaw } from "./object.js";

/** Whether what was subscribed to is to be provided. */
export type PlanStatus = "pending" | "active" | "past_due" | "suspended" | "canceled";

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
      /** What it is about: of `refunded` what went back this time, where the event says so. */
      readonly amount: number | null;
      /** What was paid so far of a payment intent or an invoice. */
      readonly amount_paid: number | null;
      /** What is left to pay of an invoice. */
      readonly amount_remaining: number | null;
      /** What was given back so far of a charge or an application fee. */
      readonly amount_refunded: number | null;
      readonly currency: string | null;
      readonly payment_intent: string | null;
      readonly charge: string | null;
      readonly account: string | null;
      readonly subscription: string | null;
      readonly customer: string | null;
      /** Whether the plan that was subscribed to is to be provided; see `planStatus`. */
      readonly plan_status: PlanStatus | null;
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
  readonly #crossing: EventCrossing;
  #decided: Outcome | undefined;

  /** @internal */
  constructor(text: string, body: Uint8Array, crossing: EventCrossing) {
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
    this.#crossing = crossing;
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
    return parsed(this.#crossing.differences(json(expected), this.account ?? undefined, session));
  }

  /**
   * The outcome of a thin event, once the object that its outcome names was retrieved, from the event's
   * account or, for application fees and accounts, from the platform. Its `raw` is enough, the text of
   * Stripe's answer.
   *
   * @throws {@link CounterfoilError} `wrong_object` if it is another object.
   */
  outcomeWith(object: { readonly raw: string }): Outcome {
    const raw = text(object.raw, "object.raw");
    return outcomeFrom(JSON.parse(this.#crossing.outcomeWith(raw)), raw);
  }
}

/** What an event asks its WebAssembly module. @internal */
export interface EventCrossing {
  outcomeWith(raw: string): string;
  differences(expected: string, account: string | undefined, session: string | undefined): string;
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
}

/** @internal */
export function outcomeFrom(fields: OutcomeFields, raw: string): Outcome {
  allExact(fields, "", raw);
  if (fields.session) withRaw(fields.session, raw, "Session");
  return fields as Outcome;
}
