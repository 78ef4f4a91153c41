// The protocol's operations, as far as Stripe's package has something that answers them.

import Stripe from "stripe";
// Not for users, and the encoder of every request.
import { queryStringifyRequestData } from "./node_modules/stripe/esm/utils.js";
import { requestOf } from "./requests.mjs";
import { Response, Transport } from "./transport.mjs";

/** Thrown for what the package has no counterpart of. */
export class Unsupported extends Error {}

const stripe = new Stripe("sk_test_example");

export const operations = {
  "webhook.verify": ({ body_b64, signature, secrets, tolerance, now }) => {
    const body = Buffer.from(body_b64, "base64");
    const check = (secret) => {
      // The package has no word for unchecked but 0.
      const seconds = tolerance === null ? 0 : tolerance;
      const rest = [body, signature, secret, seconds, undefined, now * 1000];
      try {
        return snapshot(stripe.webhooks.constructEvent(...rest));
      } catch (error) {
        if (!error.message.startsWith("You passed a thin event")) throw error;
        return thin(stripe.parseEventNotification(...rest));
      }
    };
    return firstOf(secrets, check);
  },

  "webhook.unwrap": ({ body_b64 }) => {
    const body = Buffer.from(body_b64, "base64");
    try {
      return snapshot(stripe.webhooks.constructEventWithoutVerification(body));
    } catch (error) {
      if (!error.message.startsWith("You passed a thin event")) throw error;
      return thin(stripe.parseEventNotificationWithoutVerification(body));
    }
  },

  "webhook.sign": ({ body_b64, secret, timestamp }) => {
    const payload = Buffer.from(body_b64, "base64").toString();
    return { signature: stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp }) };
  },

  "request.build": async (input) => {
    const request = await requestOf(input);
    if (request === undefined) throw new Unsupported(input.operation);
    return request;
  },

  "form.encode": ({ value }) => ({ body: queryStringifyRequestData(value) }),

  "retry.next": ({ attempt, max_retries, jitter, failure, status, headers }) => {
    // The package reads a response of any length.
    if (failure === "too_large") throw new Unsupported("retry.next");
    const sender = stripe._requestSender;
    const response = failure ? null : new Response(status, headers, Buffer.of());
    const error = failure && Object.assign(new Error(failure), { code: CODES[failure] });
    const retry = sender.constructor._shouldRetry(response, attempt - 1, max_retries, error);
    const random = Math.random;
    Math.random = () => jitter;
    const after = Math.floor(sender._getSleepTimeInMS(attempt - 1));
    Math.random = random;
    return { retry, after_ms: retry ? after : null };
  },

  "response.read": async ({ operation, status, headers, body_b64 }) => {
    const client = new Stripe("sk_test_example", {
      maxNetworkRetries: 0,
      httpClient: new Transport(new Response(status, headers, Buffer.from(body_b64, "base64"))),
    });
    const v2 = operation.startsWith("v2_") || operation.startsWith("event_destinations.");
    const answer = await client.rawRequest("GET", v2 ? "/v2/core/things" : "/v1/things");
    // A list of v2 has a page's address in the place of `has_more`.
    return answer.data ? { has_more: answer.has_more } : { id: answer.id ?? null };
  },
};

/** What Node calls the protocol's failures. */
const CODES = { connect: "ECONNREFUSED", timeout: "ETIMEDOUT", closed: "ECONNRESET", tls: "CERT_HAS_EXPIRED" };

/** The package takes one secret; who has several tries them in turn. */
function firstOf(secrets, check) {
  let refusal;
  for (const { secret } of secrets) {
    try {
      return check(secret);
    } catch (error) {
      refusal ??= error;
    }
  }
  if (refusal) throw refusal;
  return check("");
}

/** What the package hands over as an event, which may be anything that JSON can be. */
function snapshot(event) {
  const { id, type, account, livemode, created, api_version } = event ?? {};
  return {
    event_id: id ?? null,
    type: type ?? null,
    account: account ?? null,
    livemode: livemode ?? null,
    created: created ?? null,
    api_version: api_version ?? null,
  };
}

/** The account is in the context and the time a text there, so neither can be compared. */
function thin({ id, type, livemode }) {
  return { event_id: id ?? null, type: type ?? null, livemode: livemode ?? null };
}
