// What one response may take: time, from the request to its last byte, and room.

import assert from "node:assert/strict";
import { createServer } from "node:net";
import { test } from "node:test";

import { fetchTransport, Platform, TransportError } from "../dist/esm/index.js";

const SESSION = '{"id":"cs_1","object":"checkout.session"}';
const OPEN_END = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";
const CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
const MAX = 32 * 1024 * 1024;

const request = { method: "GET", headers: [], body: "" };

/** Asks a server that answers with `start`, then with `then` again and again until the client has had enough. */
async function asked(options, start, then, pauseMs = 0) {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", async () => {
      socket.write(start);
      while (then !== undefined && !socket.destroyed) {
        if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
        if (!socket.destroyed) await new Promise((resolve) => socket.write(then, resolve));
      }
      socket.end();
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await fetchTransport(options)({ ...request, url: `http://127.0.0.1:${server.address().port}/` });
  } finally {
    server.close();
  }
}

test("neither headers nor a body outlast the time by dripping", async () => {
  for (const start of ["HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n", OPEN_END]) {
    const began = performance.now();
    await assert.rejects(asked({ timeoutMs: 500 }, start, "a", 50), { name: "TransportError", kind: "timeout" });
    assert.ok(performance.now() - began < 5000, start);
  }
});

test("a body that is too long is given up at once", async () => {
  const small = { maxResponse: SESSION.length };
  const tooLarge = { name: "TransportError", kind: "too_large" };
  const head = (length) => `HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n`;
  assert.equal((await asked(small, head(SESSION.length) + SESSION)).body.length, SESSION.length);
  await assert.rejects(asked(small, head(SESSION.length + 1) + SESSION, " ", 50), tooLarge);
  // Without a length, the body tells by itself.
  assert.equal((await asked(small, OPEN_END + SESSION)).body.length, SESSION.length);
  await assert.rejects(asked(small, OPEN_END + SESSION, " ".repeat(65_536)), tooLarge);
  await assert.rejects(asked(small, CHUNKED, `10000\r\n${" ".repeat(65_536)}\r\n`), tooLarge);
});

test("a body may have 32 MiB", async () => {
  const whole = OPEN_END + SESSION.padEnd(MAX);
  const { body } = await asked({}, whole);
  assert.equal(body.length, MAX);
  assert.equal(Buffer.from(body.subarray(0, SESSION.length)).toString(), SESSION);
  await assert.rejects(asked({}, `${whole} `), { kind: "too_large" });
});

test("the limits hold for a fetch of one's own, too", async () => {
  const streamless = async () => ({ status: 200, headers: new Headers(), arrayBuffer: async () => new ArrayBuffer(9) });
  const send = (options) => fetchTransport(options)({ ...request, url: "http://127.0.0.1:9/" });
  assert.equal((await send({ fetch: streamless, maxResponse: 9 })).body.length, 9);
  await assert.rejects(send({ fetch: streamless, maxResponse: 8 }), { kind: "too_large" });

  const drip = async (controller) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    controller.enqueue(new Uint8Array(1));
  };
  const deaf = async () => new Response(new ReadableStream({ pull: drip }));
  await assert.rejects(send({ fetch: deaf, timeoutMs: 200 }), { kind: "timeout" });
  assert.throws(() => fetchTransport({ maxResponse: 1.5 }), { code: "wrong_type" });
  assert.throws(() => fetchTransport({ maxResponse: -1 }), { code: "out_of_range" });
});

test("a response that is too long is an error of its own, and not asked for again", async () => {
  let asked = 0;
  const transport = async () => {
    asked += 1;
    throw new TransportError("too_large");
  };
  const sessions = new Platform({ secretKey: "sk_test_1", transport }).merchant("acct_1").checkout.sessions;
  await assert.rejects(sessions.retrieve("cs_1"), { code: "response_too_large" });
  assert.equal(asked, 1);
});
