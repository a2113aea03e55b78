import { built } from '../../knowledge/knowledge.ts';
import type { DutyMeaning, WordTables } from '../../knowledge/word-tables.ts';
import { type Piece, vi, viAll, viMeaning, viPart, viWords } from '../../language/pattern.ts';

/** Units in which a sentence shows that it tells of what was done. */
export const TOLD_WITHIN = 90;

/** The words of some meaning, any of them. */
type WordsOf = (meaning: DutyMeaning) => Piece;

/** What makes several of the bodies behind it. */
export const pluralsOf = (duties: WordTables['duties']) => {
  const all: WordsOf = (meaning) => viMeaning(duties, meaning);
  return {
    /** Before names: "các", "các sở: ", "Giám đốc các Sở", "cơ quan", or nothing. */
    several: viPart`((${all('chief')}\s+)?${all('plural')}\s+(${all('unit')}\s*:?\s+)?|${all('office-of')}\s+)?`,
    /** "tất cả các", "mọi", "các" */
    every: viPart`(${all('every')} ${all('plural')}?|${all('plural')})`,
  };
};
type Pieces = ReturnType<typeof pluralsOf>;

/** A label of who has a task, as columns of tables are headed: "Các đơn vị phối hợp". */
const labelOf = (columns: WordTables['columns']) => {
  const does = columns.filter(({ part, holds }) => part === 'does' || holds === 'lead' || holds === 'cooperate');
  return viPart`${viWords(columns.filter(({ part }) => part === 'who'))} ${viWords(does)}`;
};

