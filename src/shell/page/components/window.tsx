import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Props {
  /** An element that may stand where it stands: `tbody` in a table. */
  readonly as?: 'div' | 'tbody';
  readonly class?: string;
  /** What its content is thought to need, until it has been seen: px. */
  readonly height: number;
  /** What it has been seen to need is known by this name, also when it comes back with its view. */
  readonly name: string;
  /** Shown whatever is scrolled to. */
  readonly always: boolean;
  readonly children: () => ComponentChildren;
}

/** So that a view to which somebody goes back is as long as it was. */
const heights = new Map<string, number>();

/** Made before they are scrolled to, px. */
const AHEAD = 900;

/**
 * A stretch of a long list. It is made when it comes near what is seen and taken away when it is far off, leaving its height:
 * of five thousand rows some dozens are there. On paper all are.
 */
export function Window({ as: Element = 'div', class: look, height, name, always, children }: Props) {
  const place = useRef<HTMLElement>(null);
  const [near, setNear] = useState(false);
  const known = heights.get(name) ?? height;
  // What is seen at once is made at once: the watcher tells it a frame later.
  useLayoutEffect(() => {
    const { top = Number.POSITIVE_INFINITY, bottom = 0 } = place.current?.getBoundingClientRect() ?? {};
    if (top < innerHeight + AHEAD && bottom > -AHEAD) setNear(true);
  }, []);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const watch = new IntersectionObserver(
      ([entry]) => {
        const seen = entry?.isIntersecting === true;
        if (element.dataset.made === 'yes') heights.set(name, element.offsetHeight);
        setNear(seen);
      },
      { rootMargin: `${AHEAD}px 300px` },
    );
    watch.observe(element);
    const print = (): void => setNear(true);
    addEventListener('beforeprint', print);
    return () => {
      watch.disconnect();
      removeEventListener('beforeprint', print);
    };
  }, [name]);
  const made = near || always;
  const ref = place as unknown as { current: null };
  return (
    <Element class={look} ref={ref} data-made={made ? 'yes' : 'no'} style={made ? undefined : `height:${known}px`}>
      {made ? children() : Element === 'tbody' ? <tr style={`height:${known}px`} /> : null}
    </Element>
  );
}
