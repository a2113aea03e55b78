// The figures of docs/accuracy.md: read from its tables, held against measured ones, written anew. A figure is told by the first
// word of its table's head, its row and its column.

const RULE = /^\|(?: ?:?-+:? ?\|)+$/u;
const cellsOf = (line) =>
  line
    .slice(1, line.lastIndexOf('|'))
    .split('|')
    .map((cell) => cell.trim());

/** "91.2%" or "9 of 12" in percent, as exact as it is written; undefined for any other cell. */
export function percentOf(cell) {
  const percent = /^(\d+(?:\.\d+)?)%$/u.exec(cell);
  if (percent !== null) return Number(percent[1]);
  const [, part, whole] = /^(\d+) of (\d+)$/u.exec(cell) ?? [];
  return whole === undefined || Number(whole) === 0 ? undefined : (100 * Number(part)) / Number(whole);
}

/** How a measured figure is written: a share to one decimal, a count as it is. */
export const written = ({ share, part, whole }) =>
  share === undefined ? `${part} of ${whole}` : `${(100 * share).toFixed(1)}%`;

/** What names a figure. */
export const keyOf = ({ table, row, column }) => `${table} | ${row} | ${column}`;

/** Every cell of every table of the page that holds a figure, with its place: the line, and which cell of it. */
function* figuresOf(lines) {
  for (const [at, line] of lines.entries()) {
    if (!RULE.test(lines[at + 1] ?? '') || !line.startsWith('|')) continue;
    const [table, ...columns] = cellsOf(line);
    for (let i = at + 2; lines[i]?.startsWith('|'); i++) {
      const [row, ...cells] = cellsOf(lines[i]);
      for (const [j, column] of columns.entries())
        if (percentOf(cells[j] ?? '') !== undefined)
          yield {
            key: keyOf({ table, row, column }),
            of: `${table} | ${column}`,
            line: i,
            cell: j + 1,
            text: cells[j],
          };
    }
  }
}

/**
 * The measured figures beside those of the page. `fell`: lower than written there; `unwritten`: the page does not have it;
 * `unmeasured`: the page has a row in a measured column that nothing measures any more.
 */
export function compare(page, measured) {
  const onPage = new Map([...figuresOf(page.split('\n'))].map((figure) => [figure.key, figure]));
  const rows = measured.map((figure) => {
    const key = keyOf(figure);
    const known = onPage.get(key);
    onPage.delete(key);
    const now = written(figure);
    if (known === undefined) return { key, now, verdict: 'unwritten' };
    const difference = percentOf(now) - percentOf(known.text);
    // Shares are held as exactly as they are written.
    return { key, now, floor: known.text, verdict: difference < -1e-9 ? 'fell' : difference > 1e-9 ? 'rose' : 'same' };
  });
  const columns = new Set(measured.map(({ table, column }) => `${table} | ${column}`));
  const left = [...onPage.values()].filter(({ of }) => columns.has(of));
  return [...rows, ...left.map(({ key, text }) => ({ key, floor: text, verdict: 'unmeasured' }))];
}

/** Whether the figures are at least those of the page, and each has its place there. */
export const holds = (rows) => rows.every(({ verdict }) => verdict === 'same' || verdict === 'rose');

/** The page with the measured figures in their cells; everything else stays as it is. A figure without a cell is told by compare(). */
export function renew(page, measured) {
  const lines = page.split('\n');
  const now = new Map(measured.map((figure) => [keyOf(figure), written(figure)]));
  for (const { key, line, cell } of figuresOf(lines)) {
    const text = now.get(key);
    if (text === undefined) continue;
    const cells = cellsOf(lines[line]);
    cells[cell] = text;
    lines[line] = `| ${cells.join(' | ')} |`;
  }
  return lines.join('\n');
}
