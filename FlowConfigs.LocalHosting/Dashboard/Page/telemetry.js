// What the pages of logs, traces and metrics have in common: they ask again when something has come in, unless they are paused.

import { openStream } from './connection.js';
import { byId, element } from './elements.js';
import { icon } from './icons.js';

const TYPING = 200;

export async function getJson(path, values = {}) {
  const query = new URLSearchParams(Object.entries(values).flatMap(([name, value]) =>
    [value].flat().filter(Boolean).map((one) => [name, one])));
  const answer = await fetch(`${path}${query.size > 0 ? `?${query}` : ''}`);
  if (answer.status === 401) {
    location.assign('/login');
  }
  const content = await answer.json();
  if (!answer.ok) {
    throw Object.assign(new Error(content.detail ?? content.title), { status: answer.status });
  }
  return content;
}

/** The buttons are <kind>-pause and <kind>-clear. load() asks for what the page shows, and shows it. */
export function livePage(kind, load) {
  let stream = null;
  let seen = null;
  let paused = false;
  let missed = false;
  let loading = false;
  let again = false;

  async function refresh() {
    if (loading) {
      again = true;
      return;
    }
    loading = true;
    try {
      await load();
      byId('failed').hidden = true;
    } catch (problem) {
      // Without a connection the frame says so already.
      byId('failed').replaceChildren(icon('warning'), element('p', {}, problem.message));
      byId('failed').hidden = problem.status === undefined;
    }
    loading = false;
    if (again) {
      again = false;
      refresh();
    }
  }

  function changed(versions) {
    if (versions[kind] === seen) {
      return;
    }
    seen = versions[kind];
    if (paused) {
      missed = true;
      showPause();
    } else {
      refresh();
    }
  }

  function showPause() {
    const label = paused ? `Resume${missed ? ' (there is more)' : ''}` : 'Pause';
    byId(`${kind}-pause`).replaceChildren(icon(paused ? 'start' : 'pause'), label);
  }

  function setPaused(value) {
    const isLate = paused && !value && missed;
    paused = value;
    missed = false;
    showPause();
    if (isLate && stream) {
      refresh();
    }
  }

  byId(`${kind}-pause`).addEventListener('click', () => setPaused(!paused));
  byId(`${kind}-clear`).append(icon('clear'), 'Clear');
  byId(`${kind}-clear`).addEventListener('click', async () => {
    await fetch(`/api/telemetry/${kind}`, { method: 'DELETE' });
    await refresh();
  });
  showPause();

  return {
    show() {
      if (stream) {
        refresh();
        return;
      }
      // Its first event says how things are, and so leads to the first load.
      seen = null;
      stream = openStream(() => '/api/telemetry/stream', { changed });
    },
    hide() {
      stream?.close();
      stream = null;
      setPaused(false);
    },
    refresh,
  };
}

/** Calls back when somebody has stopped typing. */
export function onTyping(input, done) {
  let waiting = null;
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => done(input.value.trim()), TYPING);
  });
}

export function offer(select, choices, chosen) {
  const known = choices.some(([value]) => value === chosen) || !chosen ? choices : [...choices, [chosen, chosen]];
  const key = JSON.stringify(known);
  if (select.dataset.offered !== key) {
    select.dataset.offered = key;
    select.replaceChildren(...known.map(([value, label]) => element('option', { value }, label)));
  }
  select.value = chosen ?? '';
}

export const offerResourceNames = (select, names, chosen) =>
  offer(select, [['', 'All'], ...names.map((name) => [name, name])], chosen);

const whole = new Intl.NumberFormat();

export const countOf = (number, one, many) => `${whole.format(number)} ${number === 1 ? one : many}`;

/** 0.42 ms, 12.3 ms, 1.24 s */
export function durationOf(milliseconds) {
  const [value, unit] = milliseconds >= 1_000 ? [milliseconds / 1_000, 's'] : [milliseconds, 'ms'];
  return `${value.toLocaleString(undefined, { maximumSignificantDigits: 3 })} ${unit}`;
}
