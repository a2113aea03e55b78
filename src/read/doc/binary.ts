/** Little-endian reading of one stream; beyond its end everything is zero, as a cut-off table is only shorter. */
export interface Binary {
  readonly length: number;
  u8(at: number): number;
  u16(at: number): number;
  i16(at: number): number;
  u32(at: number): number;
  i32(at: number): number;
  bytes(start: number, end: number): Uint8Array;
  utf16(start: number, characters: number): string;
  /** A view of a part of it. */
  slice(start: number, end: number): Binary;
}

export function binary(bytes: Uint8Array): Binary {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fits = (at: number, size: number): boolean => at >= 0 && at + size <= bytes.length;
  return {
    length: bytes.length,
    u8: (at) => (fits(at, 1) ? view.getUint8(at) : 0),
    u16: (at) => (fits(at, 2) ? view.getUint16(at, true) : 0),
    i16: (at) => (fits(at, 2) ? view.getInt16(at, true) : 0),
    u32: (at) => (fits(at, 4) ? view.getUint32(at, true) : 0),
    i32: (at) => (fits(at, 4) ? view.getInt32(at, true) : 0),
    bytes: (start, end) => bytes.subarray(start, end),
    utf16: (start, characters) =>
      new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes.subarray(start, start + characters * 2)),
    slice: (start, end) => binary(bytes.subarray(start, end)),
  };
}
