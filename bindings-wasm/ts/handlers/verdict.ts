/** What all webhook handlers share: from a body and a header to a status and a text. */

import { CounterfoilError, WebhookError } from "../errors.js";
import type { Event } from "../event-types.js";
import type { Receiver } from "../receiver.js";

/** What is worth a line in the log. It holds no secret and nothing of a body. */
export interface LogEntry {
  /** `warning` for a delivery that is not genuine, `error` for what is wrong on this side. */
  readonly level: "warning" | "error";
  /** What happened, and for the operator what to look at. */
  readonly message: string;
  /** The error's code, where it has one. */
  readonly code?: string;
  /** What your function threw, or what is wrong with how the handler is used. */
  readonly error?: unknown;
}

/** How a webhook's handler works. */
export interface WebhookOptions {
  /** Where diagnoses go: `console.warn` and `console.error` if absent. */
  log?: (entry: LogEntry) => void;
}

/**
 * The keyring, of either entry; or what makes it of what comes with a request, where secrets are not known before, as
 * in a Worker.
 */
export type WebhooksOf<C extends readonly unknown[]> = Receiver | ((...context: C) => Receiver);

/**
 * Your function: it gets the event and what came beside the request. When it is done, or its promise is, the delivery is
 * acknowledged; when it throws, Stripe sends the event again.
 */
export type Handled<C extends readonly unknown[]> = (event: Event, ...context: C) => unknown;

/** What to respond with. @internal */
export interface Verdict {
  readonly status: number;
  readonly text: string;
}

/** A body that was read whole, or one that was given up at its limit. @internal */
export type Read = (most: number) => Promise<unknown>;

/** Stands for a body that has more bytes than it may. @internal */
export const TOO_LARGE: unique symbol = Symbol("too large");

/** @internal */
export const ONLY_POST: Verdict = { status: 405, text: "only POST is answered here" };

/** @internal */
export async function verdictOn<C extends readonly unknown[]>(
  webhooks: WebhooksOf<C>,
  handle: Handled<C>,
  options: WebhookOptions,
  context: C,
  signature: string | null | undefined,
  read: Read,
): Promise<Verdict> {
  const log = options.log ?? toConsole;
  let event: Event;
  try {
    const receiver = typeof webhooks === "function" ? webhooks(...context) : webhooks;
    const body = await read(receiver.maxBody);
    if (body === TOO_LARGE) {
      log({ level: "warning", message: `refused a delivery of more than ${receiver.maxBody} bytes`, code: "body_too_large" });
      return { status: 413, text: "the body is too large" };
    }
    // What is no bytes is refused there, with what to do about it.
    event = receiver.verify(body as Uint8Array, signature);
  } catch (error) {
    if (error instanceof WebhookError) {
      log({ level: "warning", message: `refused a delivery: ${error.diagnosis}`, code: error.code });
      return { status: error.responseStatus, text: error.message };
    }
    const code = error instanceof CounterfoilError ? { code: error.code } : {};
    log({ level: "error", message: `could not verify a delivery: ${messageOf(error)}`, ...code, error });
    return { status: 500, text: "the delivery could not be verified" };
  }
  try {
    await handle(event, ...context);
    return { status: 200, text: "" };
  } catch (error) {
    log({ level: "error", message: `event ${event.id} (${event.type}) was not handled: ${messageOf(error)}`, error });
    return { status: 500, text: "the event was not handled" };
  }
}

/** @internal */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** @internal */
export function toConsole({ level, message, error }: LogEntry): void {
  const print = level === "error" ? console.error : console.warn;
  if (error === undefined) print(`counterfoil: ${message}`);
  else print(`counterfoil: ${message}`, error);
}
