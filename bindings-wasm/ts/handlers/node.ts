import { isBytes } from "../border.js";
import { gathered } from "./body.js";
import { type CheckoutForm, type CheckoutOptions, type Redirect, redirectFor } from "./checkout.js";
import { type Handled, ONLY_POST, TOO_LARGE, type Verdict, verdictOn, type WebhookOptions, type WebhooksOf } from "./verdict.js";

/** A request of Node's `http`, which Express extends, and which Fastify has as `request.raw`. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  /** The method. */
  readonly method?: string | undefined;
  /** All headers, with their names in lower case. */
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  /** The result of a body parser: the bytes, after `express.raw`. */
  readonly body?: unknown;
  /** The bytes next to a parsed body, where the framework keeps them: NestJS, Cloud Functions. */
  readonly rawBody?: unknown;
  /** Whether the body was already read. */
  readonly readableEnded?: boolean;
  /** The chunks; the connection stays open for the response when reading stops early. */
  iterator?(options: { destroyOnReturn: boolean }): AsyncIterable<Uint8Array>;
}

/** A response of Node's `http`. */
export interface NodeResponse {
  /** The status. */
  statusCode: number;
  /** Sets a header. */
  setHeader(name: string, value: string): unknown;
  /** Sends the response. */
  end(text?: string): unknown;
}

/**
 * A webhook for Node's `http`, Express and Fastify (`request.raw` and `reply.raw` after `reply.hijack()`).
 * The bytes are read from the request itself, or taken from where `express.raw` or the framework has put
 * them.
 *
 * ```ts
 * app.post("/webhook", nodeWebhook(webhooks, (event) => record(event))); // Express, before any express.json()
 * ```
 */
export function nodeWebhook(
  webhooks: WebhooksOf<[NodeRequest]>,
  handle: Handled<[NodeRequest]>,
  options: WebhookOptions = {},
): (request: NodeRequest, response: NodeResponse) => Promise<void> {
  return async (request, response) => {
    if (request.method !== "POST") return send(response, ONLY_POST);
    const header = request.headers["stripe-signature"];
    const signature = Array.isArray(header) ? header.join(",") : header;
    send(response, await verdictOn(webhooks, handle, options, [request], signature, (most) => bodyOf(request, most)));
  };
}

/**
 * The Checkout button for Node's `http`, Express and Fastify: see `checkout`. The form is read from the request, or taken
 * from `express.urlencoded`.
 */
export function nodeCheckout(
  start: (form: CheckoutForm, request: NodeRequest) => Promise<{ readonly url: string | null }>,
  options: CheckoutOptions = {},
): (request: NodeRequest, response: NodeResponse) => Promise<void> {
  return async (request, response) => {
    if (request.method !== "POST") return send(response, ONLY_POST);
    const form = async (most: number): Promise<CheckoutForm | typeof TOO_LARGE> => {
      const body = await bodyOf(request, most);
      if (body === TOO_LARGE) return TOO_LARGE;
      if (isBytes(body)) return new URLSearchParams(new TextDecoder().decode(body));
      return new URLSearchParams((body ?? "") as string | Record<string, string>);
    };
    send(response, await redirectFor((form) => start(form, request), options, form));
  };
}

/** Returns the bytes, wherever they are, or what a parser has made of them if they are gone. */
async function bodyOf(request: NodeRequest, most: number): Promise<unknown> {
  for (const kept of [request.rawBody, request.body]) if (isBytes(kept)) return kept;
  // A parser that did not read the request may still have set an empty object.
  if (request.readableEnded ?? request.body !== undefined) return request.body;
  if (Number(request.headers["content-length"]) > most) return TOO_LARGE;
  return gathered(request.iterator?.({ destroyOnReturn: false }) ?? request, most);
}

function send(response: NodeResponse, { status, text, location }: Verdict & Partial<Redirect>): void {
  response.statusCode = status;
  response.setHeader("content-type", "text/plain; charset=utf-8");
  if (status === 405) response.setHeader("allow", "POST");
  // The rest of a body that was not read would be taken for the next request.
  if (status === 413) response.setHeader("connection", "close");
  if (location !== undefined) response.setHeader("location", location);
  response.end(text);
}
