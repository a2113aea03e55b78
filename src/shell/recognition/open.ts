import { PlanError } from '../../model/errors.ts';
import type { GreyImage, Recogniser } from '../../read/scan/recogniser.ts';
import { type Engine, INSTALL, packedData } from './engine.ts';
import { programRecogniser } from './program.ts';
import type { OpenRecogniser } from './recogniser.ts';
import { scaled, unscaled } from './scale.ts';
import { wasmRecogniser } from './wasm.ts';

/**
 * The engine, ready to be asked: it starts with the first image.
 *
 * @throws {PlanError} `no-text-layer` where the data was there when the engine was found, and is no more
 */
export function openRecogniser(engine: Engine, env: NodeJS.ProcessEnv = process.env): OpenRecogniser {
  const packed = packedData();
  if (packed === undefined) throw new PlanError('no-text-layer', 'read', INSTALL);
  const once = engine.kind === 'wasm' ? wasmRecogniser(engine, packed) : programRecogniser(engine, packed, env);
  return { ...once, ...readingTwice(once) };
}

/**
 * For a second reading the picture is made larger: of 229 figures of tables that were misread, it then told 86%, as it was 50%, at
 * half the false alarms; other data told no more. A picture that would be too large is made smaller.
 */
const [LARGER, LEAST, SMALLER] = [2, 1.3, 0.7];
/** Pixels of the largest picture. */
const MOST = 40e6;

function otherScale({ width, height }: GreyImage): number {
  const factor = Math.min(LARGER, Math.sqrt(MOST / (width * height)));
  return factor < LEAST ? SMALLER : factor;
}

/** Reads the second time at another scale. */
export function readingTwice(once: Recogniser): Recogniser {
  return {
    ...once,
    async recognise(image, options) {
      if (options.reading !== 'second') return once.recognise(image, options);
      const factor = otherScale(image);
      return unscaled(await once.recognise(scaled(image, factor), options), factor);
    },
  };
}
