import { test } from "node:test";

import { worksInNext } from "./next.mjs";

test("Next.js by Turbopack: a route in the edge runtime, a lazy one, and one in Node", () => worksInNext("turbopack"));
