// The console page: one resource's lines, live.

import { withColours } from './ansi.js';
import { hasConsole } from './commands.js';
import { openStream } from './connection.js';
import { byId, element, exactTimeOf, renderOnChange } from './elements.js';
import { icon } from './icons.js';

/** The page stays quick however much a process writes; the download has all that is kept. */
const LINES_SHOWN = 2_000;

const box = byId('console-lines');
const select = byId('console-resource');
const filter = byId('console-filter');

let shown = null;
let stream = null;
let lastSeen = '';
let paused = false;
let following = true;
let held = [];
let skipped = 0;

export function offerResources(resources) {
  renderOnChange(select, resources.filter(hasConsole).map((resource) => resource.name), (names) =>
    names.map((name) => element('option', { value: name }, name)));
  if (shown) {
    select.value = shown;
  }
}

export function showConsole(asked, resources) {
  const name = resources.some((resource) => resource.name === asked) ? asked : resources.find(hasConsole)?.name;
  if (!name || name === shown) {
    return;
  }
  stream?.close();
  shown = name;
  lastSeen = '';
  select.value = name;
  byId('console-download').href = `/api/resources/${encodeURIComponent(name)}/console`;
  byId('console-download').download = `${name}.log`;
  reset();
  setPaused(false);
  setFollowing(true);
  stream = openStream(() => `/api/resources/${encodeURIComponent(name)}/console/stream?after=${lastSeen}`, {
    opened: ({ resumed }) => resumed || reset(),
    lines: receive,
  });
}

export function hideConsole() {
  stream?.close();
  stream = null;
  shown = null;
}

function reset() {
  held = [];
  skipped = 0;
  box.replaceChildren();
  count();
}

function receive(batch, id) {
  lastSeen = id;
  skipped += batch.skipped;
  held.push(...batch.lines);
  if (held.length > LINES_SHOWN) {
    skipped += held.length - LINES_SHOWN;
    held = held.slice(-LINES_SHOWN);
  }
  if (paused) {
    showPause();
  } else {
    flush();
  }
}

function flush() {
  box.append(...held.map(lineOf));
  held = [];
  while (box.children.length > LINES_SHOWN) {
    box.firstElementChild.remove();
    skipped += 1;
  }
  count();
  if (following) {
    box.scrollTop = box.scrollHeight;
  }
}

function lineOf(line) {
  const text = element('span', { class: 'text' }, withColours(line.text));
  const made = element('div', { class: line.isError ? 'line error' : 'line' },
    element('time', { datetime: line.at }, exactTimeOf(line.at)),
    element('span', { class: 'stream' }, line.isError ? 'err' : ''),
    text);
  made.hidden = !matches(made);
  return made;
}

const matches = (line) => line.lastElementChild.textContent.toLowerCase().includes(filter.value.toLowerCase());

function count() {
  const all = box.children.length;
  const seen = filter.value ? [...box.children].filter((line) => !line.hidden).length : all;
  const lines = filter.value ? `${seen} of ${all} lines` : `${all} ${all === 1 ? 'line' : 'lines'}`;
  byId('console-count').textContent = skipped > 0 ? `${lines}, ${skipped} older ones not shown` : lines;
  box.classList.toggle('no-lines', seen === 0);
  box.dataset.empty = all === 0 ? 'This resource has written nothing yet.' : 'No line holds this text.';
}

function setPaused(value) {
  paused = value;
  if (!paused) {
    flush();
  }
  showPause();
}

function showPause() {
  const text = paused ? `Resume${held.length > 0 ? ` (${held.length} new)` : ''}` : 'Pause';
  byId('console-pause').replaceChildren(icon(paused ? 'start' : 'pause'), text);
}

function setFollowing(value) {
  following = value;
  byId('console-follow').setAttribute('aria-pressed', String(value));
  if (following) {
    box.scrollTop = box.scrollHeight;
  }
}

byId('console-pause').addEventListener('click', () => setPaused(!paused));
byId('console-follow').append(icon('follow'), 'Follow');
byId('console-follow').addEventListener('click', () => setFollowing(!following));
byId('console-clear').append(icon('clear'), 'Clear');
byId('console-clear').addEventListener('click', reset);
byId('console-download').append(icon('down'), 'Download');
select.addEventListener('change', () => {
  location.hash = `#/console/${encodeURIComponent(select.value)}`;
});
filter.addEventListener('input', () => {
  for (const line of box.children) {
    line.hidden = !matches(line);
  }
  count();
  if (following) {
    box.scrollTop = box.scrollHeight;
  }
});
// Scrolling up stops following, scrolling back to the end takes it up again.
box.addEventListener('scroll', () => {
  const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 24;
  if (atEnd !== following) {
    following = atEnd;
    byId('console-follow').setAttribute('aria-pressed', String(atEnd));
  }
});
