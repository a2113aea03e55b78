import { date } from '../components/figures.ts';
import { folded } from '../data/ids.ts';
import type { Evidence, PagePlan } from '../data/page-data.ts';
import { words } from './state.ts';

/** "Ủy ban nhân dân tỉnh Lâm Đồng (2025). Kế hoạch …, số 907/KH-UBND, ngày 26/12/2025, trang 2: “…”." */
export function plainCitation(plan: PagePlan, { quote, page }: Pick<Evidence, 'quote' | 'page'>): string {
  const w = words.value;
  const year = plan.issuedOn?.slice(0, 4);
  const who = plan.issuer ?? plan.name;
  const what = [
    oneLine(plan.title ?? plan.name),
    plan.number === null ? '' : `${w.number} ${plan.number}`,
    plan.issuedOn === null ? '' : `${w.dated} ${date(plan.issuedOn)}`,
    page === null ? '' : `${w.page} ${page}`,
  ].filter((part) => part !== '');
  return `${who}${year === undefined ? '' : ` (${year})`}. ${what.join(', ')}: “${oneLine(quote)}”.`;
}

/** An entry of BibTeX: a report of an institution, with the quote as its note. */
export function bibtex(plan: PagePlan, { quote, page }: Pick<Evidence, 'quote' | 'page'>): string {
  const key = folded(`${plan.name} ${plan.number ?? ''}`)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  const [year, month] = plan.issuedOn?.split('-') ?? [];
  const fields: readonly (readonly [string, string | number | null | undefined])[] = [
    ['author', `{${texText(plan.issuer ?? plan.name)}}`],
    ['institution', texText(plan.issuer ?? plan.name)],
    ['title', `{${texText(oneLine(plan.title ?? plan.name))}}`],
    ['number', plan.number === null ? null : texText(plan.number)],
    ['year', year],
    ['month', month === undefined ? null : Number(month)],
    ['pages', page],
    ['url', /^https?:/u.test(plan.link ?? '') ? (plan.link ?? '').replace(/[{}\\]/gu, encodeURIComponent) : null],
    ['note', `“${texText(oneLine(quote))}”`],
    ['langid', 'vietnamese'],
  ];
  const lines = fields.flatMap(([name, value]) => (value == null || value === '' ? [] : [`  ${name} = {${value}}`]));
  return `@techreport{${key || 'kehoach'},\n${lines.join(',\n')}\n}`;
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Signs that TeX obeys are written as text. */
const texText = (text: string): string => text.replace(/[\\{}%&#_$~^]/gu, (sign) => TEX[sign] ?? `\\${sign}`);
