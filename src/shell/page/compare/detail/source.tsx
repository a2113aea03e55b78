import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { date } from '../../components/figures.ts';
import { Segmented } from '../../components/segmented.tsx';
import type { Evidence, Fact, PageMeasure, PagePlan, SaidAt } from '../../data/page-data.ts';
import type { MeasureRow } from '../../data/row.ts';
import { ownerOf, years } from '../chip.tsx';
import { citation, citationForm, copyCitation } from '../copy.ts';
import { fullFigure, numberText } from '../figures.ts';
import { quotesOf } from '../list.ts';
import { data, words } from '../state.ts';

interface Props {
  readonly index: number;
  readonly row: MeasureRow;
  readonly fact: Fact;
}

/** The words behind a figure, where they stand, and how to cite them. */
export function SourceOf({ index, row: { measure }, fact }: Props) {
  const w = words.value;
  const said = quotesOf(index)?.cells[fact.at];
  const plan = data.plans[fact.plan];
  if (said === undefined || plan === undefined) return null;
  const when = years(fact);
  return (
    <section class="source">
      <h3>
        {w.source}: {ownerOf(fact.plan)}, {fullFigure(measure, fact)}
        {when === '' ? '' : ` (${when})`}
      </h3>
      <blockquote lang="vi">
        <Quote said={said} />
      </blockquote>
      <Facts said={said} fact={fact} plan={plan} measure={measure} />
      <Ways key={`${index}.${fact.at}`} said={said} plan={plan} />
      <Cite />
    </section>
  );
}

/** The quote with its figure marked; cells of a table stand apart. */
export function Quote({ said: { quote, figure } }: { readonly said: Pick<Evidence, 'quote' | 'figure'> }) {
  const shown = (text: string): string => text.replaceAll('\t', ' │ ');
  if (figure === null) return <>{shown(quote)}</>;
  const [start, end] = figure;
  return (
    <>
      {shown(quote.slice(0, start))}
      <mark>{shown(quote.slice(start, end))}</mark>
      {shown(quote.slice(end))}
    </>
  );
}

interface FactsProps {
  readonly said: Evidence;
  readonly fact: Fact;
  readonly plan: PagePlan;
  readonly measure: Pick<PageMeasure, 'unit' | 'code'>;
}

function Facts({ said, fact, plan, measure }: FactsProps) {
  const w = words.value;
  const { deadline, leads, baseline, condition, page, path } = said;
  const place = [path ?? '', page === null ? '' : `${w.page} ${page}`].filter((part) => part !== '').join(', ');
  return (
    <dl class="facts">
      {deadline === null ? null : (
        <Line name={w.due}>
          <q lang="vi">{deadline.text}</q> <Where basis={w[deadline.basis]} place={deadline} own={said} />
        </Line>
      )}
      {leads.length === 0 ? null : (
        <Line name={w.lead}>
          {leads.map((lead) => (
            <span class="lead" key={lead.name}>
              <q lang="vi">{lead.text}</q> <Where basis={w[lead.basis]} place={lead} own={said} />
              {lead.since2025 === undefined || lead.since2025 === lead.name ? null : (
                <span class="quiet">
                  {' '}
                  {w.since2025} <span lang="vi">{lead.since2025}</span>
                </span>
              )}
            </span>
          ))}
        </Line>
      )}
      {baseline === null ? null : <Line name={w.baseline}>{<q lang="vi">{baseline}</q>}</Line>}
      {condition === null ? null : <Line name={w.condition}>{<q lang="vi">{condition}</q>}</Line>}
      {fact.result === undefined ? null : <Reached fact={fact} measure={measure} />}
      <Line name={w.document}>
        <span lang="vi">{plan.title ?? plan.name}</span>
        <span class="quiet">
          {[plan.number ?? '', plan.issuedOn === null ? '' : date(plan.issuedOn)]
            .filter((part) => part !== '')
            .join(', ')}
        </span>
      </Line>
      {place === '' ? null : <Line name={w.place}>{place}</Line>}
      <Line name={w.sureness}>
        {numberText(fact.sure)} <span class="quiet">· {measure.code !== null ? w.byCatalogue : w.byWording}</span>
        {fact.superseded ? ` · ${w.stands.superseded}` : ''}
      </Line>
    </dl>
  );
}

const Line = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

interface WhereProps {
  readonly basis: string;
  readonly place: Partial<SaidAt>;
  readonly own: Pick<Evidence, 'quote' | 'page'>;
}

/** Where something was said, in its own words where these are not the quote's. */
function Where({ basis, place: { quote, page }, own }: WhereProps) {
  const elsewhere = quote !== undefined && !own.quote.includes(quote);
  const at = page == null || page === own.page ? '' : `, ${words.value.page} ${page}`;
  return (
    <span class="quiet">
      {basis}
      {at}
      {elsewhere ? <q lang="vi">{quote}</q> : null}
    </span>
  );
}

/** What a report says was reached. */
function Reached({ fact: { result, unit }, measure }: Pick<FactsProps, 'fact' | 'measure'>) {
  const w = words.value;
  if (result === undefined) return null;
  const { value, valueMax, year, reached, plan } = result;
  const shown = fullFigure({ unit: unit ?? measure.unit }, { comparator: null, value, valueMax });
  const verdict = reached === undefined ? '' : ` · ${reached ? w.met : w.missed}`;
  const from = plan === null ? '' : ` · ${data.plans[plan]?.name ?? ''}`;
  return (
    <Line name={w.reached}>
      {shown}
      {year === null ? '' : ` (${year})`}
      {verdict}
      {from}
    </Line>
  );
}

/** To the original, to the place in the text, and to the whole of it. */
function Ways({ said, plan }: { readonly said: Evidence; readonly plan: PagePlan }) {
  const w = words.value;
  const [open, setOpen] = useState(false);
  const [before, after] = said.around;
  return (
    <>
      <p class="ways">
        {plan.link === null ? null : (
          <a class="button small" href={plan.link} target="_blank" rel="noreferrer">
            {w.open} ↗
          </a>
        )}
        <button type="button" class="button small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {w.inText}
        </button>
        {plan.text === null ? null : (
          <a class="button small" href={plan.text + fragment(said.quote)} target="_blank" rel="noreferrer">
            {w.wholeText} ↗
          </a>
        )}
      </p>
      {open ? (
        <blockquote class="around" lang="vi">
          {before}
          <b>
            <Quote said={said} />
          </b>
          {after}
        </blockquote>
      ) : null}
      {plan.link === null && plan.source !== '' ? <p class="quiet path">{plan.source}</p> : null}
    </>
  );
}

/** Browsers that know it go to these words in the text. */
function fragment(quote: string): string {
  const [first = ''] = quote.split(/[\t\n]/u);
  const words = first.trim().split(/\s+/u).slice(0, 8).join(' ');
  return words === '' ? '' : `#:~:text=${encodeURIComponent(words).replaceAll('-', '%2D')}`;
}

function Cite() {
  const w = words.value;
  return (
    <>
      <p class="ways">
        <button type="button" class="button small primary" onClick={() => void copyCitation()}>
          {w.copy} <span class="hint">c</span>
        </button>
        <Segmented
          small
          name={w.citeAs}
          chosen={citationForm.value}
          segments={[
            { key: 'text', label: w.plainText },
            { key: 'bibtex', label: 'BibTeX' },
          ]}
          onChoose={(key) => {
            citationForm.value = key;
          }}
        />
      </p>
      <pre class="cite" id="citation">
        {citation()}
      </pre>
    </>
  );
}
