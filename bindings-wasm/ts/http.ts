import { bytes, integer, text } from "./border.js";

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
  readonly status: number;
  readonly headers: Iterable<readonly [name: string, value: string]>;
  readonly body: Uint8Array;
}

/** Why no answer came: no connection, too slow, ended too early, certificate refused, a body that is too long. */
export type TransportErrorKind = "connect" | "timeout" | "closed" | "tls" | "too_large";

/** @internal */
export const FAILURES: readonly TransportErrorKind[] = ["connect", "timeout", "closed", "tls", "too_large"];

/** What a {@link Transport} throws when there is no answer. */
export class TransportError extends Error {
  override readonly name = "TransportError";
  readonly kind: TransportErrorKind;

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

/** The ready transport, over the global `fetch` or one of your own. */
export function fetchTransport(options: FetchOptions = {}): Transport {
  const send = options.fetch ?? fetch;
  const timeoutMs = options.timeoutMs ?? 80_000;
  const maxResponse = integer(options.maxResponse ?? 32 * 1024 * 1024, "maxResponse", 0);
  return async ({ method, url, headers, body }) => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
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
      if (cause instanceof TransportError) throw cause;
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
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = "code" in at && typeof at.code === "string" ? at.code : "";
    if (at.name === "TimeoutError" || /TIMEDOUT|_TIMEOUT$/.test(code)) return "timeout";
    if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) return "tls";
    if (/ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_ABORTED/.test(code)) return "closed";
  }
  return "connect";
}
