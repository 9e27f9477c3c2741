// Short notes at the edge. Good news goes away by itself, bad news stays until it is dismissed.

import { byId, element, iconButton } from './elements.js';
import { icon } from './icons.js';

const SHOWN_FOR = 5_000;
const AT_MOST = 4;

const icons = { good: 'check', bad: 'cross', quiet: 'circle' };

export function toast(tone, text) {
  const made = element('div', { class: `toast ${tone}`, role: tone === 'bad' ? 'alert' : null },
    icon(icons[tone]), element('p', {}, text), iconButton(icon('close'), 'Dismiss', { onclick: () => made.remove() }));
  byId('toasts').append(made);
  while (byId('toasts').children.length > AT_MOST) {
    byId('toasts').firstElementChild.remove();
  }
  if (tone !== 'bad') {
    setTimeout(() => made.remove(), SHOWN_FOR);
  }
}
