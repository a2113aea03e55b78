import { useEffect, useRef } from 'preact/hooks';
import { numberText, words } from '../state.ts';
import type { DocumentList } from './list.ts';

/** Fetches the next documents when it comes near what is seen, or when it is pressed. */
export function More({ list }: { readonly list: DocumentList }) {
  const place = useRef<HTMLButtonElement>(null);
  const further = list.further.value;
  const left = list.total.value - list.items.value.length;
  useEffect(() => {
    const element = place.current;
    if (!further || element === null) return;
    const watch = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting === true) void list.more();
    });
    watch.observe(element);
    return () => watch.disconnect();
    // Looked at again after each page: what stays in sight does not come into sight.
  }, [list, further, left]);
  if (!further) return null;
  return (
    <button type="button" class="more" ref={place} onClick={() => void list.more()}>
      {words.value.more(numberText(left))}
    </button>
  );
}
