// The protocol's operations, each by the package's public interface.

import * as everything from "counterfoil";
import {
  disputeFacts,
  encodeForm,
  feeOf,
  ledger,
  offer,
  onboard,
  parseAmount,
  Platform,
  readAnswer,
  planStatus,
  readiness,
  reconcile,
  remainingSteps,
  retryAfterMs,
  review,
  standings,
} from "counterfoil";
import { sign } from "counterfoil/testing";
import * as webhooks from "counterfoil/webhooks";

/** Thrown for what this driver does not know. */
export class Unsupported extends Error {}

/** What both entries of the package answer. */
const receiving = ({ advance, eventFromEventBridge, eventFromEventGrid, Webhooks }) => ({
  "webhook.verify": (input) => described(verify(Webhooks, input)),

  "webhook.classify": (input) => classified(verify(Webhooks, input).outcome),

  "webhook.subject": (input) => ({ subject: without(["kind"], verify(Webhooks, input).outcome) }),

  "webhook.unwrap": ({ provider, body_b64 }) => {
    const unwrap = named(provider, { event_bridge: eventFromEventBridge, event_grid: eventFromEventGrid });
    return described(unwrap(bytes(body_b64)));
  },

  "outcome.guard": (input) => {
    const found = verify(Webhooks, input).differences(input.expected);
    return { differences: found.map(({ field, expected, found }) => [field, expected, found]) };
  },

  "fulfillment.advance": ({ state, outcomes }) => {
    // A state that is not one is told even where there is nothing to do.
    const start = advance(state, "ignored").state;
    const actions = [];
    const end = outcomes.reduce((from, outcome) => {
      const step = advance(from, outcome);
      actions.push(step.action);
      return step.state;
    }, start);
    return { state: end, actions };
  },
});

/** The same operations by the entry for webhooks alone. */
export const byWebhooksAlone = receiving(webhooks);

export const operations = {
  ...receiving(everything),

  "outcome.reconcile": ({ session, payment_intent }) => {
    const read = object("checkout.sessions.retrieve", session);
    return classified(reconcile(read, payment_intent && object("payment_intents.retrieve", payment_intent)));
  },

  "webhook.fetch": ({ secret_key, object: read, ...delivery }) => {
    const event = verify(everything.Webhooks, delivery);
    const call = new Platform({ secretKey: secret_key }).fetchCall(event);
    if (read === undefined) return { ...requested(call), outcome: null };
    const verdict = call.receive({ status: 200, headers: [], body: new TextEncoder().encode(JSON.stringify(read)) });
    return { ...requested(call), outcome: classified(event.outcomeWith(verdict.answer)) };
  },

  "payment_methods.standings": ({ parent, child }) => ({
    standings: standings(configuration(parent), child && configuration(child)),
  }),

  "payment_methods.review": (input) => {
    const { configuration, changes, effects } = reviewed(input);
    return { configuration, changes, effects };
  },

  "payment_methods.remaining": ({ reviewed: before, now }) => {
    const steps = remainingSteps(reviewed(before), configuration(now.parent), now.merchants.map(merchant));
    const chosen = ({ methods }) => Object.fromEntries(methods.map(({ method, preference }) => [method, preference]));
    return { steps: steps.map(({ id, params }) => ({ configuration: id, methods: chosen(params) })) };
  },

  "payment_methods.offer": ({ parent, merchant: given, ...purchase }) =>
    offer(configuration(parent), merchant(given), purchase),

  "billing.plan_status": ({ subscription }) => ({
    plan_status: planStatus(object("subscriptions.retrieve", subscription)) ?? null,
  }),
  "merchants.readiness": ({ account, needed }) => readiness(accountOf(account), needed),

  "merchants.onboard": ({ account, ...options }) => onboard(account === undefined ? null : accountOf(account), options),

  "payments.ledger": (facts) => ledger(facts),

  "payments.dispute_facts": ({ dispute }) => disputeFacts(object("disputes.retrieve", dispute)),

  "webhook.sign": ({ body_b64, secret, timestamp }) => ({ signature: sign(bytes(body_b64), secret, timestamp) }),

  "request.build": ({ operation, params, secret_key, account, api_base, api_version, idempotency_key, now }) => {
    const platform = new Platform({
      secretKey: secret_key,
      now: now === undefined ? null : () => now,
      ...(api_base !== undefined && { apiBase: api_base }),
      ...(api_version && { apiVersion: api_version }),
    });
    const caller = account === undefined ? platform : platform.merchant(account);
    const call = caller.call(operation, params, { idempotencyKey: idempotency_key });
    return requested(call);
  },

  "call.resume": ({ secret_key, saved }) => {
    const call = new Platform({ secretKey: secret_key }).resume(saved);
    return { ...requested(call), attempt: call.attempt };
  },

  "response.read": ({ operation, status, headers, body_b64 }) =>
    fields(readAnswer(operation, { status, headers, body: bytes(body_b64) })),

  "retry.next": ({ attempt, max_retries, jitter, failure, status, headers, body_b64 }) => {
    const outcome = failure ?? { status, headers, body: bytes(body_b64) };
    const after = retryAfterMs(outcome, { attempt, maxRetries: max_retries, jitter });
    return { retry: after !== null, after_ms: after };
  },

  "form.encode": ({ value }) => ({ body: encodeForm(value) }),

  "fee.compute": ({ fee, amount, currency }) => ({ fee: feeOf(fee, amount, currency) }),

  "money.parse": ({ amount, currency }) => ({ minor: parseAmount(amount, currency) }),
};