/** What stands behind the names of bodies, and between those who order and those who are ordered. */
const behindNames = (all: WordsOf, { several, every }: Pieces, span: Piece) => ({
  /** A word behind a name that tells of it, or narrows it down: what follows is no action. */
  noAct: vi`^${all('tells')}`,
  /** How far down bodies reach: "từ tỉnh đến cơ sở". */
  reach: vi`^\s+${all('reach')}(?=\s)`,
  /** What narrows bodies down, before what they are to do: "ven biển", "có rừng", "trên địa bàn". */
  narrows: vi`^\s+(?!có ${all('paper')}(?!\p{L}))${all('narrows')} [^,.;:]{2,50}?\s(?=${all('acts')})`,
  /** One more of a list of bodies, whose name no table knows, before words that say that all of them must: ", phòng quản lý công nghệ có trách nhiệm". */
  oneMore: vi`^(,|\s+và)\s+[^,.;:]{3,60}?(?=\s+${all('bound')})`,
  /** A period that is over, before who is told to have ordered. */
  past: vi`(\d|${span}|qua|nay)`,
  /** Meetings and the like, which a paper tells of. */
  events: vi`${all('event')}`,
  /** Who gives orders, and no more: a single government or its head. */
  commander: vi`^${all('commander')}`,
  commands: vi`\s${all('commands')}( ${all('to')})?\s*[:,]?\s*${several}$`,
  /** Whom an order is about, before it. */
  concerns: vi`^(${all('before-order')}[\s,]+)?${all('concerns')}\s*$`,
  /** To whom a paper goes, and the order in it behind them. */
  sends: vi`(?<!\p{L})${all('sends')} (cho)? (đến|tới)?\s*${several}$`,
  inPaper: vi`^\s*,?\s*${all('order')}\s*[:,]?\s*(?=\p{L})`,
  /** Whom somebody with a duty has it done by. */
  directed: vi`${all('guides')}\s+$`,
  asks: vi`(${all('hands')}|${all('commands')})\s*`,
  /** What is only for the good of whom it is about: no duty of theirs. */
  favours: vi`^${all('favours')}`,
  /** Somebody who has orders to give does so at once before a name: "Phó Thủ tướng chỉ đạo", "Công điện nhắc nhở". */
  spoken: vi`^([^.;:]{0,60},\s*)?${all('speaks')}(\s+(?!${all('usual')})[^\s,.;:]+){0,7}\s+${all('directs')}( ${all('to')})?\s*:?\s*${several}$`,
  /** Such a one alone, before the words of the order. */
  speaker: vi`^${all('speaks')}(\s+(?!${all('usual')})[^\s,.;:]+){0,7}\s*$`,
  /** Who praises or blames others, or grants what they ask, has orders to give: "biểu dương Sở Y tế và yêu cầu …". */
  judges: vi`^\s*((${all('also')}|${all('usual')})\s+){0,2}${all('judges')}`,
  /** "Thủ tướng nhấn mạnh, ", "Kế hoạch nêu rõ: ". */
  states: vi`${all('states')}( rằng)?\s*[,:]?\s*["“]?${several}$`,
  /** Who says so, with a clause behind it: "Thứ trưởng yêu cầu, từ nay đến cuối tháng 6, ". */
  statesAhead: vi`(${all('hands')}|${all('states')})( rằng)?\s*,[^.;:]{3,90},\s*${several}$`,
  /** A paper that gives orders behind a colon: "Công văn của UBND tỉnh nêu rõ: Sở Y tế kiểm tra …". */
  paper: vi`^([^.;:]{0,40},\s*)?${all('speaks')} [^.;:]{0,60}${all('states')}( rằng)?\s*:\s*${several}$`,
  /** By whose orders: "Theo chỉ đạo của Thủ tướng, Bộ Y tế …". */
  byOrder: vi`^theo ${all('order')}`,
  /** Others before the first name of a list that an order is given to. */
  receivers: vi`(^|[\s,])${all('hands')}\s*:?\s*(${every}? ${all('receiver')}(\s+[^\s,.;:]+){0,6}\s*(,\s*${all('joins')}?|/|${all('joins')})\s*){1,4}${several}$`,
  /** An order to those who are no bodies: "đề nghị nhà đầu tư tăng ca". */
  ordersOthers: vi`(^|[\s,])${all('hands')}\s*:?\s*${every}? ${all('receiver')}`,
  /** Who stands before these must do what follows. */
  must: vi`^[\s,]*(\([^()]{0,60}\)\s*)?(${all('also')}\s+){0,2}(${all('must')}\s+(${all('also')}\s+){0,2}(?=${all('acts')})|${all('needs')}\s+(?!${all('no-duty')}(?!\p{L}))(?=\p{Ll}{2}))`,
  /** What somebody lacks or bears: "phải đối mặt", "cần thêm". */
  bears: vi`^\s*(${all('also')}\s+){0,2}${all('needs')}\s+${all('no-duty')}`,
  /** The same, whatever it is. */
  charged: vi`^[\s,]*(${all('also')}\s+){0,2}${all('charged')}\s+(?!${all('of-charge')})(?=\p{Ll})`,
  /** What stands in commas or brackets between a name and what it is to do. */
  aside: vi`^\s*(,\s*${all('aside')} [^.;:]{2,140}?,|\([^()]{2,80}\))\s+(?=${all('acts')}|${all('also')} )`,
  /** Who asks for something and has no orders to give: "Người dân đề nghị UBND xã …". */
  petitions: vi`^([^.;:]{0,40},\s*)?(${all('plural')}|${all('some')}|\d+)? ${all('petitions')}( [^\s,.;:]+){0,8}\s*$`,
  /** "Nhiệm vụ của Sở Y tế là kiểm tra …" */
  share: vi`^${all('before-order')}?[\s,]*${all('share')}$`,
  /** A topic before a colon: "Về dự án đường ven biển: Bộ Xây dựng …". */
  topic: vi`^(${all('about')}|${all('topic')}) [^.;]{2,400}:$`,
  /** What a body has others do is its own duty: "Sở A chỉ đạo Chi cục B phối hợp …". */
  directsOthers: vi`^\s*((${all('needs')}|${all('also')}|${all('urges')})\s+){0,2}${all('guides')}( ${all('plural')}| ${all('receiver')}){0,2}\s*$`,
});

