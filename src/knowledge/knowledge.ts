import { type AgencyTable, loadAgencies } from './agencies.ts';
import { type DocumentSymbols, loadDocumentSymbols } from './document-symbols.ts';
import { type LegacyLetters, loadLegacyLetters, loadSyllables, type Syllables } from './letters.ts';
import { type Confidence, type Figures, loadConfidence, loadFigures } from './load.ts';
import { loadProvinces, type Provinces } from './provinces.ts';
import { loadMisreadings, loadSyllablePairs, type Misreadings, type SyllablePairs } from './scans.ts';
import { loadSuccessors, type Successors } from './successors.ts';
import { loadWordTables, type WordTables } from './word-tables.ts';
import { loadWording, type Wording } from './wording.ts';

/** Everything that is known of Vietnam and its offices' language, table by table; it is handed to whoever reads by it. */
export interface Knowledge extends WordTables {
  readonly agencies: AgencyTable;
  readonly confidence: Confidence;
  readonly documentSymbols: DocumentSymbols;
  readonly figures: Figures;
  readonly legacyLetters: LegacyLetters;
  readonly misreadings: Misreadings;
  readonly provinces: Provinces;
  readonly successors: Successors;
  readonly syllablePairs: SyllablePairs;
  readonly syllables: Syllables;
  readonly wording: Wording;
}

let loaded: Knowledge | undefined;

/** The tables that come with the program, read and checked at first use. */
export function loadKnowledge(): Knowledge {
  loaded ??= {
    ...loadWordTables(),
    agencies: loadAgencies(),
    confidence: loadConfidence(),
    documentSymbols: loadDocumentSymbols(),
    figures: loadFigures(),
    legacyLetters: loadLegacyLetters(),
    misreadings: loadMisreadings(),
    provinces: loadProvinces(),
    successors: loadSuccessors(),
    syllablePairs: loadSyllablePairs(),
    syllables: loadSyllables(),
    wording: loadWording(),
  };
  return loaded;
}

/**
 * What is made of some tables, such as patterns: made once for each set of them, when it is first asked for.
 *
 * @param tables the names of the tables that it is made of; it sees no others
 * @example const patterns = built(['units'], ({ units }) => ({ UNIT: vi`${units.symbols}` })); patterns(knowledge).UNIT
 */
export function built<Name extends keyof Knowledge, T>(
  tables: readonly Name[],
  build: (knowledge: Pick<Knowledge, Name>) => T,
): (knowledge: Pick<Knowledge, Name>) => T {
  let last: { readonly of: Pick<Knowledge, Name>; readonly made: T } | undefined;
  return (knowledge) => {
    if (last !== undefined && (last.of === knowledge || tables.every((name) => last?.of[name] === knowledge[name])))
      return last.made;
    last = { of: knowledge, made: build(knowledge) };
    return last.made;
  };
}
