// A menu under a button. https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/

import { element } from './elements.js';

const GAP = 4;

/** What moves the button; the menu goes with it. */
const moves = ['resize', 'scroll'];

let close = () => {};

/** items: { label, description, enabled, choose(button) } */
export function openMenu(button, items) {
  const wasOpen = button.getAttribute('aria-expanded') === 'true';
  close();
  if (wasOpen) {
    return;
  }

  const menu = element('div', { role: 'menu', class: 'menu', 'aria-label': button.getAttribute('aria-label') }, items.map((item) =>
    element('button', {
      type: 'button',
      role: 'menuitem',
      tabindex: '-1',
      'aria-disabled': item.enabled ? null : 'true',
      onclick: () => choose(item),
    }, element('span', {}, item.label), item.description && element('small', {}, item.description))));

  function choose(item) {
    if (item.enabled) {
      close();
      button.focus();
      item.choose(button);
    }
  }

  const onMove = () => place(menu, button.getBoundingClientRect());
  const onPress = (event) => !menu.contains(event.target) && !button.contains(event.target) && close();
  close = () => {
    menu.remove();
    button.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', onPress);
    removeEventListener('hashchange', close);
    for (const event of moves) {
      removeEventListener(event, onMove, true);
    }
    close = () => {};
  };

  menu.addEventListener('keydown', (event) => onKey(event, menu, button));
  menu.addEventListener('focusout', (event) => !menu.contains(event.relatedTarget) && event.relatedTarget && close());
  document.addEventListener('pointerdown', onPress);
  addEventListener('hashchange', close);
  for (const event of moves) {
    addEventListener(event, onMove, true);
  }
  button.closest('main, aside').append(menu);
  button.setAttribute('aria-expanded', 'true');
  place(menu, button.getBoundingClientRect());
  menu.firstElementChild.focus();
}

function onKey(event, menu, button) {
  const items = [...menu.children];
  const at = items.indexOf(document.activeElement);
  const targets = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 };
  if (event.key in targets) {
    event.preventDefault();
    items[targets[event.key] % items.length].focus();
  } else if (event.key === 'Escape' || event.key === 'Tab') {
    event.stopPropagation();
    close();
    button.focus();
  }
}

function place(menu, at) {
  const left = Math.max(GAP, Math.min(at.right - menu.offsetWidth, innerWidth - menu.offsetWidth - GAP));
  const fitsBelow = at.bottom + GAP + menu.offsetHeight < innerHeight;
  const top = fitsBelow ? at.bottom + GAP : Math.max(GAP, at.top - GAP - menu.offsetHeight);
  menu.style.left = `${left}px`;
  menu.style.top = `${top}px`;
}
