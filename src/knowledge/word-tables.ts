import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Form, MeasureLevel } from '../model/record.ts';

/**
 * A table of words: each row a word or phrase in the notation of patterns (`language/pattern.ts`), what it means, and in
 * `says` an example that is read otherwise without the row; a test reads each with and without.
 */
const words = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.array(z.strictObject({ word: z.string().min(1), says: z.string().min(1), ...shape })).min(1);

/** What a part of a plan is for. */
export const SectionRole = z.enum([
  'aims',
  'objectives',
  'indicators',
  'tasks',
  'implementation',
  'situation',
  'funding',
  'criteria',
  'other',
]);
export type SectionRole = z.infer<typeof SectionRole>;

/** What a column of a table holds, or an item of a task that is written down as a list. */
export const ColumnRole = z.enum([
  'number',
  'content',
  'product',
  'lead',
  'cooperate',
  'time',
  'note',
  'indicator',
  'unit',
  'value',
  'funding',
  'other',
]);
export type ColumnRole = z.infer<typeof ColumnRole>;

/** What a word of `duties` tells; `extract/tasks/duty-words.ts` says where each stands. */
export const DutyMeaning = z.enum([
  'hands',
  'opens',
  /** It stands before the name in a heading of what a body is to do: "Đối với UBND xã". */
  'heads',
  'before-order',
  'answers',
  'acts',
  'charges',
  'closes',
  'matter',
  'post',
  'local',
  'beside-time',
  'within',
  'done',
  'delivers',
  /** Behind what was handed out before: "các việc nêu trên". */
  'said',
  /** Before whom a paper with an order goes to: "ký công văn gửi Sở Y tế yêu cầu: …". */
  'sends',
  'ends-list',
  'body',
  'of-body',
  'orders',
  'told',
  'tells',
  'clause',
  /** Who gives orders in a text that names no body for it: "Thủ tướng", "Công điện". */
  'speaks',
  /** What such a one does, right before whom it is done to: "Thủ tướng chỉ đạo Bộ …". */
  'directs',
  /** It says that the body behind it must do something: "Thủ tướng nhấn mạnh, các bộ phải …". */
  'states',
  /** Behind a name: it must do what follows. */
  'must',
  /** Who asks bodies for something, and orders nothing: "Cử tri đề nghị Bộ …". */
  'petitions',
  /** Behind "cần" or "phải": no duty, but what somebody lacks or bears. */
  'no-duty',
  /** Between a name and such a word: "cũng phải". */
  'also',
  /** Whom an order is about, before it and a comma: "Đối với Sở Y tế, …". */
  'concerns',
  /** Who is no body, but stands in one list with some: "yêu cầu các chủ đầu tư, Sở Xây dựng …". */
  'receiver',
  /** It opens what stands in commas between a name and what it is to do: ", với vai trò thường trực,". */
  'aside',
  /** Who does so to others has orders to give: "biểu dương Sở Y tế và yêu cầu …". */
  'judges',
  /** A kind of bodies, in the plural: "các trường", "các đơn vị". */
  'kind',
  /** The same of what is many by itself: "lực lượng". */
  'force',
  /** Right behind such a kind: what it is for ("các đơn vị quản lý hồ chứa chủ động …"). */
  'modifies',
  /** It begins an order, and never says what a body is for. */
  'urges',
  /** It opens what narrows bodies down, before what they are to do: "UBND các xã ven biển dọn …". */
  'narrows',
  /** Whom it is about has no duty: "Đối với các xã, hỗ trợ …". */
  'favours',
  /** What a single government does to whom it orders about. */
  'commands',
  /** "các"; "tất cả", "mọi": the bodies behind it are several. */
  'plural',
  'every',
  /** "Giám đốc", before "các Sở": who heads these; "cơ quan", before a body that is one: "cơ quan Thường trực Ban …". */
  'chief',
  'office-of',
  /** Some of many: "một số". */
  'some',
  /** Behind "các": a kind of bodies whose names follow, "các sở: …". */
  'unit',
  /** Between two names of one list. */
  'joins',
  /** It leads up to the members of a list: "gồm". */
  'consists',
  /** How far down bodies reach: "từ tỉnh đến cơ sở". */
  'reach',
  /** A paper that somebody writes: "công văn". */
  'paper',
  /** What is done with it: "ký", "gửi". */
  'writes',
  /** Behind "theo": by whose orders. */
  'order',
  /** Meetings and the like, which a paper tells of. */
  'event',
  /** Who gives orders, and no more: a single government or its head. */
  'commander',
  /** Between such words and whom they are for: "phân công cho". */
  'to',
  /** Before what somebody does: he did it, or does it always: "đã", "luôn". */
  'usual',
  /** "cần", "phải" */
  'needs',
  /** It says that a body has a duty, whatever it is; behind it these name none: "có trách nhiệm về". */
  'charged',
  'of-charge',
  /** The same behind a list of bodies, of which the last may have a name that no table knows. */
  'bound',
  /** Before the name in a sentence that says what its duty is: "Nhiệm vụ của". */
  'share',
  /** It opens a heading that names a matter, and no body: "Về". */
  'about',
  /** It opens a topic before a colon. */
  'topic',
  /** What a body has others do: "chỉ đạo". */
  'guides',
  /** The article that tells who is to carry out a paper, and what is done with the paper. */
  'enforces',
  'carries-out',
  /** To whom a paper goes. */
  'addresses',
  /** Who asks so has no orders to give: "kính đề nghị". */
  'entreats',
  /** What a lead-in says that follows: "các nhiệm vụ:"; other words that may stand before its colon. */
  'lists',
  'before-list',
  /** Behind bodies of a commune: where they are. */
  'in-area',
  /** What is made, or paid, again and again; what it is made for. */
  'yearly',
  'of-yearly',
  /** A council that is named by its kind alone. */
  'council',
  /** Before the name of a person: "ông". */
  'person',
  /** Who has something in hand, and who goes along. */
  'leads',
  'together',
  /** Before others who are not named yet: "phối hợp chặt chẽ với". */
  'works-with',
  'reports',
  /** Behind "là cơ quan": what else a body is. */
  'standing',
  /** Before another who does something at the same time. */
  'meanwhile',
  /** Before whom something was given already: "được giao cho". */
  'was-given',
  /** Before a time by which it must be done. */
  'latest',
  /** What something is done for: "để". */
  'purpose',
  /** In brackets below a picture. */
  'picture',
  /** What is asked of somebody: "đề nghị" may be said to those above, "yêu cầu" not. */
  'asks',
  'requests',
  /** Whose words they are: "theo". */
  'source',
  /** What stands before was an order: "Đó là yêu cầu". */
  'said-before',
  /** What the title of a table calls it, and what stands before: "Chi tiết chỉ tiêu giao các xã". */
  'table',
  'of-table',
  /** It opens what tells how things went, or says so anywhere. */
  'recounts',
  'says-so',
  /** No name of bodies by their kind goes on with it; it ends none though an action begins so. */
  'ends-name',
  'in-name',
  /** Behind a verb that may say what bodies are for: it is what they do. */
  'done-well',
]);
export type DutyMeaning = z.infer<typeof DutyMeaning>;

