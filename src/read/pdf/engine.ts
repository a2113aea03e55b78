/**
 * pdf.js as it comes for Node, without what it does to the rest of the program: its build puts an `Array.prototype.push`, a
 * `JSON.parse` and a `JSON.stringify` of its own in the place of Node's, for faults that nothing here can meet. They are
 * many times slower and serve everything that runs in the thread, so Node's own are put back.
 */
const OWN = [globalThis, ...Object.values(Object.getOwnPropertyDescriptors(globalThis)).map(({ value }) => value)]
  .flatMap((value: unknown) => (typeof value === 'function' ? [value, value.prototype] : [value]))
  .filter((value: unknown) => value instanceof Object)
  .map((holder) => [holder, Object.entries(Object.getOwnPropertyDescriptors(holder))] as const);

export const { getDocument, InvalidPDFException, OPS, VerbosityLevel } = await import(
  'pdfjs-dist/legacy/build/pdf.mjs'
);
// Here, not when the first document is opened: it replaces things too.
// @ts-expect-error: comes without types, and nothing of it is used by name
await import('pdfjs-dist/legacy/build/pdf.worker.mjs');

for (const [holder, properties] of OWN) {
  for (const [name, own] of properties) {
    const now = Object.getOwnPropertyDescriptor(holder, name);
    if (typeof own.value === 'function' && now?.value !== own.value) Object.defineProperty(holder, name, own);
  }
}
