/**
 * Stripe direct charges through hosted Checkout: requests, webhooks and order decisions.
 *
 * Everything is synchronous except the methods that use the network, and nothing has to be initialized or
 * freed.
 *
 * @packageDocumentation
 */

export { CounterfoilError, type Fault, type StripeError, WebhookError } from "./errors.js";
export {
  type FetchOptions,
  fetchTransport,
  type HttpRequest,
  type HttpResponse,
  type Transport,
  TransportError,
  type TransportErrorKind,
} from "./http.js";
export {
  disputeFacts,
  ledger,
  offer,
  onboard,
  paymentFacts,
  planStatus,
  readiness,
  remainingSteps,
  review,
  type ReviewStep,
  standings,
} from "./merchants.js";
export { encodeForm, feeOf, formatAmount, parseAmount } from "./money.js";
export { advance } from "./orders.js";
export type { Step } from "./step.js";
export type * from "./generated/records.js";
export type { CreateSession as CreateSessionParams } from "./generated/records.js";
export type { MerchantOperation, Operations, PlatformOperation } from "./generated/resources.js";
export {
  API_VERSION,
  idempotencyKey,
  Merchant,
  Platform,
  type PlatformOptions,
  readAnswer,
  retryAfterMs,
} from "./platform.js";
export type { CallOptions } from "./resource.js";
export { type Page, Pages } from "./page.js";
export { Call, type Verdict } from "./call.js";
export { differences, reconcile } from "./reconcile.js";
export type { Bytes } from "./border.js";
export type { SavedEvent } from "./event.js";
export type { Event, EventName, OtherEventType, V2EventType } from "./event-types.js";
export { type EventWithObject, type ObjectOf, objectOf } from "./event-object.js";
export type { EventObjects } from "./generated/event-objects.js";
export type { Unlisted } from "./unlisted.js";
export type * from "./generated/outcomes.js";
export type { EndpointSecret, VerifyOptions, WebhooksOptions } from "./receiver.js";
export { eventFromEventBridge, eventFromEventGrid, Webhooks } from "./webhooks.js";
