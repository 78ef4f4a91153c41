import { type Handled, ONLY_POST, type Verdict, verdictOn, type WebhookOptions, type WebhooksOf } from "./verdict.js";

/** The event that AWS Lambda receives from API Gateway (both formats), a function URL or a load balancer. */
export interface LambdaRequest {
  /** The body, as text or in base64. */
  readonly body?: string | null;
  /** Whether the body is in base64. */
  readonly isBase64Encoded?: boolean;
  /** The headers; names in any case. */
  readonly headers?: { readonly [name: string]: string | undefined } | null;
  /** The headers from a load balancer with multi-value headers. */
  readonly multiValueHeaders?: { readonly [name: string]: readonly string[] | undefined } | null;
  /** The method, in the older format. */
  readonly httpMethod?: string;
  /** The method, in the newer one. */
  readonly requestContext?: { readonly http?: { readonly method?: string } };
}

/** The response of the Lambda function. */
export interface LambdaResponse {
  /** The status. */
  readonly statusCode: number;
  /** The headers. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body. */
  readonly body: string;
}

/**
 * A webhook in AWS Lambda, behind API Gateway, a function URL or a load balancer. For EventBridge, which has
 * authenticated the event already, use `eventFromEventBridge`.
 *
 * ```ts
 * export const handler = lambdaWebhook(webhooks, (event) => record(event));
 * ```
 */
export function lambdaWebhook<X = unknown>(
  webhooks: WebhooksOf<[X]>,
  handle: Handled<[X]>,
  options: WebhookOptions = {},
): (request: LambdaRequest, context: X) => Promise<LambdaResponse> {
  return async (request, context) => {
    const method = request.requestContext?.http?.method ?? request.httpMethod;
    if (method !== undefined && method !== "POST") return response(ONLY_POST);
    return response(await verdictOn(webhooks, handle, options, [context], signatureOf(request), async () => bytesOf(request)));
  };
}

function signatureOf({ headers, multiValueHeaders }: LambdaRequest): string | undefined {
  for (const all of [headers, multiValueHeaders]) {
    for (const [name, value] of Object.entries(all ?? {})) {
      if (name.toLowerCase() !== "stripe-signature" || value === undefined) continue;
      return typeof value === "string" ? value : value.join(",");
    }
  }
  return undefined;
}

function bytesOf({ body, isBase64Encoded }: LambdaRequest): unknown {
  if (body === undefined || body === null) return new Uint8Array();
  // A parsed body is rejected with a diagnosis that says so.
  if (typeof body !== "string") return body;
  if (isBase64Encoded !== true) return new TextEncoder().encode(body);
  return Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
}

function response({ status, text }: Verdict): LambdaResponse {
  const allowed: Record<string, string> = status === 405 ? { allow: "POST" } : {};
  return { statusCode: status, headers: { "content-type": "text/plain; charset=utf-8", ...allowed }, body: text };
}
