// The package has all of core/api.json: every operation at its path, every record with its fields and words.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import ts from "typescript";

import { Platform } from "../dist/esm/index.js";

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

/** The properties of an exported interface, by name. */
function properties(name) {
  const symbol = exported.get(name);
  assert.ok(symbol, `the package does not export ${name}`);
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return new Map(checker.getDeclaredTypeOfSymbol(target).getProperties().map((property) => [property.name, property]));
}

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
      assert.equal(optional, filled && !field.path && !field.required, `${at} is optional`);
      assert.ok(property.getDocumentationComment(checker).length > 0, `${at} has no docs`);
      const { words, closed } = wordsOf(property);
      if (field.words) {
        assert.deepEqual(new Set(words), new Set(field.words), at);
        assert.equal(closed, field.closed === true, `${at} takes other words`);
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
