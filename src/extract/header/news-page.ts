import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { readLabel } from '../../language/labels.ts';
import { vi, viWords } from '../../language/pattern.ts';
import { SOURCE_MARK } from '../../language/source-mark.ts';
import type { Laid, LaidBlock } from '../document/text.ts';
import { placePatterns } from '../mentions/agencies/places.ts';
import { bodiesIn } from './letterhead.ts';
import { levelSpoken } from './level-told.ts';
import { titlePatternsOf } from './title.ts';

/** Marks that only a page which reports carries: times of posting, views, authors; and how it speaks. */
const newsMarksOf = built(['newsMarks'], ({ newsMarks }) => ({
  page: new RegExp(viWords(newsMarks.filter(({ speaks }) => speaks !== true)).source, 'iu'),
  speech: new RegExp(viWords(newsMarks.filter(({ speaks }) => speaks === true)).source, 'iu'),
}));

/** Whether a text without letterhead is a page that reports, by what stands around it. */
export function looksLikeNews(knowledge: Knowledge, laid: Laid): boolean {
  const { page } = newsMarksOf(knowledge);
  return (
    laid.blocks.some(
      ({ furniture }) => furniture === 'counter' || furniture === 'comments' || furniture === 'related',
    ) ||
    page.test(laid.text.slice(0, 6000)) ||
    page.test(laid.text.slice(-3000))
  );
}

/** "(QNO) - UBND tỉnh …", "VTV.vn - Sáng 21/12, …": where an article says of which paper it is. */
const DATELINE = new RegExp(String.raw`(?:^|\n)[^\n]{0,120}?(?<![\p{L}\d.])${SOURCE_MARK}(?=\p{Lu})`, 'u');
/** "Sáng 22/11, Sở …", "Ngày 21/5, UBND tỉnh …", "Ngày 24/4/2018, UBND huyện …": a paragraph that begins with its day. */
const TODAY =
  /(?:^|\n|[.…]\s)\s*(?:(?:Sáng|Trưa|Chiều|Tối)(?:\s+nay)?(?:\s+ngày)?|Ngày)\s+\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?\s*[,(]/u;
/** "ông Hoan giao Sở Nội vụ …" */
const PERSON = /(?<!\p{L})(?:[ôÔ]ng|[bB]à|đồng chí)\s(?:\p{Lu}\p{Ll}+\s+){1,4}(?=\p{Ll})/u;
/** "Hoàng Loan", "BÍCH HƯỜNG – VĂN TỊNH", "Thùy Trang-Đài TT TP" */
const BYLINE = /^(?:(?:\p{Lu}\p{L}*\.?(?:\s*[-–&,]\s*|\s+|$)){2,8}|\p{Lu}{1,4}(?:\.\p{Lu}{1,4})?)$/u;
const SENTENCE_END = /[.…!?”"]$/u;

/** Whether a text that no word calls a plan is an article, by how it speaks and is laid out. */
export function readsLikeNews(knowledge: Knowledge, laid: Laid): boolean {
  const own = laid.blocks.filter(({ furniture, text }) => furniture === undefined && text.trim() !== '');
  const opening = laid.text.slice(0, 6000);
  const { speech } = newsMarksOf(knowledge);
  if (speech.test(opening) || TODAY.test(opening) || PERSON.test(opening)) return true;
  if (DATELINE.test(laid.text.slice(0, 1500)) || signedByAuthor(own)) return true;
  return isStory(knowledge, own, opening);
}

/** An author's name stands alone below the last sentence; a signature has an office above it. */
function signedByAuthor(own: readonly LaidBlock[]): boolean {
  const [before, last] = own.slice(-2).map(({ text }) => text.trim());
  return (
    before !== undefined && last !== undefined && last.length <= 45 && BYLINE.test(last) && SENTENCE_END.test(before)
  );
}

/** A paragraph as long as this is one, though its end is cut off. */
const LONG = 200;

/** Paragraphs without labels, which speak of places or bodies of government; a headline may stand above them. */
function isStory(knowledge: Knowledge, own: readonly LaidBlock[], opening: string): boolean {
  if (own.some(({ cell, text }) => cell !== undefined || readLabel(text) !== undefined)) return false;
  const paragraphs = own.filter(
    ({ text }) => text.length >= 80 && (text.length >= LONG || SENTENCE_END.test(text.trim())),
  );
  // A document's own first sentences tell by what it is issued.
  if (paragraphs.length === 0 || titlePatternsOf(knowledge).NO_TITLE.test(paragraphs[0]?.text.trim() ?? ''))
    return false;
  return (
    AIMS.test(opening) ||
    new RegExp(placePatterns(knowledge).PROVINCE, 'u').test(opening) ||
    bodiesIn(knowledge, opening).length > 0 ||
    levelSpoken(knowledge, opening) !== null
  );
}
/** What prose about plans speaks of. */
const AIMS = vi`(phấn đấu|mục tiêu|chỉ tiêu|kế hoạch|nghị quyết|đại hội|đại biểu)`;
