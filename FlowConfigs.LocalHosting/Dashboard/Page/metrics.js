// The page of metrics: the tree of instruments, and the chosen one's chart.

import { addressOf, changeQuery, readAddress } from './address.js';
import { chartOf, classOf } from './chart.js';
import { byId, element, renderList, renderOnChange } from './elements.js';
import { countOf, getJson, livePage, offer } from './telemetry.js';
import { amountOf, unitInWords } from './units.js';

const kinds = { counter: 'Counter', gauge: 'Value', histogram: 'Histogram' };

let instruments = [];
let drawn = null;

const page = livePage('metrics', async () => {
  const answer = await getJson('/api/telemetry/metrics');
  instruments = answer.instruments;
  renderTree(answer.dropped);
  const chosen = chosenOne();
  drawn = chosen && await getJson('/api/telemetry/metrics/chart', {
    resource: chosen.resource,
    meter: chosen.meter,
    name: chosen.name,
    by: readAddress().query.get('by'),
    where: readAddress().query.getAll('where').flatMap((all) => all.split('\n')),
  });
  renderInstrument();
});

export const showMetrics = () => page.show();

export const hideMetrics = () => page.hide();

const idOf = ({ resource, meter, name }) => JSON.stringify([resource, meter, name]);

function chosenOne() {
  const [resource, meter, name] = readAddress().parts;
  return instruments.find((each) => idOf(each) === idOf({ resource, meter, name })) ?? instruments[0];
}

function renderTree(dropped) {
  const text = byId('metrics-text').value.trim().toLowerCase();
  const found = instruments.filter(({ meter, name }) => `${meter} ${name}`.toLowerCase().includes(text));
  const chosen = chosenOne();
  byId('metrics-count').textContent = `${countOf(instruments.length, 'instrument', 'instruments')}`
    + (dropped > 0 ? `, ${countOf(dropped, 'measurement', 'measurements')} not kept: there are too many series` : '');
  byId('metrics-nothing').hidden = found.length > 0;
  byId('metrics-nothing').textContent = instruments.length === 0
    ? 'Nothing has been measured yet. Programs send their metrics every second.'
    : 'No instrument has this name.';
  const resources = [...Map.groupBy(found, (each) => each.resource)].map(([name, own]) => ({ name, own }));
  renderList(byId('instruments'), resources, ({ name }) => name, ({ name, own }) =>
    element('details', { open: own.some((each) => chosen && each.resource === chosen.resource) },
      element('summary', {}, name), element('div', {})),
  (tree, { own }) => renderOnChange(tree.lastElementChild, [own.map(idOf), chosen && idOf(chosen)], () => metersOf(own, chosen)));
  if (text) {
    byId('instruments').querySelectorAll('details').forEach((tree) => tree.setAttribute('open', ''));
  }
}

const metersOf = (own, chosen) => [...Map.groupBy(own, (each) => each.meter)].flatMap(([meter, each]) => [
  element('p', { class: 'meter' }, meter),
  element('ul', {}, each.map((instrument) => element('li', {}, element('a', {
    href: addressOf(['metrics', instrument.resource, instrument.meter, instrument.name]),
    'aria-current': idOf(instrument) === idOf(chosen) ? 'true' : null,
    'data-focus': idOf(instrument),
  }, instrument.name)))),
]);

function renderInstrument() {
  const place = byId('instrument');
  place.hidden = !drawn;
  if (!drawn) {
    return;
  }
  const { instrument, chart } = drawn;
  if (place.dataset.shows !== idOf(instrument)) {
    place.dataset.shows = idOf(instrument);
    place.replaceChildren(
      element('h2', { tabindex: '-1' }, instrument.name),
      element('p', { class: 'summary' }), element('div', { class: 'toolbar' }), element('div', { class: 'chart-box' }), element('div', {}));
  }
  const [, about, filters, box, table] = place.children;
  const what = unitInWords(instrument.unit, chart.shows);
  about.textContent = [instrument.resource, instrument.meter, kinds[instrument.kind] + (what && `, ${what}`), instrument.description]
    .filter(Boolean).join(' · ');
  renderOnChange(filters, [instrument.attributes, location.hash], () => filtersOf(instrument));
  box.replaceChildren(chart.lines.some((line) => line.points.some((point) => point.value !== null))
    ? chartOf(chart.lines, instrument.unit, `${instrument.name} over time; the table below has its values`, Math.max(280, box.clientWidth))
    : element('p', { class: 'nothing' }, 'Nothing has been measured in these minutes.'));
  renderOnChange(table, chart, () => tableOf(chart, instrument));
}

function filtersOf({ attributes, kind }) {
  const { query } = readAddress();
  const names = Object.keys(attributes).sort();
  const chosen = new Map((query.get('where') ?? '').split('\n').filter(Boolean).map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)];
  }));
  const choose = (values) => {
    changeQuery(values);
    page.refresh();
  };
  const field = (label, choices, value, change) => {
    const select = element('select', { onchange: () => change(select.value), 'data-focus': label });
    offer(select, choices, value);
    return element('label', { class: 'field' }, label, select);
  };
  return names.length === 0 ? null : [
    field('A line for each', [['', kind === 'gauge' ? 'series' : '(one line for all)'], ...names.map((name) => [name, name])],
      query.get('by') ?? '', (by) => choose({ by })),
    ...names.map((name) => field(name, [['', 'All'], ...attributes[name].filter(Boolean).map((value) => [value, value])],
      chosen.get(name) ?? '', (value) => {
        chosen.set(name, value);
        choose({ where: [...chosen].filter(([, one]) => one).map((pair) => pair.join('=')).join('\n') });
      })),
  ];
}

function tableOf(chart, instrument) {
  const row = (line, at) => {
    const values = line.points.map((point) => point.value).filter((value) => value !== null);
    return element('tr', {},
      element('th', { scope: 'row' }, swatchOf(line, at), [line.label, line.percentile].filter(Boolean).join(' ') || 'All'),
      [values.at(-1), values.length > 0 ? Math.min(...values) : null, values.length > 0 ? Math.max(...values) : null]
        .map((value) => element('td', {}, amountOf(value, instrument.unit))));
  };
  return [
    element('table', { class: 'values' },
      element('thead', {}, element('tr', {}, ['Line', 'Latest', 'Least', 'Most'].map((head) => element('th', { scope: 'col' }, head)))),
      element('tbody', {}, chart.lines.map(row))),
    chart.notDrawn > 0
      && element('p', { class: 'summary' }, `${countOf(chart.notDrawn, 'smaller line is', 'smaller lines are')} not drawn.`),
  ];
}

function swatchOf(line, at) {
  return element('span', { class: `swatch ${classOf(line, at)}`, 'aria-hidden': 'true' });
}

byId('metrics-text').addEventListener('input', () => renderTree(0));
addEventListener('resize', () => !byId('metrics').hidden && renderInstrument());
