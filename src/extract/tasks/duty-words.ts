import { built } from '../../knowledge/knowledge.ts';
import type { DutyMeaning } from '../../knowledge/word-tables.ts';
import { vi, viAll, viPart, viWords } from '../../language/pattern.ts';

/** Between two names of one enumeration. */
export const JOINED = vi`^[\s,;…]*(và|cùng)?[\s,;]*(các (sở|bộ|phòng)?\s*:?\s*)?$`;

/** Between bodies in general and those of them that are meant: "Các cơ quan liên quan: Sở A". */
export const NAMES_THEM = vi`^\s*(gồm|bao gồm|là|như)?\s*:\s*(các )?$`;

/** Units in which a sentence shows that it tells of what was done. */
export const TOLD_WITHIN = 90;

/** The words of some meaning, any of them. */
type WordsOf = (meaning: DutyMeaning) => ReturnType<typeof viWords>;

/** What stands behind the names of bodies, and between those who order and those who are ordered. */
const behindNames = (all: WordsOf) => ({
  /** A word behind a name that tells of it, or narrows it down: what follows is no action. */
  noAct: vi`^${all('tells')}`,
  /** How far down bodies reach: "từ tỉnh đến cơ sở", "các cấp". */
  reach: vi`^\s+(từ (trung ương|tỉnh|thành phố|huyện) (đến|tới|xuống) (huyện|xã|cơ sở|địa phương)|các cấp)(?=\s)`,
  /** What narrows bodies down, before what they are to do: "ven biển", "có rừng", "trên địa bàn". */
  narrows: vi`^\s+(?!có (văn bản|công văn|công điện|chỉ thị|ý kiến|quyết định|thông báo|tờ trình|báo cáo)(?!\p{L}))${all('narrows')} [^,.;:]{2,50}?\s(?=${all('acts')})`,
  /** One more of a list of bodies, whose name no table knows, before words that say that all of them must: ", phòng quản lý công nghệ có trách nhiệm". */
  oneMore: vi`^(,|\s+và)\s+[^,.;:]{3,60}?(?=\s+(có (trách nhiệm|nhiệm vụ)|chịu trách nhiệm|(căn cứ|theo) (chức năng|nhiệm vụ)))`,
  /** A period that is over, before who is told to have ordered. */
  past: vi`(\d|năm|tháng|quý|tuần|qua|nay)`,
  /** Meetings and the like, which a paper tells of. */
  events: vi`tổ chức (thành công)? (lễ|hội nghị|hội thảo|hội thi|đối thoại|tọa đàm|buổi|cuộc|phiên|họp báo|đoàn|nhiều|các đợt)`,
  /** Who gives orders, and no more: a single government or its head. */
  commander: vi`^(thủ tướng chính phủ|chính phủ|(ủy ban nhân dân|hội đồng nhân dân) (tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)|((ban)? thường (trực|vụ) )?(tỉnh ủy|thành ủy|huyện ủy))`,
  commands: vi`\s${all('commands')}( cho| tới| đến)?\s*[:,]?\s*((các)\s*((sở|bộ|phòng)\s*:?\s*)?)?$`,
  /** Whom an order is about, before it. */
  concerns: vi`^(${all('before-order')}[\s,]+)?${all('concerns')}\s*$`,
  asks: vi`(yêu cầu|đề nghị|lưu ý|chỉ đạo|giao (nhiệm vụ|trách nhiệm)?)\s*`,
  /** What is only for the good of whom it is about: no duty of theirs. */
  favours: vi`^${all('favours')}`,
  /** Somebody who has orders to give does so at once before a name: "Phó Thủ tướng chỉ đạo", "Công điện nhắc nhở". */
  spoken: vi`^([^.;:]{0,60},\s*)?${all('speaks')}(\s+(?!đã|từng|thường xuyên|luôn)[^\s,.;:]+){0,7}\s+${all('directs')}( cho| tới| đến)?\s*:?\s*(các\s+((sở|bộ|phòng)\s*:?\s+)?)?$`,
  /** Such a one alone, before the words of the order. */
  speaker: vi`^${all('speaks')}(\s+(?!đã|từng|thường xuyên|luôn)[^\s,.;:]+){0,7}\s*$`,
  /** Who praises or blames others, or grants what they ask, has orders to give: "biểu dương Sở Y tế và yêu cầu …". */
  judges: vi`^\s*((cũng|đã|cơ bản)\s+){0,2}${all('judges')}`,
  /** "Thủ tướng nhấn mạnh, ", "Kế hoạch nêu rõ: ". */
  states: vi`${all('states')}( rằng)?\s*[,:]?\s*["“]?(các\s+)?$`,
  /** Who says so, with a clause behind it: "Thứ trưởng yêu cầu, từ nay đến cuối tháng 6, ". */
  statesAhead: vi`(${all('hands')}|${all('states')})( rằng)?\s*,[^.;:]{3,90},\s*(các\s+)?$`,
  /** A paper that gives orders behind a colon: "Công văn của UBND tỉnh nêu rõ: Sở Y tế kiểm tra …". */
  paper: vi`^([^.;:]{0,40},\s*)?${all('speaks')} [^.;:]{0,60}${all('states')}( rằng)?\s*:\s*(các\s+)?$`,
  /** By whose orders: "Theo chỉ đạo của Thủ tướng, Bộ Y tế …". */
  byOrder: vi`^theo (chỉ đạo|yêu cầu|phân công|phân cấp|chỉ thị|công điện|công văn|văn bản|kế hoạch|quyết định|thông báo|kết luận)`,
  /** Others before the first name of a list that an order is given to. */
  receivers: vi`(^|[\s,])${all('hands')}\s*:?\s*((toàn thể|tất cả|mọi|các|những)? ${all('receiver')}(\s+[^\s,.;:]+){0,6}\s*(,\s*(và)?|/|và|cùng)\s*){1,4}(các\s+)?$`,
  /** An order to those who are no bodies: "đề nghị nhà đầu tư tăng ca". */
  ordersOthers: vi`(^|[\s,])${all('hands')}\s*:?\s*(toàn thể|tất cả|mọi|các|những)? ${all('receiver')}`,
  /** Who stands before these must do what follows. */
  must: vi`^[\s,]*(\([^()]{0,60}\)\s*)?(${all('also')}\s+){0,2}(${all('must')}\s+(${all('also')}\s+){0,2}(?=${all('acts')})|(cần|phải)\s+(?!${all('no-duty')}(?!\p{L}))(?=\p{Ll}{2}))`,
  /** What somebody lacks or bears: "phải đối mặt", "cần thêm". */
  bears: vi`^\s*(${all('also')}\s+){0,2}(cần|phải)\s+${all('no-duty')}`,
  /** The same, whatever it is. */
  charged: vi`^[\s,]*(${all('also')}\s+){0,2}(có (trách nhiệm|nhiệm vụ)|được giao (nhiệm vụ|trách nhiệm))\s+(?!của|về|trong|đó|này|nặng)(?=\p{Ll})`,
  /** What stands in commas or brackets between a name and what it is to do. */
  aside: vi`^\s*(,\s*${all('aside')} [^.;:]{2,140}?,|\([^()]{2,80}\))\s+(?=${all('acts')}|${all('also')} )`,
  /** Who asks for something and has no orders to give: "Người dân đề nghị UBND xã …". */
  petitions: vi`^([^.;:]{0,40},\s*)?(các|nhiều|một số|\d+)? ${all('petitions')}( [^\s,.;:]+){0,8}\s*$`,
  /** "Nhiệm vụ của Sở Y tế là kiểm tra …" */
  share: vi`^${all('before-order')}?[\s,]*(nhiệm vụ|trách nhiệm|phần việc|công việc) (chính|cụ thể)? của$`,
  /** A topic before a colon: "Về dự án đường ven biển: Bộ Xây dựng …". */
  topic: vi`^(về|đối với|liên quan|riêng) [^.;]{2,400}:$`,
  /** What a body has others do is its own duty: "Sở A chỉ đạo Chi cục B phối hợp …". */
  directsOthers: vi`^\s*((cần|phải|sẽ|chủ động|tiếp tục|tăng cường|khẩn trương|kịp thời)\s+){0,2}(chỉ đạo|hướng dẫn|đôn đốc)( các| cơ quan| lực lượng| đơn vị){0,2}\s*$`,
});