/** Where the words of a portal stand in a block: what else the block may or must hold. */
export const FurnitureForm = z.enum(['alone', 'begins', 'counted', 'figure-behind', 'figure-before', 'date-behind']);
export type FurnitureForm = z.infer<typeof FurnitureForm>;

/** What a word tells of a measure: whether all of something is measured, or less. */
export const NarrowingMeaning = z.enum([
  /** A kind, a group or a place that is less than the whole: "chăn nuôi", "trẻ em". */
  'part',
  /** A part where it is all that is told under a heading; in running words it is a name or a direction: "nam". */
  'alone',
  /** The word behind it says which kind or place it is: "ngành", "khu vực", "vùng". */
  'sort',
  /** Behind such a word it names no kind: "các khu vực của tỉnh". */
  'unsorted',
  /** What may be counted; the first that is named is what is measured: "xã", "hồ sơ". */
  'thing',
  /** A longer word in which such a word means nothing: "xã hội". */
  'neither',
  /** Behind it stands what is compared with: "so với". */
  'base',
  /** It makes a rise or a cut of what stands at it: "tốc độ tăng". */
  'rise',
  /** It says that something rises or falls. */
  'change',
  /** It makes the mean of several years of it. */
  'mean',
]);
export type NarrowingMeaning = z.infer<typeof NarrowingMeaning>;

/** Of what land a measure is. */
export const ReachMeaning = z.enum([
  'country',
  'region',
  /** A place behind it is what the measure is compared with. */
  'compared',
  /** It names all of its kind: a place in one list with it is none apart. */
  'all',
]);
export type ReachMeaning = z.infer<typeof ReachMeaning>;

/** By what a head is parted into those below it; `local` is whatever stood below the document's province at its time. */
export const HeadParts = z.enum(['region', 'province', 'district', 'commune', 'local', 'other']);
export type HeadParts = z.infer<typeof HeadParts>;

const yes = z.literal(true).optional();

/** Every table of words: `placeKinds` is the file `tables/place-kinds.json`. */
/** What a word at the name of an agency says of its part in a duty. */
export const RoleWordMeaning = z.enum([
  /** "phối hợp với Sở …" */
  'together',
  /** Between such a verb and "với". */
  'closely',
  /** Of these "phối hợp" is a noun's: "quy chế phối hợp". */
  'matter',
  /** "cơ quan chủ trì: Sở …" */
  'office',
  'in-charge',
  /** "Sở … chủ trì", "Sở … phối hợp" */
  'leads',
  'cooperates',
  /** What begins the name of whom the agency works with: it leads. */
  'helped',
  /** It says that the agency must, not what: "Sở … có trách nhiệm chủ trì". */
  'must',
  /** "do Sở … phụ trách" */
  'answers',
  /** "giao cho Sở …" */
  'hands-over',
  /** "báo cáo UBND tỉnh …": who is only told leads nothing. */
  'informs',
  /** "Sở … triển khai thực hiện": it carries out, and leads nothing; what may stand before such a verb. */
  'carries-out',
  'sets-about',
  'charged',
  /** Before "của" and a name: it goes along. */
  'part-of',
]);
export type RoleWordMeaning = z.infer<typeof RoleWordMeaning>;

