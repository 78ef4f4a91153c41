// The platform's own people at work, in headless Chromium: defaults, merchants' choices, refunds, plans.
// PLATFORM_URL is the reference platform, CHROMIUM the browser; `cargo xtask browser` sets both.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch } from "./browser.mjs";

const platform = process.env.PLATFORM_URL;
const MERCHANT = "acct_1Morgenrot";
const OTHER = "acct_1Papierwerk";

let browser;
let page;

before(async () => {
  browser = await launch();
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1200, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
});

after(async () => {
  await browser?.close();
});

/** An order to the simulator that stands in for Stripe: what its Dashboard, or a fault, would do. */
async function order(path, body) {
  await page.goto(`${platform}/orders`);
  const simulator = new URL(await page.getAttribute("#simulated a", "href"));
  const answer = await fetch(new URL(path, simulator), { method: "POST", body: JSON.stringify(body) });
  assert.equal(answer.status, 200, await answer.text());
}

/** Sets defaults in the table and arrives at the dialog. */
async function review(changes) {
  await page.goto(`${platform}/admin`);
  for (const [method, value] of Object.entries(changes)) {
    await page.check(`tr[data-method="${method}"] input[value="${value}"]`);
  }
  await page.click("#review");
  await page.locator("#review-dialog").waitFor();
}

async function apply() {
  await page.click("#apply");
  await page.locator("table.methods").waitFor();
}

/** Whether a method is on for a merchant, as the merchant's page says. */
async function isOn(account, method) {
  await page.goto(`${platform}/admin/merchants/${account}`);
  return (await page.getAttribute(`tr[data-method="${method}"]`, "data-on")) === "true";
}

/** The ids of the radio buttons on a new hosted page of the first merchant. */
async function offered() {
  await page.goto(platform);
  await page.locator("form.buy button", { hasText: "Checkout" }).first().click();
  await page.locator("#total").waitFor();
  const methods = page.locator('input[name="payment_method"]');
  return methods.evaluateAll((found) => found.map((method) => method.value));
}

test("new defaults are reviewed, applied, and offered on the hosted page", async () => {
  assert.ok(!(await offered()).includes("klarna"));
  await review({ klarna: "on" });
  const row = page.locator(`tr[data-account="${OTHER}"][data-method="klarna"]`);
  assert.match(await row.textContent(), /klarna_payments unrequestednot see it yet/);
  await apply();
  assert.ok((await offered()).includes("klarna"));
});

test("a merchant's own choice survives a change of the default", async () => {
  await page.goto(`${platform}/admin`);
  await page.click("#toggle-freedom");
  await page.goto(`${platform}/admin/merchants/${MERCHANT}`);
  await page.locator('tr[data-method="eps"] button[value="on"]').click();
  await review({ eps: "on" });
  await apply();
  await review({ eps: "off" });
  const row = page.locator(`tr[data-account="${MERCHANT}"][data-method="eps"]`);
  assert.match(await row.textContent(), /its own choice: on/);
  await apply();
  assert.equal(await isOn(MERCHANT, "eps"), true);
  assert.equal(await isOn(OTHER, "eps"), false);
  await page.goto(`${platform}/admin/merchants/${MERCHANT}`);
  await page.locator('tr[data-method="eps"] button[value="none"]').click();
  assert.equal(await isOn(MERCHANT, "eps"), false);
});

test("a blocked method disappears from the hosted page", async () => {
  assert.ok((await offered()).includes("sepa_debit"));
  await order("/_simulator/methods", { method: "sepa_debit", setting: "blocked" });
  await page.goto(`${platform}/admin`);
  assert.equal(await page.getAttribute('tr[data-method="sepa_debit"]', "data-setting"), "blocked");
  assert.ok(!(await offered()).includes("sepa_debit"));
  await order("/_simulator/methods", { method: "sepa_debit", setting: "free" });
  assert.ok((await offered()).includes("sepa_debit"));
});

