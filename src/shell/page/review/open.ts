import { batch, effect, signal } from '@preact/signals';
import { documentId, language, pane, selected, tab } from './state.ts';

/** The document that was looked at last: where the way from the list leads back to. */
export const lastDocument = signal('');
effect(() => {
  if (documentId.value !== '') lastDocument.value = documentId.value;
});

export function openDocument(id: string): void {
  batch(() => {
    documentId.value = id;
    tab.value = 'look';
    selected.value = '';
    pane.value = 'recs';
  });
}

/** The address of a document; of the list for "". */
export function linkTo(id: string): string {
  const said = new URLSearchParams(id === '' ? { list: '' } : { doc: id });
  if (language.value !== 'vi') said.set('lang', language.value);
  return `#${said}`.replace('list=', 'list');
}
