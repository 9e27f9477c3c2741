// Everything about one log line or span, beside the page (on a phone: over it).

import { copyText } from './answer.js';
import { byId, dateAndTimeOf, element, exactTimeOf, iconButton } from './elements.js';
import { icon } from './icons.js';

const panel = byId('item');
const covers = matchMedia('(max-width: 60rem)');
let shown = null;

const holdRest = () => {
  byId('main').inert = !panel.hidden && covers.matches;
};
covers.addEventListener('change', holdRest);
panel.addEventListener('keydown', (event) => event.key === 'Escape' && shown.close());

/** key tells whether it is shown already; close() changes the address, which leads to hidePanel. */
export function showPanel({ key, title, close, content }) {
  if (shown?.key === key) {
    return;
  }
  shown = { key, close };
  panel.hidden = false;
  panel.replaceChildren(
    element('header', { class: 'details-head' },
      element('h2', { id: 'item-title', tabindex: '-1' }, title),
      iconButton(icon('close'), 'Close the details', { onclick: close })),
    ...content.flat().filter(Boolean));
  panel.scrollTop = 0;
  holdRest();
  document.body.classList.add('with-details');
  markOpen(key);
  byId('item-title').focus();
}

export function hidePanel() {
  if (!shown) {
    return;
  }
  const { key } = shown;
  const hadFocus = panel.contains(document.activeElement);
  shown = null;
  panel.hidden = true;
  holdRest();
  document.body.classList.remove('with-details');
  markOpen(null);
  if (hadFocus) {
    document.querySelector(`[data-opens="${CSS.escape(key)}"]`)?.focus();
  }
}

/** The row whose details are open stands out. */
export function markOpen(key = shown?.key) {
  for (const link of document.querySelectorAll('[data-opens]')) {
    link.closest('tr, li').classList.toggle('chosen', link.dataset.opens === key);
  }
}

export const factList = (facts) => element('dl', { class: 'facts' }, facts
  .filter(([, value]) => value)
  .map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))));

export function attributeList(title, attributes) {
  const names = Object.keys(attributes);
  return names.length === 0 ? [] : [
    element('h3', {}, title),
    element('ul', { class: 'environment' }, names.sort().map((name) => {
      const value = String(attributes[name]);
      const copy = iconButton(icon('copy'), `Copy the value of ${name}`, { onclick: () => copyText(value, copy) });
      return element('li', {},
        element('code', { class: 'variable' }, name), element('code', { class: 'value' }, value || '(empty)'), copy);
    })),
  ];
}

export const timeFact = (instant) =>
  element('time', { datetime: instant, title: dateAndTimeOf(instant) }, exactTimeOf(instant));
