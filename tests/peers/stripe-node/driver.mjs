// The conformance protocol, answered by Stripe's own package: one JSON object a line in, one a line out.

import { createInterface } from "node:readline";

import { operations, Unsupported } from "./operations.mjs";

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { id, op, in: input } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(await answer(id, op, input), wellFormed)}\n`);
}

// Half a pair of surrogates cannot be carried in UTF-8, so its escape is written as text.
function wellFormed(_key, value) {
  if (typeof value !== "string") return value;
  return value.replace(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
}

async function answer(id, op, input) {
  try {
    if (!Object.hasOwn(operations, op)) throw new Unsupported(op);
    return { id, ok: await operations[op](input) };
  } catch (error) {
    return { id, error: fields(error) };
  }
}

// `untyped` is what a caller who catches the package's own errors does not catch.
function fields(error) {
  if (error instanceof Unsupported) return { code: "unsupported", message: error.message };
  const message = `${error.name}: ${error.message}`;
  if (error.type === "StripeSignatureVerificationError") return { code: "signature", message };
  if (typeof error.type !== "string") return { code: "untyped", message };
  return {
    code: error.type,
    message,
    status: error.statusCode ?? null,
    type: error.rawType ?? null,
    stripe_code: error.code ?? null,
    param: error.param ?? null,
    decline_code: error.decline_code ?? null,
    request_id: error.requestId ?? null,
  };
}
