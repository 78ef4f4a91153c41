// From the Checkout button to the fulfilled order, as a customer does it, in headless Chromium.
// PLATFORM_URL is the reference platform, CHROMIUM the browser; `cargo xtask browser` sets both.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch } from "./browser.mjs";

const platform = process.env.PLATFORM_URL;
const DEBIT_THAT_SUCCEEDS = "AT321904300235473204";
const DEBIT_THAT_FAILS = "AT051904300235473205";

let browser;

before(async () => {
  browser = await launch();
});

after(async () => {
  await browser?.close();
});

/** A customer with a phone and without JavaScript, who has pressed Checkout and is on the hosted page. */
async function atCheckout() {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(platform);
  await page.locator("form.buy button", { hasText: "Checkout" }).first().click();
  await page.locator("#total").waitFor();
  return page;
}

async function payByCard(page, number) {
  await page.fill("#email", "jenny@example.com");
  await page.check("#method-card", { force: true });
  await page.fill("#card_number", number);
  await page.fill("#card_expiry", "12 / 34");
  await page.fill("#card_cvc", "123");
  await page.fill("#card_name", "Jenny Rosen");
  await page.click("#pay-card");
}

async function payByDebit(page, iban) {
  await page.fill("#email", "jenny@example.com");
  await page.check("#method-debit", { force: true });
  await page.fill("#iban", iban);
  await page.fill("#account_holder", "Jenny Rosen");
  await page.click("#pay-debit");
}

/** Moves the simulator's clock by its button on the hosted page. */
async function waitADay(page, hostedPage) {
  await page.goto(hostedPage);
  await page.click("#advance-day button");
}

/** Reloads until the order has reached a state; webhooks arrive when they arrive. */
async function reaches(page, state) {
  const order = page.locator("#order-state");
  for (let attempt = 0; attempt < 50; attempt += 1) {
    await order.waitFor();
    if ((await order.getAttribute("data-state")) === state) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
    await page.reload();
  }
  assert.equal(await order.getAttribute("data-state"), state);
}

/** The kinds of e-mail that the order of this return page has led to, oldest first. */
async function mails(page) {
  const order = new URL(page.url()).searchParams.get("order");
  await page.goto(`${platform}/orders/${order}`);
  const kinds = await page.locator(".mail").evaluateAll((all) => all.map((mail) => mail.dataset.kind));
  return kinds;
}

test("a card is paid at once: the order is fulfilled and a receipt goes out", async () => {
  const page = await atCheckout();
  await payByCard(page, "4242424242424242");
  await page.waitForURL(`${platform}/thanks**`);
  await reaches(page, "fulfilled");
  assert.deepEqual(await mails(page), ["receipt"]);
});

test("a declined card says so and a good one still pays", async () => {
  const page = await atCheckout();
  await payByCard(page, "4000000000000002");
  const notice = page.locator("#notice");
  await notice.waitFor();
  assert.match(await notice.innerText(), /declined/i);
  await payByCard(page, "4000000000009995");
  await notice.waitFor();
  assert.match(await notice.innerText(), /insufficient funds/i);
  await payByCard(page, "4242424242424242");
  await page.waitForURL(`${platform}/thanks**`);
  await reaches(page, "fulfilled");
  assert.deepEqual(await mails(page), ["receipt"]);
});

test("a bank debit waits for its money and is fulfilled when it comes", async () => {
  const page = await atCheckout();
  const hostedPage = page.url();
  await payByDebit(page, DEBIT_THAT_SUCCEEDS);
  await page.waitForURL(`${platform}/thanks**`);
  const thanks = page.url();
  await reaches(page, "awaiting_payment");
  await waitADay(page, hostedPage);
  await page.goto(thanks);
  await reaches(page, "fulfilled");
  assert.deepEqual(await mails(page), ["awaiting_payment", "receipt"]);
});

test("a bank debit that fails asks the customer to order again", async () => {
  const page = await atCheckout();
  const hostedPage = page.url();
  await payByDebit(page, DEBIT_THAT_FAILS);
  await page.waitForURL(`${platform}/thanks**`);
  const thanks = page.url();
  await reaches(page, "awaiting_payment");
  await waitADay(page, hostedPage);
  await page.goto(thanks);
  await reaches(page, "failed");
  assert.deepEqual(await mails(page), ["awaiting_payment", "order_again"]);
});

test("cancel leads back to the shop and leaves nothing paid", async () => {
  const page = await atCheckout();
  await page.click("#cancel");
  await page.waitForURL(`${platform}/**`);
  assert.equal(await page.locator("form.buy").count() > 0, true);
});
