// Pages of other sites that use a visitor's browser against the platform, in headless Chromium.
// PLATFORM_URL is the reference platform, CHROMIUM the browser; `cargo xtask browser` sets both.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";

import { launch } from "./browser.mjs";

const platform = process.env.PLATFORM_URL;

let browser;
let page;
/** A server of somebody else's: the page that it shows, and the requests that it got. */
let server;
let html = "";
const requests = [];

before(async () => {
  browser = await launch();
  page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    response.setHeader("content-type", "text/html");
    response.end(html);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
});

after(async () => {
  await browser?.close();
  server?.close();
});

/** Whether merchants may choose for themselves, as the admin pages say. */
async function free() {
  await page.goto(`${platform}/admin`);
  return page.getAttribute("#freedom", "data-free");
}

// To a browser, another port is another origin of the same site, and another name is another site.
for (const [site, host] of [["the same site", "127.0.0.1"], ["another site", "localhost"]]) {
  test(`a form on a page of ${site} is refused`, async () => {
    const earlier = await free();
    const value = earlier === "true" ? "no" : "yes";
    html = `<form method="post" action="${platform}/admin/freedom">
      <input type="hidden" name="free" value="${value}"><button>Win a prize</button></form>`;
    await page.goto(`http://${host}:${server.address().port}/`);
    const answer = page.waitForResponse((response) => response.url().endsWith("/admin/freedom"));
    await page.click("button");
    assert.equal((await answer).status(), 403);
    await page.locator("h1", { hasText: "That was not done" }).waitFor();
    assert.equal(await free(), earlier);
    // The same form on the platform's own page works.
    await page.click("#toggle-freedom");
    await page.locator("#freedom").waitFor();
    assert.notEqual(await free(), earlier);
    await page.click("#toggle-freedom");
    assert.equal(await free(), earlier);
  });
}

test("a form that was smuggled into the admin pages leads nowhere else", async () => {
  await page.goto(`${platform}/admin`);
  requests.length = 0;
  const violated = await page.evaluate(
    (action) =>
      new Promise((resolve) => {
        document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
        setTimeout(() => resolve("nothing"), 5_000);
        const form = document.createElement("form");
        Object.assign(form, { method: "post", action });
        document.body.append(form);
        form.submit();
      }),
    `http://127.0.0.1:${server.address().port}/steal`,
  );
  assert.equal(violated, "form-action");
  assert.deepEqual(requests, []);
});
