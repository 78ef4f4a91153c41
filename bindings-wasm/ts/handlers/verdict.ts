/** What all webhook handlers share: from a body and a header to a status and a text. */

import { CounterfoilError, WebhookError } from "../errors.js";
import type { Event } from "../event-types.js";
import type { Receiver } from "../receiver.js";

/** An entry for the log. It contains no secret and nothing of a body. */
export interface LogEntry {
  /** `warning` for a delivery that is not genuine, `error` for a problem on this side. */
  readonly level: "warning" | "error";
  /** What happened, and what the operator should look at. */
  readonly message: string;
  /** The error's code, if it has one. */
  readonly code?: string;
  /** What your function threw, or what is wrong with the use of the handler. */
  readonly error?: unknown;
}

/** The settings of a webhook handler. */
export interface WebhookOptions {
  /** Receives diagnoses: `console.warn` and `console.error` if absent. */
  log?: (entry: LogEntry) => void;
}

/**
 * The keyring, of either entry; or a function that creates it from what comes with a request, where secrets
 * are not known before, as in a Worker.
 */
export type WebhooksOf<C extends readonly unknown[]> = Receiver | ((...context: C) => Receiver);

/**
 * Your function: it receives the event and what came with the request. When it returns, or its promise
 * resolves, the delivery is acknowledged; when it throws, Stripe sends the event again.
 */
export type Handled<C extends readonly unknown[]> = (event: Event, ...context: C) => unknown;

/** The response to send. @internal */
export interface Verdict {
  readonly status: number;
  readonly text: string;
}

/** A body that was read completely, or one that exceeded its limit. @internal */
export type Read = (most: number) => Promise<unknown>;

/** Stands for a body that exceeds its limit. @internal */
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
      log({ level: "warning", message: `rejected a delivery of more than ${receiver.maxBody} bytes`, code: "body_too_large" });
      return { status: 413, text: "the body is too large" };
    }
    // Anything but bytes is rejected there, with advice.
    event = receiver.verify(body as Uint8Array, signature);
  } catch (error) {
    if (error instanceof WebhookError) {
      log({ level: "warning", message: `rejected a delivery: ${error.diagnosis}`, code: error.code });
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
