import { bytes, integer, MOST, oneOf, text, wrongType } from "./border.js";
import { Event } from "./event.js";
import { hostMac } from "./mac.js";
import { guard } from "./module.js";
import type * as native from "./native.js";

/** What both WebAssembly modules have: the whole one and the one for webhooks alone. @internal */
export type ReceivingModule = Pick<
  typeof native,
  "advance" | "differences" | "NativeKeyring" | "unwrap_envelope" | "unwrapped_outcome_with"
>;

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

/** Verifies deliveries, on whichever module. */
export abstract class Receiver {
  readonly #module: ReceivingModule;
  readonly #keyring: native.NativeKeyring;

  /** @internal */
  constructor(module: ReceivingModule, secrets: readonly EndpointSecret[], options: WebhooksOptions) {
    if (!Array.isArray(secrets)) throw wrongType("secrets", "an array", secrets);
    const settings = {
      secrets: secrets.map((entry, index) => secretSettings(entry, `secrets[${index}]`)),
      tolerance: toleranceSetting(options.tolerance),
      max_body: options.maxBody === undefined ? undefined : integer(options.maxBody, "maxBody", 0, MOST),
    };
    this.#module = module;
    this.#keyring = guard(() => new module.NativeKeyring(JSON.stringify(settings), hostMac()));
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
    const fields = guard(() => keyring.verify(proven, header, now));
    return event(this.#module, fields, proven, (raw) => keyring.outcome_with(proven, header, now, raw));
  }
}

/** The event inside an envelope. @internal */
export function unwrapped(module: ReceivingModule, provider: "event_bridge" | "event_grid", envelope: Uint8Array): Event {
  const proven = new Uint8Array(bytes(envelope, "envelope"));
  const fields = guard(() => module.unwrap_envelope(provider, proven));
  return event(module, fields, proven, (raw) => module.unwrapped_outcome_with(provider, proven, raw));
}

function event(module: ReceivingModule, fields: string, proven: Uint8Array, outcomeWith: (raw: string) => string): Event {
  return new Event(fields, proven, {
    outcomeWith: (raw) => guard(() => outcomeWith(raw)),
    differences: (...recorded) => guard(() => module.differences(...recorded)),
  });
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
