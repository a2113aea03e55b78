import { doubtText } from '../../components/doubt-words.ts';
import { Tag } from '../../components/tag.tsx';
import type { Summary } from '../api/types.ts';
import { language, numberText, words } from '../state.ts';
import { outcomes, type Underway } from './jobs.ts';

/** "Phú Thọ", "Trung ương": whose a document is, in few words. */
export function ownerOf({
  province,
  issuer,
  level,
  number,
  title,
}: Pick<Summary, 'province' | 'issuer' | 'level' | 'number' | 'title'>): string {
  const w = words.value;
  if (level === 'department' && issuer !== null) return issuer.name;
  return province?.name ?? (level === 'central' ? w.central : (issuer?.name ?? number ?? title ?? w.untitled));
}

/** "2021–2025", "2026" */
export function yearsOf({ period, year }: Pick<Summary, 'period' | 'year'>): string {
  const years = [period?.start, period?.end].flatMap((date) => (date == null ? [] : [date.slice(0, 4)]));
  return [...new Set(years)].join('–') || (year === null ? '' : String(year));
}

/** The file of a path or URL. */
export const fileOf = (source: string): string => {
  const name = source.split(/[/\\]/u).findLast((part) => part !== '') ?? source;
  return /^https?:/u.test(source) ? source : name;
};

/** "nhiệm vụ cần xem", news, corrections: what else there is to say of a document. */
export function Doubts({ summary }: { readonly summary: Summary }) {
  const w = words.value;
  const { unsure, why, reviewed = 0, headerReviewed = false } = summary;
  if (unsure > 0) return <Tag tone="warn">? {w.toLook(numberText(unsure))}</Tag>;
  const [reason] = why;
  if (reason !== undefined)
    return (
      <span class="reason">
        <b>?</b>
        <span>{doubtText(reason, language.value) || reason}</span>
      </span>
    );
  return reviewed > 0 || headerReviewed ? <Tag tone="ok">✓ {w.allLooked}</Tag> : <Tag>{w.noDoubt}</Tag>;
}

/** A warning of a record. */
const LOST = 'correction-lost';

export function OtherTags({ summary }: { readonly summary: Summary }) {
  const w = words.value;
  const { id, form, source, warnings, lost = warnings.includes(LOST) ? 1 : 0 } = summary;
  const others = source.alsoAt?.length ?? 0;
  return (
    <>
      {form === 'plan' ? null : <Tag>{w.forms[form]}</Tag>}
      {outcomes.value.get(id) === 'replaced' ? <Tag tone="accent">{w.newVersion}</Tag> : null}
      {others > 0 ? <Tag>{w.once(numberText(others))}</Tag> : null}
      {lost > 0 ? <Tag tone="warn">{summary.lost === undefined ? w.someLost : w.lost(numberText(lost))}</Tag> : null}
    </>
  );
}

/** "trang 9/21, còn 6 giây", "chờ, thứ 2" */
export function progressText({ item, place, secondsLeft, blocked }: Underway): string {
  const w = words.value;
  if (blocked) return w.waitsForFolder;
  if (item.state === 'waiting') return w.waiting(numberText(place));
  const { pages } = item;
  const left =
    secondsLeft === null
      ? ''
      : secondsLeft < 100
        ? w.left(numberText(secondsLeft))
        : w.minutesLeft(numberText(Math.round(secondsLeft / 60)));
  return [pages === null ? w.readingNow : w.page(numberText(pages.done), numberText(pages.of)), left]
    .filter((part) => part !== '')
    .join(', ');
}

/** How far the reading of a document is. */
export function Progress({ item }: Pick<Underway, 'item'>) {
  const { pages, source, state } = item;
  if (state !== 'reading' || pages === null || pages.of === 0) return null;
  return (
    <span
      class="bar"
      role="progressbar"
      aria-label={fileOf(source)}
      aria-valuenow={pages.done}
      aria-valuemin={0}
      aria-valuemax={pages.of}
    >
      <i style={{ width: `${(100 * pages.done) / pages.of}%` }} />
    </span>
  );
}
