import { dateIn } from '../../language/dates.ts';
import type { NamedBody } from '../mentions/agencies/body.ts';
import { scan } from '../mentions/engine/rule.ts';
import { documentNumber } from '../mentions/references/document-number.ts';
import { undatedContext } from './cited.ts';
import type { Page } from './facts.ts';
import { bodiesIn } from './letterhead.ts';

/** The document that a plan without letterhead is part of. */
export interface Carrier {
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly issuer: NamedBody | undefined;
}

/** "(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 3/2/2024 của UBND tỉnh …)": what it was issued with. */
export function carrierOf({ knowledge, opening, letterhead, report }: Page): Carrier | undefined {
  if (letterhead !== undefined || report !== undefined) return undefined;
  const aside = /\((?:Kèm\s+theo|Ban\s+hành\s+kèm\s+theo)(?<what>[^()]{5,400})\)/iu.exec(opening.slice(0, 3000));
  const what = aside?.groups?.what;
  if (what === undefined) return undefined;
  const cited = scan(documentNumber(knowledge), what, undatedContext(knowledge))[0];
  const [, by] = /\scủa\s+([^()]{3,120})$/u.exec(what) ?? [];
  const reference = cited?.kind === 'reference' ? cited.value : undefined;
  return {
    number: reference?.number ?? null,
    issuedOn: reference?.date ?? dateIn(knowledge, what) ?? null,
    issuer: by === undefined ? undefined : bodiesIn(knowledge, by)[0],
  };
}
