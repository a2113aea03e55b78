// The comparison page: plain script, no network. All text of documents is set as text, never as markup.
(() => {
  const TEXT = {
    vi: {
      title: 'So sánh chỉ tiêu các kế hoạch',
      search: 'Tìm',
      area: 'Lĩnh vực',
      all: 'Tất cả',
      shared: 'Chỉ các chỉ tiêu có ở nhiều kế hoạch',
      plans: 'Kế hoạch',
      matrix: 'Chỉ tiêu theo kế hoạch',
      measure: 'Chỉ tiêu',
      warnings: 'Lưu ý',
      list: 'Tất cả chỉ tiêu và nhiệm vụ',
      sources: 'Nguồn',
      close: 'Đóng',
      target: 'chỉ tiêu',
      task: 'nhiệm vụ',
      kind: 'Loại',
      plan: 'Kế hoạch',
      text: 'Nội dung',
      figure: 'Số liệu',
      deadline: 'Thời hạn',
      leads: 'Chủ trì',
      quote: 'Trích',
      page: 'trang',
      status: 'Trạng thái',
      result: 'kết quả',
      difference: 'So với gốc',
      ahead: 'dẫn đầu',
      none: 'không có trong kế hoạch',
      'no-figure': 'không có số liệu',
      'other-unit': 'đơn vị khác',
      'other-level': 'cấp khác',
      'result-only': 'chỉ có kết quả',
      wording: 'ghép theo câu chữ',
      document: 'Văn bản',
      number: 'Số',
      issuer: 'Cơ quan ban hành',
      period: 'Giai đoạn',
      shown: (rows, all) => `${rows} trên ${all} chỉ tiêu`,
      other: 'English',
      rank: 'nhóm',
      more: (n) => `… còn ${n} dòng`,
      level: { province: 'cấp tỉnh', district: 'cấp huyện', commune: 'cấp xã', central: 'trung ương' },
    },
    en: {
      title: 'Targets of plans compared',
      search: 'Search',
      area: 'Area',
      all: 'All',
      shared: 'Only what several plans measure',
      plans: 'Plans',
      matrix: 'Targets by plan',
      measure: 'Measure',
      warnings: 'To know',
      list: 'All targets and tasks',
      sources: 'Sources',
      close: 'Close',
      target: 'target',
      task: 'task',
      kind: 'Kind',
      plan: 'Plan',
      text: 'Text',
      figure: 'Figure',
      deadline: 'Deadline',
      leads: 'Lead',
      quote: 'Quote',
      page: 'page',
      status: 'Status',
      result: 'result',
      difference: 'To the base',
      ahead: 'ahead',
      none: 'not in the plan',
      'no-figure': 'no figure',
      'other-unit': 'other unit',
      'other-level': 'other level',
      'result-only': 'result only',
      wording: 'matched by wording',
      document: 'Document',
      number: 'Number',
      issuer: 'Issuer',
      period: 'Period',
      shown: (rows, all) => `${rows} of ${all} measures`,
      other: 'Tiếng Việt',
      rank: 'top',
      more: (n) => `… ${n} more rows`,
      level: { province: 'province', district: 'district', commune: 'commune', central: 'central' },
    },
  };
  const MOST_ROWS = 500;
  const data = JSON.parse(document.getElementById('data').textContent);
  const { comparison, areas, plans, items, contexts } = data;
  const byId = (id) => document.getElementById(id);
  const hidden = new Set();
  let language = 'vi';
  const say = (key) => TEXT[language][key];
  const fold = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
  const format = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });
  const SIGNS = { '=': '', '>=': '≥ ', '>': '> ', '<=': '≤ ', '<': '< ', '~': '~ ' };

  function element(name, content, attributes = {}) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
    for (const part of [content].flat()) if (part !== null && part !== undefined) made.append(part);
    return made;
  }
  function figure(cell, unit) {
    if (cell.value === null) return cell.quote.replace(/\s+/g, ' ');
    const range =
      cell.valueMax === null
        ? format.format(cell.value)
        : `${format.format(cell.value)}–${format.format(cell.valueMax)}`;
    if (unit === 'rank' && cell.comparator === '<=') return `${say('rank')} ${range}`;
    return `${SIGNS[cell.comparator] ?? ''}${range}${unit === null ? '' : unit.startsWith('%') ? unit : ` ${unit}`}`;
  }
  const label = (row) => (language === 'en' && row.labelEn ? row.labelEn : row.label);
  const areaName = (code) => areas[code]?.[language] ?? code ?? '–';
  const planOf = (id) => plans.find((plan) => plan.document === id);

  function rows() {
    const wanted = fold(byId('search').value.trim());
    const area = byId('area').value;
    return comparison.indicators.filter((row) => {
      const cells = row.cells.filter((cell) => !hidden.has(cell.document));
      if (cells.length === 0 || (area !== '' && row.area !== area)) return false;
      if (byId('shared').checked && new Set(cells.map((cell) => cell.document)).size < 2) return false;
      return (
        wanted === '' ||
        fold(`${row.label} ${row.labelEn ?? ''} ${cells.map((cell) => cell.quote).join(' ')}`).includes(wanted)
      );
    });
  }

  function drawMatrix() {
    const shown = plans.filter((plan) => !hidden.has(plan.document));
    const found = rows();
    const head = element(
      'thead',
      element('tr', [
        element('th', say('measure'), { scope: 'col' }),
        ...shown.map((plan) => element('th', plan.title, { scope: 'col', class: plan.base ? 'base' : undefined })),
      ]),
    );
    const body = element('tbody', []);
    let area;
    for (const row of found) {
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
            [label(row), notes.length === 0 ? null : element('div', notes.join(' · '), { class: 'note' })],
            { scope: 'row' },
          ),
          ...shown.map((plan) => cellOf(row, plan)),
        ]),
      );
    }
    byId('matrix').replaceChildren(element('caption', say('matrix'), { hidden: '' }), head, body);
    byId('count').textContent = say('shown')(found.length, comparison.indicators.length);
  }

  function cellOf(row, plan) {
    const own = row.cells.filter((cell) => cell.document === plan.document);
    const attributes = { class: plan.base ? 'base' : undefined };
    if (own.length === 0) {
      const why = row.missing?.find((one) => one.document === plan.document)?.reason;
      const words = why === undefined || why === 'not-in-plan' ? '' : say(why);
      return element('td', words === '' ? '' : element('span', words, { class: 'missing' }), {
        ...attributes,
        title: words === '' ? say('none') : undefined,
      });
    }
    return element(
      'td',
      own.map((cell) => {
        const due = cell.status === 'result' ? say('result') : cell.year === null ? '' : String(cell.year);
        const button = element('button', figure(cell, row.unit), {
          type: 'button',
          'data-target': cell.target,
          'aria-haspopup': 'dialog',
        });
        button.addEventListener('click', () => openDetail(row, cell));
        const ahead = row.ahead?.includes(cell.document)
          ? element('span', ` ▲ ${say('ahead')}`, { class: 'ahead' })
          : null;
        return element('div', [button, ahead, due === '' ? null : element('div', due, { class: 'note' })]);
      }),
      attributes,
    );
  }

  function openDetail(row, cell) {
    const plan = planOf(cell.document);
    byId('detail-title').textContent = label(row);
    const facts = [
      [say('plan'), plan.title],
      [say('figure'), `${figure(cell, row.unit)}${cell.status === 'result' ? ` (${say('result')})` : ''}`],
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
      [say('leads'), cell.leads.map((lead) => lead.name).join('; ') || null],
      [say('document'), `${cell.document}${cell.source.page === null ? '' : `, ${say('page')} ${cell.source.page}`}`],
    ].filter(([, value]) => value !== null);
    const [before, after] = contexts[cell.target] ?? ['', ''];
    byId('detail-body').replaceChildren(
      element(
        'dl',
        facts.flatMap(([name, value]) => [element('dt', name), element('dd', value)]),
      ),
      element('blockquote', [before, element('mark', cell.quote), after]),
      chart(row, cell),
    );
    byId('detail').showModal();
  }

  /** A dot for each plan on one line of values. */
  function chart(row, current) {
    const dots = row.cells.filter((cell) => cell.value !== null && !hidden.has(cell.document));
    if (new Set(dots.map((cell) => cell.document)).size < 2) return '';
    const values = dots.flatMap((cell) => [cell.value, cell.valueMax ?? cell.value]);
    const low = row.unit === '%' ? Math.min(0, ...values) : Math.min(...values);
    const high = row.unit === '%' ? Math.max(100, ...values) : Math.max(...values);
    const x = (value) => 190 + (high === low ? 0.5 : (value - low) / (high - low)) * 400;
    const svg = (name, attributes, text) => {
      const made = document.createElementNS('http://www.w3.org/2000/svg', name);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
      if (text !== undefined) made.textContent = text;
      return made;
    };
    const height = dots.length * 24 + 8;
    const drawn = svg('svg', { viewBox: `0 0 700 ${height}`, width: '100%', role: 'img', 'aria-label': label(row) });
    dots.forEach((cell, i) => {
      const y = i * 24 + 16;
      const title = planOf(cell.document).title;
      drawn.append(
        svg('line', { x1: 190, x2: 590, y1: y, y2: y, stroke: '#c9d1d9' }),
        svg('text', { x: 0, y: y + 4 }, title.length > 26 ? `${title.slice(0, 25)}…` : title),
      );
      if (cell.valueMax !== null)
        drawn.append(
          svg('line', { x1: x(cell.value), x2: x(cell.valueMax), y1: y, y2: y, stroke: '#0b4f9e', 'stroke-width': 4 }),
        );
      drawn.append(
        svg('circle', { cx: x(cell.value), cy: y, r: 6, fill: cell === current ? '#d1242f' : '#0b4f9e' }),
        svg('text', { x: 600, y: y + 4 }, figure(cell, row.unit)),
      );
    });
    return drawn;
  }

  function drawList() {
    const wanted = fold(byId('search').value.trim());
    const area = byId('area').value;
    const found = items.filter(
      (item) =>
        !hidden.has(item.document) &&
        (area === '' || item.area === area) &&
        (wanted === '' || fold(`${item.text} ${item.more}`).includes(wanted)),
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
    if (found.length > MOST_ROWS)
      body.append(element('tr', element('td', say('more')(found.length - MOST_ROWS), { colspan: '6' })));
    const head = ['kind', 'plan', 'text', 'figure', 'deadline', 'leads'].map((key) =>
      element('th', say(key), { scope: 'col' }),
    );
    byId('list').replaceChildren(element('thead', element('tr', head)), body);
  }

  function drawRest() {
    document.documentElement.lang = language;
    document.title = say('title');
    for (const place of document.querySelectorAll('[data-text]')) place.textContent = say(place.dataset.text);
    byId('language').textContent = say('other');
    byId('language').lang = language === 'vi' ? 'en' : 'vi';
    const chosen = byId('area').value;
    const codes = [...new Set(comparison.indicators.map((row) => row.area))].filter((code) => code !== null);
    byId('area').replaceChildren(
      element('option', say('all'), { value: '' }),
      ...codes.map((code) => element('option', areaName(code), { value: code })),
    );
    byId('area').value = chosen;
    byId('warnings').replaceChildren(...comparison.warnings.map((warning) => element('li', warning.message)));
    byId('warnings-part').hidden = comparison.warnings.length === 0;
    const head = ['document', 'plan', 'number', 'issuer', 'period'].map((key) =>
      element('th', say(key), { scope: 'col' }),
    );
    byId('sources').replaceChildren(
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
          ]),
        ),
      ),
    );
  }
  const draw = () => {
    drawRest();
    drawMatrix();
    drawList();
  };

  for (const plan of plans) {
    const box = element('input', [], { type: 'checkbox', checked: '' });
    box.addEventListener('change', () => {
      if (box.checked) hidden.delete(plan.document);
      else hidden.add(plan.document);
      drawMatrix();
      drawList();
    });
    byId('plans').append(element('label', [box, ` ${plan.title}`]));
  }
  byId('filters').addEventListener('submit', (event) => event.preventDefault());
  for (const [id, event] of [
    ['search', 'input'],
    ['area', 'change'],
    ['shared', 'change'],
  ]) {
    byId(id).addEventListener(event, () => {
      drawMatrix();
      drawList();
    });
  }
  byId('language').addEventListener('click', () => {
    language = language === 'vi' ? 'en' : 'vi';
    draw();
  });
  draw();
})();
