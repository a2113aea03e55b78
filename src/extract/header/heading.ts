import type { Knowledge } from '../../knowledge/knowledge.ts';
import { formOfSymbol } from '../../language/document-numbers.ts';
import { vi } from '../../language/pattern.ts';
import type { DocumentHeader } from '../../model/record.ts';
import type { Laid } from '../document/text.ts';
import type { Headline } from './headline.ts';
import type { Letterhead } from './letterhead.ts';
import { looksLikeNews, readsLikeNews } from './news-page.ts';
import type { Report } from './news-sentence.ts';
import { formInTitle, formOf, titleAt, titleFrom } from './title.ts';

export interface Heading {
  readonly form: DocumentHeader['form'];
  readonly title: string | null;
  /** Offset in the view at which the body begins. */
  readonly end: number;
}

/** What a document says of itself, each undefined where it does not. */
export interface Says {
  readonly letterhead: Letterhead | undefined;
  readonly headline: Headline | undefined;
  readonly report: Report | undefined;
}

/**
 * Title and form of a document, and where its body begins: from the letterhead, else from its own title or a page's headline.
 *
 * @param fileTitle the title that the file carries outside its text
 */
export function headingOf(
  knowledge: Knowledge,
  laid: Laid,
  text: string,
  { letterhead, headline, report }: Says,
  fileTitle: string | undefined,
): Heading {
  if (letterhead !== undefined) {
    const { titleAt: at, rest, kindSymbol } = letterhead;
    if (at !== undefined) {
      const { title, end } = titleFrom(knowledge, rest, at);
      const form = formInTitle(knowledge, title);
      return {
        form:
          form === undefined || (form === 'other' && kindSymbol === 'KH') ? formOfSymbol(knowledge, kindSymbol) : form,
        title,
        end: skipSpace(text, Math.max(end, letterhead.end)),
      };
    }
    const about = aboutOf(rest, formOfSymbol(knowledge, kindSymbol) === 'official-dispatch');
    return {
      // A letter says what it is about where others have the word for their kind, whatever became of its number.
      form: kindSymbol === null && about !== null ? 'official-dispatch' : formOfSymbol(knowledge, kindSymbol),
      title: about ?? headline?.title ?? null,
      end: skipSpace(text, letterhead.end),
    };
  }
  const news = looksLikeNews(knowledge, laid);
  // "CÔNG ĐIỆN KHẨN: …" may head an article that tells how one was issued.
  const told = report !== undefined && (news || (report.number !== null && readsLikeNews(knowledge, laid)));
  const at = titleAt(knowledge, text, 0);
  if (at !== undefined && at < 1500 && /(?:^|\n)\s*$/u.test(text.slice(0, at)) && !told) {
    const { title, end } = titleFrom(knowledge, text, at);
    return { form: formOf(knowledge, title), title, end: skipSpace(text, end) };
  }
  if (headline !== undefined) {
    const { title, form, end } = headline;
    return { form: news || told ? 'news' : form, title, end: skipSpace(text, end) };
  }
  const line = titleLine(knowledge, text, fileTitle);
  // A page that shows a letter as it was sent.
  const to = ADDRESSED.exec(text.slice(0, HEAD_OF_LETTER));
  if (to !== null && (line === undefined || line.end <= to.index + to[0].length))
    return {
      form: 'official-dispatch',
      title: line?.title ?? null,
      end: to.index + to[0].length - to[0].trimStart().length,
    };
  const named = line === undefined ? 'other' : formOf(knowledge, line.title);
  const asks = line !== undefined && /\?$/u.test(line.title);
  const story = news || report !== undefined || asks || (named === 'other' && readsLikeNews(knowledge, laid));
  const form = story ? 'news' : named;
  return { form, title: line?.title ?? null, end: line === undefined ? 0 : skipSpace(text, line.end) };
}

const ADDRESSED = /(?:^|\n)\s*Kính\s+gửi(?=\s*:)/u;
const HEAD_OF_LETTER = 1500;

/** "V/v triển khai …", or "Về việc triển khai …" below the number: what a letter is about. */
const aboutOf = (text: string, letter: boolean): string | null =>
  ((letter && ABOUT_BELOW.exec(text.slice(0, 3000))) || ABOUT.exec(text.slice(0, 3000)))?.groups?.about?.trim() ?? null;
