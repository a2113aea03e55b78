import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Dialog } from '../../components/dialog.tsx';
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
      <fieldset>
        <legend>
          {w.told} <small>{w.toldWhy}</small>
        </legend>
        <label>
          {w.province}
          <input
            class="field"
            value={told.province.value}
            onInput={({ currentTarget }) => {
              told.province.value = currentTarget.value;
            }}
          />
        </label>
        <label>
          {w.year}
          <input
            class="field"
            inputMode="numeric"
            value={told.year.value}
            onInput={({ currentTarget }) => {
              told.year.value = currentTarget.value;
            }}
          />
        </label>
      </fieldset>
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
