import { planLinks } from '../../compare/links.ts';
import { type Countable, countOnce } from '../../compare/plans.ts';
import { loadKnowledge } from '../../knowledge/knowledge.ts';
import { keyOf } from '../../language/words.ts';
import type { PlanRecord } from '../../model/record.ts';
import { type RelationRow, relationRows, samePlanRow } from './tables.ts';

export interface Relations {
  /** @param exported whether the document itself is in the tables */
  readonly add: (record: PlanRecord, exported: boolean) => void;
  /** Of all exported ones, with the documents that they lead to where those are exported too. */
  readonly rows: () => RelationRow[];
}

/** Gathers what documents say of other plans: which document is meant can only be told when all are known. */
export function gatherRelations(): Relations {
  const plans: Countable[] = [];
  const rows: RelationRow[] = [];
  const present = new Set<string>();
  return {
    add(record, exported) {
      if (exported) present.add(record.document.id);
      // Of a document no more is kept than tells which plan it is.
      plans.push({ header: record.document, targets: record.targets.map(({ confidence }) => ({ confidence })) });
      rows.push(...relationRows(record));
    },
    rows() {
      const counted = countOnce(plans);
      const { replaced, reported } = planLinks(loadKnowledge(), counted);
      const numbers = new Map(counted.map(({ header }) => [header.id, keyOf(header.number ?? '')]));
      // A plan that came several times speaks through the one that is counted.
      const speaker = new Map(counted.flatMap(({ header: { id }, others }) => [id, ...others].map((one) => [one, id])));
      const led = rows.map((row) => {
        const links = row.kind === 'reports-on' ? reported : replaced.filter(({ kind }) => kind === row.kind);
        const link = links.find(
          ({ from, to }) => from === speaker.get(row.document) && numbers.get(to) === keyOf(row.number),
        );
        return { ...row, related: link?.to ?? null };
      });
      const same = counted.flatMap(({ header, others }) => others.map((id) => samePlanRow(id, header)));
      return [...led, ...same]
        .filter(({ document }) => present.has(document))
        .map((row) => (row.related === null || present.has(row.related) ? row : { ...row, related: null }));
    },
  };
}
