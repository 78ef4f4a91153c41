/** The runtime's own HMAC, which is faster than any in WebAssembly, where it answers at once. */

/** What the module asks; it looks for a method of this name. @internal */
export interface HostMac {
  mac(key: Uint8Array, time: Uint8Array, dot: Uint8Array, body: Uint8Array): Uint8Array | undefined;
}

interface Hmac {
  update(part: Uint8Array): Hmac;
  digest(): Uint8Array;
}

interface Builtins {
  process?: { getBuiltinModule?: (name: string) => { createHmac(algorithm: string, key: Uint8Array): Hmac } | undefined };
}

/**
 * `node:crypto` where it can be had without an import, so that bundles for browsers and edge runtimes stay
 * whole: Node from 20.16, Deno, Bun. Elsewhere, or where it refuses, the module computes the MAC itself.
 *
 * @internal
 */
export function hostMac(): HostMac | undefined {
  const crypto = (globalThis as Builtins).process?.getBuiltinModule?.("node:crypto");
  if (typeof crypto?.createHmac !== "function") return undefined;
  return {
    mac: (key, time, dot, body) => {
      try {
        return crypto.createHmac("sha256", key).update(time).update(dot).update(body).digest();
      } catch {
        return undefined;
      }
    },
  };
}