/** What a word in the name of a body or beside it says. */
export const BodyWordMeaning = z.enum([
  /** Before "các sở": that all or some are meant. */
  'all',
  /** Behind a collective name: each in its own field. */
  'by-field',
  /** Behind a noun that is no name: any body of the kind, even where no plural says so: "sở liên quan". */
  'narrows-one',
  /** An office that is called by its place alone: "Bưu điện huyện". */
  'of-place',
  /** A board that is set up for a matter; its name is often written small: "Ban chỉ đạo chuyển đổi số tỉnh". */
  'board',
  /** With "sở" it is another word: "trụ sở". */
  'before-so',
  /** What opens a heading or a list of names: how they are asked, and whose it is. */
  'polite',
  'heads',
  /** What an order or a statement leads up to begins behind it. */
  'leads-up',
  /** Behind a name: that it must do something. */
  'must',
]);
export type BodyWordMeaning = z.infer<typeof BodyWordMeaning>;

/** What a word says of a time that it stands at. */
export const TimeWordMeaning = z.enum([
  /** Before it: "đến năm 2025", "trước ngày …", "trong quý II", "từ năm 2025 trở đi". */
  'by',
  'before',
  'in',
  'since',
  /** Between such a word and the time: "đến khoảng năm 2025". */
  'between',
  /** A year after it is no deadline of a target: "tầm nhìn đến năm 2045"; `of-vision` goes on with it. */
  'vision',
  'of-vision',
  /** A year after it is what is compared with: "so với năm 2020". */
  'compared',
  /** What a season of crops is called by: "vụ đông xuân 2026 - 2027". */
  'season',
  /** "năm", "quý" … */
  'span',
  'day',
  'month',
  /** Between "ngày" and its date: "ngày Quốc khánh 02/9/2025". */
  'holiday',
  'quarter',
  'year',
  /** Between two times: "đến"; "và". */
  'to',
  'and',
  /** Before the year, behind a part of it. */
  'of',
  /** "hằng năm" */
  'each',
  'times',
  /** Before "hằng năm": what is called so ("cây hằng năm"), or what is made so and yields no time unless a figure follows. */
  'yearly',
  'yearly-noun',
  /** "đầu năm" */
  'part',
  /** Behind "năm": which one it is. */
  'year-before',
  'year-after',
  'year-this',
  /** Behind "trong năm": no year of a plan. */
  'no-year',
  /** Before "cả năm": the year at hand. */
  'opens-year',
  /** Behind a time: from then on; behind it and "các năm". */
  'onward',
  'years-on',
  /** Behind a year that no noun names: "đến 2030 đạt 95%". */
  'says',
  /** Behind a day that only its month tells from a share: no noun that is counted. */
  'behind-day',
  /** Before two years with a dash. */
  'stage',
  /** Before a colon and a year alone. */
  'heads',
  /** Behind "theo": somebody else's plan sets the time; of some only where the whole text says so. */
  'schedule',
  'schedule-alone',
  /** Before "thường xuyên" and a colon. */
  'label',
  /** What is done after an event: "Thực hiện sau khi …". */
  'does',
  /** Before how long something may take, what stands between, and what goes on with it. */
  'term',
  'within',
  'term-goes-on',
  /** Behind how long: no term. */
  'no-term',
  /** From when it runs. */
  'event',
  /** "kể từ ngày ký" */
  'in-force',
]);
export type TimeWordMeaning = z.infer<typeof TimeWordMeaning>;

/** What a word beside a figure says of it. */
export const FigureWordMeaning = z.enum([
  /** Behind a number and before a name: an address. */
  'street',
  /** It begins the name of a body that ends with a number and a level: "đội kiểm tra 814 tỉnh". */
  'team',
  /** No name of a body goes on with it. */
  'no-name',
  /** Such a level; of units of it there are at most so many. */
  'level',
  /** A part of a text, which is a measure where it is counted by something: "17,8 tiêu chí/xã". */
  'part',
  /** Before days and hours: they are measured. Words of `measures` that last say so too. */
  'lasts',
  /** Before an age: how long people live, or when they do something, is measured. */
  'age',
  /** Before "2 lần/năm": how often is itself what is measured. */
  'often',
  /** Behind "86,5 điểm": no noun that is counted goes on. */
  'behind-points',
  /** Before a number in words: it is an ordinal, a month, all of a few. */
  'other-number',
  /** Behind a fraction: of what it is a part. */
  'whole',
  /** How many times: "gấp đôi". */
  'times',
  /** Which place it is: "xếp thứ nhì". */
  'place',
  /** Behind a verb of giving and before a number: how many are given, not which of them. */
  'quota',
  /** Before "một nửa", beside verbs of change and words of comparison. */
  'half',
]);
export type FigureWordMeaning = z.infer<typeof FigureWordMeaning>;

/** What a word tells of how a document came to be. */
export const IssueWordMeaning = z.enum([
  /** Somebody issued it; he sent it, which is issuing where its number is told. */
  'issues',
  'sends',
  /** A plan that something is done with is one that the text is about. */
  'acts-on',
  /** The first article of a decision begins so. */
  'enacts',
  /** What a plan may be called by: its aims. */
  'aims',
  /** Before a plan: it is looked back on, or only held against. */
  'looks-back',
  /** Behind a body: it gives orders, or leave. */
  'gives',
  /** Before a body: it is told what to do; it gave what stands before it. */
  'tells',
  'order-of',
  /** Behind the name of a place: what one does that has plans, and what stands before such a verb. */
  'plans',
  'beside-verb',
  /** The same of one that a text calls by its kind alone, and that gives orders: "huyện yêu cầu". */
  'orders',
  /** Behind a body of the centre: it speaks. */
  'speaks',
  /** Before a month: a meeting was held in it. */
  'meets',
  /** Before "sau": what a preamble leads up to follows. */
  'leads-up',
  /** Before a source in brackets. */
  'before-source',
  /** A preamble says so what is made. */
  'makes',
  /** Aims are set. */
  'sets',
  /** Before the year or the stage that a sentence speaks of. */
  'enters',
  /** Whose term is not that of what it decides; whose term is. */
  'council',
  'congress',
  /** Who is above all provinces, and what all of them are; a headline of him is one of the centre. */
  'centre',
  'country',
  'premier',
  /** Before a unit, and behind it: a text calls it so that is about it. */
  'whole',
  'party',
  'ours',
  /** Before a body: it gave what is carried out. */
  'carries-out',
  /** Only a province counts such. */
  'of-province',
  /** What somebody sends, beside papers that have a number. */
  'writing',
  /** Heads of the centre, capitals as written: before what they give. */
  'head-gives',
  /** A part of a day; before a day: it was just now. */
  'of-day',
  'just-now',
]);
export type IssueWordMeaning = z.infer<typeof IssueWordMeaning>;

