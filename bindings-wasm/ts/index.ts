/**
 * Stripe direct charges through hosted Checkout: requests, webhooks and order decisions.
 *
 * Everything is synchronous but for the two calls that use the network, and nothing has to be
 * initialized or freed.
 *
 * @packageDocumentation
 */

export { CounterfoilError, type Fault, type StripeRefusal, WebhookRejection } from "./errors.js";
export {
  fetchTransport,
  type HttpRequest,
  type HttpResponse,
  type Transport,
  TransportFailure,
  type TransportFailureKind,
} from "./http.js";
export { encodeForm, type Fee, feeOf, formatAmount, parseAmount } from "./money.js";
export { type Action, advance, type State, type Step } from "./orders.js";
export type { CreateSessionParams, LineItem, PaymentIntentData, PriceData, ProductData } from "./params.js";
export {
  API_VERSION,
  type CallOptions,
  Merchant,
  Platform,
  type PlatformOptions,
  readSession,
  retryAfterMs,
} from "./platform.js";
export type { Sessions } from "./sessions.js";
export type { Session } from "./session.js";
export { SessionCall, type Verdict } from "./call.js";
export {
  type EndpointSecret,
  type Event,
  type Outcome,
  type OutcomeKind,
  type VerifyOptions,
  Webhooks,
  type WebhooksOptions,
} from "./webhooks.js";
