import { bytes, integer, text } from "./border.js";
import { sharedBetweenCopies } from "./errors.js";

/** A request to Stripe, ready to be sent as it is. Do not log its headers: one holds the secret key. */
export interface HttpRequest {
  /** `GET`, `POST` or `DELETE`. */
  readonly method: "GET" | "POST" | "DELETE";
  /** The whole URL. */
  readonly url: string;
  /** All headers, in order. Printing the request leaves them out. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The body, form-encoded or JSON as its content type says; empty unless it is a `POST`. */
  readonly body: string;
}

/** A response. Pass on all headers: the request id and Stripe's advice on retries are among them. */
export interface HttpResponse {
  /** The status code. */
  readonly status: number;
  /** All headers, such as the `Headers` of `fetch`. */
  readonly headers: Iterable<readonly [name: string, value: string]>;
  /** The whole body. */
  readonly body: Uint8Array;
}

/**
 * Why there is no response: no connection, a timeout, a connection that closed too early, a rejected
 * certificate, a body that is too long.
 */
export type TransportErrorKind = "connect" | "timeout" | "closed" | "tls" | "too_large";

/** @internal */
export const FAILURES: readonly TransportErrorKind[] = ["connect", "timeout", "closed", "tls", "too_large"];

/** What a {@link Transport} throws when there is no response. */
export class TransportError extends Error {
  static {
    sharedBetweenCopies(this, "TransportError");
  }

  /** `TransportError`. */
  override readonly name = "TransportError";
  /** Why no response came. */
  readonly kind: TransportErrorKind;

  /** @param options `cause`: what the runtime threw */
  constructor(kind: TransportErrorKind, options?: ErrorOptions) {
    super(`no response from Stripe: ${kind}`, options);
    this.kind = kind;
  }
}

/** Sends one request and follows no redirect; throws a {@link TransportError} if there is no response. */
export type Transport = (request: HttpRequest) => Promise<HttpResponse>;

/** Settings of the ready-made transport. */
export interface FetchOptions {
  /** Sends the requests, instead of the global `fetch`. */
  fetch?: typeof fetch;
  /**
   * The time limit of a request in milliseconds, from its start to the last byte of the response: 80,000 if
   * absent.
   */
  timeoutMs?: number;
  /** The maximum size of a response's body in bytes: 32 MiB if absent. A longer one fails as `too_large`. */
  maxResponse?: number;
}

/**
 * Creates the ready-made transport, which uses the global `fetch` or your own. The global one is looked up
 * for each request, so that a later replacement, such as a mock or a tracer, is used. An error that is not a
 * network failure, such as a `ReferenceError` in your own `fetch`, is thrown unchanged and not retried.
 */
export function fetchTransport(options: FetchOptions = {}): Transport {
  const timeoutMs = options.timeoutMs ?? 80_000;
  const maxResponse = integer(options.maxResponse ?? 32 * 1024 * 1024, "maxResponse", 0);
  return async ({ method, url, headers, body }) => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const send = options.fetch ?? fetch;
      const response = await send(url, {
        method,
        headers: headers.map(([name, value]): [string, string] => [name, value]),
        redirect: "manual",
        signal,
        ...(method === "POST" ? { body } : {}),
      });
      const bytes = await whole(response, maxResponse, signal);
      return { status: response.status, headers: response.headers, body: bytes };
    } catch (cause) {
      if (cause instanceof TransportError || isMistake(cause)) throw cause;
      throw new TransportError(kindOf(cause), { cause });
    }
  };
}

/** Reads the whole body, chunk by chunk, and stops as soon as it is known to be too long. */
async function whole(response: Response, most: number, signal: AbortSignal): Promise<Uint8Array> {
  const reader = response.body?.getReader?.();
  if (reader === undefined) {
    // No body at all, or one from a `fetch` without streams.
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > most) throw new TransportError("too_large");
    return bytes;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    if (Number(response.headers.get("content-length")) > most) throw new TransportError("too_large");
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > most) throw new TransportError("too_large");
      // A custom `fetch` may ignore the signal.
      signal.throwIfAborted();
      chunks.push(value);
    }
  } catch (error) {
    reader.cancel().catch(() => {});
    throw error;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/**
 * Returns a response as the module takes it: status, headers as JSON, body.
 *
 * @internal
 */
export function crossing({ status, headers, body }: HttpResponse): [number, string, Uint8Array] {
  const pairs = [...headers].map(([name, value]) => [text(name, "headers"), text(value, `headers.${name}`)]);
  return [integer(status, "status", 0, 0xffff), JSON.stringify(pairs), bytes(body, "body")];
}

/** Runtimes give the reason in the code of the error or of its cause; without one, it was the connection. */
function kindOf(error: unknown): TransportErrorKind {
  // Not by `instanceof`: under a test runner the runtime's errors come from another realm.
  for (let at = error; isError(at); at = at.cause) {
    const code = typeof at.code === "string" ? at.code : "";
    if (at.name === "TimeoutError" || /TIMEDOUT|_TIMEOUT$/.test(code)) return "timeout";
    if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) return "tls";
    if (/ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_ABORTED/.test(code)) return "closed";
  }
  return "connect";
}

/**
 * Returns whether an error is a bug in the program instead of a network failure. Runtimes report network
 * failures as a `TypeError`, too, with their own message or with the reason as its cause; the language's own
 * errors are about values of the wrong type.
 */
function isMistake(error: unknown): boolean {
  if (!isError(error)) return true;
  if (/^(Reference|Range|Syntax|URI|Eval|Assertion)Error$/.test(error.name)) return true;
  if (error.name !== "TypeError" || error.cause !== undefined || error.code !== undefined) return false;
  return !/fetch|network|connect|socket|request|load|terminated|stream|abort/i.test(error.message);
}

interface ErrorLike {
  readonly name: string;
  readonly message: string;
  readonly code?: unknown;
  readonly cause?: unknown;
}

function isError(value: unknown): value is ErrorLike {
  return typeof value === "object" && value !== null && "name" in value && "message" in value && typeof value.name === "string";
}
