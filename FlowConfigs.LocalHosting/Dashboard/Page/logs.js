// The page of structured logs: the newest on top.

import { addressOf, changeQuery, readAddress } from './address.js';
import { byId, dateAndTimeOf, element, exactTimeOf, renderList } from './elements.js';
import { icon } from './icons.js';
import { attributeList, factList, hidePanel, markOpen, showPanel, timeFact } from './panel.js';
import { countOf, getJson, livePage, offer, offerResourceNames, onTyping } from './telemetry.js';

const LINES_SHOWN = 300;

const LEVELS_OFFERED = [
  ['', 'All'], ['information', 'Information and above'], ['warning', 'Warning and above'], ['error', 'Errors'],
];

const levels = {
  trace: { label: 'Trace', tone: 'quiet', icon: 'circle' },
  debug: { label: 'Debug', tone: 'quiet', icon: 'circle' },
  information: { label: 'Information', tone: 'busy', icon: 'lines' },
  warning: { label: 'Warning', tone: 'warning', icon: 'warning' },
  error: { label: 'Error', tone: 'bad', icon: 'cross' },
  critical: { label: 'Critical', tone: 'bad', icon: 'cross' },
};

let lines = [];

const page = livePage('logs', async () => {
  const query = Object.fromEntries(readAddress().query);
  const { resource, level, text, trace } = query;
  const answer = await getJson('/api/telemetry/logs', { resource, level, text, trace, limit: String(LINES_SHOWN) });
  lines = answer.lines.toReversed();
  render(answer, query);
});

export function showLogs() {
  const { query } = readAddress();
  byId('logs-text').value = query.get('text') ?? '';
  page.show();
  showChosen();
}

export const hideLogs = () => page.hide();

export const levelChip = (level) =>
  element('span', { class: `chip ${levels[level].tone}` }, icon(levels[level].icon), levels[level].label);

function render({ kept, matching, dropped, resources }, { resource, level, trace, text }) {
  offerResourceNames(byId('logs-resource'), resources, resource);
  offer(byId('logs-level'), LEVELS_OFFERED, level);
  const isNarrowed = resource || level || trace || text;
  const older = matching > lines.length ? `, the newest ${lines.length} are shown` : '';
  const gone = dropped > 0 ? `, ${countOf(dropped, 'older one', 'older ones')} not kept` : '';
  byId('logs-count').textContent = `${isNarrowed ? `${matching} of ` : ''}${countOf(kept, 'line', 'lines')}${older}${gone}`;
  byId('logs-trace').hidden = !trace;
  byId('logs-trace').replaceChildren(
    'Only lines of the trace ', element('a', { href: addressOf(['traces', trace ?? '']) }, (trace ?? '').slice(0, 8)), ' · ',
    element('a', { href: addressOf(['logs'], { resource, level, text }) }, 'Show all'));
  byId('logs-nothing').hidden = lines.length > 0;
  byId('logs-nothing').textContent = kept === 0
    ? 'No structured log line has come in yet. What programs write to their console is under Console logs.'
    : 'No line matches. Choose another level or text.';
  renderList(byId('logs-rows'), lines, (line) => line.number, rowOf, fillLink);
  markOpen();
  showChosen();
}

const opens = (line) => `line ${line.number}`;

function rowOf(line) {
  const row = element('tr', { role: 'row', class: `level-${line.level}` },
    element('td', { role: 'cell', class: 'cell-time' },
      element('time', { datetime: line.at, title: dateAndTimeOf(line.at) }, exactTimeOf(line.at))),
    element('td', { role: 'cell', class: 'cell-level' }, levelChip(line.level)),
    element('td', { role: 'cell', class: 'cell-resource' }, line.resource),
    element('th', { role: 'rowheader', scope: 'row', class: 'cell-text' },
      element('a', { 'data-opens': opens(line) }, line.text || '(no text)')),
    element('td', { role: 'cell', class: 'cell-trace' }, line.traceId
      ? element('a', { href: addressOf(['traces', line.traceId]), 'aria-label': `Trace ${line.traceId.slice(0, 8)}` },
        element('code', {}, line.traceId.slice(0, 8)))
      : element('span', { class: 'none' }, '–')));
  row.addEventListener('click', (event) => {
    if (String(getSelection()) === '' && !event.target.closest('a')) {
      row.querySelector('[data-opens]').click();
    }
  });
  return row;
}

function fillLink(row, line) {
  const query = Object.fromEntries(readAddress().query);
  row.querySelector('[data-opens]').href = addressOf(['logs'], { ...query, line: line.number });
}

function showChosen() {
  const number = readAddress().query.get('line');
  const line = lines.find((candidate) => String(candidate.number) === number);
  if (!line) {
    hidePanel();
    return;
  }
  showPanel({
    key: opens(line),
    title: 'Log line',
    close: () => {
      location.hash = addressOf(['logs'], { ...Object.fromEntries(readAddress().query), line: '' });
    },
    content: lineDetails(line),
  });
}

export const lineDetails = (line) => [
  levelChip(line.level),
  element('p', { class: 'log-text' }, line.text),
  factList([
    ['Time', timeFact(line.at)],
    ['Resource', line.resource],
    ['Category', line.scope],
    ['Event', line.event],
    ['Trace', line.traceId && element('a', { href: addressOf(['traces', line.traceId, line.spanId]) }, 'Open the trace at this line')],
  ]),
  attributeList('Attributes', line.attributes),
];

function narrow(values) {
  changeQuery({ ...values, line: '' });
  hidePanel();
  page.refresh();
}

byId('logs-resource').addEventListener('change', (event) => narrow({ resource: event.target.value }));
byId('logs-level').addEventListener('change', (event) => narrow({ level: event.target.value }));
onTyping(byId('logs-text'), (text) => narrow({ text }));
