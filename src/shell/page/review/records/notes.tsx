import type { Warning } from '../../../../model/record.ts';
import { doubtText } from '../../components/doubt-words.ts';
import { record } from '../document.ts';
import { showPlaces } from '../select.ts';
import { language, numberText, words } from '../state.ts';

/** What the reading of the document warns of, one line for each reason, with a way to where it stands. */
export function Notes() {
  const w = words.value;
  const byCode = new Map<string, Warning[]>();
  for (const one of record.value?.warnings ?? []) byCode.set(one.code, [...(byCode.get(one.code) ?? []), one]);
  if (byCode.size === 0) return null;
  return (
    <section class="apart">
      <h3>{w.notes}</h3>
      <ul>
        {[...byCode].map(([code, warnings]) => {
          const places = warnings.flatMap(({ source }) => source ?? []);
          return (
            <li key={code}>
              <span>
                {doubtText(code, language.value) || <span lang="en">{warnings[0]?.message}</span>}{' '}
                {warnings.length > 1 ? <span class="quiet">{w.places(numberText(warnings.length))}</span> : null}
              </span>
              {places.length === 0 ? null : (
                <button type="button" class="button small" onClick={() => showPlaces(places)}>
                  {w.showInText}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
