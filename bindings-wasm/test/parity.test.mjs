// The package has all of core/api.json: every operation at its path, every record with its fields and words.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import ts from "typescript";

import { advance, objectOf, Platform, Webhooks } from "../dist/esm/index.js";
import { eventBody, sign } from "../dist/esm/testing.js";

const api = JSON.parse(readFileSync(new URL("../../core/api.json", import.meta.url)));
const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

test("every operation is a method at its path, on the accounts that it is on", () => {
  const platform = new Platform({ secretKey: "sk_test_parity" });
  const owners = { merchant: platform.merchant("acct_1"), platform };
  const missing = [];
  for (const { name, scope } of api.operations) {
    for (const [owner, root] of Object.entries(owners)) {
      const [verb, ...path] = name.split(".").map(camel).reverse();
      const resource = path.reverse().reduce((at, segment) => at?.[segment], root);
      const expected = scope === "both" || scope === owner ? "function" : "undefined";
      if (typeof resource?.[verb] !== expected) missing.push(`${owner}.${name}`);
    }
  }
  assert.deepEqual(missing, []);
  assert.ok(api.operations.length > 0);
});

const index = fileURLToPath(new URL("../dist/esm/index.d.ts", import.meta.url));
const program = ts.createProgram([index], { module: ts.ModuleKind.NodeNext, strict: true, exactOptionalPropertyTypes: true });
const checker = program.getTypeChecker();
const exported = new Map(
  checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(index))).map((symbol) => [symbol.name, symbol]),
);

/** The type that the package exports by a name. */
function typeNamed(name) {
  const symbol = exported.get(name);
  assert.ok(symbol, `the package does not export ${name}`);
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return checker.getDeclaredTypeOfSymbol(target);
}

/** The properties of an exported interface, by name. */
const properties = (name) => new Map(typeNamed(name).getProperties().map((property) => [property.name, property]));

/** The words of a union of texts, sorted. */
const wordsIn = (type) => (type.isUnion() ? type.types : [type]).filter((part) => part.isStringLiteral()).map((part) => part.value).sort();

/** The words of a union, and whether it takes no other text. */
function wordsOf(property) {
  const type = checker.getNonNullableType(checker.getTypeOfSymbol(property));
  const item = checker.isArrayType(type) ? checker.getTypeArguments(type)[0] : type;
  const parts = item.isUnion() ? item.types : [item];
  const words = parts.filter((part) => part.isStringLiteral()).map((part) => part.value);
  return { words, closed: words.length === parts.length };
}

test("every record is exported with all its fields, their docs and their words", () => {
  for (const record of api.records) {
    const found = properties(record.name);
    const filled = record.kind === "params" || record.kind === "record";
    for (const field of record.fields) {
      const at = `${record.name}.${field.name}`;
      const property = found.get(field.name);
      assert.ok(property, `${at} is missing`);
      const optional = Boolean(property.flags & ts.SymbolFlags.Optional);
      const required = field.path || field.required || /(^|\. )Required\.( |$)/.test(field.docs.replace(/\n/g, " "));
      assert.equal(optional, filled && !required, `${at} is optional`);
      assert.ok(property.getDocumentationComment(checker).length > 0, `${at} has no docs`);
      const { words, closed } = wordsOf(property);
      if (field.words) {
        assert.deepEqual(new Set(words), new Set([...field.words, ...(field.closed && field.unset ? [""] : [])]), at);
        // Of what is read all are, so that a misspelled comparison is an error.
        assert.equal(closed, field.closed === true || !filled, `${at} takes other words`);
      }
    }
    const beside = record.kind === "object" ? ["raw", "replayed"] : [];
    assert.deepEqual(new Set(found.keys()), new Set([...record.fields.map(({ name }) => name), ...beside]), record.name);
  }
  assert.ok(api.records.length > 0);
});

test("the map of operations has each with its parameters and its answer", () => {
  const operations = properties("Operations");
  assert.deepEqual([...operations.keys()], api.operations.map(({ name }) => name));
  for (const { name, params, answer, list } of api.operations) {
    const parts = checker.getTypeOfSymbol(operations.get(name));
    const shown = (part) => checker.typeToString(checker.getTypeOfSymbol(parts.getProperty(part)));
    assert.equal(shown("params"), params, name);
    assert.equal(shown("answer"), list ? `Page<${answer}>` : answer, name);
  }
});

