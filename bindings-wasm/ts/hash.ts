/** The runtime's own SHA-256, where it is synchronous: it is faster than any in WebAssembly. */

/**
 * Computes SHA-256 of bytes, as one character for each of its 32 bytes; `undefined` if the runtime refuses.
 * @internal
 */
export type Hash = (bytes: Uint8Array) => string | undefined;

/** A text costs a third of a buffer, which the runtime has to free. */
interface Crypto {
  hash?(algorithm: string, data: Uint8Array, encoding: "latin1"): string;
  createHash?(algorithm: string): { update(part: Uint8Array): { digest(encoding: "latin1"): string } };
}

interface Builtins {
  process?: { getBuiltinModule?: (name: string) => Crypto | undefined };
}

/**
 * Returns that of `node:crypto` if it is available without an import, so that bundles for browsers and edge
 * runtimes still build: Node from 20.16, Deno, Bun. Elsewhere the module computes the MAC itself.
 *
 * @internal
 */
export function hostHash(): Hash | undefined {
  const crypto = builtin();
  const once = typeof crypto?.hash === "function" ? crypto.hash : undefined;
  const start = typeof crypto?.createHash === "function" ? crypto.createHash : undefined;
  if (once === undefined && start === undefined) return undefined;
  return (bytes) => {
    try {
      const digest = once ? once("sha256", bytes, "latin1") : start?.("sha256").update(bytes).digest("latin1");
      return typeof digest === "string" && digest.length === 32 ? digest : undefined;
    } catch {
      return undefined;
    }
  };
}

/** Next.js has such a function in its edge runtime, which throws when it is called. */
function builtin(): Crypto | undefined {
  try {
    return (globalThis as Builtins).process?.getBuiltinModule?.("node:crypto");
  } catch {
    return undefined;
  }
}
