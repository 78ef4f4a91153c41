// Not part of every run, since each takes as long as the rest: `cargo xtask package node --all`.

import { test } from "node:test";

import { exampleWorks, routesWork } from "../next.mjs";

test("Next.js by Turbopack: a route in the edge runtime, a lazy one, and one in Node", () => routesWork("turbopack"));
test("Next.js by webpack: a route in the edge runtime, a lazy one, and one in Node", () => routesWork("webpack"));
test("examples/next by webpack", () => exampleWorks("webpack"));
