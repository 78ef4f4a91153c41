/**
 * Ready-made handlers for webhooks and for the Checkout button, for any HTTP server. They take a `Webhooks`
 * of either entry and contain no WebAssembly themselves.
 *
 * A webhook handler verifies the delivery and calls your function with the event. It responds with 200 when
 * your function has finished; with 400 (413 for a body that is too large) if the delivery is not genuine; and
 * with 500 if your function throws, so that Stripe sends the event again. Events can arrive more than once
 * and in any order: decide with `advance`, and store the state by compare-and-set.
 *
 * @packageDocumentation
 */

export { checkout, type CheckoutForm, type CheckoutOptions } from "./handlers/checkout.js";
export { lambdaWebhook, type LambdaRequest, type LambdaResponse } from "./handlers/lambda.js";
export { nodeCheckout, type NodeRequest, type NodeResponse, nodeWebhook } from "./handlers/node.js";
export type { Handled, LogEntry, WebhookOptions, WebhooksOf } from "./handlers/verdict.js";
export { webhook } from "./handlers/web.js";