test("every outcome, state, action, reason, code and type of event has its name", () => {
  for (const [type, names] of Object.entries({
    OutcomeKind: api.outcomes.map(({ kind }) => kind),
    State: api.states.map(({ name }) => name),
    Action: api.actions.map(({ name }) => name),
    IgnoredReason: api.ignored_reasons.map(({ name }) => name),
    ErrorCode: api.errors.map(({ code }) => code),
    WebhookErrorCode: api.rejections.map(({ code }) => code),
    EventType: api.event_types.map(({ name }) => name),
  })) {
    assert.deepEqual(wordsIn(typeNamed(type)), [...names].sort(), type);
    assert.ok(names.length > 0, type);
  }
});

test("an outcome has what it carries", () => {
  const subject = [...properties("Subject").keys()];
  const carried = { session: ["session"], subject, fetch: ["object", "id"], reason: ["reason"] };
  for (const part of typeNamed("Outcome").types) {
    const found = new Map(part.getProperties().map((property) => [property.name, property]));
    for (const kind of wordsIn(checker.getTypeOfSymbol(found.get("kind")))) {
      const { carries } = api.outcomes.find((outcome) => outcome.kind === kind);
      assert.deepEqual(new Set(found.keys()), new Set(["kind", ...carried[carries]]), kind);
    }
  }
});

test("an order moves as the table says", () => {
  for (const { state, outcome, next, action } of api.transitions) {
    assert.deepEqual(advance(state, outcome), { state: next, action }, `${state}, ${outcome}`);
  }
  assert.ok(api.transitions.length > 0);
});

test("an editor shows docs of everything that is exported, and of all that it has", () => {
  const undocumented = [];
  let looked = 0;
  for (const file of ["index", "webhooks-only", "handlers", "testing"]) {
    const path = fileURLToPath(new URL(`../dist/esm/${file}.d.ts`, import.meta.url));
    const entry = ts.createProgram([path], { module: ts.ModuleKind.NodeNext, strict: true });
    const types = entry.getTypeChecker();
    const isDocumented = (symbol) => symbol.getDocumentationComment(types).length > 0;
    const isOurs = (symbol) => symbol.declarations?.some((at) => at.getSourceFile().fileName.includes("/dist/esm/"));
    for (const symbol of types.getExportsOfModule(types.getSymbolAtLocation(entry.getSourceFile(path)))) {
      const target = symbol.flags & ts.SymbolFlags.Alias ? types.getAliasedSymbol(symbol) : symbol;
      if (!isDocumented(target)) undocumented.push(symbol.name);
      // Their members are names of operations and of events.
      if (["EventObjects", "Operations"].includes(symbol.name)) continue;
      const declared = types.getDeclaredTypeOfSymbol(target);
      for (const member of types.getPropertiesOfType(declared).filter(isOurs)) {
        const isPrivate = member.name.startsWith("#") || member.name.startsWith("__");
        if (!isPrivate && !isDocumented(member)) undocumented.push(`${symbol.name}.${member.name}`);
        looked += 1;
      }
    }
  }
  assert.deepEqual([...new Set(undocumented)], []);
  assert.ok(looked > 1000, `${looked} members`);
});

test("what an event of each type carries is read by its operation", () => {
  const webhooks = new Webhooks([{ label: "a", secret: "whsec_a" }]);
  const received = (options) => {
    const body = eventBody(options);
    return webhooks.verify(body, sign(body, "whsec_a"));
  };
  let read = 0;
  for (const { name, object, operation } of api.event_types) {
    if (operation === undefined || name.startsWith("v2.")) continue;
    const event = received({ type: name });
    const found = objectOf(event);
    assert.equal(JSON.parse(found.raw).object, object, name);
    assert.deepEqual(JSON.parse(found.raw), JSON.parse(event.object), name);
    assert.equal(objectOf(received({ type: name, shape: "thin" })), null);
    read += 1;
  }
  assert.ok(read > 40, `${read} types`);
  const ping = new TextEncoder().encode('{"id":"evt_1","object":"event","type":"ping","livemode":false,"created":1,"data":{"object":{}}}');
  assert.equal(objectOf(webhooks.verify(ping, sign(ping, "whsec_a"))), null);
});
