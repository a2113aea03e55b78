/** A picture in shades of grey, and where it is red. One byte a pixel, row by row from the top left. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** 0 is black. */
  readonly grey: Uint8Array;
  /** 1 where it is red, as seals are; undefined where hardly anything is. */
  readonly red?: Uint8Array;
}

/** Pixels as they are decoded: one, three or four bytes each, or eight pixels a byte. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
  /** Bytes a pixel; 0 where a byte holds eight of them, and 1 is white. */
  readonly channels: 0 | 1 | 2 | 3 | 4;
}

/** How much redder than green and blue a seal is, and how bright its red. */
const REDDER = 60;
const RED = 110;
/** The same of one of which a coarse JPEG left little colour, between red and purple; more of that on a page is the paper's own. */
const PALE = { green: 12, blue: 3, red: 90, share: 0.04 };
/** A seal covers at least so great a share of its page. */
const SOME = 0.0005;

/** A pixel that may be red. */
const REDDISH = 2;

/** Reads pixels as a picture, each `step` times `step` of them as one. */
export function pictureOf(pixels: Pixels, step = 1): Picture {
  const width = Math.floor(pixels.width / step);
  const height = Math.floor(pixels.height / step);
  const grey = new Uint8Array(width * height);
  if (pixels.channels < 3) {
    const level = levels(pixels);
    shrink(grey, width, height, step, level);
    return { width, height, grey };
  }
  const { data, channels } = pixels;
  const red = new Uint8Array(width * height);
  let [count, pale] = [0, 0];
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to++) {
      let [r, g, b] = [0, 0, 0];
      for (let dy = 0; dy < step; dy++) {
        let at = ((y * step + dy) * pixels.width + x * step) * channels;
        for (let dx = 0; dx < step; dx++, at += channels) {
          const alpha = channels === 4 ? (data[at + 3] ?? 0) / 255 : 1;
          const white = 255 * (1 - alpha);
          r += (data[at] ?? 0) * alpha + white;
          g += (data[at + 1] ?? 0) * alpha + white;
          b += (data[at + 2] ?? 0) * alpha + white;
        }
      }
      const share = step * step;
      r /= share;
      g /= share;
      b /= share;
      grey[to] = 0.299 * r + 0.587 * g + 0.114 * b;
      if (r > RED && r - Math.max(g, b) > REDDER) {
        red[to] = 1;
        count++;
      } else if (r > PALE.red && r - g > PALE.green && r - b > PALE.blue) {
        red[to] = REDDISH;
        pale++;
      }
    }
  }
  const isInk = pale <= PALE.share * grey.length;
  for (let at = red.indexOf(REDDISH); at >= 0; at = red.indexOf(REDDISH, at + 1)) red[at] = isInk ? 1 : 0;
  return { width, height, grey, ...(count + (isInk ? pale : 0) > SOME * grey.length ? { red } : {}) };
}

