// In the edge runtime, near Stripe: it proves the event and hands it on to where the orders are.

import { webhook } from "counterfoil/handlers";
import { Webhooks } from "counterfoil/webhooks";

export const runtime = "edge";

const webhooks = () => new Webhooks([{ label: "connect", secret: process.env.STRIPE_WEBHOOK_SECRET, source: "connected" }]);

export const POST = webhook(webhooks, async (event) => {
  const { status } = await fetch(`${process.env.SHOP}/book`, { method: "POST", body: JSON.stringify(event.save()) });
  if (status !== 200) throw new Error(`the order was not booked: ${status}`);
});
