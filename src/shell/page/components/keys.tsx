import { Dialog } from './dialog.tsx';

interface Props {
  readonly title: string;
  readonly close: string;
  readonly keys: readonly (readonly string[])[];
  readonly open: boolean;
  readonly onClose: () => void;
}

/** All keys of a page, each with what it does. */
export const Keys = ({ title, close, keys, open, onClose }: Props) => (
  <Dialog title={title} close={close} open={open} onClose={onClose}>
    <dl>
      {keys.map(([key, what]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  </Dialog>
);

/** Whether keys of one letter are to be left alone: something is typed, or a small window is open. */
export const keysRest = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]') !== null;

export const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, select, textarea') !== null;