/** What a word beside the number of another document says of it. */
export const LinkWordMeaning = z.enum([
  'replaces',
  'amends',
  /** Between such a verb and the number: which part of the other document, never what it is done for. */
  'part',
  /** Behind the number: it ends because of this one. */
  'ended',
  /** Somebody is asked to do it, or it was done, or it was not: the document itself does not. */
  'elsewhere',
  /** It opens a basis, which speaks of what others did. */
  'bases',
  /** Before "ban hành": it is what another document is about. */
  'told',
  /** What a report gives of a plan, and what was done with the plan. */
  'accounts',
  'carries-out',
]);
export type LinkWordMeaning = z.infer<typeof LinkWordMeaning>;

/** What a word tells of the words of a measure, its figure and what stands beside them. */
export const StatementWordMeaning = z.enum([
  /** Behind billions of no named currency: nothing is counted, they are money. */
  'behind-billions',
  /** At the end of a measure: only that its level was reached or taken, whatever links it to its figure. */
  'trails',
  /** Before what may link a measure to its figure: one word with it, which stays. */
  'holds-link',
  /** Right behind a figure, or what that is held against, the next one begins with it without a comma. */
  'changes-next',
  /** Before what a figure is held against. */
  'against',
  /** Before a verb that says of whom something is not so. */
  'denies',
  /** Before a time: only that it comes then. */
  'places-time',
  /** Behind a verb: what it is done for. */
  'in-order-to',
  /** By more than was planned. */
  'passes',
  /** Behind "bảo đảm" and behind a noun: which ones are meant, no aim. */
  'assured',
  /** Between a count and a share: what those that are counted have. */
  'having',
  /** A time that begins with it is none of a name. */
  'binds-time',
  /** A stretch of time that no date bounds. */
  'period',
  /** Behind a figure: why it came so, what went before, or what is to go with it. */
  'reason',
  /** Before a plan: it was not reached, or how its figure differs. */
  'misses',
  /** Whose something is: where it is, the whole of a place, the whole land; what stands before "có", and "có" itself. */
  'within',
  'whole-of',
  'land',
  'auxiliary',
  'has',
  /** Before a day in digits: how things were then. */
  'until',
  /** "bình quân": over how much a figure is taken. */
  'mean',
  /** Behind a verb of change: how fast or how much, without a figure. */
  'how',
  /** Behind "toàn", "cả": what is whole beside places: "toàn ngành". */
  'realm',
  /** It names where, by what kind of land; `region` may name a branch of the economy instead, told by a `sector` behind it. */
  'area',
  'region',
  'sector',
  /** Before where or whom something is told of. */
  'at',
  /** Before a colon: its figures come one after the other, or are estimates. */
  'in-turn',
  /** A structure shifts, and what stands before that verb: no words of what is measured. */
  'shift-ahead',
  'shifts',
  /** All of a stretch of time together: "lũy kế". */
  'sums',
  /** Before a verb of change: it is told of what went before. */
  'tells-on',
  /** Behind a verb of change: by so much more, or so many times. */
  'more',
  /** The same once more, counted otherwise: "tương đương"; "tức". */
  'equals',
  'that-is',
  /** The time that figures are held against without "so với". */
  'former',
  /** Joins what is told of the same. */
  'but',
  /** A measure that has "tăng" in its name: "mức tăng"; `pace`: where nothing is told to have risen. */
  'rate-of',
  'pace',
  /** What something is a part of, told by a verb: "góp vào", "chiếm". */
  'adds-to',
  'makes-up',
  /** Before a place among others, told of the measure before. */
  'ranked',
  /** "cơ cấu", whose parts are told by their "tỷ trọng". */
  'structure',
  'weight',
  /** How a figure differs: "thấp hơn", "chậm hơn"; "cao hơn". */
  'less',
  'slower',
  'greater',
  /** A place or field of work that no kind of places names. */
  'locale',
  /** Between a verb and its figure: nothing of its own. */
  'before-figure',
  /** A change that is a noun too. */
  'growth',
  /** The two verbs by which most figures change. */
  'up-down',
  /** Who gave a plan that is passed. */
  'plan-giver',
  /** With "lên" or "xuống": a level is moved. */
  'moves-level',
  /** Before what is counted: all of it. */
  'number-of',
  /** Behind a noun: one that was named. */
  'pointing',
  /** What a share may be of: "dân số". */
  'counted-base',
  /** What something is done for; what comes of it. */
  'so-as-to',
  'comes-of-it',
  /** Of several the one that counts. */
  'above-all',
  /** Who may aim at something or do it, beside places. */
  'body',
  /** Before the verb of what somebody does. */
  'tense',
  /** Behind "mục tiêu": which one, or by whom it was set. */
  'of-aim',
  /** Up to the day of the text. */
  'by-now',
  /** Before a reason whose outcome is measured; what shows in a figure. */
  'because',
  'shows',
  /** What a body does to others that have something to do. */
  'bids',
  /** Before those of whom nothing more is told. */
  'all-of',
  /** Behind a figure: what is said of it does not begin. */
  'goes-with',
  /** Before a comma at the beginning of a sentence. */
  'besides',
  /** Behind a month: the last one. */
  'just-past',
  /** Numbers of months, in words. */
  'few',
  /** How something is done: the verb stands before the comma. */
  'done-how',
  /** Before where most of what is measured is. */
  'lies',
  /** What a measure is good for begins so. */
  'good-for',
  /** Behind "với": how large what is counted is. */
  'sized',
  /** Names follow, or the members of a list. */
  'such-as',
  /** Places below the communes. */
  'hamlet',
  /** At the beginning of a measure: no word of it. */
  'idle-first',
  /** Before a verb of change that says to what level. */
  'modal',
  /** A level is kept low. */
  'holds-down',
  /** Behind such a verb, or one of change: how. */
  'held-how',
  /** Money in a bracket says more of a figure. */
  'money',
  /** With a subject before it: how things are, not what is aimed at. */
  'tells',
  /** Behind "hiện có": which are meant, no state. */
  'goes-over',
  /** What is done with what there is; how well. */
  'looks-after',
  'well',
  /** Before plural nouns of which something was reached. */
  'of-which',
  /** Between "đạt" and the aims that were reached. */
  'met-with',
  /** Behind aims of which it is told how they were reached, and how well. */
  'aim-told',
  'to-level',
  /** Who looks into what there is sets no aim. */
  'finds',
  /** It is always a share of what was planned. */
  'disburses',
  /** It makes ground for what comes next, which is told by no figure. */
  'lays',
  'groundwork',
  /** The same as `tells-on`, but never alone before a change. */
  'tells-so',
  /** It names no living being that could be counted. */
  'no-being',
  /** Before where, to whom or of what something is done. */
  'toward',
  /** How a measure is taken, or when. */
  'how-taken',
  /** A part of the economy, or of a number of things. */
  'branch',
  /** Before a part of a measure, or at the end of what is before it. */
  'opens-part',
  'ends-part',
  /** What begins so names nothing that could be measured. */
  'no-label',
  /** A grade of what was measured. */
  'grade',
  /** It opens one part after the other. */
  'part-first',
  /** What goes well or badly, and how it goes. */
  'farming',
  'fares',
  /** Says of somebody how many there are, and not of whom. */
  'says-of',
  /** A word for the figure before: "con số này". */
  'figure-noun',
  /** How much what was counted is worth. */
  'worth',
  /** By what something is counted: "giảm cả 3 tiêu chí". */
  'ways',
  /** How long what was counted is. */
  'long',
  /** Behind "so" without "với". */
  'held-short',
  /** How a structure moved, before its parts. */
  'moved-so',
  /** The name of a structure ends before it. */
  'ends-structure',
  /** What begins so defines nothing. */
  'no-kind',
  /** Who aims at something is not defined by it; these alone make an aim of what is laid down. */
  'aims-so',
  'aims-plainly',
  /** Parts of an administration. */
  'office',
  /** What those do who are only named. */
  'takes-part',
  /** Who is voted for, or with what. */
  'voting',
  /** Before the points of a competition. */
  'at-once',
  /** Before things that are there already. */
  'there',
  /** What products are counted in. */
  'product-unit',
  /** Something else is done for those behind it. */
  'lends',
  /** What was done on a day, before an aim. */
  'happened',
  /** Behind a time: it is that of all that follows. */
  'all-by-then',
  /** Before a time: it joins to the sentence before. */
  'leads-on',
  /** Before a time at the head of its clause. */
  'heads-clause',
  /** Before what a clause is about. */
  'topic',
  /** With "xây dựng": a verb, no branch of the economy. */
  'builds',
  /** Before "có vốn": whose enterprises. */
  'owned',
  /** Behind "diện tích", "số": what is told of the whole. */
  'told-of-whole',
  /** It says nothing of what is counted. */
  'counts-any',
  /** With "với" it joins no second figure. */
  'with-with',
  /** Who stands before it has something, or will. */
  'has-or-will',
  /** Beside links and verbs: nothing that could be measured. */
  'bare',
  /** Before the noun of a measure. */
  'before-measure',
  /** Before a place. */
  'extent',
  /** Behind "đã": it was told of a plan, not of what it holds. */
  'laid-before',
  /** Behind a plural: it has its own say. */
  'own-say',
  /** What is done by a paper. */
  'carries-out',
  /** Behind "cả nước": it is told how it stands, and what it does otherwise. */
  'is-told',
  /** Behind names: what is told of them. */
  'named-ones',
]);
export type StatementWordMeaning = z.infer<typeof StatementWordMeaning>;

