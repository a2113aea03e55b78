import { useEffect } from 'preact/hooks';
import { date } from '../../components/figures.ts';
import { FilterChip } from '../../components/filter-chip.tsx';
import { kept } from '../../components/kept.ts';
import { Select } from '../../components/select.tsx';
import { Empty, Failed, Loading } from '../../components/states.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Summary } from '../api/types.ts';
import { areaNames, provinces } from '../catalogue.ts';
import { openDocument } from '../open.ts';
import { FILTERS, numberText, search, sort, words } from '../state.ts';
import { DropZone } from './drop-zone.tsx';
import { Failures } from './failures.tsx';
import { failures, type Underway, underway } from './jobs.ts';
import { Doubts, fileOf, OtherTags, ownerOf, Progress, progressText, yearsOf } from './lines.tsx';
import { clearFilters, everything, show } from './list.ts';
import { More } from './more.tsx';
import { SearchField } from './rail.tsx';

/** All documents, as a table. */
export function DocumentTable() {
  const w = words.value;
  useEffect(() => show(everything), []);
  const failed = failures.value;
  return (
    <main class="list">
      <h1>{w.documents}</h1>
      <DropZone wide />
      <Filters />
      <Body />
      {failed.length === 0 ? null : (
        <>
          <h2>
            {w.failed} <span class="quiet">{numberText(failed.length)}</span>
          </h2>
          <Failures />
        </>
      )}
    </main>
  );
}

function Body() {
  const w = words.value;
  const { fault, fresh, items, total } = everything;
  const open = underway.value;
  // A server that does not tell has no column for it.
  const dated = items.value.some(({ updated }) => updated !== undefined);
  if (fault.value !== undefined)
    return (
      <Failed what={w.failedList} why={fault.value} way={{ label: w.again, onClick: () => void everything.reload() }} />
    );
  if (fresh.value) return <Loading rows={6} name={w.loading} />;
  if (items.value.length + open.length === 0) return <Nothing />;
  return (
    <>
      <p class="count" role="status">
        {w.count(numberText(total.value))}
      </p>
      <table class="documents">
        <thead>
          <tr>
            <th scope="col">{w.document}</th>
            <th scope="col">{w.state}</th>
            <th scope="col" class="number">
              {w.targets}
            </th>
            <th scope="col" class="number">
              {w.tasks}
            </th>
            <th scope="col">{w.review}</th>
            {dated ? <th scope="col">{w.updated}</th> : null}
          </tr>
        </thead>
        <tbody>
          {open.map((one) => (
            <UnderwayRow key={one.key} one={one} dated={dated} />
          ))}
          {items.value.map((one) => (
            <Row key={one.id} summary={one} dated={dated} />
          ))}
        </tbody>
      </table>
      <More list={everything} />
    </>
  );
}

const filtered = (): boolean => search.value !== '' || Object.values(FILTERS).some((state) => state.value !== '');

function Nothing() {
  const w = words.value;
  if (!filtered())
    return (
      <div class="state">
        <b>{w.empty}</b>
        <p>{w.emptyWhy}</p>
      </div>
    );
  const asked = search.value === '' ? w.none : `${w.none}: “${search.value}”`;
  return <Empty asked={asked} way={{ label: w.clear, onClick: clearFilters }} />;
}

const Row = kept(({ summary, dated }: { readonly summary: Summary; readonly dated: boolean }) => {
  const w = words.value;
  const { id, number, title, source, targets, tasks, updated, corrections = 0, lost = 0 } = summary;
  const years = yearsOf(summary);
  return (
    <tr>
      <td class="title">
        <button type="button" onClick={() => openDocument(id)}>
          {ownerOf(summary)} {years}
        </button>
        <small lang="vi">{[number, title ?? fileOf(source.uri)].filter((part) => part !== null).join(' · ')}</small>
      </td>
      <td>
        <Tag tone="ok">✓ {w.read}</Tag> <OtherTags summary={summary} />
      </td>
      <td class="number">{numberText(targets)}</td>
      <td class="number">{numberText(tasks)}</td>
      <td>
        <Doubts summary={summary} />
        {corrections > 0 ? (
          <small>
            ✎{' '}
            {[w.corrections(numberText(corrections)), lost > 0 ? w.lost(numberText(lost)) : '']
              .filter(Boolean)
              .join(', ')}
          </small>
        ) : null}
      </td>
      {dated ? <td class="quiet">{updated === undefined ? '' : date(updated.slice(0, 10))}</td> : null}
    </tr>
  );
});

