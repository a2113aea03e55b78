import { signal } from '@preact/signals';
import { toast } from '../components/toast.tsx';
import { chosenFact } from './actions.ts';
import { bibtex, plainCitation } from './citation.ts';
import { indexOfMeasure, quotesOf } from './list.ts';
import { data, opened, words } from './state.ts';

export const citationForm = signal<'text' | 'bibtex'>('text');

/** The citation of the figure that the detail shows; "" until its words are read. */
export function citation(): string {
  const index = indexOfMeasure(opened.value);
  const fact = chosenFact(index);
  const said = fact === undefined ? undefined : quotesOf(index)?.cells[fact.at];
  const plan = fact === undefined ? undefined : data.plans[fact.plan];
  if (said === undefined || plan === undefined) return '';
  return citationForm.value === 'text' ? plainCitation(plan, said) : bibtex(plan, said);
}

export async function copyCitation(): Promise<void> {
  const text = citation();
  if (text === '') return;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Refused from the disk in some browsers: what is selected can still be copied.
    const shown = document.querySelector('#citation');
    if (shown === null) return;
    getSelection()?.selectAllChildren(shown);
    document.execCommand('copy');
  }
  toast(words.value.copied);
}
