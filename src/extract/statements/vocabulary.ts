import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viAll, viPart, viSource, viWords } from '../../language/pattern.ts';
import { verbs } from '../../language/verbs.ts';
import { phrasesOf, STATEMENT_TABLES } from './phrases.ts';

/** Patterns of what stands right behind a figure. */
const behindFigures = (tables: Pick<Knowledge, (typeof STATEMENT_TABLES)[number]>) => {
  const { clauseWords } = tables;
  const { ARRIVAL, CHANGES, DECIDES, DOES, MOVES, STATES } = verbs(tables);
  const { BOUND, COUNTED, MADE, PLACE_KIND, SOME, say } = phrasesOf(tables);
  const behind = (kind: 'compared' | 'share') => viWords(clauseWords.filter((row) => row.behind === kind));
  /** "92% kế hoạch, giảm 8%", "60% cấp tỉnh, 50% cấp huyện": nothing more is said. */
  const ALONE = viPart`((${say('against')})? kế hoạch (năm|(được)? ${DECIDES})?|(${say('at')}|đối với)? cấp ${PLACE_KIND})(?=\s*($|[,.;()]|và\s))`;
  /** "so năm 2020", "so cùng kỳ": "với" is left out. */
  const SO_YEAR = viPart`so ${viWords(clauseWords.filter(({ base }) => base))}(?!\p{L})`;
  return {
    /** What may follow a figure at the end of its statement and belongs to it. */
    SHARE_OF: vi`^\s*(${ALONE}|${behind('compared')}|${behind('share')}|(trên|trong|của)? tổng (số)?|được|${SO_YEAR})`,
    /** What follows a figure and only says what it is measured against, or how often. */
    COMPARES: vi`^\s*(${ALONE}|${behind('compared')}|${SO_YEAR})`,
    /** "từ 23% xuống còn dưới 18%": what stands between the two figures of a change. */
    MOVES_TO: vi`^\s*(\([^)]*\)\s*)?(vào\s+)?(năm\s+\d{4}\s*)?,?\s*(${MOVES}|${say('up-down')})?\s*(${MOVES}|${ARRIVAL}|còn)\s*(còn|đạt|mức|${BOUND})?\s*$`,
    /** Behind one of these, at the end of what is before it, stands a figure whose measure stood there too. */
    MEASURED_BEFORE: vi`(${STATES}|${CHANGES}|${MOVES})( (${BOUND}|thêm|được|mức))* $|:\s*$`,
    /** "người sản xuất, kinh doanh thực phẩm": what they do only says who is counted. */
    WHO_ACTS: viAll`(${COUNTED})\s+(${DOES}|${MADE})(,? (${DOES}|${MADE}))*`,
    /** A comma after which another subject has its own say: ", hội nghị đã đề ra …", ", các văn bản … được …". */
    NEW_CLAUSE: vi`,\s+((\p{L}+\s+){1,4}(đã|đều|sẽ)\s|(${SOME}|mọi)\s+[^,;]{3,80}?\s${say('own-say')}\s)`,
  };
};