const UnderwayRow = ({ one, dated }: { readonly one: Underway; readonly dated: boolean }) => {
  const w = words.value;
  const { item } = one;
  return (
    <tr class="still">
      <td class="title">
        <b>{fileOf(item.source)}</b>
      </td>
      <td>
        {item.state === 'waiting' ? (
          <Tag>{progressText(one)}</Tag>
        ) : (
          <>
            <Tag tone="accent">{w.readingNow}</Tag>
            <small>{progressText(one)}</small>
          </>
        )}
        <Progress item={item} />
      </td>
      <td />
      <td />
      <td />
      {dated ? <td /> : null}
    </tr>
  );
};

function Filters() {
  const w = words.value;
  const all = { value: '', label: w.any };
  const choose = (name: keyof typeof FILTERS) => (value: string) => {
    FILTERS[name].value = value;
  };
  const set = Object.entries(FILTERS).filter(([, state]) => state.value !== '');
  return (
    <search class="filters">
      <SearchField />
      <Select
        label={w.province}
        value={FILTERS.province.value}
        options={[all, ...provinceNames().map((name) => ({ value: name, label: name }))]}
        onChange={choose('province')}
      />
      <Select
        label={w.form}
        value={FILTERS.form.value}
        options={[all, ...Object.entries(w.forms).map(([value, label]) => ({ value, label }))]}
        onChange={choose('form')}
      />
      <Select
        label={w.year}
        value={FILTERS.year.value}
        options={[all, ...years().map((year) => ({ value: year, label: year }))]}
        onChange={choose('year')}
      />
      <button
        type="button"
        class="button"
        aria-pressed={FILTERS.doubt.value === 'true'}
        onClick={() => choose('doubt')(FILTERS.doubt.value === 'true' ? '' : 'true')}
      >
        {w.doubtOnly}
      </button>
      <Select
        plain
        label={w.sort}
        value={sort.value}
        options={Object.entries(w.sorts).map(([value, label]) => ({ value, label }))}
        onChange={(value) => {
          sort.value = value;
        }}
      />
      {set.map(([name, state]) => (
        <FilterChip
          key={name}
          label={chipLabel(name, state.value)}
          name={w.dropFilter(chipLabel(name, state.value))}
          onDrop={() => {
            state.value = '';
          }}
        />
      ))}
      {set.length > 1 ? (
        <button type="button" class="link" onClick={clearFilters}>
          {w.clear}
        </button>
      ) : null}
    </search>
  );
}

/** Those that there are; where the server tells none, those that have been seen. */
function provinceNames(): readonly string[] {
  if (provinces.value.length > 0) return provinces.value;
  const chosen = FILTERS.province.value;
  const seen = everything.items.value.flatMap(({ province }) => province?.name ?? []);
  return [...new Set(chosen === '' ? seen : [...seen, chosen])].sort(new Intl.Collator('vi').compare);
}

function chipLabel(name: string, value: string): string {
  const w = words.value;
  if (name === 'doubt') return w.doubtOnly;
  if (name === 'form') return (w.forms as Readonly<Record<string, string>>)[value] ?? value;
  return name === 'topic' ? (areaNames.value.get(value) ?? value) : value;
}

/** Plans were read from the first year on that any was found of. */
const FIRST_YEAR = 2010;
const years = (): string[] => {
  const last = new Date().getFullYear() + 1;
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, i) => String(last - i));
};
