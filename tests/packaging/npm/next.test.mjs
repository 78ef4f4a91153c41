import { test } from "node:test";

import { exampleWorks } from "./next.mjs";

test("examples/next by Turbopack: the webhook in the edge runtime, the orders in Node", () => exampleWorks("turbopack"));