/** What papers say to all, at their head and their end. */
const closingWords = (all: WordsOf) => ({
  /** The article of a decision that tells who is to carry it out. */
  enforces: vi`${all('enforces')}((\s+${all('paper')})? này|(\s+${all('paper')})?[\s./;]*$)`,
  /** The same in other words: "… căn cứ Quyết định thi hành." */
  enforcesBy: vi`căn cứ ${all('paper')}(\s+này)?(\s+để)?\s+${all('carries-out')}[\s./;]*$`,
  /** To whom a paper goes: no heading, and no duty. */
  addressees: vi`^${all('addresses')}`,
  /** Who asks so has no orders to give: "Kính đề nghị UBND tỉnh …". */
  entreats: vi`(^|[\s,;])${all('entreats')}`,
  /** What hands the items below it to whomever each begins with: "Hội đồng nhân dân tỉnh giao:", "Chủ tịch UBND tỉnh chỉ thị:". */
  handsItems: vi`(?<!(được|đã) )(${all('hands')}|${all('commands')})( (${all('plural')}|${all('some')}|${all('lists')}|${all('urges')}|${all('carries-out')}|${all('body')}|${all('of-body')}|${all('before-list')}|sau( đây)?)|,){0,14}\s*[:：]\s*$`,
});

/** What stands around those whom a sentence gives a duty, and what they are to do. */
const sentenceWords = (all: WordsOf) => ({
  /** "các" */
  plural: vi`^${all('plural')}`,
  /** The same before a blank, and the name of a council that is told by its kind alone. */
  several: vi`^${all('plural')}\s`,
  council: vi`^${all('council')}(?=\s*[,;])`,
  person: vi`^${all('person')}`,
  clauseEnds: vi`,\s*((nay|phó|${all('person')})\s+){0,2}$`,
  /** What is done with others. */
  withOthers: vi`^\s*(vừa)? (${all('leads')}\s*,?)? ${all('together')}`,
  onlyWith: vi`^\s*(vừa|đã)? ${all('together')}`,
  /** Words by which a text says itself who leads and who goes along. */
  saysRole: vi`${all('leads')}|${all('together')}`,
  reports: vi`${all('reports')}`,
  /** "Sở Y tế là cơ quan thường trực Ban Chỉ đạo …": the second name says what the first is. */
  isAlso: vi`^\s*,?\s*là ${all('body')}?( ${all('standing')})?( của)?\s*$`,
  meanwhile: vi`[,;] ${all('meanwhile')},?\s*$`,
  /** "… các chỉ tiêu được giao cho các địa phương" tells of what others have. */
  wasGiven: vi`${all('was-given')}( ${all('plural')})?\s*$`,
  /** "… sau khi kết thúc, chậm nhất 02 tháng Sở Y tế phải …": no comma parts a time from who has the duty. */
  latest: vi`${all('latest')}( (?!và|của|với|do)[^\s,.;:]+){1,6}\s+$`,
  /** "Sở Tài chính có các phòng: Quản lý ngân sách, …" */
  consists: vi`^\s*(có (${all('plural')}|\d+)|${all('consists')})`,
  /** Right behind what closes a section: what something is done for. */
  purpose: vi`^[^,.;:]{0,30}${all('purpose')} `,
  /** What stands below a picture: "Lực lượng chức năng tuần tra (Hình từ Internet)". */
  caption: vi`\(${all('picture')}( [^()]{1,40})?\)\s*$`,
});

/** How orders are spoken of. */
const spokenWords = (all: WordsOf, { every }: Pieces, informs: Piece) => ({
  inWriting: vi`${all('writes')} ${all('paper')}( [^.;:]{1,60})?\s+$`,
  asksAbove: vi`${all('asks')}`,
  andAlso: vi`(^|[\s,;])(${all('joins')}|${all('also')})\s*$`,
  /** "Theo đề nghị, Sở Y tế …", "báo cáo, đề nghị UBND tỉnh": nobody gives an order. */
  byRequest: vi`theo ${all('requests')},\s*$|${informs}(,| ${all('joins')}|;)? ${all('requests')}( ${all('plural')})?\s*$`,
  /** "Theo Bộ Y tế, các địa phương …": whose words they are. */
  source: vi`^${all('source')}$`,
  /** What stands before was an order: "Đó là yêu cầu của Chủ tịch UBND tỉnh tại cuộc họp". */
  saidBefore: vi`^${all('said-before')}`,
  /** "Chỉ tiêu giao các xã, phường năm 2026": what is given out there says the table below it. */
  titleOfTable: vi`^((${all('of-table')}|${all('plural')})\s)?${all('table')}(?!\p{L})[^.;:,]{0,60}\sgiao ${all('to')}? ${every} [^.;:]{1,60}$`,
});

