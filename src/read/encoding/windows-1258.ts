import { byteOf } from './codes.ts';

/** Windows-1258 writes a tone as a mark of its own behind the letter; composing is left to NFC. */
export function fromWindows1258(text: string): string {
  const decoder = new TextDecoder('windows-1258');
  return text.replace(/\P{ASCII}/gu, (character) => {
    const byte = byteOf(character);
    return byte === undefined ? character : decoder.decode(Uint8Array.of(byte));
  });
}