function levels({ width, data, channels }: Pixels): (x: number, y: number) => number {
  if (channels === 0) {
    const row = (width + 7) >> 3;
    return (x, y) => (((data[y * row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) * 255;
  }
  if (channels === 1) return (x, y) => data[y * width + x] ?? 0;
  return (x, y) => {
    const at = (y * width + x) * 2;
    const alpha = (data[at + 1] ?? 0) / 255;
    return (data[at] ?? 0) * alpha + 255 * (1 - alpha);
  };
}

function shrink(
  grey: Uint8Array,
  width: number,
  height: number,
  step: number,
  level: (x: number, y: number) => number,
): void {
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to++) {
      if (step === 1) {
        grey[to] = level(x, y);
        continue;
      }
      let sum = 0;
      for (let dy = 0; dy < step; dy++) for (let dx = 0; dx < step; dx++) sum += level(x * step + dx, y * step + dy);
      grey[to] = sum / (step * step);
    }
  }
}

/** A place of one picture in another one. */
export type Move = (x: number, y: number) => readonly [x: number, y: number];

/** A picture made of another one, and where each of its places was in that. */
export interface Moved {
  readonly picture: Picture;
  readonly back: Move;
}

/** Quarter turns clockwise. */
export function turnedPicture({ width, height, grey, red }: Picture, turns: 0 | 1 | 2 | 3): Moved {
  if (turns === 0) return { picture: { width, height, grey, ...(red && { red }) }, back: (x, y) => [x, y] };
  const [w, h] = turns === 2 ? [width, height] : [height, width];
  const from: (x: number, y: number) => number =
    turns === 1
      ? (x, y) => (height - 1 - x) * width + y
      : turns === 2
        ? (x, y) => (height - 1 - y) * width + width - 1 - x
        : (x, y) => x * width + width - 1 - y;
  const turn = (bytes: Uint8Array): Uint8Array => {
    const made = new Uint8Array(bytes.length);
    for (let y = 0, to = 0; y < h; y++) for (let x = 0; x < w; x++, to++) made[to] = bytes[from(x, y)] ?? 0;
    return made;
  };
  const back: Move =
    turns === 1
      ? (x, y) => [y, height - x]
      : turns === 2
        ? (x, y) => [width - x, height - y]
        : (x, y) => [width - y, x];
  return { picture: { width: w, height: h, grey: turn(grey), ...(red && { red: turn(red) }) }, back };
}

/**
 * Turns a picture about its middle, so that lines that fall `slope` pixels a pixel to the right are level. What comes
 * in from outside is white.
 */
export function levelled({ width, height, grey, red }: Picture, slope: number): Moved {
  const angle = Math.atan(slope);
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const [mx, my] = [width / 2, height / 2];
  const back: Move = (x, y) => [mx + (x - mx) * cos - (y - my) * sin, my + (x - mx) * sin + (y - my) * cos];
  return {
    picture: drawn({ width, height, grey, ...(red && { red }) }, width, height, [cos, sin, -sin, cos], back),
    back,
  };
}

/** A picture drawn on a white one: `back` tells where a place of that is in the picture, `[a, b]` a step right, `[c, d]` one down. */
export function drawn(
  picture: Picture,
  width: number,
  height: number,
  [a, b, c, d]: readonly [number, number, number, number],
  back: Move,
): Picture {
  const made = new Uint8Array(width * height).fill(255);
  const { red } = picture;
  const reds = red === undefined ? undefined : new Uint8Array(made.length);
  const { width: w, height: h, grey } = picture;
  const [x0, y0] = back(0.5, 0.5);
  for (let y = 0, to = 0; y < height; y++) {
    let px = x0 + c * y - 0.5;
    let py = y0 + d * y - 0.5;
    for (let x = 0; x < width; x++, to++, px += a, py += b) {
      const [left, top] = [Math.floor(px), Math.floor(py)];
      if (left < -1 || top < -1 || left >= w || top >= h) continue;
      const [fx, fy] = [px - left, py - top];
      const at = top * w + left;
      const has = { left: left >= 0, right: left + 1 < w, top: top >= 0, bottom: top + 1 < h };
      const nw = has.left && has.top ? (grey[at] ?? 255) : 255;
      const ne = has.right && has.top ? (grey[at + 1] ?? 255) : 255;
      const sw = has.left && has.bottom ? (grey[at + w] ?? 255) : 255;
      const se = has.right && has.bottom ? (grey[at + w + 1] ?? 255) : 255;
      made[to] = (nw * (1 - fx) + ne * fx) * (1 - fy) + (sw * (1 - fx) + se * fx) * fy + 0.5;
      if (reds !== undefined && red !== undefined) {
        const [nx, ny] = [Math.round(px), Math.round(py)];
        if (nx >= 0 && ny >= 0 && nx < w && ny < h) reds[to] = red[ny * w + nx] ?? 0;
      }
    }
  }
  return { width, height, grey: made, ...(reds && { red: reds }) };
}

/** A part of a picture, in pixels; what lies outside of it is not in the part. */
export function cut({ width, height, grey }: Picture, x0: number, y0: number, x1: number, y1: number): Picture {
  const [left, top] = [Math.max(0, Math.floor(x0)), Math.max(0, Math.floor(y0))];
  const w = Math.max(1, Math.min(width, Math.ceil(x1)) - left);
  const h = Math.max(1, Math.min(height, Math.ceil(y1)) - top);
  const made = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) made.set(grey.subarray((top + y) * width + left, (top + y) * width + left + w), y * w);
  return { width: w, height: h, grey: made };
}

/** A picture with so many white pixels around it. */
export function bordered({ width, height, grey }: Picture, margin: number): Picture {
  const w = width + 2 * margin;
  const made = new Uint8Array(w * (height + 2 * margin)).fill(255);
  for (let y = 0; y < height; y++) made.set(grey.subarray(y * width, (y + 1) * width), (y + margin) * w + margin);
  return { width: w, height: height + 2 * margin, grey: made };
}