test("a halted apply is resumed", async () => {
  await review({ bancontact: "on", ideal: "on" });
  const dialog = page.url();
  // The first call is done, and its answer is lost in all three attempts.
  await order("/_simulator/faults", {
    path: "/v1/payment_method_configurations",
    method: "POST",
    times: 3,
    kind: "status",
    status: 500,
    when: "after",
  });
  await page.goto(dialog);
  await page.click("#apply");
  await page.locator("#halted").waitFor();
  assert.equal(await page.locator("#apply").textContent(), "Resume");
  await apply();
  assert.equal(await isOn(MERCHANT, "bancontact"), true);
  assert.equal(await isOn(MERCHANT, "ideal"), true);
});

test("a payment is given back, and the merchant subscribes to a plan", async () => {
  await offered();
  await page.fill("#email", "jenny@example.com");
  await page.check("#method-klarna", { force: true });
  await page.click("#pay-klarna");
  await page.goto(`${platform}/admin/merchants/${MERCHANT}`);
  const payment = page.locator(".payment").first();
  const charge = await payment.getAttribute("data-charge");
  await payment.locator("button", { hasText: "Refund" }).click();
  await page.locator(`[data-charge="${charge}"] .badge`, { hasText: "Refunded" }).waitFor();

  await page.click("#subscribe");
  await page.fill("#email", "owner@shop.example");
  await page.fill("#card_number", "4242 4242 4242 4242");
  await page.fill("#card_expiry", "12 / 34");
  await page.fill("#card_cvc", "123");
  await page.fill("#card_name", "The Owner");
  await page.click("#pay-card");
  await page.locator('#plan[data-status="active"]').waitFor();

  await page.click("#portal");
  await page.waitForURL((url) => url.pathname.startsWith("/portal/"));
});

test("a merchant that lacks something is led to the questions", async () => {
  const lost = { account: OTHER, capability: "card_payments", status: "inactive", currently_due: ["company.tax_id"] };
  await order("/_simulator/capabilities", lost);
  await page.goto(`${platform}/admin/merchants/${OTHER}`);
  await page.locator("button", { hasText: "Open the questions" }).first().click();
  await page.waitForURL((url) => url.pathname.startsWith("/setup/"));
  await page.locator("button").first().click();
  await page.locator('#readiness[data-ready="true"]').waitFor();
});

test("a refund and a dispute are at the order, and stop its goods", async () => {
  await offered();
  await page.fill("#email", "jenny@example.com");
  await page.check("#method-card", { force: true });
  await page.fill("#card_number", "4242 4242 4242 4242");
  await page.fill("#card_expiry", "12 / 34");
  await page.fill("#card_cvc", "123");
  await page.fill("#card_name", "Jenny Rosen");
  await page.click("#pay-card");
  await page.waitForURL(`${platform}/thanks**`);
  await page.locator('#order-state[data-state="fulfilled"]').waitFor();
  const orderPage = `${platform}/orders/${new URL(page.url()).searchParams.get("order")}`;

  await page.goto(orderPage);
  await page.locator('#goods[data-goods="preparing"] button').waitFor();
  await page.click("#payment");
  const paymentPage = page.url();
  assert.equal(await page.getAttribute(".payment a.order", "href"), new URL(orderPage).pathname);
  await page.fill('.payment input[name="amount"]', "2.00");
  await page.locator(".payment button", { hasText: "Refund" }).click();
  await page.locator("#payments").waitFor();
  await page.goto(orderPage);
  await page.locator('#refunded[data-amount="200"]').waitFor();
  assert.match(await page.textContent("#refunded"), /2\.00 EUR of 6\.80 EUR/);

  await order("/_simulator/disputes", { payment: paymentPage.split("/").pop() });
  await page.goto(orderPage);
  await page.locator('.dispute[data-status="needs_response"]').waitFor();
  await page.locator('#goods[data-goods="stopped"]').waitFor();
  assert.equal(await page.locator("#goods button").count(), 0);
  assert.deepEqual(
    await page.locator(".mail").evaluateAll((all) => all.map((mail) => mail.dataset.kind)),
    ["receipt", "refund", "dispute"],
  );
  await page.click("#payment");
  await page.locator(".payment [data-dispute]").waitFor();
  assert.equal(await page.locator("form.refund").count(), 0);
});