/** What papers say to all, at their head and their end. */
const closingWords = (all: WordsOf) => ({
  /** The article of a decision that tells who is to carry it out. */
  enforces: vi`trách nhiệm (tổ chức)? thi hành((\s+(quyết định|nghị quyết|chỉ thị))? này|(\s+(quyết định|nghị quyết|chỉ thị))?[\s./;]*$)`,
  /** The same in other words: "… căn cứ Quyết định thi hành." */
  enforcesBy: vi`căn cứ (quyết định|nghị quyết)(\s+này)?(\s+để)?\s+(thi hành|thực hiện)[\s./;]*$`,
  /** To whom a paper goes: no heading, and no duty. */
  addressees: vi`^(kính gửi|kính chuyển|nơi nhận)`,
  /** Who asks so has no orders to give: "Kính đề nghị UBND tỉnh …". */
  entreats: vi`(^|[\s,;])(kính|trân trọng) (mong|đề nghị)`,
  /** What hands the items below it to whomever each begins with: "Hội đồng nhân dân tỉnh giao:", "Chủ tịch UBND tỉnh chỉ thị:". */
  handsItems: vi`(?<!(được|đã) )(${all('hands')}|chỉ thị|chỉ đạo|phân công)( (cụ thể|một số|các|những|như|thực hiện|triển khai|tập trung|khẩn trương|nội dung|nhiệm vụ|công việc|việc|giải pháp|cơ quan|sở|ban|ngành|đơn vị|địa phương|tổ chức|liên quan|sau( đây)?)|,){0,14}\s*[:：]\s*$`,
});

