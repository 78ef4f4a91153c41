// The conformance driver for Node: one JSON request a line in, one JSON answer a line out.

import { createInterface } from "node:readline";

import { CounterfoilError, WebhookRejection } from "counterfoil";

import { named, operations, Unsupported } from "./operations.mjs";

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.trim() !== "") process.stdout.write(`${JSON.stringify(answer(line))}\n`);
}

function answer(line) {
  let request;
  try {
    request = JSON.parse(line);
  } catch (error) {
    return { id: null, error: { code: "bad_request", message: error.message } };
  }
  const { id = null, op } = request ?? {};
  try {
    return { id, ok: named(op, operations)(request.in) };
  } catch (error) {
    return { id, error: errorFields(error) };
  }
}

function errorFields(error) {
  if (error instanceof Unsupported) return { code: "unsupported", message: error.message };
  if (error instanceof WebhookRejection) return { code: error.code, message: error.message };
  if (!(error instanceof CounterfoilError)) return { code: "bad_request", message: String(error) };
  const { code, message, faults, stripe } = error;
  return {
    code,
    message,
    ...(faults.length > 0 && { path: faults[0].path, faults: faults.map((fault) => [fault.path, fault.code]) }),
    ...(stripe && {
      status: error.status,
      type: stripe.type,
      stripe_code: stripe.code,
      param: stripe.param,
      decline_code: stripe.decline_code,
      advice_code: stripe.advice_code,
      doc_url: stripe.doc_url,
      request_log_url: stripe.request_log_url,
      payment_intent: stripe.payment_intent,
      advice: stripe.advice,
      request_id: error.requestId,
      replayed: stripe.replayed,
    }),
  };
}