/** What tells of something, and hands nothing out. */
const telling = (all: WordsOf, { every }: Pieces, span: Piece, ofDay: Piece) => ({
  /** Such a paragraph tells how things went, or what somebody thinks. */
  tellsHowItWas: vi`^[\s\p{P}]*${all('recounts')}(?!\p{L})|${all('says-so')}(?!\p{L})`,
  /** "… xử lý 45 trường hợp", "… tuyến phố tối 30/4": figures and days of what was done. */
  countedActs: new RegExp(`\\s\\d[\\d.]*\\s(?!${span.source}|\\p{Lu})\\p{Ll}+|\\s${ofDay.source}\\s`, 'u'),
  /** Bodies without a name of their own may stand behind such a word. */
  manyOrForce: vi`${every}|${all('force')}`,
});

/** What a section of duties, and a text that gives orders, says beside who has them. */
const sectionWords = (all: WordsOf, pieces: Pieces) => ({
  /** What closes a section of duties speaks to everyone, not to the agency named last. */
  closes: vi`^${all('closes')}`,
  /** What a section of duties speaks of beside who has them. */
  matter: vi`^${all('matter')}`,
  /** A person by the post: "Trưởng các thôn", "Công chức tư pháp - hộ tịch". */
  post: vi`^(${all('plural')}? ${all('person')})? (phó)? ${all('post')}`,
  /** What a commune shares duties out to. */
  local: vi`^${pieces.every} ${all('local')}((\s*,\s*|\s+${all('joins')}\s+)${all('plural')}? ${all('local')})*(\s+${all('in-area')})?(?=\s+\p{Ll})`,
  /** A sentence that gives orders, or leads up to them: "UBND tỉnh có ý kiến chỉ đạo như sau:". */
  orders: vi`${all('orders')}`,
  /** What was done, and how it stands. */
  told: vi`${all('told')}`,
  /** What stands before who has a duty, and parts from it with a comma: "Sau khi được thông qua, Bộ Tài chính …". */
  clause: vi`^${all('clause')}`,
  /** Bodies in general, of which none is named. */
  nobody: vi`^${all('plural')}? ${all('body')}(\s*,?\s*(${all('joins')}\s+)?${all('of-body')})*$`,
});

/** By when duties are told to be done. */
const timesOfDuties = (all: WordsOf, span: Piece, yearlyNoun: Piece) => ({
  /** A stretch beside times that says no more than they: "Định kỳ", "chậm nhất vào". */
  besideTimes: vi`^([\s,;()]|${all('beside-time')})*$`,
  /** A span of time is when a duty is to be done only where the words say so: "trong quý II", "hoàn thành năm 2026". */
  within: vi`^${all('within')}(?!\p{L})(?!\s+(${span}|kỳ)$)`,
  done: vi`${all('done')} (vào|trong)?\s*$`,
  /** Plans that are made again and again: "kế hoạch phát triển kinh tế - xã hội" before "hằng năm". */
  ofPlans: vi`(${all('yearly')}|${yearlyNoun})( ${all('of-yearly')}){0,2}\s*$`,
  /** A sentence without who, which says when what comes of the duty before it is due. */
  delivers: vi`^(${all('hands')}\s+)?${all('delivers')}`,
  /** The same of what was handed out before: "Tỉnh yêu cầu các đề án nêu trên hoàn thành". */
  saidDone: vi`^[^,;:]{1,80}\s${all('said')} (${all('needs')}|${all('also')})? ${all('done')}`,
});

