// How near one text is to another: by characters, whatever the order of paragraphs, and by figures.

/** White space as one space, letters composed. */
export const folded = (text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/**
 * The least number of characters to insert, take out or replace in `pattern` for it to be somewhere in `text`, and where that
 * ends. Bits of a column at a time (Myers 1999, Hyyrö 2003), 31 characters a word.
 */
export function nearest(pattern, text) {
  const BITS = 31;
  const count = Math.ceil(pattern.length / BITS);
  if (count === 0) return { distance: 0, end: 0 };
  const masks = new Map();
  for (let i = 0; i < pattern.length; i++) {
    const letter = pattern[i];
    if (!masks.has(letter)) masks.set(letter, new Int32Array(count));
    masks.get(letter)[Math.floor(i / BITS)] |= 1 << (i % BITS);
  }
  const FULL = 2 ** BITS - 1;
  const none = new Int32Array(count);
  const [up, down] = [new Int32Array(count).fill(FULL), new Int32Array(count)];
  const last = 1 << ((pattern.length - 1) % BITS);
  let distance = pattern.length;
  let best = { distance, end: 0 };
  for (let at = 0; at < text.length; at++) {
    const mask = masks.get(text[at]) ?? none;
    // What comes in at the top: nothing, for the text may begin anywhere.
    let [plus, minus] = [0, 0];
    for (let block = 0; block < count; block++) {
      const [vp, vn] = [up[block], down[block]];
      const eq = mask[block] | minus;
      const xv = mask[block] | vn;
      // The sum may take 32 bits; what is above the block's is cut off.
      const xh = ((((eq & vp) + vp) & FULL) ^ vp) | eq;
      let hp = vn | (~(xh | vp) & FULL);
      let hn = vp & xh;
      if (block === count - 1) {
        if ((hp & last) !== 0) distance++;
        if ((hn & last) !== 0) distance--;
      }
      const [outPlus, outMinus] = [(hp >>> (BITS - 1)) & 1, (hn >>> (BITS - 1)) & 1];
      hp = ((hp << 1) | plus) & FULL;
      hn = ((hn << 1) | minus) & FULL;
      up[block] = hn | (~(xv | hp) & FULL);
      down[block] = hp & xv;
      [plus, minus] = [outPlus, outMinus];
    }
    if (distance < best.distance) best = { distance, end: at + 1 };
  }
  return best;
}

/** Paragraphs and cells of a text in pieces of at least so many characters: what is shorter would be found anywhere. */
const PIECE = 40;
export function piecesOf(text) {
  const pieces = [];
  let held = '';
  for (const line of text.split(/\n+/u)) {
    held = folded(`${held} ${line}`);
    if (held.length < PIECE) continue;
    pieces.push(held);
    held = '';
  }
  if (held === '') return pieces;
  if (pieces.length === 0) return [held];
  return [...pieces.slice(0, -1), `${pieces.at(-1)} ${held}`];
}

/** Blanks that part two columns. */
const GAP = /(?<=\S) {3,}(?=\S)/u;

/**
 * A text that is laid out with blanks, column by column: between two empty lines what stands right comes behind what stands left. What
 * reads columns one after the other does not misread letters.
 */
export function columnByColumn(text) {
  return text
    .split(/\n\s*\n/u)
    .map((block) => {
      const rows = block.split('\n').map((line) => line.split(GAP));
      return [...rows.map(([left]) => left), ...rows.flatMap(([, ...right]) => right)].join('\n');
    })
    .join('\n\n');
}

/**
 * Share of characters of `pieces` that are otherwise in `text`: each is looked for where it fits best, so that columns and notes
 * may stand in another order. What `text` has beyond them is not counted here.
 */
export function characterErrors(pieces, text) {
  const within = folded(text);
  let [wrong, all] = [0, 0];
  for (const piece of pieces) {
    wrong += nearest(piece, within).distance;
    all += piece.length;
  }
  return { wrong, all, share: all === 0 ? 0 : wrong / all };
}

/** Words of a text with their places. */
const wordsOf = (text) =>
  [...text.matchAll(/\S+/gu)].map((match) => ({
    text: match[0].normalize('NFC'),
    start: match.index,
    end: match.index + match[0].length,
  }));

/** Digits with the marks between them: "1.500" and "1,500" are two figures. */
const FIGURE = /\p{Nd}+(?:[.,/:-]\p{Nd}+)*/gu;
export const figuresOf = (text) =>
  [...text.matchAll(FIGURE)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

/** Differences after which two lists are told to have nothing in common: steps are kept for each. */
const MOST_DIFFERENCES = 3000;

/** The longest words that two lists have in common, in order (Myers 1986): pairs of places. */
export function common(a, b) {
  const most = Math.min(a.length + b.length, MOST_DIFFERENCES);
  const ends = new Map([[1, 0]]);
  const steps = [];
  for (let d = 0; d <= most; d++) {
    steps.push(new Map(ends));
    for (let k = -d; k <= d; k += 2) {
      let x =
        k === -d || (k !== d && (ends.get(k - 1) ?? -1) < (ends.get(k + 1) ?? -1))
          ? (ends.get(k + 1) ?? 0)
          : (ends.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && x - k >= 0 && a[x] === b[x - k]) x++;
      ends.set(k, x);
      if (x >= a.length && x - k >= b.length) return back(steps, d, k, a, b);
    }
  }
  return [];
}

function back(steps, d, k, a, b) {
  const pairs = [];
  let [x, y, line] = [a.length, b.length, k];
  for (let step = d; step >= 0; step--) {
    const ends = steps[step];
    const down = line === -step || (line !== step && (ends.get(line - 1) ?? -1) < (ends.get(line + 1) ?? -1));
    const before = down ? line + 1 : line - 1;
    const [fromX, fromY] = step === 0 ? [0, 0] : [ends.get(before) ?? 0, (ends.get(before) ?? 0) - before];
    while (x > fromX && y > fromY && x > 0 && y > 0 && a[x - 1] === b[y - 1]) pairs.push([--x, --y]);
    [x, y, line] = [fromX, fromY, before];
  }
  return pairs.reverse();
}

/**
 * Figures of a text that was recognised beside those of the truth: those in the same place of the same words first, then those
 * that stand elsewhere (columns in another order), each of the truth once.
 *
 * @param isDoubtful whether a place of `text` is marked as doubtful
 */
export function figuresBeside(truth, text, isDoubtful = () => false) {
  const [wanted, found] = [figuresIn(truth), figuresIn(text)];
  const used = new Set();
  const right = new Set();
  for (const [i, j] of common(wanted.map(key), found.map(key))) {
    if (!('figure' in wanted[i])) continue;
    used.add(i);
    right.add(j);
  }
  const left = new Map();
  for (const [i, one] of wanted.entries())
    if ('figure' in one && !used.has(i)) left.set(one.text, (left.get(one.text) ?? 0) + 1);
  const result = { of: wanted.filter((one) => 'figure' in one).length, right: 0, falseDoubts: 0, wrong: 0, silent: [] };
  for (const [j, one] of found.entries()) {
    if (!('figure' in one)) continue;
    const moved = !right.has(j) && (left.get(one.text) ?? 0) > 0;
    if (moved) left.set(one.text, left.get(one.text) - 1);
    const doubtful = isDoubtful(one.start, one.end);
    if (right.has(j) || moved) {
      result.right++;
      if (doubtful) result.falseDoubts++;
    } else {
      result.wrong++;
      if (!doubtful) result.silent.push(one);
    }
  }
  return result;
}

const key = (one) => one.text;

/** Words, and figures by themselves: "(12,5%)" holds 12,5. */
function figuresIn(text) {
  return wordsOf(text).flatMap((word) => {
    const figures = figuresOf(word.text);
    if (figures.length === 0) return [word];
    return figures.map(({ text: figure, start, end }) => ({
      text: figure,
      start: word.start + start,
      end: word.start + end,
      figure: true,
    }));
  });
}
