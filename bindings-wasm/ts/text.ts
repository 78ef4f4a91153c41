/**
 * The runtime's own UTF-8 conversion, looked up at import but not required: Jest's jsdom environment has
 * neither class. The replacements do as much as the package needs.
 */

interface Decoder {
  decode(bytes?: Uint8Array): string;
}

interface Encoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, bytes: Uint8Array): { read: number; written: number };
}

type DecoderClass = new (label?: string, options?: { ignoreBOM?: boolean }) => Decoder;

class PlainDecoder implements Decoder {
  decode(bytes: Uint8Array = new Uint8Array()): string {
    let text = "";
    for (let at = 0; at < bytes.length; ) {
      const first = bytes[at] ?? 0;
      const follow = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
      let code = follow === 0 ? first : first & (0x3f >> follow);
      let isWhole = first < 0x80 || (first >= 0xc2 && first < 0xf5);
      for (let next = 1; isWhole && next <= follow; next += 1) {
        const byte = bytes[at + next] ?? 0;
        isWhole = (byte & 0xc0) === 0x80;
        code = (code << 6) | (byte & 0x3f);
      }
      text += isWhole && code < 0x110000 ? String.fromCodePoint(code) : "\ufffd";
      at += isWhole ? follow + 1 : 1;
    }
    return text;
  }
}

class PlainEncoder implements Encoder {
  encode(text: string): Uint8Array<ArrayBuffer> {
    const bytes: number[] = [];
    for (const character of text) bytes.push(...encoded(character));
    return new Uint8Array(bytes);
  }

  encodeInto(text: string, bytes: Uint8Array): { read: number; written: number } {
    let [read, written] = [0, 0];
    for (const character of text) {
      const part = encoded(character);
      if (written + part.length > bytes.length) break;
      bytes.set(part, written);
      written += part.length;
      read += character.length;
    }
    return { read, written };
  }
}

function encoded(character: string): number[] {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return [code];
  const last = 0x80 | (code & 0x3f);
  if (code < 0x800) return [0xc0 | (code >> 6), last];
  // A lone surrogate is not a character.
  if (code >= 0xd800 && code < 0xe000) return [0xef, 0xbf, 0xbd];
  const middle = 0x80 | ((code >> 6) & 0x3f);
  if (code < 0x10000) return [0xe0 | (code >> 12), middle, last];
  return [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f), middle, last];
}

const own = globalThis as { TextDecoder?: DecoderClass; TextEncoder?: new () => Encoder };

/** @internal */
export const TextDecoder: DecoderClass = own.TextDecoder ?? PlainDecoder;

/** @internal */
export const TextEncoder: new () => Encoder = own.TextEncoder ?? PlainEncoder;