export function named(name, table) {
  if (Object.hasOwn(table, name)) return table[name];
  throw new Unsupported(`no operation is called ${name}`);
}

function requested({ request: { method, url, headers, body } }) {
  return { method, url, headers, body };
}

function described(event) {
  return {
    event_id: event.id,
    type: event.type,
    account: event.account,
    livemode: event.livemode,
    created: event.created,
    api_version: event.apiVersion,
    shape: event.shape,
    label: event.label,
    dedupe_key: event.dedupeKey,
  };
}

/** What `webhook.subject` tells beyond `webhook.classify`. */
const SUBJECT_ALONE = ["amount_paid", "amount_remaining", "amount_refunded"];

function without(names, fields) {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

function classified({ kind, session, ...rest }) {
  if (session === undefined) return { outcome: kind, ...without(SUBJECT_ALONE, rest) };
  return {
    outcome: kind,
    session: session.id,
    payment_intent: session.payment_intent,
    amount_total: session.amount_total,
    currency: session.currency,
    client_reference_id: session.client_reference_id,
    payment_status: session.payment_status,
    mode: session.mode,
  };
}

/** An account of v1 or of v2, by what it says that it is. */
function accountOf(json) {
  return object(json.object === "v2.core.account" ? "v2.core.accounts.retrieve" : "accounts.retrieve", json);
}

/** An object as its operation would answer with it. */
function object(operation, json) {
  return readAnswer(operation, { status: 200, headers: [], body: new TextEncoder().encode(JSON.stringify(json)) });
}

function configuration(json) {
  return object("payment_method_configurations.retrieve", json);
}

function merchant({ account, configuration: own, capabilities }) {
  return { account, configuration: configuration(own), capabilities };
}

function reviewed({ parent, merchants, wanted }) {
  return review(configuration(parent), merchants.map(merchant), wanted);
}

/** Fields that came after the protocol: they are told only where they say something. */
const LATER = {
  account_id: (value) => value !== null,
  balance_transactions: (value) => value.length > 0,
  configurations: (value) => value.length > 0,
  customer_account: (value) => value !== null,
  replayed: (value) => value,
  updated_capability: (value) => value !== null,
  use_case: (value) => value !== null,
};

/** Every field of an answer, also those that are not printed; without the raw JSON and the next call. */
function fields(value) {
  if (Array.isArray(value)) return value.map(fields);
  if (typeof value !== "object" || value === null) return value;
  const isSaid = (name) => !Object.hasOwn(LATER, name) || LATER[name](value[name]);
  const names = Object.getOwnPropertyNames(value).filter((name) => name !== "raw" && name !== "next" && isSaid(name));
  return Object.fromEntries(names.map((name) => [name, fields(value[name])]));
}

function verify(Webhooks, { body_b64, signature, secrets, tolerance, now }) {
  const options = tolerance === undefined ? {} : { tolerance: tolerance ?? "unchecked" };
  return new Webhooks(secrets, options).verify(bytes(body_b64), signature, { now });
}

/** Without `Buffer`, which not every runtime has. */
function bytes(base64) {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
