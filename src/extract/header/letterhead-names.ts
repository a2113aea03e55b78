import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { viCapitals } from '../../language/pattern.ts';

const namePatternsOf = built(['placeKinds', 'officeWords'], ({ placeKinds, officeWords }) => {
  const committees = new Map(
    placeKinds.flatMap(({ word, committee }) =>
      committee === undefined ? [] : [[word.toUpperCase(), committee.toUpperCase()] as const],
    ),
  );
  const units = placeKinds.filter(({ committee }) => committee !== undefined);
  const above = units.filter(({ level }) => level !== 'commune');
  const capitalsOf = (meaning: 'owner' | 'board' | 'below'): string =>
    viCapitals(officeWords.filter(({ means }) => means.includes(meaning))).source;
  const owners = [viCapitals(above.map(({ committee = '' }) => ({ word: committee }))).source, capitalsOf('owner')];
  return {
    committees,
    /** The Party's organisation of a unit, and its board below. */
    ORGANISATION: new RegExp(
      String.raw`ĐẢNG\s+BỘ\s+(?<unit>${viCapitals(units).source})(?<name>(?:\s+(?!BAN\s|ĐẢNG\s|HUYỆN\s|XÃ\s|PHƯỜNG\s)\p{Lu}+){1,4})(?<board>\s+BAN\s+(?:THƯỜNG\s+VỤ|CHẤP\s+HÀNH))?`,
      'gu',
    ),
    /** A board or office that stands alone under the body it belongs to: "TỈNH ỦY LÀO CAI / BAN TUYÊN GIÁO", "UBND TỈNH … / VĂN PHÒNG". */
    OWNED: new RegExp(
      String.raw`(?<owner>(?:${owners.join('|')})(?:\s+(?!BAN\s|VĂN\s|(?:ỦY|UỶ)\s)\p{Lu}+){0,7})\s+(?<board>${capitalsOf('board')})(?=[\s*]*(?:\n|$))`,
      'gu',
    ),
    /** Where the name of the body below begins, on one line with that of the one above: "TỔNG CỤC THUẾ CỤC THUẾ TỈNH …". */
    BELOW: new RegExp(
      String.raw`(?<=\p{Lu}{2})(?<!(?:TỔNG|CHI|PHÒNG|VÀ|CỦA|THUỘC|BAN|CÁC)\s*)\s+(?=${capitalsOf('below')}\s)`,
      'gu',
    ),
    /** Line breaks lost between "DÂN" and "TỈNH" glue the two together. */
    GLUED: new RegExp(String.raw`(?<=\p{Lu})(?=${viCapitals(above).source}\s)`, 'gu'),
  };
});

/**
 * The lines of a letterhead with the names in them as they are used elsewhere: the Party's letters name its organisation of a unit,
 * then the board, and "ĐẢNG BỘ TỈNH … / BAN THƯỜNG VỤ" is "BAN THƯỜNG VỤ TỈNH ỦY …".
 */
export function ownNames(knowledge: Knowledge, lines: string): string {
  const { committees, ORGANISATION, OWNED, BELOW, GLUED } = namePatternsOf(knowledge);
  return (
    lines
      .replace(GLUED, ' ')
      // The first letters are lost or misread in old scans.
      .replace(/(?<=^|\n)\s{0,3}(?:\p{Lu}{1,2}\s{1,3})?BAN\s+NHÂN\s+DÂN(?!\p{L})/gu, 'ỦY BAN NHÂN DÂN')
      .replace(ORGANISATION, (_, unit: string, name: string, board: string | undefined) => {
        const committee = committees.get(unit.replace(/\s+/gu, ' ')) ?? unit;
        return `${board === undefined ? '' : `${board.trim()} `}${committee}${name}`;
      })
      .replace(OWNED, '$<board> $<owner>')
      .replace(BELOW, ' ; ')
  );
}
