// Checked by the compiler, never run: what users may write, and what they may not.

import { createServer } from "node:http";

import {
  type Action,
  advance,
  type Call,
  type Event,
  type FeeRefund,
  type Outcome,
  type Page,
  Platform,
  type Session,
  type Refund,
  type SessionLineItem,
  type Unlisted,
  type V2Event,
  Webhooks,
  objectOf,
} from "counterfoil";
import { checkout, lambdaWebhook, nodeCheckout, nodeWebhook, webhook } from "counterfoil/handlers";
import { eventBody, sign } from "counterfoil/testing";
import { type Event as ReceivedEvent, Webhooks as WebhooksAlone } from "counterfoil/webhooks";

const platform = new Platform({ secretKey: "sk_test_types" });
const sessions = platform.merchant("acct_1").checkout.sessions;
const success_url = "https://shop.example";
const line_items = [{ price: "price_1", quantity: 1 }];

export const created: Promise<Session> = sessions.create(
  { mode: "payment", line_items, success_url, extra: { "automatic_tax.enabled": true } },
  { idempotencyKey: "order-1" },
);

// @ts-expect-error an idempotency key is required
sessions.create({ mode: "payment", line_items, success_url });

// @ts-expect-error a misspelled parameter
sessions.create({ mode: "payment", line_items, sucess_url: success_url }, { idempotencyKey: "order-1" });

// A word that Stripe may have added is said to be meant; others are offered by an editor.
const key = { idempotencyKey: "order-1" };
sessions.create({ mode: "payment", line_items, success_url, locale: "tlh" as Unlisted, submit_type: "book" }, key);

// @ts-expect-error a misspelled word
sessions.create({ mode: "payment", line_items, success_url, ui_mode: "hostd" }, key);

// @ts-expect-error a session has a mode
sessions.create({}, key);

// @ts-expect-error a line has a quantity
sessions.create({ mode: "payment", line_items: [{ price: "price_1" }], success_url }, key);

// @ts-expect-error a fee is a rule, in numbers
sessions.create({ mode: "payment", line_items, success_url, application_fee: "2.5 %" }, key);

// @ts-expect-error money is in whole minor units, not in texts
sessions.create({ mode: "payment", line_items: [{ price_data: { currency: "eur", unit_amount: "20.00" }, quantity: 1 }], success_url }, key);

// @ts-expect-error an idempotency key is a text
sessions.create({ mode: "payment", line_items, success_url }, { idempotencyKey: 42 });

// @ts-expect-error Stripe takes no other mode
sessions.create({ mode: "donation", line_items, success_url }, { idempotencyKey: "order-1" });

// @ts-expect-error a price needs its currency
sessions.create({ line_items: [{ price_data: { unit_amount: 5 } }], success_url }, { idempotencyKey: "order-1" });

// Resources nest as the operations' names do, each on the account that it is on at Stripe.
export const lines: PromiseLike<Page<SessionLineItem>> = sessions.lineItems.list("cs_1");
export const refunded: Promise<FeeRefund> = platform.applicationFees.refunds.retrieve("fee_1", "fr_1");
export const stored: Promise<V2Event> = platform.merchant("acct_1").v2.core.events.retrieve("evt_1");

// @ts-expect-error application fees are the platform's
platform.merchant("acct_1").applicationFees;

export const call: Call<Session> = platform.merchant("acct_1").call("checkout.sessions.retrieve", { id: "cs_1" });

// @ts-expect-error the platform has no sessions of a merchant's
platform.call("checkout.sessions.retrieve", { id: "cs_1" });

// @ts-expect-error a decoded body is not what was signed
new Webhooks([{ label: "connect", secret: "whsec_types" }]).verify("{}", null);

