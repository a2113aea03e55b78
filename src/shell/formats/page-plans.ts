import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { ownName } from '../../compare/own-name.ts';
import type { ComparedDocument } from '../../model/comparison.ts';
import type { Told } from '../output/told.ts';
import type { PagePlan } from '../page/data/page-data.ts';
import { planOwner, planTitles } from './figure.ts';

/** Whose the plans of a comparison are, and the plans in the order of the comparison. */
export interface PagePlans {
  readonly base: string;
  readonly owners: readonly string[];
  readonly plans: readonly PagePlan[];
  /** Provinces beside the base. */
  readonly provinces: number;
}

/**
 * @param origins of the documents, as far as they are known
 * @param folder the output folder of the plans
 * @param out where the page will lie; without it nothing can be linked
 */
export function pagePlans(
  documents: readonly ComparedDocument[],
  origins: Told['origins'],
  folder: string,
  out: string | undefined,
): PagePlans {
  const base = documents.find((plan) => plan.base)?.province?.name ?? '';
  const shown = documents.map((plan) => planOwner(plan) || untold(plan, origins.get(plan.document)?.uri));
  const names = documents.map((plan, i) => (plan.base ? base : (shown[i] ?? '')));
  const owners = [...new Set(names)].sort(
    (a, b) => Number(b === base) - Number(a === base) || a.localeCompare(b, 'vi'),
  );
  const ownerAt = new Map(owners.map((name, i) => [name, i]));
  const titles = planTitles(documents);
  const plans = documents.map((plan, i): PagePlan => {
    const { document, number, title, issuer, issuedOn, form, level, formerly, province, period } = plan;
    const { uri = '', topic = null } = origins.get(document) ?? {};
    return {
      document,
      number,
      title,
      issuer,
      issuedOn,
      form,
      level,
      province,
      owner: ownerAt.get(names[i] ?? '') ?? -1,
      // Where nothing else tells a plan, its title has its id: a person reads its own words instead.
      name: (titles.get(document) ?? document).replace(document, () => untold(plan, uri)),
      topic,
      years: yearsOf(period),
      base: plan.base,
      set: formerly?.set ?? province?.set ?? null,
      source: uri,
      link: linkTo(uri, out),
      text: out === undefined ? null : way(join(folder, 'documents', `${document}.txt`), out),
    };
  });
  const beside = documents.filter((plan) => !plan.base && plan.province !== null);
  const provinces = new Set(beside.map(({ formerly, province }) => formerly?.name ?? province?.name)).size;
  return { base, owners, plans, provinces };
}

/** What a text is called whose issuer is not told: by its own name, else by its file. */
const untold = (plan: ComparedDocument, uri: string | undefined): string =>
  (ownName(plan) || uri?.split(/[\\/]/u).at(-1)) ?? plan.document;

function yearsOf(period: ComparedDocument['period']): PagePlan['years'] {
  const [from, to] = [period?.start, period?.end].map((date) => (date == null ? undefined : Number(date.slice(0, 4))));
  const [first, last] = [from ?? to, to ?? from];
  return first === undefined || last === undefined ? null : [first, last];
}

/** Of addresses those of the web alone, of paths those where something lies: a document names its source itself. */
function linkTo(uri: string, out: string | undefined): string | null {
  if (/^https?:\/\//iu.test(uri)) return URL.canParse(uri) ? new URL(uri).href : null;
  if (uri === '' || out === undefined || /^[a-z][a-z+.-]+:/iu.test(uri)) return null;
  return existsSync(uri) ? way(uri, out) : null;
}

const way = (path: string, out: string): string =>
  relative(resolve(dirname(out)), resolve(path))
    .split(sep)
    .map(encodeURIComponent)
    .join('/');
