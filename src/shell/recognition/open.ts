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

/** For a second reading the picture is made larger, or smaller where it would be too large. */
const [LARGER, SMALLER] = [1.4, 0.7];
/** Pixels of the largest picture. */
const MOST = 40e6;

const otherScale = ({ width, height }: GreyImage): number => (width * height * LARGER ** 2 > MOST ? SMALLER : LARGER);

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
