// The ready handlers in the frameworks that they are for, from the packed package: one test for all of them.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import express from "express";
import fastify from "fastify";
import { Hono } from "hono";

import { clean } from "./places.mjs";

const folder = clean();
const load = createRequire(pathToFileURL(join(folder, "main.cjs")));
const { Webhooks } = load("counterfoil");
const { checkout, nodeCheckout, nodeWebhook, webhook } = load("counterfoil/handlers");
const { eventBody, sign } = load("counterfoil/testing");

const secret = "whsec_frameworks";
const webhooks = new Webhooks([{ label: "connect", secret }]);
const body = Buffer.from(eventBody({ type: "checkout.session.completed", account: "acct_1" }));
const url = "https://checkout.example/cs_1";

/** An application with both handlers, listening; it ends with what is returned. */
const frameworks = {
  async "Node's http"(handle, pay) {
    const [receive, start] = [nodeWebhook(webhooks, handle, quiet), nodeCheckout(pay, quiet)];
    return listening(createServer((request, response) => (request.url === "/webhook" ? receive : start)(request, response)));
  },
  async Express(handle, pay) {
    const app = express();
    app.post("/webhook", nodeWebhook(webhooks, handle, quiet));
    app.use(express.json(), express.urlencoded());
    app.post("/pay", nodeCheckout(pay, quiet));
    return listening(createServer(app));
  },
  async "Express with express.raw"(handle, pay) {
    const app = express();
    app.post("/webhook", express.raw({ type: "application/json" }), nodeWebhook(webhooks, handle, quiet));
    app.post("/pay", nodeCheckout(pay, quiet));
    return listening(createServer(app));
  },
  async Fastify(handle, pay) {
    const app = fastify();
    // Leaves bodies unread.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", (request, payload, done) => done(null));
    const [receive, start] = [nodeWebhook(webhooks, handle, quiet), nodeCheckout(pay, quiet)];
    app.post("/webhook", (request, reply) => (reply.hijack(), receive(request.raw, reply.raw)));
    app.post("/pay", (request, reply) => (reply.hijack(), start(request.raw, reply.raw)));
    await app.listen({ host: "127.0.0.1", port: 0 });
    return { port: app.server.address().port, end: () => app.close() };
  },
  async Hono(handle, pay) {
    const app = new Hono();
    const [receive, start] = [webhook(webhooks, (event) => handle(event), quiet), checkout((form) => pay(form), quiet)];
    app.post("/webhook", (c) => receive(c.req.raw));
    app.post("/pay", (c) => start(c.req.raw));
    const answer = async (path, init) => app.fetch(new Request(`http://shop.example${path}`, init));
    return { answer, end() {} };
  },
};

const quiet = { log() {} };

for (const [name, start] of Object.entries(frameworks)) {
  test(name, async () => {
    const seen = [];
    let isDown = false;
    const handle = async (event) => {
      if (isDown) throw new Error("down");
      seen.push(event.outcome.kind);
    };
    const app = await start(handle, async (form) => (seen.push(form.get("order")), { url }));
    const answer = app.answer ?? ((path, init) => fetch(`http://127.0.0.1:${app.port}${path}`, { ...init, redirect: "manual" }));
    const post = async (body, signature) => {
      const headers = { "content-type": "application/json; charset=utf-8", ...(signature && { "stripe-signature": signature }) };
      return (await answer("/webhook", { method: "POST", headers, body })).status;
    };
    try {
      assert.equal(await post(body, sign(body, secret)), 200);
      assert.equal(await post(body, sign(body, "whsec_other")), 400);
      assert.equal(await post(body), 400);
      assert.equal(await post("{}", sign(body, secret)), 400);
      isDown = true;
      assert.equal(await post(body, sign(body, secret)), 500);
      isDown = false;
      const clicked = await answer("/pay", { method: "POST", body: new URLSearchParams({ order: "42" }) });
      assert.deepEqual([clicked.status, clicked.headers.get("location")], [303, url]);
      assert.deepEqual(seen, ["paid", "42"]);
    } finally {
      await app.end();
    }
  });
}

async function listening(server) {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: server.address().port, end: () => (server.closeAllConnections(), server.close()) };
}