const RANK_WORD_MEANINGS = [
  'leads',
  'whole',
  'ranked',
  'places',
  'heads',
  'stands',
  'enters',
  'marks',
  'group',
  'holds',
  'steps',
] as const;

/** Every table of words, by the name of its file in `tables/`. */
const WORD_TABLES = {
  /** Words in the names of bodies and around them. */
  bodyWords: words({ means: z.array(BodyWordMeaning).min(1) }),
  /** What opens the body of a plan, capitals as written. */
  bodyOpenings: words({
    /** It ends a title; no title begins so, not even below the word for its kind; it ends a letterhead. */
    means: z.array(z.enum(['ends-title', 'no-title', 'ends-letterhead'])),
  }),
  /** Words that open, join and limit what is said of a figure, and those that tell whether it was reached. */
  clauseWords: words({
    /** Only opens a statement; the measure begins behind it. */
    opens: yes,
    /** A clause that begins so only says by what or whence. */
    refers: yes,
    /** A clause that begins so goes on with the one before. */
    continues: yes,
    /** May stand between a measure and its figure; alone it is no measure. */
    links: yes,
    /** Says whom a measure covers. */
    covers: yes,
    /** Before "05 điểm": what a figure beside it earns or costs, in rules of a competition. */
    scores: yes,
    /** Says under what condition a measure is taken, or what it leaves out. */
    limits: yes,
    /** Before a comma at the beginning of a sentence: says nothing of what is measured. */
    preface: yes,
    /** Says when without a date, or joins to the sentence before: at the beginning, with a comma or without. */
    leadsIn: yes,
    /** Ends a clause that only tells who says it, before a comma or anywhere. */
    reports: z.enum(['before-comma', 'anywhere']).optional(),
    /** Behind a comma or "và": says what a measure is good for, and not what it is. */
    purpose: yes,
    /** Behind "so với": what a figure is held against. */
    base: yes,
    /** Behind a figure at the end of its statement: what it is compared with, or a share of. */
    behind: z.enum(['compared', 'share']).optional(),
    /** What a plan sets, an aim or a task, or what else a figure may be held against: "vượt kế hoạch", "95% dự toán". */
    plan: z.enum(['aim', 'task', 'scheme', 'other']).optional(),
    /** Leads up to the members of a list, or to the parts of one whole. */
    lists: z.enum(['members', 'parts']).optional(),
    /** Before an aim it tells what became of it: "cao hơn chỉ tiêu". */
    met: yes,
    /** How a figure differs from what it is held against: "cao hơn bình quân cả nước", "chậm 5% so với kế hoạch". */
    differs: yes,
    /**
     * What follows was reached (`now`: even among aims; `summed`: only where nothing is aimed at), or is aimed at; `passed`: the rest
     * of the paragraph reports, unless it says otherwise; `assessed`: so does a story in which nothing else was said yet; `described`:
     * a sentence about what a place or body is or has, where nothing has been aimed at yet.
     */
    status: z.enum(['reached', 'now', 'passed', 'summed', 'assessed', 'described', 'aim']).optional(),
  }),
  /** Words of the heads of columns, and of the labels of listed tasks ("Thời gian thực hiện: …"). */
  columns: words({
    /** What a column headed so holds: the first row that fits decides. Numbers are the whole head. */
    holds: ColumnRole.optional(),
    /**
     * Its place in a label: it opens one for what it holds ("thời gian"), it only follows ("dự kiến"), it names who, or what who
     * leads does: "cơ quan" and "thực hiện". Some that name who do so in heads of columns alone: "Tổ chức thực hiện" is a heading.
     */
    part: z.enum(['opens', 'follows', 'who', 'who-of-column', 'does']).optional(),
    /** Of several columns that hold the same, one with the word is meant: "Thời gian bắt đầu | Thời gian kết thúc". */
    decides: z.literal(true).optional(),
    /** Of a column of times: something is to be done by then, or begins then. */
    due: z.enum(['ends', 'begins']).optional(),
    /**
     * What figures in such a column are: aimed at, reached, as things stand (reached, but in the head of an aim), held against others,
     * or open: the longest word at a place decides.
     */
    figures: z.enum(['aimed', 'reached', 'state', 'compared', 'open']).optional(),
    /** Above a table, or in any of its heads, it says that the figures are those of a plan. */
    plans: yes,
  }),
  /** Words in which a syllable says nothing of what it would say alone: "hiện" in "phát hiện"; of `change`, the verb of change. */
  compounds: words({ of: z.enum(['hiện', 'ước', 'giữ', 'thêm', 'change']) }),
  /**
   * Names of one kind, of which another one stands in the same place of the measure before: "Tỷ lệ trường mầm non đạt chuẩn đạt 75%,
   * tiểu học đạt 80%".
   */
  counterparts: words({ kind: z.string().min(1) }),
  /** Nouns that are counted without being measured: parts of a text, of a thing, of a group, copies, what a meeting deals with. */
  countedParts: words({
    counts: z.enum(['text', 'parts', 'members', 'copies', 'papers']).optional(),
    /**
     * What has such parts: "xe 7 chỗ", "tổ 10 hộ"; what stands before copies ("in 200 bản") and the members of a list; what is known
     * by a saying that holds figures.
     */
    holds: z.enum(['parts', 'members', 'copies', 'list', 'slogan']).optional(),
  }),
  /** Kinds of documents. */
  documentKinds: words({
    /** What a text is whose title opens with the word. */
    form: Form.optional(),
    /**
     * Its name may hold a year of its own, which binds nothing: "Kế hoạch … năm 2019". The word for some is a verb too: "báo cáo 2
     * tháng đầu năm" has a time, in a figure's sentence alone a name is what it opens.
     */
    dated: z.enum(['always', 'in-its-name']).optional(),
    /** An article may report that somebody issued one. */
    issued: yes,
    /** A text that speaks of one at its beginning tells what is planned. */
    plans: yes,
  }),
  /** Words that hand duties over, and what stands around who has them. */
  duties: words({ means: z.array(DutyMeaning).min(1) }),
  /** Words beside figures. */
  figureWords: words({
    means: z.array(FigureWordMeaning).min(1),
    most: z.int().optional(),
    times: z.number().optional(),
  }),
  /** What portals of Vietnamese authorities print around a text: whole blocks that say it are no part of it. */
  furniture: words({
    kind: z.enum(['counter', 'comments', 'related', 'menu']),
    form: FurnitureForm,
    /** What follows is furniture too, until a paragraph of running text. */
    opensList: z.literal(true).optional(),
  }),
  /** Words of heads of columns that say nothing of what is measured: "Kế hoạch cả năm 2026". */
  headWords: words({
    /** What the heads below name: "Chỉ tiêu theo vùng" over regions, "Phân theo huyện" over districts. */
    parts: HeadParts.optional(),
  }),
  /** Phrases of headings. Where two stand at one place, the longer counts, then the role that comes first here. */
  headings: words({ role: SectionRole }),
  /** Words by which a text tells who issued a document, for what time, and who is at work. */
  issueWords: words({ means: z.array(IssueWordMeaning).min(1) }),
  /** Words of lists in plans, as they stand in a text that was run together. */
  items: words({
    /** An item begins with it; a number behind it names something and counts nothing; it is a heading of a plan's part. */
    use: z.enum(['begins', 'names', 'heads']),
  }),
  /** Words by which a document says that it replaces, amends or reports on another. */
  linkWords: words({ means: z.array(LinkWordMeaning).min(1) }),
  /** Words by which lines are joined to paragraphs, or kept apart. */
  lines: words({
    /**
     * No paragraph ends with it; it stands on a line of its own above a title; a paragraph begins with it; it is one line of a
     * letterhead or signature however it was wrapped (as printed, without optional parts); it heads a column of a table, or the
     * one that counts its rows.
     */
    place: z.enum(['end', 'alone', 'start', 'unbroken', 'head', 'counting-head']),
  }),
  /** Words in `class` and `id` that say what a part of a page is. */
  markup: words({ kind: z.enum(['counter', 'comments', 'related', 'menu']) }),
  /** Nouns for what is measured. */
  measures: words({
    /** A measure begins with it: behind a comma it begins a statement of its own. */
    begins: yes,
    /** The words of a measure may begin with it, though it begins no statement of its own. */
    opens: yes,
    /** Of several parts it stands before the first alone: "Tổng đàn trâu 500 con, bò 900 con". */
    heads: yes,
    /** Taken of something that another measure may name: "Diện tích lúa 500 ha, sản lượng 3.000 tấn". */
    dimension: yes,
    /** Money that is raised, earned or produced; what is only spent is no target. */
    raised: yes,
    /** Money that goes out. */
    spent: yes,
    /** What one hectare or head yields or costs: "thu nhập trên 1 ha". */
    perOne: yes,
    /** Its days and hours are measured, and no term for doing something. */
    lasts: yes,
    /** A verb of change behind it is part of its name ("tốc độ tăng"), always or unless it is told what happens. */
    change: z.enum(['named', 'unless-told']).optional(),
    /** May be a property of what is measured: "với tốc độ 1 Gb/s". */
    property: yes,
    /** May stand between a measure and its figure. */
    links: yes,
    /** A part of a whole: per cent, where nothing at its figure names another unit. */
    share: yes,
  }),
  /** The mottoes of the nation, the Party and the youth union, and what broken lines leave of them. */
  mottoes: words({ opens: z.literal(true).optional().describe('Makes a letterhead') }),
  /** What makes less than the whole of what is measured, and what is counted: `says` is "unit | measure". */
  narrowingWords: words({
    means: NarrowingMeaning,
    of: z.string().optional().describe('Things of one kind: whoever counts one of them may call it by another'),
  }),
  /** What else than the province of its plan a measure may be of: `says` is a measure. */
  reachWords: words({ means: ReachMeaning }),
  /** What only a page that reports carries. */
  newsMarks: words({
    speaks: yes.describe('Words of its sentences; they tell only where no title says what the text is'),
  }),
  /** Who acts, signs or stands in a letterhead, and what else says whose a text is. */
  officeWords: words({
    /**
     * `signs`: the office of who signs. `enacts`: opens the line that says who enacts; `enacts-within`: such a name inside a title.
     * `owner`: a body whose boards (`board`) stand alone under its name. `below`: opens the name of a body on the line of the one
     * above it. `own`: before a province's name, a body of that province; `of-unit`: what calls "tỉnh" with its name the text's own;
     * `called`: what a province's name behind it names in its place ("sông Đồng Nai"). `meets`: a meeting, or who meets;
     * `takes-part`: who goes to one; `votes`: there is a vote.
     */
    means: z.array(
      z.enum([
        'signs',
        'enacts',
        'enacts-within',
        'owner',
        'board',
        'below',
        'own',
        'of-unit',
        'called',
        'meets',
        'takes-part',
        'votes',
      ]),
    ),
  }),
  /** What kinds of places there are, and the committee of the Party of one. */
  placeKinds: words({
    level: z.enum(['province', 'city', 'district', 'commune']),
    committee: z.string().optional(),
    /** What enumerations leave of it: "các huyện, thành, thị". */
    short: z.string().optional(),
    abbreviates: z.string().optional(),
  }),
  /** Words around the figure of a statement: `says` is an item of the objectives or an article. */
  statementWords: words({ means: z.array(StatementWordMeaning).min(1) }),
  /** Words of times, and those by which a time binds. */
  timeWords: words({
    means: z.array(TimeWordMeaning).min(1),
    /** Of a span: how it comes back, how many months it has, and how long so many are. */
    every: z.string().optional(),
    months: z.int().optional(),
    duration: z.string().optional(),
    /** How many spans it stands for before one: half of "nửa năm", two of "cách năm". */
    times: z.number().optional(),
  }),
  /**
   * Words of titles by which figures are no aims. `law`: a kind of document that lays down law; `leads`: stands before what is laid
   * down or approved; `rules`, `works`: what is; `aims`: what sets aims, wherever it stands (`extract/document/matter.ts`).
   */
  matterWords: words({ means: z.array(z.enum(['law', 'leads', 'rules', 'works', 'aims'])).min(1) }),
  /** Words of titles. */
  titleWords: words({
    /**
     * `opens`: a title begins so where the word for its kind is lost. `before-kind`: a kind of document after it is what the title
     * speaks of. `of-kind`: goes on with the word for the kind. `aside`: opens a remark in brackets below a title.
     * `speaks-of`: an office after it is one that the title speaks of, not who enacts.
     */
    means: z.array(z.enum(['opens', 'before-kind', 'of-kind', 'aside', 'speaks-of'])),
  }),
  /** Verbs, by what they say of a measure. */
  verbs: words({
    /** `either`: the words behind it say which; `unmeasured`: no figure says by how much. */
    change: z.enum(['up', 'down', 'either', 'unmeasured']).optional(),
    keeps: yes,
    /**
     * Says how much there is: the level that is reached (`equal`: by a word that ends nouns too, as in "mặt bằng"), or any amount, that
     * of a change too.
     */
    states: z.enum(['level', 'equal', 'amount']).optional(),
    /** "xuống", "lên" */
    moves: yes,
    /** "đến", "tới" */
    arrives: yes,
    completes: yes,
    /** May stand between a measure and its figure; alone it is no measure. */
    links: yes,
    /** What follows is still to be done. */
    aims: yes,
    /** … but with a subject before it, it only tells how things went on: "kinh tế tiếp tục tăng". */
    aimsOrTells: yes,
    /** Only opens a statement; the measure begins behind it. */
    opens: yes,
    /** Behind a comma it begins what is really aimed at. */
    turns: yes,
    sets: yes,
    /**
     * What is done about a plan or what it holds: it is set, by a word that may govern the measure itself (`settles`) or the plan alone
     * (`sets`); such a plan comes about (`makes`); a meeting deals with it (`hears`).
     */
    plans: z.enum(['settles', 'sets', 'makes', 'hears']).optional(),
    /** With a subject before it, tells how things go on: "tiếp tục tăng". */
    goesOn: yes,
    /** Behind "đã qua" it says which are meant: "lao động đã qua đào tạo". */
    treats: yes,
    /** Hands a figure out to several: "phân bổ 240 xe cho 12 xã". */
    gives: yes,
    setsAbout: yes,
    /** Makes a clause of a noun phrase: what follows "100% …" is a statement once it stands there. */
    predicate: yes,
    /** Done with what is counted, and with what is counted behind it: "trồng 500 cây thông và 300 cây keo". */
    does: yes,
  }),
  /** What is measured of a thing that a row above names: "Diện tích" below "Cà phê". */
  leanings: words({}),
  /**
   * Words by which a measure names the level of government that it is taken at, ends a span of levels, counts units of one
   * ("xã có chợ"), or ranks among units of it.
   */
  levels: words({ level: MeasureLevel, means: z.array(z.enum(['names', 'ends-span', 'counted', 'among'])).min(1) }),
  /** What fields that are still to be filled in ask for, from the beginning on. */
  prompts: words({}),
  /**
   * Words of ranks: that some lead, all among whom they do ("đầu cả nước"), who is ranked, what stands right before a place,
   * and what heads one after a colon ("xếp hạng PAPI: 12"); that somebody stands in a group, enters or marks one ("tốp 15"), what a
   * group is called, that a place is held, and by what it is counted how far one came up.
   */
  ranks: words({ means: z.array(z.enum(RANK_WORD_MEANINGS)).min(1) }),
  /** Words that give an agency its role. */
  roles: words({ means: z.array(RoleWordMeaning).min(1) }),
};
type Tables = typeof WORD_TABLES;
export type WordTables = { readonly [Name in keyof Tables]: z.infer<Tables[Name]> };
export const WORD_TABLE_NAMES = Object.keys(WORD_TABLES) as readonly (keyof WordTables)[];

/** The tables of words that come with the program. */
export function loadWordTables(): WordTables {
  return Object.fromEntries(
    Object.entries(WORD_TABLES).map(([name, schema]) => [
      name,
      schema.parse(JSON.parse(readFileSync(new URL(`./tables/${fileOf(name)}.json`, import.meta.url), 'utf8'))),
    ]),
  ) as unknown as WordTables;
}

const fileOf = (name: string): string => name.replace(/\p{Lu}/gu, (letter) => `-${letter.toLowerCase()}`);
