// Not part of every run, since it takes as long as the rest: `cargo xtask package node --all`.

import { test } from "node:test";

import { worksInNext } from "../next.mjs";

test("Next.js by webpack: a route in the edge runtime, a lazy one, and one in Node", () => worksInNext("webpack"));
