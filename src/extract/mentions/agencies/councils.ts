import { HUE_CITY } from '../../../knowledge/provinces.ts';
import { slugOf } from '../../../language/words.ts';
import type { Reader } from './body.ts';
import { qualifierEnd } from './collectives.ts';
import { clean, districtIn, END, exact, levelOfPlace, PROPER, sticky, suffixAt } from './places.ts';

const COUNCIL = sticky(
  String.raw`(?<kind>ủy\s+ban\s+nhân\s+dân|uỷ\s+ban\s+nhân\s+dân|ubnd|hội\s+đồng\s+nhân\s+dân|hđnd)${END}`,
);

const UNIT = String.raw`(?:thị\s+trấn|thị\s+xã|thành\s+phố|đặc\s+khu|huyện|quận|phường|thành|thị|xã|tp\.?|tx\.?)`;

const UNITS = sticky(
  String.raw`\s{1,3}(?<each>(?:các|những)\s{1,3})?(?<units>${UNIT}${END}(?:(?:\s{0,3}[,/-]\s{0,3}|\s{1,3}và\s{1,3})(?:các\s{1,3})?${UNIT}${END}){0,5})`,
);

const TIER = sticky(
  String.raw`\s{1,3}(?:(?<tier>cấp\s+(?:tỉnh|huyện|xã|cơ\s+sở))|(?<every>(?:các|hai|02|2)\s+cấp)|(?<local>(?:các\s+)?địa\s+phương)|(?<provinces>các\s+tỉnh(?:(?:\s*,\s*|\s+và\s+)(?:các\s+)?thành\s+phố)?(?:\s+trực\s+thuộc\s+(?:trung\s+ương|TW|TƯ))?))${END}`,
);

const NAMED = exact(String.raw`\s{1,3}${PROPER}`);

/** "UBND tỉnh", "Ủy ban nhân dân các huyện, thành phố, thị xã", "HĐND cấp xã" */
export const council: Reader = (knowledge, text, at, date) => {
  COUNCIL.lastIndex = at;
  const match = COUNCIL.exec(text);
  if (match === null) return undefined;
  const assembly = /^h/iu.test(match[0]);
  const own = assembly ? 'Hội đồng nhân dân' : 'Ủy ban nhân dân';
  const code = assembly ? 'hdnd' : 'ubnd';
  const end = at + match[0].length;
  TIER.lastIndex = end;
  const tier = TIER.exec(text);
  if (tier !== null) {
    const rest = clean(tier[0]).toLowerCase();
    if (tier.groups?.provinces !== undefined) {
      const name = `${own} ${rest.replace(/tw$|tư$/u, 'trung ương')}`;
      return { code: `${code}-cap-tinh`, name, end: end + tier[0].length, collective: true, level: 'province' };
    }
    return {
      code: `${code}-${slugOf(rest)}`,
      name: `${own} ${rest}`,
      end: end + tier[0].length,
      collective: true,
      level: levelOfPlace(rest),
    };
  }
  UNITS.lastIndex = end;
  const units = UNITS.exec(text);
  if (units?.groups?.units !== undefined) {
    const written = units.groups.units;
    const list = clean(written)
      .toLowerCase()
      .split(/\s*[,/;-]\s*|\s+và\s+/u)
      .map((unit) => unit.replace(/^các /u, ''));
    if (units.groups.each !== undefined || list.length > 1) {
      const stop = end + units[0].length;
      const short = list.some((unit) => unit === 'thành' || unit === 'thị');
      const full = list.map(
        (unit) =>
          ({ thành: 'thành phố', thị: 'thị xã', tp: 'thành phố', 'tp.': 'thành phố', tx: 'thị xã', 'tx.': 'thị xã' })[
            unit
          ] ?? unit,
      );
      const levels = [...new Set(full.map(levelOfPlace))];
      NAMED.lastIndex = stop;
      const after = /(?:thành phố|thị xã)$/u.test(full.at(-1) ?? '') ? NAMED.exec(text) : null;
      const proper = after === null ? undefined : districtIn(knowledge, after[0]);
      const rest = qualifierEnd(knowledge, text, stop + (proper?.length ?? 0));
      return {
        code:
          levels.length === 1 && levels[0] === 'district'
            ? `${code}-cap-huyen`
            : levels.length === 1 && levels[0] === 'commune'
              ? `${code}-cap-xa`
              : `${code}-cap-huyen-cap-xa`,
        name: clean(
          `${own} ${short || units.groups.each !== undefined ? 'các ' : ''}${full.join(', ')}${proper ?? ''}${text.slice(rest.from, rest.end)}`,
        ),
        end: rest.end,
        collective: true,
        level: levels.length === 1 ? (levels[0] ?? null) : null,
        ...(proper === undefined ? {} : { place: clean(`${full.at(-1)}${proper}`) }),
      };
    }
  }
  const suffix = suffixAt(knowledge, text, end);
  if (suffix === undefined) return { code, name: own, end, collective: false, level: null };
  if (suffix.level === 'province') {
    // Without a name, "thành phố" in small letters may be a city of a province.
    const unclear = suffix.text === 'thành phố';
    // Huế was a city of its province until 2025.
    const district = /Huế$/iu.test(suffix.text) && /^thành phố/iu.test(suffix.text) && date !== null && date < HUE_CITY;
    return {
      code: district ? `${code}-${slugOf(suffix.text)}` : unclear ? `${code}-thanh-pho` : `${code}-tinh`,
      name: `${own} ${suffix.text}`,
      end: suffix.end,
      collective: false,
      level: district ? 'district' : unclear ? null : 'province',
      ...(suffix.place === undefined ? {} : { place: suffix.place }),
    };
  }
  return {
    code: `${code}-${suffix.code}`,
    name: `${own} ${suffix.text}`,
    end: suffix.end,
    collective: false,
    level: suffix.level,
    ...(suffix.place === undefined ? {} : { place: suffix.place }),
  };
};
