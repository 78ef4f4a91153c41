// All vectors as lines of the protocol, and what the package answers to them in this Node: every other runtime must
// answer the same.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../vectors/", import.meta.url));

const cases = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .sort()
  .flatMap((name) => JSON.parse(readFileSync(join(folder, name), "utf8")).cases);

/** A line for each case. */
export const lines = cases.map(({ op, in: input }, index) => JSON.stringify({ id: index + 1, op, in: input })).join("\n") + "\n";

/** Fails with the first case that is answered in another way than expected. */
export function same(answers, expected, where) {
  const [got, wanted] = [answers, expected].map((text) => text.trim().split("\n").map(comparable));
  assert.equal(got.length, cases.length, `${where}: ${got.length} answers to ${cases.length} cases`);
  wanted.forEach((line, index) => assert.equal(got[index], line, `${where}: ${cases[index].comment}`));
}

/** Without the texts that are the runtime's own. */
function comparable(line) {
  const answer = JSON.parse(line);
  if (answer.error?.code === "bad_request") delete answer.error.message;
  return JSON.stringify(answer);
}
