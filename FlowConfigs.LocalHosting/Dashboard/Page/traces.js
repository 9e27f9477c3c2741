// The list of traces.

import { addressOf, changeQuery, readAddress } from './address.js';
import { colourOf } from './colours.js';
import { byId, dateAndTimeOf, element, exactTimeOf, renderList, renderOnChange } from './elements.js';
import { icon } from './icons.js';
import { countOf, durationOf, getJson, livePage, offer, offerResourceNames, onTyping } from './telemetry.js';

const TRACES_SHOWN = 200;

const page = livePage('traces', async () => {
  const query = Object.fromEntries(readAddress().query);
  const { resource, text, errors, order } = query;
  const answer = await getJson('/api/telemetry/traces', { resource, text, errors, order, limit: String(TRACES_SHOWN) });
  render(answer, query);
});

export function showTraces() {
  byId('traces-text').value = readAddress().query.get('text') ?? '';
  page.show();
}

export const hideTraces = () => page.hide();

function render({ kept, keptSpans, matching, droppedSpans, resources, traces }, { resource, text, errors, order }) {
  offerResourceNames(byId('traces-resource'), resources, resource);
  offer(byId('traces-order'), [['', 'Newest first'], ['errors', 'Errors first'], ['slowest', 'Slowest first']], order);
  byId('traces-errors').setAttribute('aria-pressed', String(errors === 'true'));
  const narrowed = resource || text || errors ? `${matching} of ` : '';
  const more = matching > traces.length ? `, ${traces.length} are shown` : '';
  const gone = droppedSpans > 0 ? `, ${countOf(droppedSpans, 'span', 'spans')} not kept` : '';
  const all = `${countOf(kept, 'trace', 'traces')} with ${countOf(keptSpans, 'span', 'spans')}`;
  byId('traces-count').textContent = narrowed + all + more + gone;
  byId('traces-nothing').hidden = traces.length > 0;
  byId('traces-nothing').textContent = kept === 0
    ? 'No trace has come in yet. Open the web app, or send an event to a function.'
    : 'No trace matches. Choose another resource or text.';
  const longest = Math.max(...traces.map((trace) => trace.durationMs), 0.001);
  renderList(byId('traces-rows'), traces, (trace) => trace.id, rowOf, (row, trace) => fillRow(row, trace, longest));
}

function rowOf(trace) {
  const row = element('tr', { role: 'row' },
    element('th', { role: 'rowheader', scope: 'row', class: 'cell-name' }),
    ['time', 'resources', 'duration'].map((kind) => element('td', { role: 'cell', class: `cell-${kind}` })));
  row.addEventListener('click', (event) => {
    if (String(getSelection()) === '' && !event.target.closest('a')) {
      location.hash = addressOf(['traces', trace.id]);
    }
  });
  return row;
}

function fillRow(row, trace, longest) {
  const [name, time, resources, duration] = row.children;
  renderOnChange(name, [trace.name, trace.resource, trace.errors], () => [
    element('a', { class: 'name', href: addressOf(['traces', trace.id]), 'data-focus': 'name' }, `${trace.resource}: ${trace.name}`),
    trace.errors > 0 && element('span', { class: 'chip bad' }, icon('cross'), countOf(trace.errors, 'error', 'errors')),
  ]);
  renderOnChange(time, trace.startedAt, (at) => element('time', { datetime: at, title: dateAndTimeOf(at) }, exactTimeOf(at)));
  renderOnChange(resources, trace.resources, (all) => all.map((each) =>
    element('span', { class: `who colour-${colourOf(each.resource)}` }, `${each.resource} ${each.spans}`)));
  renderOnChange(duration, [trace.durationMs, longest], () => {
    const bar = element('span', { class: 'length', 'aria-hidden': 'true' });
    bar.style.width = `${Math.max(1, (trace.durationMs / longest) * 100)}%`;
    return [element('span', {}, durationOf(trace.durationMs)), bar];
  });
}

function narrow(values) {
  changeQuery(values);
  page.refresh();
}

byId('traces-resource').addEventListener('change', (event) => narrow({ resource: event.target.value }));
byId('traces-order').addEventListener('change', (event) => narrow({ order: event.target.value }));
byId('traces-errors').append(icon('cross'), 'Errors only');
byId('traces-errors').addEventListener('click', () => {
  narrow({ errors: readAddress().query.get('errors') === 'true' ? '' : 'true' });
});
onTyping(byId('traces-text'), (text) => narrow({ text }));
