import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Problem } from '../problem.ts';
import type { Server } from '../serving.ts';

/** What the build made of src/shell/page. */
const ASSETS = fileURLToPath(new URL('../../../../dist/shell/page/', import.meta.url));
const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

const PAGE = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>kehoach</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/review.css">
</head>
<body>
<div id="page"></div>
<noscript>Trang này cần JavaScript. This page needs JavaScript.</noscript>
<script src="/assets/review.js" defer></script>
</body>
</html>
`;

/** Registers the page; what it shows it asks for by the API. */
export function addPages(server: Server): void {
  server.get('/', { schema: { hide: true } }, async (_, reply) => reply.type('text/html; charset=utf-8').send(PAGE));

  server.get(
    '/assets/:name',
    { schema: { hide: true, params: z.object({ name: z.string().regex(/^[a-z-]+\.(?:js|css)$/u) }) } },
    async ({ params: { name } }, reply) => {
      const bytes = await readFile(`${ASSETS}${name}`).catch(() => undefined);
      if (bytes === undefined) throw new Problem(404, 'There is no such file.');
      return reply.type(`${TYPES[name.split('.').at(-1) ?? '']}; charset=utf-8`).send(bytes as never);
    },
  );
}