/** Patterns that tell what the words of a statement are good for. */
export const vocabularyOf = built(STATEMENT_TABLES, (tables) => {
  const { clauseWords, measures } = tables;
  const verb = verbs(tables);
  const { AIM, BOUND, COUNTED, MADE, PLACE, PLAN, SOME, TASK, say } = phrasesOf(tables);
  const begins = viWords(measures.filter((row) => row.begins));
  const clause = (field: 'opens' | 'leadsIn' | 'refers' | 'continues' | 'links') =>
    viWords(clauseWords.filter((row) => row[field] === true));
  const LINK_WORDS = viPart`${verb.LINKS}|${clause('links')}|${viWords(measures.filter(({ links }) => links))}`;
  return {
    PREDICATE: vi`${verb.PREDICATE}`,
    /** Whatever is done or said. */
    SAYS: vi`${verb.PREDICATE}|${verb.DOES}|${verb.MOVED}|${MADE}`,
    PREDICATE_FIRST: vi`^\s*${verb.PREDICATE}`,
    /** Who it is that has something or aims at it, and no more: "toàn huyện Pác Nặm đã có". */
    WHO_HAS: vi`^\s*(${say('whole-of')})?\s*${PLACE}(\s+(?!(có|đã|${verb.AIMS})\s)[\p{L}-]+){0,5}?(\s+(${say('auxiliary')}|có (thêm)?|${verb.AIMS}))+\s*$`,
    /** "Tất cả các trường học, trạm y tế và 85% điểm chợ": others than those of whom a share is told. */
    OTHERS_AND: vi`^\s*${say('all-of')} [^:;]*\s(và|cùng|cùng với)\s*$`,
    /** Words that only open a statement; the measure begins after them. */
    OPENER: new RegExp(
      String.raw`^(?:${viSource`${clause('leadsIn')}|${clause('opens')}|${verb.OPENS}`}|${viSource`(${AIM}|${TASK}) (số)? \d+(\.\d+)*`}\s*[:.]?)[\s,:–-]*`,
      'iu',
    ),
    /** A clause that only says by what or whence. */
    REFERS: vi`^[\s–—*-]*(${clause('refers')}|${say('carries-out')})`,
    /** "… và thành lập": nothing but what is done stands between "và" and a count. */
    ONLY_ACT: vi`^\s*(${verb.DOES}|${MADE})( (${BOUND}|mới|thêm|được))*\s*$`,
    /** "… và phải đạt": nothing but that something is aimed at stands between "và" and a figure. */
    ONLY_AIMS: vi`^((${verb.AIMS}|${verb.TURNS}|${verb.OPENS}|${verb.LINKS}|${BOUND})(\s+|$))+$`,
    /** Another noun that a figure counts, to the end. */
    AND_COUNTED: vi`^(\s*(,|và) (các)? (${COUNTED}|tương đương)(\s+[\p{L}-]+){0,6})+[\s.;…]*$`,
    /** "Kế hoạch đặt ra các mục tiêu …", "triển khai với mục tiêu là …": the measure comes after. */
    SETS_AIMS: vi`^[^,;:]*?(?<!\p{L})(với|đặt|${verb.SETTLES}|${verb.SETS}) ${SOME}? ${AIM}( ${say('of-aim')})*,?\s+`,
    /** Behind a figure, its statement is closed. */
    CLOSES: vi`^\s*(${say('reason', 'so-as-to')}|theo (${PLAN}|quyết định|đề án)|với (${viWords(measures.filter(({ property }) => property))}|số|tổng))|^\s*với( ${BOUND})?\s+(?=\d)`,
    /** "…, góp phần đạt mục tiêu 90% người bệnh được điều trị" */
    AIM_OF_FIGURE: vi`${AIM}( (là|có|đạt|${verb.STRIVES}))*\s*$`,
    /** After a comma, these begin what is really aimed at. */
    AIMS_AT: viAll`,\s*(từng bước)? (${verb.TURNS}|mục tiêu)`,
    /** Begins a clause of its own about something else: "; nâng số lượt người học". */
    ACTS: vi`^\s*(${verb.MOVED}|${verb.CHANGES_AT_ALL}|${verb.KEEPS}|${verb.AIMS}|${MADE})`,
    /** A verb that stands right before its figure belongs to the statement: "giảm 2%", "duy trì 100%". */
    GOVERNS: vi`${verb.GOVERNS}\s*$`,
    /** Words between a measure and its figure; alone they are no measure. */
    LINKS: new RegExp(String.raw`^(?:\s|,|:|${viSource`${LINK_WORDS}`})*$`, 'iu'),
    LINKED: vi`(${verb.CHANGES}|${verb.KEEPS}|${verb.LEVEL}|${verb.MOVES})`,
    /** Nouns with which a measure begins: after a comma, they begin a statement of their own. */
    MEASURE_NOUN: vi`^${begins}`,
    /** The same behind a verb that aims at it: "và hướng tới kim ngạch …". */
    AIMED_HEAD: vi`^(${verb.AIMS}|${verb.TURNS})\s+(${verb.MOVED}\s+)?${begins}`,
    /** A measure in the next piece, whoever aims at it. */
    MEASURE_AHEAD: vi`^\s*([^\s,;:]+\s+){0,10}?${begins}\s`,
    HEAD: vi`^(${begins}|các)`,
    /** Verbs of change: an amount that no verb governs takes one from the clause before. */
    CHANGE: vi`^${verb.CHANGES_AT_ALL}`,
    CHANGE_ANYWHERE: vi`${verb.CHANGES}|${verb.STATES}`,
    /** A clause that begins so goes on with the one before. */
    CONTINUES: vi`^(${clause('continues')}|bằng)`,
    ...behindFigures(tables),
    /** A figure after one of these says by how much, not how much of what. */
    OF_CHANGE: vi`${verb.CHANGES_AT_ALL}|${verb.MOVES}`,
  };
});
export type Vocabulary = ReturnType<typeof vocabularyOf>;
