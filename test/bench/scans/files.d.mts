import type { Picture } from './pixels.mjs';

export interface ScannedPage {
  readonly image: Picture;
  readonly dpi: number;
  readonly form?: 'flate' | 'bits' | 'fax' | 'jpeg';
  readonly jpeg?: Uint8Array;
  readonly strips?: number;
  readonly turn?: number;
}
export function scannedPdf(pages: readonly ScannedPage[]): Buffer;
