// One line of the protocol to the line that answers it, in any JavaScript runtime.

import { CounterfoilError, WebhookError } from "counterfoil";

import { byWebhooksAlone, named, operations, Unsupported } from "./operations.mjs";

/** The answer to a line, without its end. */
export function answerLine(line) {
  return JSON.stringify(answer(line));
}

function answer(line) {
  let request;
  try {
    request = JSON.parse(line);
  } catch (error) {
    return { id: null, error: { code: "bad_request", message: error.message } };
  }
  const { id = null, op } = request ?? {};
  const answer = { id, ...answerBy(operations, op, request?.in) };
  // Every delivery goes through both entries of the package, which must say the same.
  if (Object.hasOwn(byWebhooksAlone, op)) {
    const same = { id, ...answerBy(byWebhooksAlone, op, request.in) };
    const written = JSON.stringify(same);
    if (written !== JSON.stringify(answer)) return { id, error: { code: "entries_differ", message: written } };
  }
  return answer;
}

function answerBy(table, op, input) {
  try {
    return { ok: named(op, table)(input) };
  } catch (error) {
    return { error: errorFields(error) };
  }
}

function errorFields(error) {
  if (error instanceof Unsupported) return { code: "unsupported", message: error.message };
  if (error instanceof WebhookError) {
    return { code: error.code, message: error.message, diagnosis: error.diagnosis };
  }
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
