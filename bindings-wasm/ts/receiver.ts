import { type Bytes, bytes, integer, MOST, oneOf, rawBody, text, wrongType } from "./border.js";
import { AT } from "./delivery.js";
import { Event, type SavedEvent } from "./event.js";
import type { Event as TypedEvent } from "./event-types.js";
import { type Hash, hostHash } from "./hash.js";
import { Held } from "./module.js";
import type * as native from "./native.js";
import { TextDecoder, TextEncoder } from "./text.js";

/** What both WebAssembly modules have in common: the whole one and the one for webhooks alone. @internal */
export type ReceivingModule = Pick<
  typeof native,
  | "advance"
  | "buffer"
  | "differences"
  | "instance"
  | "NativeKeyring"
  | "names"
  | "unwrap_envelope"
  | "unwrapped_outcome"
  | "unwrapped_outcome_with"
>;

/** One endpoint's signing secret, and what the endpoint should receive. */
export interface EndpointSecret {
  /** A unique name for logs: `connect`, `platform`, `old`. */
  label: string;
  /** The whole string that Stripe shows, including `whsec_`. */
  secret: string;
  /** Ignores events from another source: of connected accounts, or of the platform's own. */
  source?: "connected" | "platform";
  /** Ignores events of another mode: Stripe sends test events to live Connect endpoints too. */
  mode?: "live" | "test";
}

/** How strictly deliveries are checked. */
export interface WebhooksOptions {
  /** How far a signature's time may be from now, in seconds, in either direction; 300 if absent. */
  tolerance?: number | "unchecked";
  /** The maximum size of a body in bytes; 1 MiB if absent. */
  maxBody?: number;
}

/** How one delivery is verified. */
export interface VerifyOptions {
  /** The time in unix seconds; the host's clock if absent. */
  now?: number;
}

/** Verifies deliveries, on whichever module. */
export abstract class Receiver {
  readonly #module: ReceivingModule;
  readonly #keyring: Held<native.NativeKeyring>;
  readonly #maxBody: number;
  readonly #labels: readonly string[];
  readonly #hash: Hash | undefined;

  /** @internal */
  constructor(module: ReceivingModule, secrets: readonly EndpointSecret[], options: WebhooksOptions) {
    if (!Array.isArray(secrets)) throw wrongType("secrets", "an array", secrets);
    const settings = {
      secrets: secrets.map((entry, index) => secretSettings(entry, `secrets[${index}]`)),
      tolerance: toleranceSetting(options.tolerance),
      max_body: options.maxBody === undefined ? undefined : integer(options.maxBody, "maxBody", 0, MOST),
    };
    const written = JSON.stringify(settings);
    this.#module = module;
    this.#keyring = new Held(module.instance, () => new module.NativeKeyring(written));
    this.#maxBody = this.#keyring.use((keyring) => keyring.max_body());
    this.#labels = settings.secrets.map(({ label }) => label);
    this.#hash = hostHash();
  }

  /** The maximum size of a body in bytes. */
  get maxBody(): number {
    return this.#maxBody;
  }

  /**
   * Verifies a delivery: the raw bytes of the body, before anything decodes or parses them, and the header
   * `Stripe-Signature`. Synchronous in every runtime.
   *
   * The bytes are a `Buffer`, a `Uint8Array` or an `ArrayBuffer`: `request.body` after
   * `express.raw({ type: "application/json" })`, or what `await request.arrayBuffer()` gives in Next.js, Hono,
   * Workers, Deno and Bun.
   *
   * @throws {@link WebhookError} if it is not genuine; {@link CounterfoilError} `wrong_type` if the
   * body is not bytes, `internal` if the module stopped.
   */
  verify(body: Bytes, signature: string | null | undefined, options: VerifyOptions = {}): TypedEvent {
    // One byte too many is enough to reject a body that is too large: the module's memory never shrinks.
    const received = rawBody(body, "body").subarray(0, this.#maxBody + 1);
    const now = integer(options.now ?? Math.floor(Date.now() / 1000), "now");
    const header = signature === undefined || signature === null ? undefined : text(signature, "signature");
    const [module, keyring, labels] = [this.#module, this.#keyring, this.#labels];
    const packed = keyring.use((keyring) =>
      module.buffer.verify(keyring, labels.length, this.#hash, received, header, now),
    );
    const secret = packed.number(AT.secret);
    return new Event(packed, labels[secret] ?? "", {
      names: module.names,
      save: () => ({ body: decoder.decode(packed.bytes()), signature: header ?? "", verified_at: now }),
      outcome: () => keyring.use((keyring) => keyring.outcome(secret, packed.bytes())),
      outcomeWith: (raw) => keyring.use((keyring) => keyring.outcome_with(secret, packed.bytes(), raw)),
      differences: (...recorded) => module.instance.guard(() => module.differences(...recorded)),
    }) as TypedEvent;
  }

  /**
   * Returns the event that {@link Event.save} returned, perhaps in another process. This keyring checks its
   * signature again, as of the time at which it was verified, so the queue need not be trusted.
   *
   * An event from EventBridge or Event Grid has no signature, so it is refused here. Where the queue is as
   * secure as the cloud's own, pass the bytes of its `body` to `eventFromEventBridge` or `eventFromEventGrid`
   * again.
   *
   * @throws {@link WebhookError} if it was changed, has no signature, or its secret is no longer in the keyring;
   * {@link CounterfoilError} `wrong_type` if it is not a saved event.
   */
  resume(saved: SavedEvent): TypedEvent {
    if (typeof saved !== "object" || saved === null) throw wrongType("saved", "a saved event", saved);
    const body = new TextEncoder().encode(text(saved.body, "saved.body"));
    if (!("signature" in saved)) return this.verify(body, undefined);
    const now = integer(saved.verified_at, "saved.verified_at");
    return this.verify(body, text(saved.signature, "saved.signature"), { now });
  }
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Reads the event inside an envelope. @internal */
export function unwrapped(module: ReceivingModule, provider: "event_bridge" | "event_grid", envelope: Bytes): TypedEvent {
  // A copy: proven bytes must not change, whatever the server does with its buffer afterwards.
  const proven = new Uint8Array(bytes(envelope, "envelope"));
  const guard = <T>(call: () => T): T => module.instance.guard(call);
  const packed = guard(() => module.buffer.packed(module.unwrap_envelope(provider, proven), proven));
  return new Event(packed, provider, {
    names: module.names,
    save: () => ({ body: decoder.decode(proven), provider }),
    outcome: () => guard(() => module.unwrapped_outcome(provider, proven)),
    outcomeWith: (raw) => guard(() => module.unwrapped_outcome_with(provider, proven, raw)),
    differences: (...recorded) => guard(() => module.differences(...recorded)),
  }) as TypedEvent;
}

function secretSettings({ label, secret, source, mode }: EndpointSecret, path: string) {
  return {
    label: text(label, `${path}.label`),
    secret: text(secret, `${path}.secret`),
    connected:
      source === undefined ? undefined : oneOf(source, `${path}.source`, ["connected", "platform"]) === "connected",
    live: mode === undefined ? undefined : oneOf(mode, `${path}.mode`, ["live", "test"]) === "live",
  };
}

/** `null` means unchecked in the module, so nothing else may become `null`, as `NaN` would in JSON. */
function toleranceSetting(tolerance: WebhooksOptions["tolerance"]): number | null | undefined {
  if (tolerance === undefined) return undefined;
  return tolerance === "unchecked" ? null : integer(tolerance, "tolerance", 0, MOST);
}
