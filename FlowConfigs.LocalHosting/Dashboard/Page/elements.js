// Builds elements. Text always goes in as text: nothing that a process writes is ever parsed as HTML.

export const byId = (id) => document.getElementById(id);

/** element('a', { class: 'x', href: '#', onclick: f, disabled: true }, 'text', child, null) */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      made.addEventListener(key.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? '' : value);
    }
  }
  made.append(...children.flat().filter(Boolean));
  return made;
}

/** Replaces what is in a place, but only if the data behind it has changed: focus and selection survive. */
export function renderOnChange(place, data, render) {
  const key = JSON.stringify(data);
  if (place.renderedFrom === key) {
    return;
  }
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
  place.renderedFrom = key;
  place.replaceChildren(...[render(data)].flat().filter(Boolean));
  if (focused) {
    place.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
  }
}

/**
 * Brings the children of a place in line with items, by key. Elements stay in place while their data changes, so that focus survives.
 * make(item) gives a new element; fill(element, item) brings it up to date.
 */
export function renderList(place, items, keyOf, make, fill = () => {}) {
  const known = new Map([...place.children].map((child) => [child.dataset.key, child]));
  items.forEach((item, at) => {
    const key = String(keyOf(item));
    let child = known.get(key);
    known.delete(key);
    if (!child) {
      child = make(item);
      child.dataset.key = key;
    }
    fill(child, item);
    if (place.children[at] !== child) {
      place.insertBefore(child, place.children[at] ?? null);
    }
  });
  known.forEach((child) => child.remove());
}

/** A button that shows only an icon; its label is its tooltip. */
export function iconButton(icon, label, attributes = {}) {
  return element('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label, ...attributes }, icon);
}

/** Processes may give any URL; only these become links. */
export const isWebAddress = (url) => /^https?:\/\//i.test(url);

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' });

export const timeOf = (instant) => clock.format(new Date(instant));
const exact = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3, hourCycle: 'h23',
});

/** Milliseconds with their fraction, which Date leaves out: spans of one program are often closer together. */
export const millisecondsOf = (instant) => Date.parse(instant) + Number(`0.${/\.\d{3}(\d+)/.exec(instant)?.[1] ?? 0}`);

export const exactTimeOf = (instant) => exact.format(new Date(instant));
export const dateAndTimeOf = (instant) => full.format(new Date(instant));
