import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Keys } from '../components/keys.tsx';
import { Tabs } from '../components/tabs.tsx';
import { Toast } from '../components/toast.tsx';
import { followAddress } from './actions.ts';
import { Bar } from './bar.tsx';
import { Change } from './change.tsx';
import { Coverage } from './coverage.tsx';
import { Detail } from './detail/detail.tsx';
import { Doubts } from './doubts.tsx';
import { Head, Note, pageTitle, Top } from './head.tsx';
import { onKey } from './keys.ts';
import { indexOfMeasure, needsAll, prepareSearch } from './list.ts';
import { Matrix } from './matrix.tsx';
import { want } from './parts.ts';
import { data, keepAddress, language, opened, readAddress, VIEWS, type ViewName, view, words } from './state.ts';
import { Strips } from './strips.tsx';

const SHOWN: Readonly<Record<ViewName, () => preact.JSX.Element>> = {
  strips: Strips,
  matrix: Matrix,
  cover: Coverage,
  change: Change,
};

const keysShown = signal(false);

function Page() {
  const w = words.value;
  const Shown = SHOWN[view.value];
  const open = indexOfMeasure(opened.value) >= 0;
  return (
    <>
      <Top
        onKeys={() => {
          keysShown.value = true;
        }}
      />
      <main>
        <Head />
        <Note />
        <Tabs<ViewName>
          name={w.views}
          panel="view"
          chosen={view.value}
          tabs={VIEWS.map((key) => ({ key, label: w[key] }))}
          onChoose={(key) => {
            view.value = key;
          }}
        />
        <StickyBar />
        <div class={open ? 'wrap open' : 'wrap'}>
          <div id="view" role="tabpanel" aria-labelledby={`tab-${view.value}`}>
            <Shown />
          </div>
          {open ? <Detail /> : null}
        </div>
        <Doubts />
        <footer>{w.made}</footer>
      </main>
      <Toast />
      <Keys
        title={w.keys}
        close={w.close}
        keys={w.keyList}
        open={keysShown.value}
        onClose={() => {
          keysShown.value = false;
        }}
      />
    </>
  );
}

/** The detail stands below the bar, and ends with the window. */
function StickyBar() {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const fit = (): void => {
      const height = box.current?.offsetHeight ?? 0;
      document.documentElement.style.setProperty('--bar', `${height}px`);
    };
    const watch = new ResizeObserver(fit);
    if (box.current !== null) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  return (
    <div class="sticky" ref={box}>
      <Bar />
    </div>
  );
}

readAddress();
addEventListener('popstate', followAddress);
addEventListener('hashchange', followAddress);
keepAddress();
effect(() => {
  document.documentElement.lang = language.value;
  document.title = `${pageTitle()} · kehoach`;
});
// Filters of figures ask every area, whatever is looked at.
effect(() => {
  if (needsAll.value || view.value === 'matrix') for (const name of data.figures) want(name);
});
addEventListener('keydown', (event) =>
  onKey(event, () => {
    keysShown.value = true;
  }),
);
const place = document.querySelector('#page');
if (place !== null) render(<Page />, place);
prepareSearch();
// A link leads to its measure.
const linked = indexOfMeasure(opened.value);
if (linked >= 0)
  requestAnimationFrame(() => document.querySelector(`[data-row="${linked}"]`)?.scrollIntoView({ block: 'center' }));
