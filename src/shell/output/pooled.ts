/** The first value that came with a key: of what many lines have alike, one is kept. */
export function pool<T>(): (key: string, value: T) => T {
  const kept = new Map<string, T>();
  return (key, value) => {
    const before = kept.get(key);
    if (before !== undefined) return before;
    kept.set(key, value);
    return value;
  };
}
