// The table of resources. Rows and cells stay in place while their data changes, so that focus and open menus survive.

import { actionsOf } from './commands.js';
import { byId, dateAndTimeOf, element, isWebAddress, renderOnChange, timeOf } from './elements.js';
import { chip, reason, summaryOf } from './status.js';

const LINKS_IN_ROW = 2;

const rows = new Map();

export function renderResources(resources) {
  byId('nothing').hidden = resources.length > 0;
  const summary = summaryOf(resources);
  if (byId('summary').textContent !== summary) {
    byId('summary').textContent = summary;
  }

  const names = new Set(resources.map((resource) => resource.name));
  for (const [name, row] of rows) {
    if (!names.has(name)) {
      row.remove();
      rows.delete(name);
    }
  }
  resources.forEach((resource, place) => {
    const row = rows.get(resource.name) ?? addRow(resource.name);
    if (byId('rows').children[place] !== row) {
      byId('rows').insertBefore(row, byId('rows').children[place] ?? null);
    }
    fillRow(row, resource, resources);
  });
}

export function markChosen(name) {
  for (const [rowName, row] of rows) {
    row.classList.toggle('chosen', rowName === name);
  }
}

export const focusRow = (name) => rows.get(name)?.querySelector('.name')?.focus();

function addRow(name) {
  const cell = (kind) => element('td', { role: 'cell', class: `cell-${kind}` });
  const row = element('tr', { role: 'row', onclick: (event) => openFromRow(event, name) },
    element('th', { role: 'rowheader', scope: 'row', class: 'cell-name' }),
    ['type', 'state', 'started', 'urls', 'actions'].map(cell));
  rows.set(name, row);
  return row;
}

function openFromRow(event, name) {
  const selecting = String(getSelection()) !== '';
  if (!selecting && !event.target.closest('a, button')) {
    location.hash = `#/resources/${encodeURIComponent(name)}`;
  }
}

function fillRow(row, resource, all) {
  const [name, type, state, started, urls, actions] = row.children;
  renderOnChange(name, resource.name, () => element('a', {
    class: 'name', href: `#/resources/${encodeURIComponent(resource.name)}`, title: `Details of ${resource.name}`,
  }, resource.name.split(/(?<=[a-z])(?=[A-Z])/).flatMap((word) => [element('wbr'), word])));
  renderOnChange(type, resource.type, (text) => text);
  renderOnChange(state, [resource.state, resource.health, resource.exitCode, resource.type, reason(resource, all)], ([, , , , why]) => [
    chip(resource),
    why && element('span', { class: 'why', title: why }, why),
  ]);
  renderOnChange(started, resource.startedAt, (at) => (at
    ? element('time', { datetime: at, title: dateAndTimeOf(at) }, timeOf(at))
    : element('span', { class: 'none' }, '–')));
  renderOnChange(urls, [resource.urls, resource.name], () => linksOf(resource));
  renderOnChange(actions, [resource.commands, resource.name, resource.type], () => actionsOf(resource));
}

function linksOf(resource) {
  const { urls, name } = resource;
  if (urls.length === 0) {
    return element('span', { class: 'none' }, '–');
  }
  const more = urls.length - LINKS_IN_ROW;
  return [
    ...urls.slice(0, LINKS_IN_ROW).map(linkTo),
    more > 0 && element('a', { class: 'more', href: `#/resources/${encodeURIComponent(name)}` }, `${more} more`),
  ];
}

export function linkTo({ url, displayText }) {
  const text = displayText || url.replace(/^https?:\/\//i, '').replace(/\/$/, '');
  return isWebAddress(url)
    ? element('a', { class: 'url', href: url, target: '_blank', rel: 'noopener noreferrer', title: url }, text)
    : element('span', { class: 'url', title: url }, text);
}
