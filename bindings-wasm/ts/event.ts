import { allExact, integer, json, parsed, text } from "./border.js";
import { AT, type Packed } from "./delivery.js";
import { type IgnoredReason, OF_SESSIONS, type Outcome, type SessionKind } from "./generated/outcomes.js";
import type { Difference, Expected, Session } from "./generated/records.js";
import { INSPECT, withRaw } from "./object.js";
import { sessionOf } from "./session.js";

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
  readonly #packed: Packed;
  readonly #crossing: EventCrossing;
  #decided: Outcome | undefined;

  /** @internal */
  constructor(packed: Packed, label: string, crossing: EventCrossing) {
    // A genuine event stays one, whatever its object holds: that is reported when the outcome is asked for.
    this.created = integer(packed.created(), "created");
    this.id = packed.text(AT.id) ?? "";
    this.type = packed.text(AT.type) ?? "";
    this.account = packed.text(AT.account);
    this.livemode = packed.number(AT.livemode) === 1;
    this.apiVersion = packed.text(AT.apiVersion);
    this.shape = packed.number(AT.shape) === 1 ? "thin" : "snapshot";
    this.label = label;
    this.dedupeKey = dedupeKey(packed, this.account);
    this.#packed = packed;
    this.#crossing = crossing;
  }

  /**
   * What happened, as far as an order is concerned. Never decide by the type alone.
   *
   * @throws {@link CounterfoilError} `out_of_range` for an amount that a number does not hold exactly; its
   * `raw` and {@link Event.object} have it. Of a session that is reported when `session` is read.
   */
  get outcome(): Outcome {
    this.#decided ??= this.#decide();
    return this.#decided;
  }

  /** The object of a snapshot event, as JSON text. */
  get object(): string | null {
    return this.#packed.text(AT.object);
  }

  /**
   * Returns every difference between the outcome's session and the order as you recorded it. Compare before you
   * fulfill the order, and have every difference reviewed.
   *
   * @throws {@link CounterfoilError} `no_session` for an outcome without one; `unknown_parameter`,
   * `wrong_type`.
   */
  differences(expected: Expected): Difference[] {
    const session = OF_SESSIONS.has(this.#kind()) ? (this.object ?? undefined) : undefined;
    return parsed(this.#crossing.differences(json(expected), this.account ?? undefined, session));
  }

  /**
   * The outcome of a thin event, once the object that its outcome names was retrieved, as `platform.fetch(event)`
   * does. Its `raw` is enough, the text of Stripe's answer.
   *
   * @throws {@link CounterfoilError} `wrong_object` if it is another object.
   */
  outcomeWith(object: { readonly raw: string }): Outcome {
    const raw = text(object.raw, "object.raw");
    return outcomeFrom(JSON.parse(this.#crossing.outcomeWith(raw)), raw);
  }

  /** What has to be read before the outcome is known. @internal */
  toFetch(): { object: string; id: string; parent: string } | null {
    if (this.#kind() !== "fetch") return null;
    const at = (place: number) => this.#packed.text(place) ?? "";
    return { object: at(AT.fetchObject), id: at(AT.fetchId), parent: at(AT.fetchParent) };
  }

  /**
   * The event as plain data for a queue, to be handled in another process: it survives `JSON.stringify` and
   * `structuredClone`. It is the delivery itself, personal data included, so that `Webhooks.resume` proves the event again
   * before it gives it back. Printing it shows no body.
   */
  save(): SavedEvent {
    const saved = this.#crossing.save();
    const shown = Object.fromEntries(Object.entries(saved).filter(([name]) => name !== "body"));
    return Object.defineProperty(saved, INSPECT, { value: () => shown });
  }

  #kind(): string {
    return this.#crossing.names().outcomes[this.#packed.number(AT.outcome)] ?? "ignored";
  }

  #decide(): Outcome {
    const [kind, packed, crossing] = [this.#kind(), this.#packed, this.#crossing];
    if (OF_SESSIONS.has(kind)) return withSession(kind as SessionKind, packed);
    if (kind === "fetch") return { kind, object: packed.text(AT.fetchObject) ?? "", id: packed.text(AT.fetchId) ?? "" };
    if (kind === "ignored") return { kind, reason: (crossing.names().ignored_reasons[packed.number(AT.reason)] ?? "") as IgnoredReason };
    return outcomeFrom(JSON.parse(crossing.outcome()), this.object ?? "");
  }
}

/** The key that the core has decided on: a text, or the account, the type and a text. */
function dedupeKey(packed: Packed, account: string | null): string {
  const text = packed.text(AT.dedupe + 1) ?? "";
  if (packed.number(AT.dedupe) === 0) return text;
  const type = packed.between(packed.number(AT.plainType), packed.number(AT.type + 1));
  return `${account ?? "platform"}:${type}:${text}`;
}

/** An event as {@link Event.save} wrote it down: a delivery with its signature, or an envelope of a cloud provider. */
export type SavedEvent =
  | {
      /** The body, as text. */
      readonly body: string;
      /** The header `Stripe-Signature` that came with it. */
      readonly signature: string;
      /** When it was verified, in unix seconds: its age was right then. */
      readonly verified_at: number;
    }
  | {
      /** The envelope, as text. It has no signature, so that it is proven by nothing but where it was. */
      readonly body: string;
      /** The cloud that handed it over. */
      readonly provider: "event_bridge" | "event_grid";
    };

/** What an event asks its WebAssembly module. @internal */
export interface EventCrossing {
  save(): SavedEvent;
  names(): Names;
  outcome(): string;
  outcomeWith(raw: string): string;
  differences(expected: string, account: string | undefined, session: string | undefined): string;
}

/** The names of what the core tells by numbers. @internal */
export interface Names {
  readonly outcomes: readonly string[];
  readonly ignored_reasons: readonly string[];
}

/** @internal */
export interface OutcomeFields {
  kind: string;
  record: string | null;
  object: object | null;
  reason: string | null;
  fetch: { object: string; id: string } | null;
  subject: object | null;
}

/** The session is read when it is first used. */
function withSession(kind: SessionKind, packed: Packed): Outcome {
  let session: Session | undefined;
  return {
    kind,
    get session() {
      session ??= sessionOf(packed);
      return session;
    },
  };
}

function exactSession(fields: object, raw: string): Session {
  allExact(fields, "session", raw);
  return withRaw(fields, raw, "Session");
}

/** @internal */
export function outcomeFrom({ kind, record, object, reason, fetch, subject }: OutcomeFields, raw: string): Outcome {
  if (record === "Session") return { kind, session: exactSession(object ?? {}, raw) } as Outcome;
  if (fetch !== null) return { kind, object: fetch.object, id: fetch.id } as Outcome;
  if (reason !== null) return { kind, reason } as Outcome;
  const fields = { kind, ...subject };
  allExact(fields, "", raw);
  return fields as Outcome;
}
