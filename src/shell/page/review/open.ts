import { batch, effect, signal } from '@preact/signals';
import { documentId, language, pane, place, selected, tab } from './state.ts';

/** The document that was looked at last: where the way from the list leads back to. */
export const lastDocument = signal('');
effect(() => {
  if (documentId.value !== '') lastDocument.value = documentId.value;
});

export function openDocument(id: string): void {
  batch(() => {
    documentId.value = id;
    place.value = '';
    tab.value = 'look';
    selected.value = '';
    pane.value = 'recs';
  });
}

/** The address of a record in its document. */
export function linkToRecord(document: string, id: string): string {
  const said = new URLSearchParams({ doc: document, tab: 'all', sel: id.slice(id.lastIndexOf('#') + 1) });
  if (language.value !== 'vi') said.set('lang', language.value);
  return `#${said}`;
}

/** The address where an indicator is tried. */
export const linkToTrying = (): string => (language.value === 'vi' ? '#at=try' : `#at=try&lang=${language.value}`);

/** The address of a document; of the list for "". */
export function linkTo(id: string): string {
  const said = new URLSearchParams(id === '' ? { list: '' } : { doc: id });
  if (language.value !== 'vi') said.set('lang', language.value);
  return `#${said}`.replace('list=', 'list');
}
