import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useMedia } from './media.ts';

/** Below this a sheet covers the page from below. */
export const NARROW = '(max-width: 760px)';

interface Props {
  /** Id of its heading. */
  readonly labelledBy: string;
  readonly closeName: string;
  readonly onClose: () => void;
  /** Changes with what it shows: it is scrolled to its top then. */
  readonly about: string;
  readonly children: ComponentChildren;
}

/** A panel at the side; on a phone it comes from below, over a scrim, and keeps the focus until it is closed. */
export function Sheet({ labelledBy, closeName, onClose, about, children }: Props) {
  const narrow = useMedia(NARROW);
  const panel = useRef<HTMLDivElement>(null);
  const Panel = narrow ? 'div' : 'aside';
  useEffect(() => {
    panel.current?.scrollTo({ top: 0 });
  }, [about]);
  useEffect(() => {
    if (!narrow) return;
    document.documentElement.classList.add('covered');
    panel.current?.querySelector<HTMLElement>('h2')?.focus();
    return () => document.documentElement.classList.remove('covered');
  }, [narrow]);
  return (
    <>
      {narrow ? <button type="button" class="scrim" aria-label={closeName} tabIndex={-1} onClick={onClose} /> : null}
      <Panel
        class="sheet"
        ref={panel}
        aria-labelledby={labelledBy}
        {...(narrow ? { role: 'dialog', 'aria-modal': true } : {})}
        onKeyDown={(event) => {
          if (narrow && event.key === 'Tab' && panel.current !== null) keepInside(event, panel.current);
        }}
      >
        {children}
      </Panel>
    </>
  );
}

const REACHED = 'a[href], button:not([disabled]):not([tabindex="-1"]), input, select, textarea, [tabindex="0"]';

function keepInside(event: KeyboardEvent, panel: HTMLElement): void {
  const reached = [...panel.querySelectorAll<HTMLElement>(REACHED)].filter((one) => one.offsetParent !== null);
  const [first, last] = [reached[0], reached.at(-1)];
  const at = document.activeElement;
  const inside = reached.some((one) => one === at);
  if (event.shiftKey ? at === first || !inside : at === last) {
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }
}
