import { z } from 'zod';
import { englishAgency, loadEnglish } from '../../../knowledge/english.ts';
import { gatherReferences, knownAgencies } from '../../export/reference.ts';
import { folded } from '../../page/data/ids.ts';
import type { Server, Serving } from '../serving.ts';
import { PROBLEMS } from './schemas.ts';

const TAGS = ['names'];
const Labels = z.object({ vi: z.string().nullable(), en: z.string().nullable() });
const Named = z.object({ code: z.string(), labels: Labels });
const NamedList = z.object({ items: z.array(Named) }).meta({ id: 'NamedList' });
const Indicators = z
  .object({ items: z.array(Named.extend({ area: z.string().nullable(), unit: z.string().nullable() })) })
  .meta({ id: 'Indicators' });
const Provinces = z
  .object({ items: z.array(Named.extend({ set: z.int(), iso: z.string().nullable() })) })
  .meta({ id: 'Provinces' });

/** Agencies of one answer. */
const MOST = 50;

/** Registers what codes mean, for those who choose one. */
export function addNames(server: Server, { pipelines }: Serving): void {
  const references = gatherReferences(pipelines);
  const rows = [...references.rows()];
  const of = (table: string): z.infer<typeof Row>[] =>
    rows.flatMap(([name, row]) => (name === table ? [Row.parse(row)] : []));
  const agencies = [...knownAgencies()].map(([code, name]) => ({
    code,
    labels: { vi: name, en: englishAgency(loadEnglish(), code, name) ?? null },
    words: folded(`${name} ${code}`),
  }));
  const about = { tags: TAGS };

  server.get(
    '/indicators',
    { schema: { ...about, summary: 'Indicators of all pipelines', response: { 200: Indicators, ...PROBLEMS } } },
    async () => ({
      items: of('indicators').map((row) => ({ ...named(row), area: row.area ?? null, unit: row.unit ?? null })),
    }),
  );
  server.get(
    '/areas',
    { schema: { ...about, summary: 'Areas of all pipelines', response: { 200: NamedList, ...PROBLEMS } } },
    async () => ({ items: of('areas').map(named) }),
  );
  server.get(
    '/provinces',
    { schema: { ...about, summary: 'Provinces, of both lists', response: { 200: Provinces, ...PROBLEMS } } },
    async () => ({
      items: of('provinces').map((row) => ({ ...named(row), set: row.set ?? 63, iso: row.iso ?? null })),
    }),
  );
  server.get(
    '/agencies',
    {
      schema: {
        ...{ ...about, summary: 'Agencies whose name has these words', response: { 200: NamedList, ...PROBLEMS } },
        querystring: z.object({ q: z.string().max(200).default('') }),
      },
    },
    async ({ query: { q } }) => {
      const parts = folded(q).split(/\s+/u).filter(Boolean);
      const found = agencies.filter(({ words }) => parts.every((part) => words.includes(part)));
      return { items: found.slice(0, MOST).map(({ code, labels }) => ({ code, labels })) };
    },
  );
}

/** What the tables of codes say, as far as it is wanted here. */
const Row = z.object({
  code: z.string(),
  label_vi: z.string().nullable(),
  label_en: z.string().nullable(),
  area: z.string().nullable().optional(),
  unit: z.string().nullable().optional(),
  set: z.int().optional(),
  iso: z.string().nullable().optional(),
});

const named = ({ code, label_vi, label_en }: z.infer<typeof Row>): z.infer<typeof Named> => ({
  code,
  labels: { vi: label_vi, en: label_en },
});
