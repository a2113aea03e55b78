// Pictures of pages in shades of grey or in colour, and what scanners, copiers and clerks do to them. All of it is told by its
// arguments: the same call gives the same bytes.
//
// A picture is { width, height, channels, data }: 1 byte a pixel (grey, 0 is black) or 3 (red, green, blue), row by row.

/** The same numbers between 0 and 1 for the same seed (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const picture = (width, height, channels, fill = 255) => ({
  width,
  height,
  channels,
  data: new Uint8Array(width * height * channels).fill(fill),
});

/** Reads PGM and PPM (P5, P6), as pdftoppm writes them. */
export function fromPnm(bytes) {
  const [head, kind, width, height] =
    /^P([56])\s+(\d+)\s+(\d+)\s+255\s/u.exec(Buffer.from(bytes.subarray(0, 100)).toString('latin1')) ?? [];
  if (head === undefined) throw new Error('no PGM or PPM of 8 bits');
  return {
    width: Number(width),
    height: Number(height),
    channels: kind === '5' ? 1 : 3,
    data: new Uint8Array(bytes.subarray(head.length)),
  };
}

/** PGM or PPM. */
export const toPnm = ({ width, height, channels, data }) =>
  Buffer.concat([Buffer.from(`P${channels === 1 ? 5 : 6}\n${width} ${height}\n255\n`), data]);

export function grey({ width, height, channels, data }) {
  if (channels === 1) return { width, height, channels, data };
  const made = picture(width, height, 1);
  for (let i = 0; i < made.data.length; i++)
    made.data[i] = Math.round((data[i * 3] * 299 + data[i * 3 + 1] * 587 + data[i * 3 + 2] * 114) / 1000);
  return made;
}

export function coloured({ width, height, channels, data }) {
  if (channels === 3) return { width, height, channels, data };
  const made = picture(width, height, 3);
  for (let i = 0; i < data.length; i++) made.data.fill(data[i], i * 3, i * 3 + 3);
  return made;
}

/** Out of focus: a bell of so many pixels (standard deviation). */
export function blurred({ width, height, channels, data }, sigma) {
  const reach = Math.max(1, Math.ceil(sigma * 3));
  const bell = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)));
  const sum = bell.reduce((a, b) => a + b);
  const along = (from, step, count, line) => {
    const to = new Float32Array(from.length);
    for (let at = 0; at < from.length; at++) {
      const i = line(at);
      let value = 0;
      for (let k = -reach; k <= reach; k++)
        value += bell[k + reach] * from[at + (Math.min(count - 1, Math.max(0, i + k)) - i) * step];
      to[at] = value / sum;
    }
    return to;
  };
  const row = width * channels;
  const once = along(data, channels, width, (at) => Math.floor(at / channels) % width);
  const twice = along(once, row, height, (at) => Math.floor(at / row));
  return { width, height, channels, data: Uint8Array.from(twice, Math.round) };
}

/** Grain of a sensor, with a bell's spread of so many shades; paper that is no longer white. */
export function grainy({ width, height, channels, data }, { grain, paper = 255, ink = 0, seed = 1 }) {
  const next = random(seed);
  const made = picture(width, height, channels);
  for (let i = 0; i < data.length; i++) {
    // Three throws come near a bell whose deviation is 1/2.
    const bell = (next() + next() + next() - 1.5) * 2;
    made.data[i] = Math.max(0, Math.min(255, Math.round(ink + (data[i] * (paper - ink)) / 255 + bell * grain)));
  }
  return made;
}

/** Dust of a copier: so many black and white specks of one to three pixels a million pixels. */
export function dusty({ width, height, channels, data }, { specks, seed = 1 }) {
  const next = random(seed);
  const made = { width, height, channels, data: data.slice() };
  for (let n = 0; n < (specks * width * height) / 1e6; n++) {
    const [x, y, size, shade] = [next() * width, next() * height, 1 + Math.floor(next() * 3), next() < 0.7 ? 0 : 255];
    for (let dy = 0; dy < size; dy++)
      for (let dx = 0; dx < size; dx++) {
        const at = (Math.floor(y) + dy) * width + Math.floor(x) + dx;
        if (x + dx < width && y + dy < height) made.data.fill(shade, at * channels, (at + 1) * channels);
      }
  }
  return made;
}

