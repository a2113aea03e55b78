// The text of PDF files with pdf.js alone, page by page: what any reader of PDF on Node pays at least. Prints the pages.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

const fonts = `${join(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))), 'standard_fonts')}/`;
let pages = 0;
for (const name of readdirSync(process.argv[2])) {
  const data = new Uint8Array(readFileSync(join(process.argv[2], name)));
  const document = await getDocument({ data, standardFontDataUrl: fonts, verbosity: VerbosityLevel.ERRORS }).promise;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getTextContent();
    page.cleanup();
    pages++;
  }
  await document.loadingTask.destroy();
}
console.log(pages);
