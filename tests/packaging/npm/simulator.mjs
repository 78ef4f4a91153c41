// The offline Stripe, and what a customer and Stripe do there.

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const binary = fileURLToPath(new URL("../../../target/debug/stripe-simulator", import.meta.url));

export const MERCHANT = "acct_exampleSeller";
export const SECRET_KEY = "sk_test_examples";

/** Starts it. `cargo build -p stripe-simulator` comes before. */
export async function startSimulator() {
  const child = spawn(binary, ["--port", "0", "--secret-key", SECRET_KEY, "--account", `${MERCHANT}=Seller`], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  process.on("exit", () => child.kill());
  const line = await new Promise((resolve, reject) => {
    child.stdout.once("data", (chunk) => resolve(String(chunk)));
    child.once("error", reject);
  });
  const base = /http:\S+/.exec(line)[0];
  const control = async (path, body) => {
    const response = await fetch(`${base}/_simulator/${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return {
    base,
    /** Posts what happens on the merchants' accounts to a webhook. */
    deliverTo: (url, secret) => control("endpoints", { url, secret, connect: true }),
    /** Fills in the hosted page and pays. */
    async pay(page, fields) {
      const email = "customer@shop.example";
      const body = new URLSearchParams({ email, ...fields });
      const response = await fetch(page, { method: "POST", body, redirect: "manual" });
      if (response.status !== 303) throw new Error(`the page answered ${response.status}: ${await response.text()}`);
    },
    advance: (seconds) => control("clock", { advance_seconds: seconds }),
    events: () => control("events"),
    resend: (id) => control(`events/${id}/resend`, {}),
    end: () => child.kill(),
  };
}

export const CARD = { payment_method: "card", card_number: "4242424242424242", card_expiry: "12/40", card_cvc: "123", card_name: "A B" };
const debit = (iban) => ({ payment_method: "sepa_debit", iban, account_holder: "A B" });
/** Debits that take some minutes: the one is paid then, the other returned. */
export const DEBIT = debit("AT321904300235473204");
export const RETURNED = debit("AT051904300235473205");
