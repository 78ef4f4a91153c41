import { CounterfoilError } from "../errors.js";
import { chunksOf, gathered } from "./body.js";
import { type LogEntry, messageOf, ONLY_POST, toConsole, TOO_LARGE, type Verdict } from "./verdict.js";
import { response } from "./web.js";

/** The form that the button submits. */
export type CheckoutForm = URLSearchParams;

/** The settings of the button's handler. */
export interface CheckoutOptions {
  /** Receives errors: `console.error` if absent. */
  log?: (entry: LogEntry) => void;
  /** Where the customer is redirected if there is no payment page; a short text with status 502 if absent. */
  failure?: string;
}

/** @internal */
export interface Redirect {
  readonly location: string;
}

/** The maximum size of a form in bytes. */
const MOST = 64 * 1024;

/**
 * The Checkout button for servers that turn a `Request` into a `Response`: your function receives the form
 * and creates the session, and the customer is redirected to its page with 303. Derive the idempotency key
 * from your order, so that a second click leads to the same page.
 *
 * ```ts
 * export const POST = checkout((form) => pay(form.get("order"))); // pay makes the session
 * ```
 */
export function checkout<C extends readonly unknown[] = []>(
  start: (form: CheckoutForm, ...context: C) => Promise<{ readonly url: string | null }>,
  options: CheckoutOptions = {},
): (request: Request, ...context: C) => Promise<Response> {
  return async (request, ...context) => {
    if (request.method !== "POST") return response(ONLY_POST);
    const verdict = await redirectFor((form) => start(form, ...context), options, (most) => formOf(request, most));
    const answer = response(verdict);
    if ("location" in verdict) answer.headers.set("location", verdict.location);
    return answer;
  };
}

/** @internal */
export async function redirectFor(
  start: (form: CheckoutForm) => Promise<{ readonly url: string | null }>,
  options: CheckoutOptions,
  read: (most: number) => Promise<CheckoutForm | typeof TOO_LARGE>,
): Promise<Verdict | (Verdict & Redirect)> {
  try {
    const form = await read(MOST);
    if (form === TOO_LARGE) return { status: 413, text: "the form is too large" };
    const { url } = await start(form);
    if (url !== null) return { status: 303, text: "", location: url };
    throw new Error("the session has no payment page: it is complete, has expired, or is embedded");
  } catch (error) {
    const log = options.log ?? toConsole;
    const code = error instanceof CounterfoilError ? { code: error.code } : {};
    log({ level: "error", message: `Checkout did not start: ${messageOf(error)}`, ...code, error });
    if (options.failure !== undefined) return { status: 303, text: "", location: options.failure };
    return { status: 502, text: "The payment page could not be opened. Please try again." };
  }
}

async function formOf(request: Request, most: number): Promise<CheckoutForm | typeof TOO_LARGE> {
  if (Number(request.headers.get("content-length")) > most) return TOO_LARGE;
  if (request.body === null) return new URLSearchParams();
  const bytes = await gathered(chunksOf(request.body), most);
  if (bytes === TOO_LARGE) return TOO_LARGE;
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) return new URLSearchParams(new TextDecoder().decode(bytes));
  const fields = await new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { "content-type": type } }).formData();
  const form = new URLSearchParams();
  fields.forEach((value, name) => {
    if (typeof value === "string") form.append(name, value);
  });
  return form;
}
