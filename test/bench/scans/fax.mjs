// Two tones as faxes and most scanners of offices send them: CCITT Group 4 (ITU-T T.6).

/** Codes of runs (ITU-T T.4, tables 2 and 3): 0 to 63, then 64, 128 … 1728. */
const WHITE = codes(`
  00110101 000111 0111 1000 1011 1100 1110 1111 10011 10100 00111 01000 001000 000011 110100 110101 101010 101011 0100111
  0001100 0001000 0010111 0000011 0000100 0101000 0101011 0010011 0100100 0011000 00000010 00000011 00011010 00011011
  00010010 00010011 00010100 00010101 00010110 00010111 00101000 00101001 00101010 00101011 00101100 00101101 00000100
  00000101 00001010 00001011 01010010 01010011 01010100 01010101 00100100 00100101 01011000 01011001 01011010 01011011
  01001010 01001011 00110010 00110011 00110100 11011 10010 010111 0110111 00110110 00110111 01100100 01100101 01101000
  01100111 011001100 011001101 011010010 011010011 011010100 011010101 011010110 011010111 011011000 011011001 011011010
  011011011 010011000 010011001 010011010 011000 010011011`);
const BLACK = codes(`
  0000110111 010 11 10 011 0011 0010 00011 000101 000100 0000100 0000101 0000111 00000100 00000111 000011000 0000010111
  0000011000 0000001000 00001100111 00001101000 00001101100 00000110111 00000101000 00000010111 00000011000 000011001010
  000011001011 000011001100 000011001101 000001101000 000001101001 000001101010 000001101011 000011010010 000011010011
  000011010100 000011010101 000011010110 000011010111 000001101100 000001101101 000011011010 000011011011 000001010100
  000001010101 000001010110 000001010111 000001100100 000001100101 000001010010 000001010011 000000100100 000000110111
  000000111000 000000100111 000000101000 000001011000 000001011001 000000101011 000000101100 000001011010 000001100110
  000001100111 0000001111 000011001000 000011001001 000001011011 000000110011 000000110100 000000110101 0000001101100
  0000001101101 0000001001010 0000001001011 0000001001100 0000001001101 0000001110010 0000001110011 0000001110100
  0000001110101 0000001110110 0000001110111 0000001010010 0000001010011 0000001010100 0000001010101 0000001011010
  0000001011011 0000001100100 0000001100101`);
/** 1792, 1856 … 2560 of either colour. */
const LONG = codes(`
  00000001000 00000001100 00000001101 000000010010 000000010011 000000010100 000000010101 000000010110 000000010111
  000000011100 000000011101 000000011110 000000011111`);
const LONGEST = 2560;
/** The place where the colour changes, beside that of the row above: 3 to the left … 3 to the right (T.6, table 1). */
const BESIDE = ['0000010', '000010', '010', '1', '011', '000011', '0000011'];
const PASS = '0001';
const ACROSS = '001';
const END = '000000000001'.repeat(2);

function codes(written) {
  return written.trim().split(/\s+/u);
}

/** @param image grey; below 128 is black */
export function faxCoded({ width, height, data }) {
  const bytes = [];
  let [held, count] = [0, 0];
  const put = (code) => {
    for (const bit of code) {
      held = (held << 1) | (bit === '1' ? 1 : 0);
      if (++count < 8) continue;
      bytes.push(held);
      [held, count] = [0, 0];
    }
  };
  const run = (length, black) => {
    let rest = length;
    for (; rest > LONGEST; rest -= LONGEST) put(LONG.at(-1));
    const large = Math.floor(rest / 64);
    if (large > 27) put(LONG[large - 28]);
    else if (large > 0) put((black ? BLACK : WHITE)[63 + large]);
    put((black ? BLACK : WHITE)[rest % 64]);
  };
  /** Where a row's colour changes, from the left; a row begins white. */
  const changesOf = (y) => {
    const changes = [];
    for (let x = 0, black = false; x < width; x++)
      if (data[y * width + x] < 128 !== black) {
        changes.push(x);
        black = !black;
      }
    return changes;
  };
  let above = [];
  for (let y = 0; y < height; y++) {
    const row = changesOf(y);
    let [at, black, next, over] = [-1, false, 0, 0];
    while (at < width) {
      // The first change above to the right of here that changes to the colour that is not ours.
      while (over > 0 && (above[over - 1] ?? width) > at) over--;
      while (over < above.length && (above[over] <= at || (over % 2 === 1) !== black)) over++;
      const b1 = above[over] ?? width;
      const b2 = above[over + 1] ?? width;
      const a1 = row[next] ?? width;
      if (b2 < a1) {
        put(PASS);
        at = b2;
        continue;
      }
      if (Math.abs(a1 - b1) <= 3) {
        put(BESIDE[a1 - b1 + 3]);
        [at, black] = [a1, !black];
        next++;
        continue;
      }
      const a2 = row[next + 1] ?? width;
      put(ACROSS);
      run(a1 - Math.max(at, 0), black);
      run(a2 - a1, !black);
      at = a2;
      next += 2;
    }
    above = row;
  }
  put(END);
  while (count > 0) put('0');
  return Buffer.from(bytes);
}
