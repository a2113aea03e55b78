// The record of a scan beside that of the document that was scanned: what is found again, and what is otherwise.

/** Words without marks and case: "Tỷ lệ" and "Ty lệ" are the same, for what is compared is the reading of plans and not of letters. */
const words = (text) =>
  (text ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase()
    .match(/[\p{L}\p{N}%]+/gu) ?? [];

/** Twice the words in common over all words: 1 where both are the same but for their order. */
function likeness(a, b) {
  const [left, right] = [words(a), words(b)];
  const count = new Map();
  for (const word of left) count.set(word, (count.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of right) {
    const there = count.get(word) ?? 0;
    if (there > 0) shared++;
    count.set(word, there - 1);
  }
  return left.length + right.length === 0 ? 1 : (2 * shared) / (left.length + right.length);
}

/** Pairs of two lists, the most alike first, each used once. */
function paired(wanted, found, alike) {
  const all = wanted.flatMap((one, i) => found.map((other, j) => [alike(one, other), i, j])).filter(([how]) => how > 0);
  all.sort(([a], [b]) => b - a);
  const [left, right] = [new Set(), new Set()];
  return all.flatMap(([, i, j]) => {
    if (left.has(i) || right.has(j)) return [];
    left.add(i);
    right.add(j);
    return [[wanted[i], found[j]]];
  });
}

/** Half of the words of a quote are enough to know the sentence again; letters that were misread are counted elsewhere. */
const SAME_PLACE = 0.5;
/** As the words of a measure may be misread in one letter of ten. */
const SAME_MEASURE = 0.8;
const due = ({ deadline }) =>
  [deadline?.type, deadline?.start, deadline?.end, deadline?.rrule].map((x) => x ?? null).join();
const sameUnit = (a, b) => words(a).join(' ') === words(b).join(' ');
const quantified = ({ targets }) => targets.filter(({ quantity }) => quantity !== null);
const leads = (agencies) =>
  agencies
    .map(({ code, name }) => code ?? words(name).join(' '))
    .sort()
    .join();

/**
 * Targets with figures: how many are found again (same value, unit and place), how many of those would stand in the same row of a
 * comparison (same measure or code, comparator, direction, status and deadline); and tasks (same text, leads and deadline).
 */
export function recordsBeside(truth, record) {
  const [wanted, found] = [quantified(truth), quantified(record)];
  const pairs = paired(wanted, found, (a, b) => {
    if (a.quantity.value !== b.quantity.value || a.quantity.valueMax !== b.quantity.valueMax) return 0;
    if (!sameUnit(a.quantity.unit, b.quantity.unit)) return 0;
    const how = likeness(a.source.quote, b.source.quote);
    return how < SAME_PLACE ? 0 : how + likeness(a.indicator.text, b.indicator.text) + (due(a) === due(b) ? 0.1 : 0);
  });
  const comparable = pairs.filter(
    ([a, b]) =>
      ((a.indicator.code ?? null) !== null && a.indicator.code === b.indicator.code
        ? true
        : likeness(a.indicator.text, b.indicator.text) >= SAME_MEASURE) &&
      a.quantity.comparator === b.quantity.comparator &&
      a.direction === b.direction &&
      a.status === b.status &&
      due(a) === due(b),
  );
  const tasks = paired(truth.tasks, record.tasks, (a, b) => {
    const how = likeness(a.text, b.text);
    return how < SAME_MEASURE || leads(a.leads) !== leads(b.leads) || due(a) !== due(b) ? 0 : how;
  });
  return {
    targets: { hit: pairs.length, wanted: wanted.length, found: found.length },
    comparable: { hit: comparable.length, wanted: wanted.length },
    tasks: { hit: tasks.length, wanted: truth.tasks.length, found: record.tasks.length },
  };
}

const FIELDS = {
  number: ({ number }) => number,
  issuedOn: ({ issuedOn }) => issuedOn,
  issuer: ({ issuer }) => issuer?.code ?? issuer?.name,
  province: ({ province }) => province?.code,
  form: ({ form }) => form,
  period: ({ period }) => (period === null || period === undefined ? null : `${period.start} ${period.end}`),
  title: ({ title }) => (title === null ? null : words(title).join(' ')),
};

/** Fields of the header that are right, that are null though the document has them, and that are wrong. */
export function headersBeside(truth, record) {
  const told = { right: [], absent: [], wrong: [] };
  for (const [field, of] of Object.entries(FIELDS)) {
    const [wanted, found] = [of(truth.document) ?? null, of(record.document) ?? null];
    if (wanted === found) told.right.push(field);
    else if (found === null) told.absent.push(field);
    else told.wrong.push(field);
  }
  return told;
}

/** Whether a place of the text is one of those that `figure-doubtful` names. */
export function doubtsOf(record) {
  const places = record.warnings
    .filter(({ code }) => code === 'figure-doubtful')
    .flatMap(({ source }) => (source ? [source] : []));
  return (start, end) => places.some((place) => place.start < end && start < place.end);
}
