// The entry: the live list of resources, the pages by the address, and the connection.

import { readAddress } from './address.js';
import { showConsole, hideConsole, offerResources } from './console.js';
import { openStream } from './connection.js';
import { showDetails, hideDetails } from './details.js';
import { byId, element } from './elements.js';
import { icon } from './icons.js';
import { hideLogs, showLogs } from './logs.js';
import { hideMetrics, showMetrics } from './metrics.js';
import { hidePanel } from './panel.js';
import { renderResources } from './resources.js';
import { getJson } from './telemetry.js';
import { offerThemes } from './themes.js';
import { hideTrace, showTrace } from './trace.js';
import { hideTraces, showTraces } from './traces.js';

/** By the id of the section; show gets what the address says after the page. */
const pages = {
  resources: { link: 'resources', show: () => {}, hide: hideDetails },
  console: { link: 'console', show: () => {}, hide: hideConsole },
  logs: { link: 'logs', show: showLogs, hide: hideLogs },
  traces: { link: 'traces', show: showTraces, hide: hideTraces },
  trace: { link: 'traces', show: ([id]) => showTrace(id), hide: hideTrace },
  metrics: { link: 'metrics', show: showMetrics, hide: hideMetrics },
};

let resources = [];
let shown = null;

function pageOf({ page, parts }) {
  if (page === 'traces' && parts.length > 0) {
    return 'trace';
  }
  return Object.hasOwn(pages, page) ? page : 'resources';
}

function route() {
  const address = readAddress();
  const page = pageOf(address);
  if (shown !== page) {
    if (shown) {
      hidePanel();
      pages[shown].hide();
    }
    shown = page;
    byId('failed').hidden = true;
    for (const link of document.querySelectorAll('[data-page]')) {
      const isShown = link.dataset.page === pages[page].link;
      link.setAttribute('aria-current', isShown ? 'page' : 'false');
      if (isShown) {
        link.scrollIntoView({ block: 'nearest', inline: 'nearest' }); // on a phone they stand side by side
      }
    }
    for (const id of Object.keys(pages)) {
      byId(id).hidden = id !== page;
    }
  }
  pages[page].show(address.parts);
  update();
}

function update() {
  renderResources(resources);
  offerResources(resources);
  const [name] = readAddress().parts;
  if (shown === 'console') {
    showConsole(name, resources);
  } else if (shown === 'resources') {
    const chosen = resources.find((resource) => resource.name === name);
    if (chosen) {
      showDetails(chosen, resources);
    } else {
      hideDetails();
    }
  }
}

function showConnection(state) {
  if (byId('connection').dataset.state === state) {
    return;
  }
  const live = state === 'live';
  document.body.classList.toggle('offline', !live);
  if (!live) {
    askForSignIn();
  }
  byId('connection').dataset.state = state;
  byId('connection').textContent = live ? 'Live' : 'Not connected';
  const lost = byId('lost');
  lost.hidden = live;
  lost.replaceChildren(
    icon('warning'),
    element('p', {},
      element('strong', {}, 'The connection to the AppHost is lost.'),
      ' What you see is its last state. Trying again every 2 seconds.'),
    element('button', { type: 'button', class: 'button', onclick: () => stream.reconnect() }, 'Try now'),
  );
}

/** An AppHost that has started again has another token, and leads to the page that asks for it. */
const askForSignIn = () => getJson('/api/telemetry/logs', { limit: '1' }).catch(() => {});

for (const link of document.querySelectorAll('[data-icon]')) {
  link.prepend(icon(link.dataset.icon));
}
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  byId('main').focus();
});
offerThemes(byId('theme'));
addEventListener('hashchange', route);
route();

const stream = openStream(() => '/api/resources/stream', {
  resources(list) {
    resources = list;
    update();
  },
}, showConnection);
