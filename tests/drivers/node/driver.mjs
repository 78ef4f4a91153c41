// The conformance driver for Node, and for what runs its programs: one JSON request a line in, one JSON answer a line out.

import process from "node:process";
import { createInterface } from "node:readline";

import { answerLine } from "./answer.mjs";

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.trim() !== "") process.stdout.write(`${answerLine(line)}\n`);
}
