// The comparison page: plain script, no network; its words are in words.js. All text of documents is set as text, never as markup.
(() => {
  const { TEXT } = window;
  const MOST_ROWS = 500;
  const MOST_OPEN = 6;
  /** More lines than this no chart tells apart. */
  const MOST_CHARTED = 20;
  const data = JSON.parse(document.getElementById('data').textContent);
  const { comparison, areas, plans, items, contexts } = data;
  const byId = (id) => document.getElementById(id);
  const hidden = new Set();
  const years = [...new Set([...comparison.indicators.flatMap((row) => row.cells), ...items].map(({ year }) => year))]
    .filter((year) => year !== null)
    .sort((a, b) => a - b);
  let language = 'vi';
  const say = (key) => TEXT[language][key];
  const fold = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
  // "2.961" is two thousand in Vietnamese and less than three in English.
  const formats = {
    vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 }),
    en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 }),
  };
  const format = { format: (value) => formats[language].format(value) };
  const SIGNS = { '=': '', '>=': '≥ ', '>': '> ', '<=': '≤ ', '<': '< ', '~': '~ ' };

  function element(name, content, attributes = {}) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
    for (const part of [content].flat()) if (part !== null && part !== undefined) made.append(part);
    return made;
  }
  function figure(cell, unit) {
    if (cell.value === null) return cell.quote.replace(/\s+/g, ' ');
    const [size, words] = scale(cell.value, unit);
    const range = [cell.value, cell.valueMax]
      .filter((value) => value !== null)
      .map((value) => format.format(value / size))
      .join('–');
    if (unit === 'rank' && cell.comparator === '<=') return `${say('rank')} ${range}`;
    return `${SIGNS[cell.comparator] ?? ''}${range}${words === null ? '' : words.startsWith('%') ? words : ` ${words}`}`;
  }
  /** Sums of money are told in millions and billions. */
  function scale(value, unit) {
    const [, money, per] = /^([^/\s]+)(\/.*)?$/.exec(unit ?? '') ?? [];
    if (!data.currencies.includes(money)) return [1, unit];
    const size = [1e9, 1e6].find((one) => Math.abs(value) >= one) ?? 1;
    return [size, `${say('money')[size] ?? ''}${say('money')[money] ?? money}${per ?? ''}`];
  }
  const label = (row) => (language === 'en' && row.labelEn ? row.labelEn : row.label);
  /** What documents say is Vietnamese, whatever the page speaks. */
  const labelLang = (row) => (language === 'en' && !row.labelEn ? 'vi' : undefined);
  const words = (text) => fold(text).split(/\s+/).filter(Boolean);
  const folded = new Map();
  /** Text that is searched, folded once. */
  function searched(thing, text) {
    if (!folded.has(thing)) folded.set(thing, fold(text()));
    return folded.get(thing);
  }
  const inYear = (year) => byId('year').value === '' || String(year) === byId('year').value;
  const visible = (cell) => !hidden.has(cell.document) && inYear(cell.year);
  const areaName = (code) => areas[code]?.[language] ?? code ?? '–';
  const planOf = (id) => plans.find((plan) => plan.document === id);
  const planName = (id) => planOf(id)?.title ?? id;
  const listed = (names) =>
    names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${say('and')} ${names.at(-1)}`;
  /** A warning in the reader's language; in the program's own words where it is none that this page knows. */
  const warningText = ({ code, message, about }) => {
    const words = say('warning')[code];
    return about === undefined || words === undefined ? message : words(about, { planName, listed });
  };

  /** The name of a plan, in which no span of years is broken. */
  const titleParts = (title) =>
    title.split(/(\d{4}–\d{4})/).map((part, i) => (i % 2 === 1 ? element('span', part, { class: 'years' }) : part));

  function rows() {
    const wanted = words(byId('search').value);
    const area = byId('area').value;
    return comparison.indicators.filter((row) => {
      const cells = row.cells.filter(visible);
      if (cells.length === 0 || (area !== '' && row.area !== area)) return false;
      if (byId('shared').checked && new Set(cells.map((cell) => cell.document)).size < 2) return false;
      const text = () => [row.label, row.labelEn ?? '', ...row.cells.map((cell) => cell.quote)].join(' ');
      return wanted.every((word) => searched(row, text).includes(word));
    });
  }

  function drawMatrix() {
    const shown = plans.filter((plan) => !hidden.has(plan.document));
    const found = rows();
    const head = element(
      'thead',
      element('tr', [
        element('th', say('measure'), { scope: 'col' }),
        ...shown.map((plan) =>
          element('th', titleParts(plan.title), { scope: 'col', class: plan.base ? 'base' : undefined }),
        ),
      ]),
    );
    const body = element('tbody', []);
    let area;
    for (const row of found.slice(0, MOST_ROWS)) {
      if (row.area !== area) {
        area = row.area;
        body.append(
          element('tr', element('th', areaName(area), { colspan: String(shown.length + 1), scope: 'colgroup' }), {
            class: 'area',
          }),
        );
      }
      const notes = [
        row.level === null ? null : say('level')[row.level],
        row.basis === 'wording' ? say('wording') : null,
      ].filter(Boolean);
      body.append(
        element('tr', [
          element(
            'th',
            [
              element('span', label(row), { lang: labelLang(row) }),
              notes.length === 0 ? null : element('div', notes.join(' · '), { class: 'note' }),
            ],
            { scope: 'row' },
          ),
          ...shown.map((plan) => cellOf(row, plan)),
        ]),
      );
    }
    if (found.length > MOST_ROWS) body.append(moreRows(found.length - MOST_ROWS, shown.length + 1));
    byId('matrix').replaceChildren(element('caption', say('matrix'), { class: 'unseen' }), head, body);
    byId('plans-title').textContent = `${say('plans')} (${shown.length}/${plans.length})`;
    byId('count').textContent = say('shown')(found.length, comparison.indicators.length);
  }

  const moreRows = (count, columns) =>
    element('tr', element('td', say('more')(count), { colspan: String(columns), class: 'note' }));

  function cellOf(row, plan) {
    const own = row.cells.filter((cell) => cell.document === plan.document && inYear(cell.year));
    const attributes = { class: plan.base ? 'base' : undefined };
    if (own.length === 0) {
      const why = row.missing?.find((one) => one.document === plan.document)?.reason;
      const words = why === undefined ? '' : say(why);
      return element('td', words === '' ? '' : element('span', words, { class: 'missing' }), {
        ...attributes,
        title: words === '' ? say('none') : undefined,
      });
    }
    return element(
      'td',
      own.map((cell) => {
        const due =
          cell.status === 'result'
            ? say('result')
            : cell.since !== undefined
              ? say('yearly')
              : cell.year === null
                ? ''
                : String(cell.year);
        const button = element('button', figure(cell, cell.unit ?? row.unit), {
          type: 'button',
          'data-target': cell.target,
          'aria-haspopup': 'dialog',
        });
        button.addEventListener('click', () => openDetail(row, cell));
        const ahead = cell.ahead ? element('span', ` ▲ ${say('ahead')}`, { class: 'ahead' }) : null;
        const result =
          cell.result === undefined
            ? null
            : element('div', `→ ${say('reached')} ${figure(cell.result, row.unit)}${verdict(cell.result)}`, {
                class: 'reached',
              });
        const past = cell.supersededBy === undefined ? null : element('div', say('superseded'), { class: 'note' });
        return element(
          'div',
          [button, ahead, due === '' ? null : element('div', due, { class: 'note' }), result, past],
          {
            class: past === null ? undefined : 'past',
          },
        );
      }),
      attributes,
    );
  }

  const verdict = ({ reached }) => (reached === undefined ? '' : reached ? ` ✓ ${say('met')}` : ` ✗ ${say('missed')}`);

  function openDetail(row, cell) {
    const plan = planOf(cell.document);
    byId('detail-title').textContent = label(row);
    byId('detail-title').lang = labelLang(row) ?? language;
    const facts = [
      [say('plan'), plan.title],
      [say('figure'), `${figure(cell, cell.unit ?? row.unit)}${cell.status === 'result' ? ` (${say('result')})` : ''}`],
      [
        say('result'),
        cell.result === undefined
          ? null
          : `${figure(cell.result, row.unit)}${verdict(cell.result)}: ${cell.result.quote} (${planOf(cell.result.document)?.title ?? cell.result.document})`,
      ],
      [
        say('superseded'),
        cell.supersededBy === undefined ? null : (planOf(cell.supersededBy)?.title ?? cell.supersededBy),
      ],
      [
        say('difference'),
        cell.difference === undefined ? null : `${cell.difference > 0 ? '+' : ''}${format.format(cell.difference)}`,
      ],
      [
        say('deadline'),
        cell.deadline === null
          ? null
          : `${cell.deadline.text}${cell.deadline.end === null ? '' : ` (${cell.deadline.end})`}`,
      ],
      [
        say('leads'),
        cell.leads
          .map(({ name, successorName }) =>
            successorName === undefined ? name : `${name} (${say('since2025')} ${successorName})`,
          )
          .join('; ') || null,
      ],
      [say('document'), `${cell.document}${cell.source.page === null ? '' : `, ${say('page')} ${cell.source.page}`}`],
    ].filter(([, value]) => value !== null);
    const [before, after] = contexts[cell.target] ?? ['', ''];
    byId('detail-body').replaceChildren(
      element(
        'dl',
        facts.flatMap(([name, value]) => [element('dt', name), element('dd', value)]),
      ),
      element('blockquote', [before, element('mark', cell.quote), after], { lang: 'vi' }),
    );
    // Its width is known when it is open.
    byId('detail').showModal();
    const quote = byId('detail-body').querySelector('blockquote');
    quote.scrollTop = Math.max(0, quote.querySelector('mark').offsetTop - quote.offsetTop - 80);
    drawCharts(byId('detail-body'), row, cell);
  }

  let charts = [];
  /** A chart of the library's in a place of its own, told in words to whoever does not see it. */
  function draw(place, description, series, options) {
    const holder = element('div', [], { class: 'chart', role: 'img', 'aria-label': description });
    place.append(holder);
    const chart = new Chartist.LineChart(
      holder,
      { series },
      {
        lineSmooth: Chartist.Interpolation.none(),
        chartPadding: { top: 14, right: 40, bottom: 0, left: 8 },
        ...options,
      },
    );
    chart.on('draw', (drawn) => {
      const name = drawn.type === 'point' ? series[drawn.seriesIndex]?.name : undefined;
      if (name !== undefined) drawn.element.elem('title').text(name);
    });
    charts.push(chart);
  }

  const spread = (values, unit) => {
    const low = Math.min(...values);
    const high = Math.max(...values);
    const room = (high - low || Math.abs(high) || 1) * 0.08;
    return unit === '%' && low >= 0 && high <= 100
      ? { low: Math.max(0, Math.floor((low - 1) / 10) * 10), high: 100 }
      : { low: low - room, high: high + room };
  };
  const axisValue = (row) => (value) => `${format.format(value)}${row.unit === '%' ? '%' : ''}`;
  const named = (cell, row) => `${planOf(cell.document).title}: ${figure(cell, cell.unit ?? row.unit)}`;
  const note = (cell) =>
    [cell.status === 'result' ? say('result') : null, cell.supersededBy === undefined ? null : say('superseded')]
      .filter(Boolean)
      .map((word) => ` (${word})`)
      .join('');

  function drawCharts(place, row, current) {
    for (const chart of charts) chart.detach();
    charts = [];
    const cells = row.cells.filter((cell) => cell.value !== null && !hidden.has(cell.document));
    if (cells.length < 2) return;
    dotPlot(place, row, cells, current);
    slopePlot(place, row, cells);
  }

  /** A line for each plan, a dot (or the range) for each of its figures; the base above. */
  function dotPlot(place, row, cells, current) {
    const documents = [...new Set(cells.map((cell) => cell.document))].slice(0, MOST_CHARTED);
    if (documents.length < 2) return;
    const shown = cells.filter((cell) => documents.includes(cell.document));
    const line = (cell) => documents.length - 1 - documents.indexOf(cell.document);
    const points = shown.map((cell) => ({
      name: `${named(cell, row)}${note(cell)}`,
      className: [
        cell.target === current.target ? 'here' : 'there',
        cell.status === 'result' ? 'reached' : '',
        cell.supersededBy === undefined ? '' : 'past',
      ].join(' '),
      data: [cell.value, ...(cell.valueMax === null ? [] : [cell.valueMax])].map((x) => ({ x, y: line(cell) })),
    }));
    const results = shown
      .filter((cell) => cell.result !== undefined && cell.result.value !== null)
      .map((cell) => ({
        name: `${planOf(cell.document).title}: ${say('reached')} ${figure(cell.result, row.unit)}`,
        className: 'reached',
        data: [{ x: cell.result.value, y: line(cell) }],
      }));
    const series = [...points, ...results];
    place.append(element('h3', say('dots')));
    draw(place, series.map(({ name }) => name).join('; '), series, {
      height: `${documents.length * 30 + 44}px`,
      axisX: {
        type: Chartist.AutoScaleAxis,
        ...spread(
          series.flatMap(({ data: own }) => own.map(({ x }) => x)),
          row.unit,
        ),
        scaleMinSpace: 60,
        labelInterpolationFnc: axisValue(row),
      },
      axisY: {
        type: Chartist.FixedScaleAxis,
        ticks: documents.map((_, i) => i),
        low: -0.5,
        high: documents.length - 0.5,
        offset: narrow() ? 120 : 220,
        labelOffset: { x: 0, y: 7 },
        labelInterpolationFnc: (i) => planOf(documents[documents.length - 1 - i])?.title ?? '',
      },
    });
    dotKey(place, shown, results.length > 0);
  }

  /** What the colours and shapes of a dot plot stand for, as far as they are in it. */
  function dotKey(place, shown, results) {
    const known = [
      ['mark-here', say('here'), true],
      ['mark-reached', say('result'), results || shown.some((cell) => cell.status === 'result')],
      ['mark-past', say('superseded'), shown.some((cell) => cell.supersededBy !== undefined)],
    ].filter(([, , there]) => there);
    place.append(
      element(
        'ul',
        known.map(([mark, words]) => element('li', words, { class: mark })),
        { class: 'key' },
      ),
    );
  }

  /** A line for each province that has the measure for several years. */
  function slopePlot(place, row, cells) {
    const byWho = new Map();
    for (const cell of cells) {
      if (cell.status !== 'target' || cell.year === null || cell.supersededBy !== undefined) continue;
      const who = cell.level === 'department' ? cell.issuer : (cell.province?.name ?? cell.issuer);
      const own = byWho.get(who) ?? new Map();
      if (!own.has(cell.year)) own.set(cell.year, cell);
      byWho.set(who, own);
    }
    const lines = [...byWho].filter(([, own]) => own.size > 1).slice(0, MOST_CHARTED);
    if (lines.length === 0) return;
    const years = [...new Set(lines.flatMap(([, own]) => [...own.keys()]))].sort();
    const series = lines.map(([who, own]) => ({
      name: `${who}: ${[...own]
        .sort(([a], [b]) => a - b)
        .map(([year, cell]) => `${year} ${figure(cell, cell.unit ?? row.unit)}`)
        .join(', ')}`,
      data: [...own].sort(([a], [b]) => a - b).map(([year, cell]) => ({ x: year, y: cell.value })),
    }));
    place.append(element('h3', say('slope')));
    draw(place, series.map(({ name }) => name).join('; '), series, {
      height: '220px',
      axisX: {
        type: Chartist.FixedScaleAxis,
        ticks: years,
        low: years[0],
        high: years.at(-1),
        labelInterpolationFnc: String,
      },
      axisY: {
        type: Chartist.AutoScaleAxis,
        ...spread(
          series.flatMap(({ data: own }) => own.map(({ y }) => y)),
          row.unit,
        ),
        offset: 60,
        labelOffset: { x: 0, y: 7 },
        labelInterpolationFnc: axisValue(row),
      },
    });
    const key = lines.map(([who], i) => element('li', who, { class: `key-${'abcdefghij'[i % 10]}` }));
    place.append(element('ul', key, { class: 'key' }));
    // A line across 1 July 2025 may be of two territories.
    for (const warning of comparison.warnings) {
      const { code, about } = warning;
      if (code === 'territory-changed' && lines.some(([who]) => who === about.province || about.formerly.includes(who)))
        place.append(element('p', warningText(warning), { class: 'note' }));
    }
  }
  const narrow = () => window.innerWidth < 600;

  function drawList() {
    const wanted = words(byId('search').value);
    const area = byId('area').value;
    const found = items.filter(
      (item) =>
        !hidden.has(item.document) &&
        inYear(item.year) &&
        (area === '' || item.area === area) &&
        wanted.every((word) => searched(item, () => `${item.text} ${item.more} ${item.leads}`).includes(word)),
    );
    const body = element(
      'tbody',
      found
        .slice(0, MOST_ROWS)
        .map((item) =>
          element('tr', [
            element('td', say(item.kind)),
            element('td', planOf(item.document)?.title ?? item.document),
            element('td', item.text),
            element('td', item.figure),
            element('td', item.deadline),
            element('td', item.leads),
          ]),
        ),
    );
    if (found.length > MOST_ROWS) body.append(moreRows(found.length - MOST_ROWS, 6));
    const head = ['kind', 'plan', 'text', 'figure', 'deadline', 'leads'].map((key) =>
      element('th', say(key), { scope: 'col' }),
    );
    byId('list').replaceChildren(
      element('caption', say('list'), { class: 'unseen' }),
      element('thead', element('tr', head)),
      body,
    );
  }

  function drawRest() {
    document.documentElement.lang = language;
    document.title = say('title');
    for (const place of document.querySelectorAll('[data-text]')) place.textContent = say(place.dataset.text);
    byId('language').textContent = say('other');
    byId('language').lang = language === 'vi' ? 'en' : 'vi';
    // Not every browser lets the keyboard scroll what it cannot focus.
    for (const id of ['matrix', 'list', 'sources']) {
      const region = byId(id).parentElement;
      region.tabIndex = 0;
      region.setAttribute('role', 'region');
      region.setAttribute('aria-label', `${say(id)}, ${say('scrollable')}`);
    }
    const chosen = byId('area').value;
    const codes = [...new Set(comparison.indicators.map((row) => row.area))].filter((code) => code !== null);
    byId('area').replaceChildren(
      element('option', say('all'), { value: '' }),
      ...codes.map((code) => element('option', areaName(code), { value: code })),
    );
    byId('area').value = chosen;
    const year = byId('year').value;
    byId('year').replaceChildren(
      element('option', say('all'), { value: '' }),
      ...years.map((one) => element('option', String(one), { value: String(one) })),
    );
    byId('year').value = year;
    byId('warnings').replaceChildren(...comparison.warnings.map((warning) => element('li', warningText(warning))));
    byId('warnings-part').hidden = comparison.warnings.length === 0;
    byId('warnings-title').textContent = `${say('warnings')} (${comparison.warnings.length})`;
    const head = ['document', 'plan', 'number', 'issuer', 'period', 'relations'].map((key) =>
      element('th', say(key), { scope: 'col' }),
    );
    byId('sources').replaceChildren(
      element('caption', say('sources'), { class: 'unseen' }),
      element('thead', element('tr', head)),
      element(
        'tbody',
        comparison.documents.map((plan) =>
          element('tr', [
            element('td', plan.document),
            element('td', plan.title ?? ''),
            element('td', plan.number ?? ''),
            element('td', plan.issuer ?? ''),
            element('td', [plan.period?.start, plan.period?.end].filter(Boolean).join(' – ')),
            element(
              'td',
              ['replacedBy', 'amendedBy', 'reportsOn', 'others']
                .filter((how) => (plan[how] ?? []).length > 0)
                .map((how) => element('div', `${say(how)} ${plan[how].join(', ')}`)),
            ),
          ]),
        ),
      ),
    );
  }
  const drawTables = () => {
    drawMatrix();
    drawList();
  };
  const drawAll = () => {
    drawRest();
    drawTables();
  };

  const boxes = plans.map((plan) => {
    const box = element('input', [], { type: 'checkbox', checked: '' });
    box.addEventListener('change', () => {
      if (box.checked) hidden.delete(plan.document);
      else hidden.add(plan.document);
      drawTables();
    });
    byId('plans').append(element('label', [box, ` ${plan.title}`]));
    return box;
  });
  for (const [id, checked] of [
    ['every', true],
    ['no', false],
  ]) {
    byId(id).addEventListener('click', () => {
      hidden.clear();
      for (const [i, box] of boxes.entries()) {
        box.checked = checked;
        if (!checked) hidden.add(plans[i].document);
      }
      drawTables();
    });
  }
  // A few are read, many are looked up.
  byId('warnings-part').open = comparison.warnings.length <= MOST_OPEN;
  byId('plans-part').open = plans.length <= MOST_OPEN;
  byId('filters').addEventListener('submit', (event) => event.preventDefault());
  for (const [id, event] of [
    ['search', 'input'],
    ['area', 'change'],
    ['year', 'change'],
    ['shared', 'change'],
  ]) {
    byId(id).addEventListener(event, drawTables);
  }
  byId('language').addEventListener('click', () => {
    language = language === 'vi' ? 'en' : 'vi';
    drawAll();
  });
  drawAll();
})();
