import { chunksOf, gathered } from "./body.js";
import { type Handled, ONLY_POST, TOO_LARGE, type Verdict, verdictOn, type WebhookOptions, type WebhooksOf } from "./verdict.js";

/**
 * A webhook for servers that turn a `Request` into a `Response`: Next.js's app router, Hono, SvelteKit,
 * Cloudflare Workers, Deno, Bun. What comes with the request, such as a Worker's `env`, is passed on to your
 * function.
 *
 * ```ts
 * export const POST = webhook(webhooks, (event) => record(event)); // Next.js
 * app.post("/webhook", (c) => handler(c.req.raw)); // Hono
 * ```
 */
export function webhook<C extends readonly unknown[] = []>(
  webhooks: WebhooksOf<C>,
  handle: Handled<C>,
  options: WebhookOptions = {},
): (request: Request, ...context: C) => Promise<Response> {
  return async (request, ...context) => {
    if (request.method !== "POST") return response(ONLY_POST);
    const signature = request.headers.get("stripe-signature");
    const read = async (most: number): Promise<unknown> => {
      // The body was already read: its bytes are gone.
      if (request.bodyUsed) return undefined;
      if (Number(request.headers.get("content-length")) > most) return TOO_LARGE;
      if (request.body === null) return new Uint8Array();
      return gathered(chunksOf(request.body), most);
    };
    return response(await verdictOn(webhooks, handle, options, context, signature, read));
  };
}

/** @internal */
export function response({ status, text }: Verdict): Response {
  const headers = new Headers({ "content-type": "text/plain; charset=utf-8" });
  if (status === 405) headers.set("allow", "POST");
  return new Response(text, { status, headers });
}
