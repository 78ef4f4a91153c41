/** Reads bodies up to a limit. */

import { TOO_LARGE } from "./verdict.js";

/** Returns the bytes of all chunks, or {@link TOO_LARGE} as soon as there are too many. @internal */
export async function gathered(chunks: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | typeof TOO_LARGE> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most) return TOO_LARGE;
    parts.push(chunk);
  }
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return first;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The chunks of a web stream, which is canceled if the reader stops early. @internal */
export async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader();
  let isDone = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      isDone = done;
      if (done) return;
      yield value;
    }
  } finally {
    if (!isDone) reader.cancel().catch(() => {});
  }
}
