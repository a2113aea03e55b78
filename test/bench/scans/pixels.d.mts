export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Uint8Array;
}
export function random(seed: number): () => number;
export function coloured(image: Picture): Picture;
export function twoTone(image: Picture, threshold?: number): Picture;
export function turned(image: Picture, degrees: number): Picture;
export function upsideDown(image: Picture): Picture;
