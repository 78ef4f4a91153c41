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
  type SessionLineItem,
  type V2Event,
  Webhooks,
} from "counterfoil";
import { checkout, lambdaWebhook, nodeCheckout, nodeWebhook, webhook } from "counterfoil/handlers";
import { sign } from "counterfoil/testing";
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

// A word that Stripe may have added, and one that an editor offers.
sessions.create({ line_items, success_url, locale: "tlh", submit_type: "book" }, { idempotencyKey: "order-1" });

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

export function isCanceled(outcome: Outcome): boolean {
  // @ts-expect-error no plan is ever so
  if (outcome.kind === "subscription_changed" && outcome.plan_status === "cancelled") return true;
  return outcome.kind === "subscription_changed" && outcome.plan_status === "canceled";
}

export const action: Action = advance("open", "paid").action;
// @ts-expect-error no such state
advance("paid", "paid");

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
