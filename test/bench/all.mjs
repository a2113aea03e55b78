// Every benchmark that needs no Redis, one after the other: npm run bench. Figures depend on the machine, ratios less so.
for (const name of ['extract', 'tables', 'pdf', 'formats', 'ingest', 'pool', 'compare', 'page'])
  await import(`./${name}.mjs`);
