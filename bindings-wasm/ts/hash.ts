/** The runtime's own SHA-256, which is faster than any in WebAssembly, where it answers at once. */

/** SHA-256 of bytes, a character for each of its 32; nothing where the runtime refuses. @internal */
export type Hash = (bytes: Uint8Array) => string | undefined;

/** A text costs a third of what a buffer does, which the runtime has to free. */
interface Crypto {
  hash?(algorithm: string, data: Uint8Array, encoding: "latin1"): string;
  createHash?(algorithm: string): { update(part: Uint8Array): { digest(encoding: "latin1"): string } };
}

interface Builtins {
  process?: { getBuiltinModule?: (name: string) => Crypto | undefined };
}

/**
 * That of `node:crypto` where it can be had without an import, so that bundles for browsers and edge runtimes
 * stay whole: Node from 20.16, Deno, Bun. Elsewhere the module computes the MAC itself.
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
