/**
 * Ready handlers: for webhooks and for the Checkout button, in whatever serves HTTP. They take a `Webhooks` of either
 * entry and have no WebAssembly of their own.
 *
 * A webhook's handler verifies the delivery and calls your function with the event. It responds with 200 when your
 * function is done; with 400 (413 for a body that is too large) to what is not genuine; and with 500 when your function
 * throws, so that Stripe sends the event again. Events come more than once and in any order: decide with `advance`, and
 * store the state by compare-and-set.
 *
 * @packageDocumentation
 */

export { checkout, type CheckoutForm, type CheckoutOptions } from "./handlers/checkout.js";
export { lambdaWebhook, type LambdaRequest, type LambdaResponse } from "./handlers/lambda.js";
export { nodeCheckout, type NodeRequest, type NodeResponse, nodeWebhook } from "./handlers/node.js";
export type { Handled, LogEntry, WebhookOptions, WebhooksOf } from "./handlers/verdict.js";
export { webhook } from "./handlers/web.js";
