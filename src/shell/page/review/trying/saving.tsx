import { signal } from '@preact/signals';
import { toast } from '../../components/toast.tsx';
import { removePipeline, role, savePipeline, yamlOfIndicator } from '../api/client.ts';
import { words } from '../state.ts';
import { fetchPipelines, fileName, forgetPipeline, indicator, into, pipelines } from './draft.ts';

const OWN = 'own-indicators';
/** As pipelines are called. */
const NAME = /^[a-z]+(?:-[a-z]+)*$/u;
/** Where the last was saved. */
const saved = signal('');

/** As a file: downloaded, or into the folder of the server. */
export function Saving() {
  const w = words.value.try;
  const name = fileName.value.trim() || into.value || OWN;
  const mayWrite = role.value === 'write';
  const none = indicator.value === undefined;
  return (
    <div class="saving">
      <div class="row">
        <button type="button" class="button" disabled={none} onClick={() => void told(download)}>
          {w.download}
        </button>
        {mayWrite ? (
          <>
            <label class="name">
              {w.file}
              <input
                class="field"
                autocomplete="off"
                spellcheck={false}
                value={fileName.value}
                placeholder={name}
                aria-invalid={!NAME.test(name)}
                onInput={({ currentTarget }) => {
                  fileName.value = currentTarget.value;
                }}
              />
              <span>.yaml</span>
            </label>
            <button
              type="button"
              class="button primary"
              disabled={none || !NAME.test(name)}
              onClick={() => void told(() => save(name))}
            >
              {w.save}
            </button>
          </>
        ) : null}
      </div>
      {NAME.test(name) ? null : <p class="fault">{w.nameShape}</p>}
      {saved.value === '' ? null : (
        <p class="quiet" role="status">
          {w.savedAs} <code>kehoach ingest … --pipeline {saved.value}</code>
        </p>
      )}
      <Shelf mayWrite={mayWrite} />
    </div>
  );
}

/** The pipelines that were saved in the folder. */
function Shelf({ mayWrite }: { readonly mayWrite: boolean }) {
  const w = words.value.try;
  const own = pipelines.value.filter(({ file }) => file !== null);
  if (own.length === 0) return null;
  return (
    <>
      <h2>{w.shelf}</h2>
      <ul class="shelf">
        {own.map(({ name, file }) => (
          <li key={name}>
            <code>{file}</code>
            {mayWrite ? (
              <button
                type="button"
                class="button small ghost"
                aria-label={`${words.value.delete}: ${name}`}
                onClick={() => void told(() => drop(name))}
              >
                {words.value.delete}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Does something; says why where it cannot be done. */
async function told(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    toast(`${words.value.notSaved}: ${error instanceof Error ? error.message : error}`);
  }
}

async function download(): Promise<void> {
  const yaml = await yamlOfIndicator(indicator.value, into.value);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([yaml], { type: 'application/yaml' }));
  link.download = `${fileName.value.trim() || into.value || OWN}.yaml`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function save(name: string): Promise<void> {
  const { file } = await savePipeline(name, indicator.value, into.value);
  forgetPipeline(name);
  saved.value = file ?? '';
  await fetchPipelines();
  toast(words.value.try.saved);
}

async function drop(name: string): Promise<void> {
  await removePipeline(name);
  forgetPipeline(name);
  saved.value = '';
  await fetchPipelines();
}
