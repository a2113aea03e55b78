import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Dialog } from '../../components/dialog.tsx';
import { FilterChip } from '../../components/filter-chip.tsx';
import { role } from '../api/client.ts';
import { numberText, words } from '../state.ts';
import { chosen, dropped, send, sendAddresses, sending, told } from './upload.ts';

const over = signal(false);
const pasting = signal(false);

/** Takes what is dropped anywhere on the page. */
export function takeDrops(): () => void {
  const leave = (): void => {
    over.value = false;
  };
  const drag = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') !== true || role.value !== 'write') return;
    event.preventDefault();
    over.value = true;
  };
  const drop = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') !== true || role.value !== 'write') return;
    event.preventDefault();
    leave();
    void dropped(event.dataTransfer).then(send);
  };
  const away = (event: DragEvent): void => {
    if (event.relatedTarget === null) leave();
  };
  addEventListener('dragover', drag);
  addEventListener('dragleave', away);
  addEventListener('drop', drop);
  return () => {
    removeEventListener('dragover', drag);
    removeEventListener('dragleave', away);
    removeEventListener('drop', drop);
  };
}

/** The ways to choose files, for whoever asks for them from elsewhere on the page. */
export const chooseFiles = (): void => document.querySelector<HTMLElement>('#files')?.click();

/** Where documents come in: always on top. */
export function DropZone({ wide = false }: { readonly wide?: boolean }) {
  const w = words.value;
  if (role.value !== 'write') return null;
  const now = sending.value;
  return (
    <section class={`drop ${wide ? 'wide' : ''} ${over.value ? 'over' : ''}`} aria-label={w.drop}>
      <b>{w.drop}</b>
      <span>{w.formats}</span>
      <div class="acts">
        <Chooser id="files" label={w.chooseFiles} />
        {wide ? <Chooser id="folder" label={w.chooseFolder} folder /> : null}
        <button
          type="button"
          class="button small"
          onClick={() => {
            pasting.value = true;
          }}
        >
          {w.paste}
        </button>
      </div>
      {wide ? (
        <details>
          <summary>{w.told}</summary>
          <Tell />
        </details>
      ) : null}
      <ToldNow />
      <p role="status">{now === undefined ? '' : w.sending(numberText(now.done), numberText(now.of))}</p>
    </section>
  );
}

function Chooser({
  id,
  label,
  folder = false,
}: {
  readonly id: string;
  readonly label: string;
  readonly folder?: boolean;
}) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (folder) field.current?.setAttribute('webkitdirectory', '');
  }, [folder]);
  return (
    <>
      <input
        ref={field}
        id={id}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          void send(chosen(currentTarget.files));
          currentTarget.value = '';
        }}
      />
      <button type="button" class="button small" onClick={() => field.current?.click()}>
        {label}
      </button>
    </>
  );
}

/** Once in a page. */
export function PasteDialog() {
  const w = words.value;
  const field = useRef<HTMLTextAreaElement>(null);
  const close = (): void => {
    pasting.value = false;
  };
  return (
    <Dialog title={w.paste} close={w.cancel} open={pasting.value} onClose={close}>
      <label class="block">
        {w.pasteAsk}
        <textarea class="field" rows={4} ref={field} />
      </label>
      <Tell />
      <button
        type="button"
        class="button primary"
        onClick={async () => {
          if (!(await sendAddresses(field.current?.value ?? ''))) return;
          if (field.current !== null) field.current.value = '';
          close();
        }}
      >
        {w.send}
      </button>
    </Dialog>
  );
}

/** What the texts do not tell themselves, told of everything that is sent until it is taken back. */
function Tell() {
  const w = words.value;
  return (
    <fieldset>
      <legend>
        {w.told} <small>{w.toldWhy}</small>
      </legend>
      {(['province', 'year'] as const).map((name) => (
        <label key={name}>
          {w[name]}
          <input
            class="field"
            inputMode={name === 'year' ? 'numeric' : 'text'}
            value={told[name].value}
            onInput={({ currentTarget }) => {
              told[name].value = currentTarget.value;
            }}
          />
        </label>
      ))}
    </fieldset>
  );
}

/** So that nothing is told of a document without being seen. */
function ToldNow() {
  const w = words.value;
  const all = [told.province.value.trim(), told.year.value.trim()].filter((one) => one !== '').join(', ');
  if (all === '') return null;
  return (
    <p>
      <FilterChip
        label={w.toldNow(all)}
        name={`${w.dropTold}: ${all}`}
        onDrop={() => {
          told.province.value = '';
          told.year.value = '';
        }}
      />
    </p>
  );
}
