// What a command answered, in a dialog.

import { byId, element, iconButton } from './elements.js';
import { icon } from './icons.js';

export function showAnswer(resource, command, result, milliseconds) {
  const dialog = byId('answer');
  const text = result.data.format === 'json' ? pretty(result.data.value) : result.data.value;
  const tone = result.success ? 'good' : 'bad';
  const copy = element('button', { type: 'button', class: 'button', onclick: () => copyText(text, copy) }, icon('copy'), 'Copy');

  dialog.replaceChildren(
    element('header', {},
      element('div', {},
        element('h2', { id: 'answer-title' }, command.displayName),
        element('p', { class: 'subtitle' },
          element('span', { class: `chip ${tone}` }, icon(result.success ? 'check' : 'cross'), result.success ? 'Succeeded' : 'Failed'),
          `${resource.name} · ${Math.round(milliseconds)} ms`)),
      iconButton(icon('close'), 'Close', { onclick: () => dialog.close() })),
    element('div', { class: 'answer-body' },
      result.message && element('p', {}, result.message),
      element('pre', { tabindex: '0', 'aria-label': 'Answer' }, result.data.format === 'json' ? coloured(text) : text)),
    element('footer', {}, copy, element('button', { type: 'button', class: 'button primary', onclick: () => dialog.close() }, 'Close')));
  dialog.showModal();
  dialog.querySelector('.primary').focus();
}

function pretty(json) {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}

/** Keys stand out from values; the rest is left as it is. */
function coloured(json) {
  const parts = json.split(/^(\s*"(?:[^"\\]|\\.)*")(?=:)/m);
  return parts.map((part, at) => (at % 2 === 1 ? element('span', { class: 'json-key' }, part) : part));
}

export async function copyText(text, button) {
  const label = button.lastChild;
  const before = label.nodeType === Node.TEXT_NODE ? label.textContent : null;
  try {
    await navigator.clipboard.writeText(text);
    button.classList.add('copied');
    if (before) {
      label.textContent = 'Copied';
    }
  } catch {
    if (before) {
      label.textContent = 'Not allowed';
    }
  }
  setTimeout(() => {
    button.classList.remove('copied');
    if (before) {
      label.textContent = before;
    }
  }, 1_500);
}
