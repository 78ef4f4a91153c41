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

/** What came back. Pass on all headers: the verdict on a retry and the request id are among them. */
export interface HttpResponse {
  /** The status code. */
  readonly status: number;
  /** All headers, such as the `Headers` of `fetch`. */
  readonly headers: Iterable<readonly [name: string, value: string]>;
  /** The whole body. */
  readonly body: Uint8Array;
}

/** Why no answer came: no connection, too slow, ended too early, certificate refused, a body that is too long. */
export type TransportErrorKind = "connect" | "timeout" | "closed" | "tls" | "too_large";

/** @internal */
export const FAILURES: readonly TransportErrorKind[] = ["connect", "timeout", "closed", "tls", "too_large"];

/** What a {@link Transport} throws when there is no answer. */
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
    super(`no answer from Stripe: ${kind}`, options);
    this.kind = kind;
  }
}

/** Sends one request and follows no redirect; throws a {@link TransportError} if no answer comes. */
export type Transport = (request: HttpRequest) => Promise<HttpResponse>;

/** How the ready transport sends, and what it takes. */
export interface FetchOptions {
  /** Sends, instead of the global `fetch`. */
  fetch?: typeof fetch;
  /** How many milliseconds a request may take, from its start to the last byte of the response: 80,000 unless given. */
  timeoutMs?: number;
  /** How many bytes the body of a response may have: 32 MiB unless given. A longer one fails as `too_large`. */
  maxResponse?: number;
}

/**
 * The ready transport, over the global `fetch` or one of your own. The global one is looked up for each request,
 * so that what replaces it later, such as a mock or a tracer, is used. An error that is no failure of the network,
 * such as a `ReferenceError` in a `fetch` of your own, is thrown as it is and not tried again.
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

/** The whole body, chunk by chunk, given up as soon as it is known to be too long. */
async function whole(response: Response, most: number, signal: AbortSignal): Promise<Uint8Array> {
  const reader = response.body?.getReader?.();
  if (reader === undefined) {
    // No body at all, or one of a `fetch` that has no streams.
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
      // A `fetch` of the host's own may not look at the signal.
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
 * An answer as the module takes it: status, headers as JSON, body.
 *
 * @internal
 */
export function crossing({ status, headers, body }: HttpResponse): [number, string, Uint8Array] {
  const pairs = [...headers].map(([name, value]) => [text(name, "headers"), text(value, `headers.${name}`)]);
  return [integer(status, "status", 0, 0xffff), JSON.stringify(pairs), bytes(body, "body")];
}

/** Runtimes tell the reason in the code of the error or of its cause; without one, it was the connection. */
function kindOf(error: unknown): TransportErrorKind {
  // Not by `instanceof`: under a test runner the runtime's errors are of another realm.
  for (let at = error; isError(at); at = at.cause) {
    const code = typeof at.code === "string" ? at.code : "";
    if (at.name === "TimeoutError" || /TIMEDOUT|_TIMEOUT$/.test(code)) return "timeout";
    if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) return "tls";
    if (/ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_ABORTED/.test(code)) return "closed";
  }
  return "connect";
}

/**
 * A mistake in the program, not a failure of the network. Runtimes report these as a `TypeError`, too, in words of
 * their own or with the reason as its cause; the language's own speak of values that are not what they should be.
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
