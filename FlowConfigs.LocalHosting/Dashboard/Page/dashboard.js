// The entry: the live list of resources, the address (#/resources, #/resources/api, #/console/api) and the connection.

import { showConsole, hideConsole, offerResources } from './console.js';
import { openStream } from './connection.js';
import { showDetails, hideDetails } from './details.js';
import { byId, element } from './elements.js';
import { icon } from './icons.js';
import { renderResources } from './resources.js';
import { offerThemes } from './themes.js';

let resources = [];

const nameIn = (hash) => {
  const [, page = 'resources', name = ''] = hash.split('/');
  return { page: page === 'console' ? 'console' : 'resources', name: decodeURIComponent(name) };
};

function route() {
  const { page, name } = nameIn(location.hash);
  for (const link of document.querySelectorAll('[data-page]')) {
    link.setAttribute('aria-current', link.dataset.page === page ? 'page' : 'false');
  }
  byId('resources').hidden = page !== 'resources';
  byId('console').hidden = page !== 'console';
  if (page === 'resources') {
    hideConsole();
  }
  update();
}

function update() {
  renderResources(resources);
  offerResources(resources);
  const { page, name } = nameIn(location.hash);
  const chosen = resources.find((resource) => resource.name === name);
  if (page === 'console') {
    hideDetails();
    showConsole(name, resources);
  } else if (chosen) {
    showDetails(chosen, resources);
  } else {
    hideDetails();
  }
}

function showConnection(state) {
  if (byId('connection').dataset.state === state) {
    return;
  }
  const live = state === 'live';
  document.body.classList.toggle('offline', !live);
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