export function reference(event: Event): string | null {
  const outcome: Outcome = event.outcome;
  switch (outcome.kind) {
    case "paid":
    case "nothing_to_pay":
      return outcome.session.client_reference_id;
    case "fetch":
      return outcome.id;
    case "ignored":
      return outcome.reason;
    case "refunded":
      return outcome.payment_intent;
    case "subscription_changed":
      return outcome.plan_status === "canceled" ? outcome.subscription : outcome.customer;
    default:
      return "session" in outcome ? outcome.session.payment_status : outcome.id;
  }
}

/** Complete: what is left out of the `switch` is an error where it ends. */
export function letter(outcome: Outcome): string | null {
  switch (outcome.kind) {
    case "paid":
    case "awaiting_payment":
    case "nothing_to_pay":
      return outcome.session.customer_email;
    case "payment_failed":
    case "expired":
    case "setup_complete":
    case "still_open":
    case "fetch":
    case "ignored":
      return null;
    default:
      return outcome.customer;
  }
}

export function unhandled(outcome: Outcome): string {
  switch (outcome.kind) {
    case "paid":
      return "fulfill";
    default: {
      // @ts-expect-error there are others than paid
      const none: never = outcome;
      return none;
    }
  }
}

export function stillToPay(session: Session): boolean {
  // @ts-expect-error no status is ever so
  if (session.payment_status === "payed") return false;
  // @ts-expect-error nor so
  if (session.status === "completed") return false;
  return session.payment_status === "unpaid";
}

export function about(event: Event): Refund | null {
  // @ts-expect-error no event has this type
  if (event.type === "checkout.session.complete") return null;
  // @ts-expect-error nothing is known of what it carries
  objectOf(event);
  if (event.type === "customer.created" || event.type === "v1.refund.failed") return null;
  if (event.type === "checkout.session.completed") {
    const session: Session | null = objectOf(event);
    // @ts-expect-error a session is no refund
    const refund: Refund | null = objectOf(event);
    return session === null ? refund : null;
  }
  return event.type === "refund.failed" || event.type === "refund.updated" ? objectOf(event) : null;
}

export function isCanceled(outcome: Outcome): boolean {
  // @ts-expect-error there is no such outcome
  if (outcome.kind === "payed") return false;
  // @ts-expect-error no plan is ever so
  if (outcome.kind === "subscription_changed" && outcome.plan_status === "cancelled") return true;
  return outcome.kind === "subscription_changed" && outcome.plan_status === "canceled";
}

export const action: Action = advance("open", "paid").action;
// @ts-expect-error no such state
advance("paid", "paid");

// @ts-expect-error no such event
eventBody({ type: "checkout.session.complete" });

// @ts-expect-error no such option
new Platform({ secretKey: "sk_test_types", retries: 3 });

// @ts-expect-error what was read may not be changed
created.then((session) => (session.amount_total = 0));

export const header: string = sign(new Uint8Array(), "whsec_types");

// One type of event and of receiver, whichever entry they come from.
const alone = new WebhooksAlone([{ label: "connect", secret: "whsec_types" }]);
export const received: ReceivedEvent = new Webhooks([]).verify(new Uint8Array(), null);
export const same: Event = alone.verify(new Uint8Array(), null);
export const receiver: Webhooks = alone;

// Handlers, with what comes beside the request.
createServer(nodeWebhook(receiver, async (event) => event.outcome.kind));
createServer(nodeCheckout(async (form) => sessions.retrieve(form.get("session") ?? "")));
export const route: (request: Request) => Promise<Response> = webhook(alone, (event) => event.id);
export const worker = { fetch: webhook((env: { SECRET: string }) => new Webhooks([{ label: "a", secret: env.SECRET }]), (event, env) => [event.id, env.SECRET]) };
export const lambda = lambdaWebhook(receiver, (event, context: { awsRequestId: string }) => context.awsRequestId + event.id);
export const pay: (request: Request) => Promise<Response> = checkout(() => created);

// @ts-expect-error a session is what the customer is sent to
checkout(async () => "https://shop.example");
