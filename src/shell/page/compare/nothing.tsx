import { Empty, Failed, Loading } from '../components/states.tsx';
import { numberText } from './figures.ts';
import { needsAll } from './list.ts';
import { partOf, want } from './parts.ts';
import { clearFilters, data, FILTERS, hasBase, relation, rest, search, words } from './state.ts';

/** Why no measure is listed, and the way out. */
export function NothingListed() {
  const w = words.value;
  const waiting = needsAll.value ? data.figures.filter((name) => partOf(name).value.kind !== 'here') : [];
  const failed = waiting.filter((name) => partOf(name).value.kind === 'failed');
  if (failed.length > 0) {
    const again = (): void => {
      for (const name of failed) want(name);
    };
    return <Failed what={w.failed} why={w.failedWhy(failed.join(', '))} way={{ label: w.again, onClick: again }} />;
  }
  if (waiting.length > 0) return <Loading rows={6} name={w.loading} />;
  if (data.measures.length === 0) return <Empty asked={w.nothing} />;
  const set =
    search.value !== '' || relation.value !== 'all' || Object.values(FILTERS).some(({ value }) => value !== '');
  const show = (): void => {
    rest.value = true;
  };
  const quoted = search.value === '' ? w.none : `${w.none}: “${search.value}”`;
  if (set) return <Empty asked={quoted} way={{ label: w.clear, onClick: clearFilters }} />;
  const alone = data.measures.filter(({ own, others }) => own && others === 0).length;
  if (!hasBase || alone === 0) return <Empty asked={w.none} way={{ label: w.showRest, onClick: show }} />;
  const showAlone = (): void => {
    relation.value = 'alone';
  };
  const label = w.showAlone(data.base, numberText(alone));
  return <Empty asked={w.noneShared(data.base)} way={{ label, onClick: showAlone }} />;
}
