import { allExact, number, oneOf } from "./border.js";
import { CounterfoilError } from "./errors.js";
import {
  crossing,
  FAILURES,
  type HttpRequest,
  type HttpResponse,
  TransportError,
  type TransportErrorKind,
} from "./http.js";
import { Held } from "./module.js";
import * as native from "./native.js";
import { INSPECT, withRaw } from "./object.js";
import { TextDecoder } from "./text.js";

/** How a call continues: with its result, or with the same request after a wait. */
export type Verdict<A> =
  | {
      /** Whether it has ended. */
      readonly done: true;
      /** What Stripe responded with. */
      readonly answer: A;
    }
  | {
      /** Whether it has ended. */
      readonly done: false;
      /** How long to wait before the same request is sent again. */
      readonly retryAfterMs: number;
    };

/**
 * A checked request in flight, for hosts that send it themselves: send {@link Call.request}, pass the
 * response to {@link Call.receive}, or why there was none to {@link Call.fail}, and do what it returns. The
 * bytes never change between attempts.
 */
export class Call<A> {
  readonly #platform: Held<native.NativePlatform>;
  readonly #call: Held<native.NativeCall>;
  /** The request to send, in every attempt. */
  readonly request: HttpRequest;

  /** @internal */
  constructor(platform: Held<native.NativePlatform>, make: (platform: native.NativePlatform) => native.NativeCall) {
    this.#platform = platform;
    this.#call = new Held(native.instance, () => make(platform.inside()));
    const { method, url, headers, body }: HttpRequest = JSON.parse(this.#call.use((call) => call.request()));
    this.request = hideHeaders({ method, url, headers, body });
  }

  /** The number of the current attempt; the first is 1. */
  get attempt(): number {
    return this.#call.use((call) => call.attempt());
  }

  /**
   * Returns the call as one line of text without the secret key, to continue it in another process: see
   * {@link Platform.resume}. If it is saved before the request is sent, a crash cannot lead to a second
   * payment.
   */
  save(): string {
    return this.#call.use((call) => call.save());
  }

  /** Takes a response. `jitter` is a random number from 0 to 1. */
  receive(response: HttpResponse, jitter: number = Math.random()): Verdict<A> {
    const [status, headers, body] = crossing(response);
    const drawn = number(jitter, "jitter");
    const verdict = this.#call.use((call) => call.receive(status, headers, body, drawn));
    return this.#verdict(verdict, body);
  }

  /** Takes the reason why there is no response. */
  fail(failure: TransportErrorKind, jitter: number = Math.random()): Verdict<A> {
    const [name, drawn] = [oneOf(failure, "failure", FAILURES), number(jitter, "jitter")];
    const verdict = this.#call.use((call) => call.fail(name, drawn));
    return this.#verdict(verdict, new Uint8Array());
  }

  /** @internal */
  async send(transport: (request: HttpRequest) => Promise<HttpResponse>): Promise<A> {
    for (;;) {
      const verdict = await transport(this.request).then(
        (response) => this.receive(response),
        (error: unknown) => {
          if (!(error instanceof TransportError)) throw error;
          return this.#failed(error);
        },
      );
      if (verdict.done) return verdict.answer;
      await new Promise((resolve) => setTimeout(resolve, verdict.retryAfterMs));
    }
  }

  /** The caller that gets the final error also sees why there was no response. */
  #failed(failure: TransportError): Verdict<A> {
    try {
      return this.fail(failure.kind);
    } catch (error) {
      if (error instanceof CounterfoilError) Object.defineProperty(error, "cause", { value: failure, configurable: true });
      throw error;
    }
  }

  #verdict(text: string, body: Uint8Array): Verdict<A> {
    const verdict: { done: AnswerFields } | { retry_after_ms: number } = JSON.parse(text);
    const platform = this.#platform;
    if ("retry_after_ms" in verdict) {
      const saved = this.save();
      this.#call.remake(() => platform.inside().resume(saved));
      return { done: false, retryAfterMs: verdict.retry_after_ms };
    }
    const answer = answerFrom<A>(verdict.done, body);
    if ("page" in verdict.done) {
      const next = this.#call.use(nextPage);
      const call = next === undefined ? null : new Call(platform, (platform) => platform.resume(next));
      Object.defineProperty(answer, "next", { value: call });
    }
    return { done: true, answer };
  }
}

/** Returns the text of the call for the next page. */
function nextPage(call: native.NativeCall): string | undefined {
  const next = call.next_page();
  const saved = next?.save();
  next?.free();
  return saved;
}

/** @internal */
export type AnswerFields = { replayed: boolean } & (
  | { object: object; record: string }
  | { page: [object, string][]; has_more: boolean; record: string | null }
);

/** @internal */
export function answerFrom<A>(answer: AnswerFields, body: Uint8Array): A {
  const exact = <T>(fields: object, path: string, raw: string, replayed: boolean): T => {
    allExact(fields, path, raw);
    return withRaw<T>(fields, raw, answer.record ?? "", replayed);
  };
  const { replayed } = answer;
  if ("object" in answer) return exact<A>(answer.object, "", new TextDecoder().decode(body), replayed);
  const data = answer.page.map(([fields, raw], index) => exact<object>(fields, `data[${index}]`, raw, false));
  return Object.defineProperty({ data, has_more: answer.has_more }, "replayed", { value: replayed }) as A;
}

/** Everything can still be read by name. The headers are left out when the request is spread or serialized, and
 * whatever can name a customer is left out when it is printed. */
function hideHeaders(request: HttpRequest): HttpRequest {
  const shown = { method: request.method, url: request.url.split("?")[0] };
  Object.defineProperty(request, INSPECT, { value: () => shown });
  return Object.defineProperty(request, "headers", { enumerable: false });
}
