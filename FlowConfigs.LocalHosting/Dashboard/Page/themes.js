// Light and dark: as the system says, until the user chooses.

import { icon } from './icons.js';

const system = matchMedia('(prefers-color-scheme: dark)');

const current = () => document.documentElement.dataset.theme ?? (system.matches ? 'dark' : 'light');

export function offerThemes(button) {
  const show = () => {
    const other = current() === 'dark' ? 'light' : 'dark';
    button.replaceChildren(icon(other === 'dark' ? 'moon' : 'sun'));
    button.setAttribute('aria-label', `Use the ${other} theme`);
    button.title = `Use the ${other} theme`;
  };
  button.addEventListener('click', () => {
    const other = current() === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset.theme = other;
    localStorage.setItem('theme', other);
    show();
  });
  system.addEventListener('change', show);
  show();
}