/** What heads lists, and stands in them. */
const listWords = (all: WordsOf, label: Piece) => ({
  /** A line that only names who leads, not what is to be done. */
  namesOnly: vi`^[\s+•–-]*${label}( [^:]{1,30})?:`,
  /** A lead-in that says that a list follows. */
  list: vi`(sau( đây)?|${all('lists')})\s*[:：]\s*$`,
  /** A heading that names a matter, whatever agency its name holds. */
  names: vi`^${all('about')} [^:：]{0,400}[:：]\s*$`,
  /** The same at the beginning of a heading or an item. */
  about: vi`^${all('about')}`,
  /** The next of the labels that say who has what stands before them: "; cơ quan phối hợp: Sở B". */
  labels: viAll`${label}( [^:;.]{1,30})?:`,
  /** Between two names of a list that holds a name which no table knows: short, and without a word that would end the list. */
  listed: vi`^\s*(,|;|${all('joins')}(?!\p{L}))((?!(?<!\p{L})${all('ends-list')}(?!\p{L}))[^.:]){0,40}$`,
});

/** What duties are told by. */
export const dutyPatterns = built(
  ['duties', 'issueWords', 'timeWords', 'columns', 'roles'],
  ({ duties, issueWords, timeWords, columns, roles }) => {
    const all: WordsOf = (meaning) => viMeaning(duties, meaning);
    const pieces = pluralsOf(duties);
    const { several } = pieces;
    const span = viMeaning(timeWords, 'span');
    return {
      ...sentenceWords(all),
      ...spokenWords(all, pieces, viMeaning(roles, 'informs')),
      ...telling(all, pieces, span, viMeaning(issueWords, 'of-day')),
      /** Between two names of one enumeration. */
      joined: vi`^[\s,;…]*${all('joins')}?[\s,;]*(${all('plural')} ${all('unit')}?\s*:?\s*)?$`,
      /** Between bodies in general and those of them that are meant: "Các cơ quan liên quan: Sở A". */
      namesThem: vi`^\s*(${all('consists')}|là|như)?\s*:\s*(${all('plural')} )?$`,
      /** Words that hand a duty over, right before whom they hand it to. */
      hands: vi`(^|[\s,])${all('hands')}\s*[:,]?\s*${several}$`,
      /** The same anywhere. */
      gives: vi`(^|[\s,])(${all('hands')}|${all('directs')})[\s,:]`,
      /** The same at the beginning of a text: "Trong đó giao", "Trách nhiệm của". */
      opening: vi`^(${all('before-order')}[\s,]+)?(${all('hands')}|${all('opens')})\s+`,
      /** What stands before the name in a heading of what a body is to do: "Đối với UBND xã", "Nhiệm vụ của Sở Y tế". */
      headOpening: vi`^(${all('before-order')}[\s,]+)?(${all('hands')}|${all('opens')}|${all('heads')})\s+`,
      /** Who stands before these answers for what follows: "có trách nhiệm", "căn cứ chức năng". */
      answers: vi`^[\s,…]*(\([^()]{0,60}\)\s*)?(${all('also')}\s+)?${all('answers')}`,
      /** A text that begins with an action is a duty, not the name of who has it. */
      acts: vi`^${all('acts')}`,
      ...behindNames(all, pieces, span),
      /** The same behind a word that goes on with what was said: "Đồng thời tham mưu …". */
      goesOn: vi`^(${all('before-order')}[\s,]+)?${all('acts')}`,
      linked: vi`^${all('before-order')}`,
      /** The same and nothing more. */
      link: vi`^${all('before-order')},$`,
      /** A clause that makes the agency answerable for a field, not one that merely touches it. */
      charges: vi`^\s*((và|đồng thời)\s+)?${all('charges')}`,
      ...closingWords(all),
      ...sectionWords(all, pieces),
      ...timesOfDuties(all, span, viMeaning(timeWords, 'yearly-noun')),
      ...listWords(all, labelOf(columns)),
    };
  },
);

export type DutyPatterns = ReturnType<typeof dutyPatterns>;
