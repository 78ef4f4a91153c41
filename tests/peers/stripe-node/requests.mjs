// `request.build`: the request that Stripe's package sends for the same operation and parameters.

import Stripe from "stripe";

import { Response, Transport } from "./transport.mjs";

/** The request, or nothing where the package has no method or other parameters than ours for it. */
export async function requestOf({ operation, params, secret_key, account, api_base, api_version, idempotency_key }) {
  // The package has no origin, but parts of one.
  if (api_base !== undefined) return undefined;
  if (OURS.some((name) => name in params)) return undefined;
  const isInPath = ([name]) => PATH.includes(name) && IN_BODY[operation] !== name;
  const inPath = PATH.map((name) => Object.entries(params).filter(isInPath).find(([given]) => given === name)?.[1]);
  const others = Object.fromEntries(Object.entries(params).filter((pair) => !isInPath(pair)));
  const transport = new Transport(new Response(200, [], Buffer.from('{"data":[]}')));
  const stripe = new Stripe(secret_key, {
    httpClient: transport,
    maxNetworkRetries: 0,
    ...(api_version && { apiVersion: api_version }),
  });
  const [resource, method] = IRREGULAR[operation] ?? regular(operation);
  const owner = resource.split(".").reduce((owner, name) => owner?.[name], stripe);
  if (typeof owner?.[method] !== "function") return undefined;
  const options = {
    ...(idempotency_key && { idempotencyKey: idempotency_key }),
    ...(account && { [resource.startsWith("v2.") ? "stripeContext" : "stripeAccount"]: account }),
  };
  await owner[method](...inPath.filter((part) => part !== undefined), others, options);
  return transport.request;
}

/** Parameters that are ours alone, or are written otherwise. */
const OURS = ["application_fee", "extra", "methods"];

/** What stands in the path, in this order, and the operations that have one of them in the body. */
const PATH = ["account", "fee", "id"];
const IN_BODY = {
  "account_sessions.create": "account",
  "account_links.create": "account",
  "products.create": "id",
};

/** Where the package's name for an operation does not follow from ours. */
const IRREGULAR = {
  "checkout.line_items": ["checkout.sessions", "listLineItems"],
  "application_fee_refunds.create": ["applicationFees", "createRefund"],
  "application_fee_refunds.retrieve": ["applicationFees", "retrieveRefund"],
  "application_fee_refunds.list": ["applicationFees", "listRefunds"],
  "application_fee_refunds.update": ["applicationFees", "updateRefund"],
  "capabilities.retrieve": ["accounts", "retrieveCapability"],
  "capabilities.list": ["accounts", "listCapabilities"],
  "capabilities.update": ["accounts", "updateCapability"],
  "login_links.create": ["accounts", "createLoginLink"],
};

const FAMILIES = {
  billing_portal_sessions: "billingPortal.sessions",
  checkout: "checkout.sessions",
  v2_events: "v2.core.events",
  event_destinations: "v2.core.eventDestinations",
};

/** `webhook_endpoints.delete` is `webhookEndpoints` and `del`. */
function regular(operation) {
  const [family, method] = operation.split(".");
  const camel = family.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
  return [FAMILIES[family] ?? camel, method === "delete" ? "del" : method];
}