/** Black or white, as a fax or a copier in two tones makes them. */
export function twoTone(image, threshold = 128) {
  const { width, height, data } = grey(image);
  return { width, height, channels: 1, data: data.map((shade) => (shade < threshold ? 0 : 255)) };
}

const bilinear = ({ width, height, channels, data }, x, y, channel) => {
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const at = (ix, iy) =>
    ix < 0 || iy < 0 || ix >= width || iy >= height ? 255 : data[(iy * width + ix) * channels + channel];
  const top = at(x0, y0) + (at(x0 + 1, y0) - at(x0, y0)) * (x - x0);
  const foot = at(x0, y0 + 1) + (at(x0 + 1, y0 + 1) - at(x0, y0 + 1)) * (x - x0);
  return top + (foot - top) * (y - y0);
};

/** Turned about its middle, clockwise, on white; the sheet keeps its size. */
export function turned(image, degrees) {
  const { width, height, channels } = image;
  const made = picture(width, height, channels);
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const [sx, sy] = [width / 2 + dx * cos + dy * sin, height / 2 - dx * sin + dy * cos];
      for (let c = 0; c < channels; c++)
        made.data[(y * width + x) * channels + c] = Math.round(bilinear(image, sx, sy, c));
    }
  return made;
}

/** Upside down: no shade changes. */
export function upsideDown({ width, height, channels, data }) {
  const made = picture(width, height, channels);
  for (let i = 0; i < width * height; i++)
    for (let c = 0; c < channels; c++) made.data[i * channels + c] = data[(width * height - 1 - i) * channels + c];
  return made;
}

/** Made larger or smaller; shades between pixels are told by the four around. */
export function scaled(image, factor) {
  const [width, height] = [Math.round(image.width * factor), Math.round(image.height * factor)];
  const soft = factor < 1 ? blurred(image, 0.35 / factor) : image;
  const made = picture(width, height, image.channels);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < image.channels; c++)
        made.data[(y * width + x) * image.channels + c] = Math.round(
          bilinear(soft, (x + 0.5) / factor - 0.5, (y + 0.5) / factor - 0.5, c),
        );
  return made;
}

/** So much of the picture, as it stands. */
export function cut({ width, height, channels, data }, x, y, wide, high) {
  const [left, top] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))];
  const made = picture(Math.min(width - left, Math.ceil(wide)), Math.min(height - top, Math.ceil(high)), channels);
  const row = made.width * channels;
  for (let r = 0; r < made.height; r++)
    made.data.set(
      data.subarray(((top + r) * width + left) * channels, ((top + r) * width + left) * channels + row),
      r * row,
    );
  return made;
}

/** Stamped over the page: where the seal has ink the paper takes its colour, and what is black stays black. */
export function stamped(image, { x, y, radius, colour = [205, 30, 40], seed = 1 }) {
  const made = coloured({ ...image, data: image.data.slice() });
  const next = random(seed);
  for (let dy = -radius; dy <= radius; dy++)
    for (let dx = -radius; dx <= radius; dx++) {
      const [px, py] = [Math.round(x + dx), Math.round(y + dy)];
      if (px < 0 || py < 0 || px >= made.width || py >= made.height) continue;
      const far = Math.hypot(dx, dy) / radius;
      const angle = Math.atan2(dy, dx) / (2 * Math.PI) + 0.5;
      // Two rings, letters between them as dashes, a star of five points in the middle.
      const ring = (far > 0.95 && far < 1) || (far > 0.62 && far < 0.65);
      const letters = far > 0.7 && far < 0.88 && (angle * 36) % 1 < 0.55 && (angle * 144) % 1 < 0.7;
      const star = far < 0.34 * (1 - 0.62 * Math.abs(((angle * 5 + 0.25) % 1) * 2 - 1));
      // A pad never inks evenly.
      if (!(ring || letters || star) || next() < 0.12) continue;
      const at = (py * made.width + px) * 3;
      for (let c = 0; c < 3; c++)
        made.data[at + c] = Math.min(made.data[at + c], (made.data[at + c] * colour[c]) / 255);
    }
  return made;
}
