import { useRef } from 'preact/hooks';

export interface Tab<K extends string> {
  readonly key: K;
  readonly label: string;
}

interface Props<K extends string> {
  /** Said to screen readers. */
  readonly name: string;
  readonly tabs: readonly Tab<K>[];
  readonly chosen: K;
  /** Id of the element that shows what is chosen. */
  readonly panel: string;
  readonly onChoose: (key: K) => void;
}

/** Views of one thing: one stop of the tab key, arrows go from one to the next. */
export function Tabs<K extends string>({ name, tabs, chosen, panel, onChoose }: Props<K>) {
  const list = useRef<HTMLDivElement>(null);
  const go = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const at = tabs.findIndex(({ key }) => key === chosen);
    const to = step === 'first' ? 0 : step === 'last' ? tabs.length - 1 : (at + step + tabs.length) % tabs.length;
    const tab = tabs[to];
    if (tab === undefined) return;
    onChoose(tab.key);
    list.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={name} ref={list} onKeyDown={go}>
      {tabs.map(({ key, label }) => (
        <button
          key={key}
          type="button"
          role="tab"
          id={`tab-${key}`}
          aria-controls={panel}
          aria-selected={key === chosen}
          tabIndex={key === chosen ? 0 : -1}
          onClick={() => onChoose(key)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

const STEPS: Readonly<Record<string, number | 'first' | 'last'>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  Home: 'first',
  End: 'last',
};
