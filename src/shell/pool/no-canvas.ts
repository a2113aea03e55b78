import { createRequire, Module } from 'node:module';

/** Stands for what draws; nothing is ever drawn. */
class Nothing {}

/**
 * pdf.js asks for a canvas when it is loaded, whether or not it will draw: 20 MB of native code for each process, which no
 * untrusted document should come near. A thread of the pool has none.
 */
const fromPdfjs = createRequire(import.meta.resolve('pdfjs-dist/package.json'));
try {
  const path = fromPdfjs.resolve('@napi-rs/canvas');
  const canvas = Object.assign(new Module(path), {
    loaded: true,
    exports: { DOMMatrix: Nothing, ImageData: Nothing, Path2D: Nothing },
  });
  fromPdfjs.cache[path] = canvas;
} catch {
  // Not installed: pdf.js depends on it optionally.
}
