import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { readLabel } from '../../language/labels.ts';
import { viCapitals } from '../../language/pattern.ts';
import type { Signer } from '../../model/record.ts';
import type { Laid } from '../document/text.ts';

const RECIPIENTS = /(?:^|\n)\s*(?:Nơi\s+nhận|NƠI\s+NHẬN)\s*:?/u;
const AUTHORITY = /(?:^|\s)(?:TM|KT|TL|TUQ|T\/M|TUN|Q)\s?\.\s*\p{Lu}{2}/u;
/** Who signs: the words of office in capitals that a signature is made of. */
const officeOf = built(['officeWords'], ({ officeWords }) => {
  const offices = viCapitals(officeWords.filter(({ means }) => means.includes('signs'))).source;
  return new RegExp(String.raw`(?:PHÓ\s+|QUYỀN\s+|Q\.\s*)?${offices}`, 'gu');
});
/** "TM. ỦY BAN NHÂN DÂN KT. ": in whose name, right before the office. */
const WHOSE_NAME = /(?:TM|KT|TL|TUQ|T\/M|TUN)\s?\.\s*[\p{Lu}\s,.&/–-]+$/u;
/** "(Kèm theo Quyết định số 12/QĐ-UBND …)": the plan that was issued with what is signed above. */
const ISSUED_WITH = /^\s*\(?(?:Ban\s+hành\s+)?Kèm\s+theo\s/iu;
/** It stands in the few lines above, in UTF-16 units. */
const REACH = 400;
const NAME = /^(?:\s|\(?[Đđ]ã\s+ký\)?|[.…,:/]|\d)*((?:\p{Lu}\p{Ll}+)(?:[ \u00A0]+\p{Lu}\p{Ll}*){1,4})/u;

export interface Signature {
  /** Indices of the blocks of recipients and signatures, half-open. */
  readonly start: number;
  readonly end: number;
}

/** Where the plan itself ends: "Nơi nhận" and who signed, before any appendix. Undefined where there is none. */
export function signatureOf(knowledge: Knowledge, laid: Laid, from: number): Signature | undefined {
  const office = new RegExp(officeOf(knowledge).source, 'u');
  const blocks = laid.blocks.slice(from);
  const marks = blocks.filter(
    (block) => block.furniture === undefined && (RECIPIENTS.test(block.text) || AUTHORITY.test(block.text)),
  );
  const first = marks[0];
  if (first === undefined) return undefined;
  let last = first.index;
  for (let i = first.index + 1; i < laid.blocks.length && i <= last + 8; i++) {
    const block = laid.blocks[i];
    if (block === undefined || /^(?:PHỤ\s+LỤC|Phụ\s+lục|DANH\s+MỤC|BIỂU)/u.test(block.text)) break;
    // What a decision is issued with begins above this line, and goes on below it.
    if (ISSUED_WITH.test(block.text)) break;
    const same = block.cell !== undefined && block.cell.table === first.cell?.table;
    if (same || AUTHORITY.test(block.text) || RECIPIENTS.test(block.text) || readLabel(block.text)?.sign !== undefined)
      last = i;
    else if (block.text.length < 60 && (office.test(block.text) || NAME.test(block.text))) last = i;
  }
  return { start: first.index, end: last + 1 };
}

/** Who signed, in order; joint plans have more than one. */
export function signersOf(knowledge: Knowledge, laid: Laid, signature: Signature): readonly Signer[] {
  const first = laid.blocks[signature.start];
  const last = laid.blocks[signature.end - 1];
  if (first === undefined || last === undefined) return [];
  const text = laid.text
    .slice(first.start, last.end)
    .replace(/[|*_]+/gu, ' ')
    // Line breaks lost between two lines of capitals.
    .replace(/(?<=\p{Lu}{2})(?=(?:KT|TM|TL|TUQ)\.)/gu, ' ');
  const offices = [...text.matchAll(officeOf(knowledge))];
  const signers: Signer[] = [];
  let from = 0;
  for (const [i, office] of offices.entries()) {
    const end = office.index + office[0].length;
    const next = offices[i + 1]?.index ?? text.length;
    const name = NAME.exec(text.slice(end, Math.min(next, end + 120)))?.[1];
    if (name === undefined) continue;
    const authority = WHOSE_NAME.exec(text.slice(Math.max(from, office.index - REACH), office.index))?.[0];
    signers.push({
      name: name.replace(/\s+/gu, ' '),
      title: office[0].replace(/\s+/gu, ' '),
      authority:
        authority === undefined
          ? null
          : authority
              .replace(/\s+/gu, ' ')
              .replace(/(?:KT\. ){2,}/u, 'KT. ')
              .trim(),
    });
    from = end;
  }
  return signers;
}
