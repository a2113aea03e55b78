import { loadKnowledge } from '../../knowledge/knowledge.ts';
import { provinceNamed } from '../../knowledge/provinces.ts';

/** Whether any list of provinces, old or new, has this name; "tỉnh Phú Thọ" and "TP. Huế" too. */
export function isProvince(name: string): boolean {
  const knowledge = loadKnowledge();
  const own = name.replace(/^(?:tỉnh|thành phố|tp\.?)\s+/iu, '');
  return provinceNamed(knowledge, own, null) !== undefined || provinceNamed(knowledge, name, null) !== undefined;
}