/** What duties are told by. */
export const dutyPatterns = built(['duties'], ({ duties }) => {
  const all: WordsOf = (meaning) => viWords(duties.filter(({ means }) => means.includes(meaning)));
  const kinds = all('local');
  const endsList = viPart`(?<!\p{L})${all('ends-list')}(?!\p{L})`;
  return {
    /** Words that hand a duty over, right before whom they hand it to. */
    hands: vi`(^|[\s,])${all('hands')}\s*[:,]?\s*(các\s+((sở|bộ|phòng)\s*:?\s+)?)?$`,
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
    ...behindNames(all),
    /** The same behind a word that goes on with what was said: "Đồng thời tham mưu …". */
    goesOn: vi`^(${all('before-order')}[\s,]+)?${all('acts')}`,
    linked: vi`^${all('before-order')}`,
    /** The same and nothing more. */
    link: vi`^${all('before-order')},$`,
    /** A clause that makes the agency answerable for a field, not one that merely touches it. */
    charges: vi`^\s*((và|đồng thời)\s+)?${all('charges')}`,
    ...closingWords(all),
    /** What closes a section of duties speaks to everyone, not to the agency named last. */
    closes: vi`^${all('closes')}`,
    /** What a section of duties speaks of beside who has them. */
    matter: vi`^${all('matter')}`,
    /** A person by the post: "Trưởng các thôn", "Công chức tư pháp - hộ tịch". */
    post: vi`^((các)? (đồng chí|ông|bà))? (phó)? ${all('post')}`,
    /** What a commune shares duties out to. */
    local: vi`^(các|mỗi|toàn thể) ${kinds}((\s*,\s*|\s+và\s+)(các)? ${kinds})*(\s+trên địa bàn(\s+(xã|phường|thị trấn))?)?(?=\s+\p{Ll})`,
    /** A stretch beside times that says no more than they: "Định kỳ", "chậm nhất vào". */
    besideTimes: vi`^([\s,;()]|${all('beside-time')})*$`,
    /** A span of time is when a duty is to be done only where the words say so: "trong quý II", "hoàn thành năm 2026". */
    within: vi`^${all('within')}(?!\p{L})(?!\s+(năm|quý|tháng|kỳ)$)`,
    done: vi`${all('done')} (vào|trong)?\s*$`,
    /** Plans that are made again and again: "kế hoạch phát triển kinh tế - xã hội" before "hằng năm". */
    ofPlans: vi`(kế hoạch|chỉ tiêu|dự toán|ngân sách|chương trình|nghị quyết)( (công tác|tài chính|chi|thu|ngân sách|địa phương|hoạt động))?( phát triển (kinh tế|kinh tế\s*-\s*xã hội|kt-xh))?\s*$|(trợ cấp|phụ cấp|lương|học phí|học bổng|sinh hoạt phí)( (bảo hiểm|xã hội|ưu đãi|hưu trí)){0,2}\s*$`,
    /** A line that only names who leads, not what is to be done. */
    namesOnly: vi`^[\s+•–-]*(cơ quan|đơn vị|các đơn vị) (chủ trì|phối hợp|thực hiện|tham mưu)( [^:]{0,30})?:`,
    /** A sentence without who, which says when what comes of the duty before it is due. */
    delivers: vi`^((yêu cầu|đề nghị)\s+)?${all('delivers')}`,
    /** A sentence that gives orders, or leads up to them: "UBND tỉnh có ý kiến chỉ đạo như sau:". */
    orders: vi`${all('orders')}`,
    /** What was done, and how it stands. */
    told: vi`${all('told')}`,
    /** What stands before who has a duty, and parts from it with a comma: "Sau khi được thông qua, Bộ Tài chính …". */
    clause: vi`^${all('clause')}`,
    /** A lead-in that says that a list follows. */
    list: vi`(sau( đây)?|nội dung|nhiệm vụ|giải pháp|công việc|biện pháp)\s*[:：]\s*$`,
    /** A heading that names a matter, whatever agency its name holds. */
    names: vi`^về [^:：]{0,400}[:：]\s*$`,
    /** The next of the labels that say who has what stands before them: "; cơ quan phối hợp: Sở B". */
    labels: viAll`(cơ quan|đơn vị|các đơn vị) (chủ trì|phối hợp|thực hiện|tham mưu)( [^:;.]{0,30})?:`,
    /** Bodies in general, of which none is named. */
    nobody: vi`^(các)? ${all('body')}(\s*,?\s*(và\s+)?${all('of-body')})*$`,
    /** Between two names of a list that holds a name which no table knows: short, and without a word that would end the list. */
    listed: vi`^\s*(,|;|và(?!\p{L})|cùng(?!\p{L}))((?!${endsList})[^.:]){0,40}$`,
  };
});

export type DutyPatterns = ReturnType<typeof dutyPatterns>;
