import { useEffect, useState } from 'preact/hooks';

interface Way {
  readonly label: string;
  readonly onClick: () => void;
}

/** Nothing to show: what was asked, and one way out. */
export const Empty = ({ asked, way }: { readonly asked: string; readonly way?: Way }) => (
  <div class="state">
    <b>{asked}</b>
    {way === undefined ? null : (
      <button type="button" class="button" onClick={way.onClick}>
        {way.label}
      </button>
    )}
  </div>
);

/** What could not be read, and why; the rest of the page goes on. */
export const Failed = ({ what, why, way }: { readonly what: string; readonly why: string; readonly way: Way }) => (
  <div class="state" role="alert">
    <b>{what}</b>
    <p>{why}</p>
    <button type="button" class="button" onClick={way.onClick}>
      {way.label}
    </button>
  </div>
);

/** Before that nobody notices that something is waited for. */
const AFTER_MS = 200;

/** Grey bars in the shape of the rows that are waited for. */
export function Loading({ rows, name }: { readonly rows: number; readonly name: string }) {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSeen(true), AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="loading" aria-busy="true">
      <span class="unseen" role="status">
        {seen ? name : ''}
      </span>
      {seen
        ? Array.from({ length: rows }, (_, i) => (
            <div class="bars" key={i}>
              <i />
              <i />
              <i />
            </div>
          ))
        : null}
    </div>
  );
}
