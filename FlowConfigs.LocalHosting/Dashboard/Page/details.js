// Everything about one resource, beside the table (on a phone: over it).

import { copyText } from './answer.js';
import { actionsOf } from './commands.js';
import { byId, dateAndTimeOf, element, iconButton, renderOnChange, timeOf } from './elements.js';
import { icon } from './icons.js';
import { focusRow, linkTo, markChosen } from './resources.js';
import { chip } from './status.js';

const panel = byId('details');
const covers = matchMedia('(max-width: 60rem)');
let shown = null;

// Where the panel covers the page, the page behind it must not take the keyboard.
const holdRest = () => {
  byId('main').inert = shown !== null && covers.matches;
};
covers.addEventListener('change', holdRest);

panel.addEventListener('keydown', (event) => event.key === 'Escape' && close());

const close = () => {
  location.hash = '#/resources';
};

export function hideDetails() {
  if (shown === null) {
    return;
  }
  const last = shown;
  const hadFocus = panel.contains(document.activeElement);
  shown = null;
  panel.hidden = true;
  holdRest();
  document.body.classList.remove('with-details');
  markChosen(null);
  if (hadFocus) {
    focusRow(last);
  }
}

export function showDetails(resource, all) {
  const opening = shown !== resource.name;
  if (opening) {
    shown = resource.name;
    panel.hidden = false;
    panel.replaceChildren(...build(resource.name));
    panel.scrollTop = 0;
    holdRest();
    document.body.classList.add('with-details');
    markChosen(resource.name);
  }

  const part = (name, data, render) => renderOnChange(panel.querySelector(`[data-part=${name}]`), data, render);
  part('state', [resource.state, resource.health, resource.exitCode, resource.type], () => chip(resource));
  part('actions', [resource.commands, resource.name, resource.type], () => actionsOf(resource, { inWords: true }));
  part('facts', [resource.type, resource.startedAt, resource.processId, resource.exitCode], () => factsOf(resource));
  part('urls', resource.urls, (urls) => section('URLs', urls, address));
  part('waits', waitsOf(resource, all), (waits) => section('Waits for', waits, dependency));
  part('health', resource.healthReports, (reports) => section('Health checks', reports, healthReport));
  part('environment', resource.environment, environment);
  if (opening) {
    byId('details-title').focus();
  }
}

function build(name) {
  return [
    element('header', { class: 'details-head' },
      element('div', {}, element('h2', { id: 'details-title', tabindex: '-1' }, name), element('div', { 'data-part': 'state' })),
      iconButton(icon('close'), `Close the details of ${name}`, { onclick: close })),
    ...['actions', 'facts', 'urls', 'waits', 'health', 'environment'].map((part) => element('div', { 'data-part': part })),
  ];
}

function factsOf({ type, startedAt, processId, exitCode }) {
  const started = startedAt && dateAndTimeOf(startedAt);
  const facts = [['Type', type], ['Started', started], ['Process id', processId], ['Exit code', exitCode]];
  return element('dl', { class: 'facts' }, facts
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, String(value)))));
}

const waitsOf = (resource, all) => resource.waitsFor.map((name) => {
  const other = all.find((candidate) => candidate.name === name);
  return { name, other: other && { state: other.state, health: other.health, exitCode: other.exitCode, type: other.type } };
});

function section(title, items, render) {
  return items.length === 0 ? null : [element('h3', {}, title), element('ul', { class: 'list' }, items.map(render))];
}

const address = ({ url, displayText }) =>
  element('li', {}, linkTo({ url }), displayText && element('small', {}, displayText));

const dependency = ({ name, other }) =>
  element('li', {}, element('a', { href: `#/resources/${encodeURIComponent(name)}` }, name), other && chip(other));

function healthReport({ name, healthy, description, checkedAt }) {
  return element('li', { class: 'report' },
    element('span', { class: `chip ${healthy ? 'good' : 'warning'}` },
      icon(healthy ? 'check' : 'warning'), healthy ? 'Healthy' : 'Unhealthy'),
    element('div', {}, element('strong', {}, name), description && element('p', {}, description)),
    element('time', { datetime: checkedAt, title: dateAndTimeOf(checkedAt) }, timeOf(checkedAt)));
}

function environment(variables) {
  if (variables.length === 0) {
    return null;
  }
  return [
    element('h3', {}, 'Environment'),
    element('ul', { class: 'environment' }, variables.map((variable) => element('li', {},
      element('code', { class: 'variable' }, variable.name),
      variable.isSecret ? secret() : valueOf(variable)))),
  ];
}

const secret = () => element('span', { class: 'secret', title: 'A secret stays in the AppHost' }, icon('lock'), 'Secret');

function valueOf({ name, value }) {
  const copy = iconButton(icon('copy'), `Copy the value of ${name}`, {
    'data-focus': `copy ${name}`,
    onclick: () => copyText(value, copy),
  });
  return [element('code', { class: 'value' }, value || '(empty)'), copy];
}
