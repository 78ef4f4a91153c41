// Checked by the compiler, never run: what users may write, and what they may not.

import { advance, type Event, type Outcome, Platform, type Session, Webhooks } from "counterfoil";
import { sign } from "counterfoil/testing";
import { type Event as ReceivedEvent, Webhooks as WebhooksAlone } from "counterfoil/webhooks";

const sessions = new Platform({ secretKey: "sk_test_types" }).merchant("acct_1").checkout.sessions;
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

export const action: string = advance("open", "paid").action;
// @ts-expect-error no such state
advance("paid", "paid");

export const header: string = sign(new Uint8Array(), "whsec_types");

// One type of event and of receiver, whichever entry they come from.
const alone = new WebhooksAlone([{ label: "connect", secret: "whsec_types" }]);
export const received: ReceivedEvent = new Webhooks([]).verify(new Uint8Array(), null);
export const same: Event = alone.verify(new Uint8Array(), null);
export const receiver: Webhooks = alone;
