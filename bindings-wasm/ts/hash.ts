/** The runtime's own SHA-256, which is faster than any in WebAssembly, where it answers at once. */

/** SHA-256 of bytes; nothing where the runtime refuses. @internal */
export type Hash = (bytes: Uint8Array) => Uint8Array | undefined;

interface Crypto {
  hash?(algorithm: string, data: Uint8Array, encoding: string): Uint8Array;
  createHash?(algorithm: string): { update(part: Uint8Array): { digest(): Uint8Array } };
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
      const digest = once ? once("sha256", bytes, "buffer") : start?.("sha256").update(bytes).digest();
      return digest?.length === 32 ? digest : undefined;
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
