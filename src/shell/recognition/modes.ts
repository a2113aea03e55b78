/** When pages that are images are read: where they have no text that can be read, never, or always. */
export const OCR_MODES = ['auto', 'off', 'force'] as const;
export type OcrMode = (typeof OCR_MODES)[number];
