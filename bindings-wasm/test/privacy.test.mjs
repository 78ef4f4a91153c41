// What objects print of themselves: every field is filled with its own name, which must not turn up.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { format, inspect } from "node:util";

import { readAnswer } from "counterfoil";
import { PRIVACY } from "../dist/esm/generated/privacy.js";
import { redacted, withRaw } from "../dist/esm/object.js";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const api = JSON.parse(read("../../core/api.json"));
const records = new Map(api.records.map((record) => [record.name, record]));
const isMade = ({ kind }) => kind !== "params" && kind !== "record";

/** A value of the field's type, in which every text says where it stands. */
function filled({ name, type, list }, at) {
  const known = { text: `<${at}.${name}>`, integer: 7, boolean: true, metadata: { key: `<${at}.${name}>` } };
  const value = known[type] ?? record(type);
  return list ? [value] : value;
}

function record(name) {
  const { fields } = records.get(name);
  return Object.fromEntries(fields.map((field) => [field.name, filled(field, name)]));
}

const marked = (text) => new Set([...text.matchAll(/<(\w+\.\w+)>/g)].map(([, mark]) => mark));
const without = (left, right) => [...left].filter((item) => !right.has(item));
const printed = (value) => [inspect(value, { depth: 9 }), format("%s %o %O", value, value, value), format(value)].join();

test("objects print the texts that are listed and no others", () => {
  const lines = read("../../core/shown.txt").split("\n").filter((line) => /^\w/.test(line));
  const names = api.records.filter(isMade).map(({ name }) => name);
  const answers = lines.filter((line) => names.includes(line.split(":")[0]));
  const listed = new Set(answers.flatMap((line) => line.split(/:? /).slice(1).map((field) => `${line.split(":")[0]}.${field}`)));
  const shown = names.map((name) =>
    printed(records.get(name).kind === "object" ? withRaw(record(name), `<${name}.raw>`, name) : redacted(record(name), name)),
  );
  // One of a few known words says nothing.
  const closed = api.records.flatMap(({ name, fields }) => fields.filter((field) => field.closed).map((field) => `${name}.${field.name}`));
  assert.deepEqual(without(marked(shown.join()), new Set([...listed, ...closed])), []);
  assert.deepEqual(without(listed, marked(shown.join())), []);
  assert.ok(names.includes("Customer") && names.includes("Missing"));
});

test("a secret is in no JSON, and stays readable by name", () => {
  for (const [name, { secret = [] }] of Object.entries(PRIVACY)) {
    const thing = withRaw(record(name), `<${name}.raw>`, name);
    const written = marked(JSON.stringify(thing) + JSON.stringify({ ...thing }) + inspect({ ...thing }, { depth: 9 }));
    for (const field of [...secret, "raw"]) {
      assert.ok(!written.has(`${name}.${field}`), `${name}.${field}`);
      assert.match(thing[field], /^<\w+\.\w+>$/);
    }
  }
});

test("metadata is the customer's own, whatever its keys are", () => {
  const metadata = { secret: "a", raw: "b", client_secret: "c", status: "d" };
  const body = Buffer.from(JSON.stringify({ id: "re_1", object: "refund", status: "pending", metadata }));
  const refund = readAnswer("refunds.create", { status: 200, headers: [], body });
  assert.deepEqual({ ...refund.metadata }, metadata);
  assert.deepEqual(JSON.parse(JSON.stringify(refund)).metadata, metadata);
  assert.match(inspect(refund), /id: 're_1',[^]*status: 'pending'/);
  assert.equal(inspect(refund.metadata), "(client_secret, raw, secret, status)");
});
