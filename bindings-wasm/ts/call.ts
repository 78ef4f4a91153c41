import { number, oneOf } from "./border.js";
import {
  crossing,
  FAILURES,
  type HttpRequest,
  type HttpResponse,
  TransportFailure,
  type TransportFailureKind,
} from "./http.js";
import * as native from "./native.js";
import { type Session, sessionFrom } from "./session.js";

/** How a call goes on: with its session, or with the same request after a wait. */
export type Verdict =
  | { readonly done: true; readonly session: Session }
  | { readonly done: false; readonly retryAfterMs: number };

/**
 * A checked request in flight, for hosts that send it themselves: send {@link SessionCall.request},
 * hand what came back to {@link SessionCall.receive}, or why nothing did to {@link SessionCall.fail},
 * and follow the verdict. The bytes never change between attempts.
 */
export class SessionCall {
  readonly #call: native.NativeCall;
  /** What to send, in every attempt. */
  readonly request: HttpRequest;

  /** @internal */
  constructor(call: native.NativeCall) {
    this.#call = call;
    this.request = hideHeaders(JSON.parse(call.request()));
  }

  /** Takes an answer. `jitter` is a random number from 0 to 1. */
  receive(response: HttpResponse, jitter: number = Math.random()): Verdict {
    const [status, headers, body] = crossing(response);
    const drawn = number(jitter, "jitter");
    const verdict = native.guard(() => this.#call.receive(status, headers, body, drawn));
    return verdictFrom(verdict, new TextDecoder().decode(body));
  }

  /** Takes the reason why there is no answer. */
  fail(failure: TransportFailureKind, jitter: number = Math.random()): Verdict {
    const [name, drawn] = [oneOf(failure, "failure", FAILURES), number(jitter, "jitter")];
    return verdictFrom(native.guard(() => this.#call.fail(name, drawn)), "");
  }

  /** @internal */
  async send(transport: (request: HttpRequest) => Promise<HttpResponse>): Promise<Session> {
    for (;;) {
      const verdict = await transport(this.request).then(
        (response) => this.receive(response),
        (error: unknown) => {
          if (error instanceof TransportFailure) return this.fail(error.kind);
          throw error;
        },
      );
      if (verdict.done) return verdict.session;
      await new Promise((resolve) => setTimeout(resolve, verdict.retryAfterMs));
    }
  }
}

/** The headers stay readable, but are left out when the request is printed, spread or serialized. */
function hideHeaders(request: HttpRequest): HttpRequest {
  return Object.defineProperty(request, "headers", { enumerable: false });
}

function verdictFrom(text: string, raw: string): Verdict {
  const verdict = JSON.parse(text);
  return "session" in verdict
    ? { done: true, session: sessionFrom(verdict.session, raw) }
    : { done: false, retryAfterMs: verdict.retry_after_ms };
}
