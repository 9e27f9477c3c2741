// One trace: its waterfall, the details of a span, and its log lines. Spans may still come in while one looks.

import { copyText } from './answer.js';
import { addressOf, readAddress } from './address.js';
import { openStream } from './connection.js';
import { byId, dateAndTimeOf, element, iconButton, millisecondsOf, renderOnChange } from './elements.js';
import { icon } from './icons.js';
import { levelChip } from './logs.js';
import { hidePanel, markOpen, showPanel } from './panel.js';
import { spanDetails } from './span.js';
import { countOf, durationOf, getJson } from './telemetry.js';
import { treeOf, waterfallOf } from './waterfall.js';

const LINES_SHOWN = 200;

let shown = null;
let trace = null;
let stream = null;
let seen = null;

byId('trace').querySelector('.back').prepend(icon('back'));

export function showTrace(id) {
  if (shown !== id) {
    hideTrace();
    shown = id;
    for (const place of ['trace-title', 'trace-facts', 'waterfall', 'trace-logs']) {
      renderOnChange(byId(place), null, () => null);
    }
    byId('trace-nothing').hidden = true;
    stream = openStream(() => '/api/telemetry/stream', { changed });
  }
  showChosen();
}

export function hideTrace() {
  stream?.close();
  [stream, shown, trace, seen] = [null, null, null, null];
}

/** Metrics come every second; they have no part in a trace. */
function changed({ traces, logs }) {
  if (seen !== `${traces} ${logs}`) {
    seen = `${traces} ${logs}`;
    load();
  }
}

async function load() {
  const id = shown;
  try {
    const [details, logs] = await Promise.all([
      getJson(`/api/telemetry/traces/${encodeURIComponent(id)}`),
      getJson('/api/telemetry/logs', { trace: id, limit: String(LINES_SHOWN) }),
    ]);
    if (shown === id) {
      render(details, logs);
    }
  } catch (problem) {
    if (shown === id && problem.status && !trace) {
      byId('trace-title').textContent = 'No such trace';
      byId('trace-nothing').textContent = problem.message;
      byId('trace-nothing').hidden = false;
    }
  }
}

function render(details, logs) {
  trace = details;
  const { trace: summary, spans } = details;
  byId('trace-nothing').hidden = true;
  renderOnChange(byId('trace-title'), summary.name, () => `${summary.resource}: ${summary.name}`);
  renderOnChange(byId('trace-facts'), summary, () => {
    const copy = iconButton(icon('copy'), 'Copy the trace id', { onclick: () => copyText(summary.id, copy) });
    return [
      `${dateAndTimeOf(summary.startedAt)} · ${durationOf(summary.durationMs)} · ${countOf(summary.spans, 'span', 'spans')}`,
      summary.errors > 0 && ` · ${countOf(summary.errors, 'error', 'errors')}`,
      summary.notKept > 0 && ` · ${countOf(summary.notKept, 'span', 'spans')} not kept`,
      ' · ', element('code', {}, summary.id.slice(0, 8)), copy,
    ];
  });
  renderOnChange(byId('waterfall'), spans, () => waterfallOf(summary, treeOf(spans)));
  renderOnChange(byId('trace-logs'), logs.lines, () => logsOf(summary, logs));
  markOpen();
  showChosen();
}

const logsOf = (summary, { lines, matching }) => [
  element('h2', {}, 'Log lines of the trace'),
  lines.length === 0
    ? element('p', { class: 'summary' }, 'None of its programs has written one.')
    : element('ol', { class: 'trace-lines' }, lines.map((line) => element('li', {},
      element('span', { class: 'after' }, `+${durationOf(Math.max(0, millisecondsOf(line.at) - millisecondsOf(summary.startedAt)))}`),
      levelChip(line.level),
      element('span', { class: 'cell-resource' }, line.resource),
      element('a', { href: addressOf(['logs'], { trace: summary.id, line: line.number }) }, line.text || '(no text)')))),
  matching > 0 && element('p', {}, element('a', { href: addressOf(['logs'], { trace: summary.id }) },
    `Open ${countOf(matching, 'line', 'lines')} in Structured logs`)),
];

function showChosen() {
  const [, spanId] = readAddress().parts;
  const span = trace?.spans.find((candidate) => candidate.spanId === spanId);
  if (!span) {
    hidePanel();
    return;
  }
  showPanel({
    key: `span ${span.spanId}`,
    title: span.name,
    close: () => {
      location.hash = addressOf(['traces', span.traceId]);
    },
    content: spanDetails(span, trace.trace),
  });
}