const ABOUT = /(?<=\s)V\/v\s*:?\s*(?<about>[^\n]{10,300})/u;
const ABOUT_BELOW = /\n\s*Về\s+(?:việc\s+)?(?<about>[^\n]{10,300})(?=\n[\s\S]{0,300}\sKính\s+gửi)/u;

const skipSpace = (text: string, at: number): number => at + (/^\s*/u.exec(text.slice(at))?.[0].length ?? 0);

/** The headline of a page: what the file calls itself where the text begins with it, else a line that says what the document is, else the first that reads like a title. */
function titleLine(
  knowledge: Knowledge,
  text: string,
  fileTitle: string | undefined,
): { readonly title: string; readonly end: number } | undefined {
  let at = 0;
  let first: { readonly title: string; readonly end: number } | undefined;
  /** A line all in capitals may be the name of a site: it is the headline where no other line is. */
  let loud: typeof first;
  for (const line of text.slice(0, 3000).split('\n').slice(0, 12)) {
    const end = at + line.length;
    at = end + 1;
    // A heading of Markdown keeps its mark where the rest of the text is plain.
    const title = line.trim().replace(/^#{1,6}\s+/u, '');
    // Below the first paragraph of a text stands no headline of it.
    if (title.length > 160 && /[.…]$/u.test(title) && !named(title)) return first ?? loud;
    // Nor does any below an item of it, or below a sentence with figures.
    if (ITEM_WITH_FIGURE.test(title) || SENTENCE_WITH_FIGURES.test(title)) return first ?? loud;
    if (title.length < 12 || title.length > 300 || !/\p{L}{2}.*\s/u.test(title) || NO_HEADLINE.test(title)) continue;
    if (named(title)) return { title, end };
    // Where a text begins with its aims, that is what it is about: "PHƯƠNG HƯỚNG, MỤC TIÊU ĐẾN NĂM 2030".
    if (first === undefined && !/\p{Ll}|^\p{L}{1,5}[.)]|^\d/u.test(title) && AIMS.test(title)) return { title, end };
    const small = /\p{Ll}/u.test(title) && !/^(?:\d(?!\d?\s+\p{Ll})|[-–+•*])|\d{1,2}:\d{2}|[.;:…]$/u.test(title);
    if (small) first ??= { title, end };
    else if (LOUD.test(title)) loud ??= { title, end };
    // Sites have names and menus above the line that says what the document is.
    if (small && formOf(knowledge, title) !== 'other' && !TWO_SENTENCES.test(title)) return { title, end };
  }
  return first ?? loud;

  function named(title: string): boolean {
    return fileTitle?.toLowerCase().includes(title.toLowerCase()) === true;
  }
}

/** "Kế hoạch còn đặt mục tiêu thí điểm …. Hằng năm …": a paragraph that tells of a document. */
const TWO_SENTENCES = /\p{Ll}{2}\.\s+\p{Lu}\p{Ll}/u;

const AIMS = vi`(mục|chỉ) tiêu`;

/** "- Sản lượng lương thực đạt 22 vạn tấn.": menus and dates of sites are shorter, and end otherwise. */
const ITEM_WITH_FIGURE = /^[-–+•*]\s?(?=\p{L}).{20,}\d.*[.;]$/u;

/** "Tổng doanh thu đạt 458 tỷ đồng, tăng 9% so với năm trước." */
const SENTENCE_WITH_FIGURES = /^(?=.{60}).*\d[\d.,]*\s?(?:%|\p{L}).*\d.*\p{Ll}\.$/u;
/** Five words and more, all in capitals. */
const LOUD = /^(?!.*\p{Ll})(?=(?:\S+\s+){4})\p{Lu}/u;

/** The caption of a picture, or a remark in brackets. */
const NO_HEADLINE = /^nguồn\s*:|^\((?!\p{Lu}{2,8}\)\s\p{Lu})|^[^(]+\)$|(?<!\p{L})[ảẢ]nh(?:\s+minh\s+họa)?\s*[:.]/iu;
