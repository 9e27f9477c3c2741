// Spans as bars over the time of their trace, each under the one that began it.

import { addressOf } from './address.js';
import { colourOf } from './colours.js';
import { element, millisecondsOf } from './elements.js';
import { icon } from './icons.js';
import { durationOf } from './telemetry.js';

const MARKS = [0, 0.25, 0.5, 0.75, 1];
/** Deeper ones are not moved further in: on a phone there would be no room for their names. */
const DEEPEST = 8;

/** Spans with their depth, in the order in which they are drawn. Whose parent is not there stands at the left. */
export function treeOf(spans) {
  const ids = new Set(spans.map((span) => span.spanId));
  const children = Map.groupBy(spans, (span) => (ids.has(span.parentId) && span.parentId !== span.spanId ? span.parentId : ''));
  const drawn = [];
  const seen = new Set();
  const waiting = (children.get('') ?? []).map((span) => ({ span, depth: 0 })).reverse();
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (!seen.has(next.span.spanId)) {
      seen.add(next.span.spanId);
      drawn.push(next);
      const below = (children.get(next.span.spanId) ?? []).map((span) => ({ span, depth: next.depth + 1 }));
      waiting.push(...below.reverse());
    }
  }
  return drawn;
}

export function waterfallOf(summary, tree) {
  const total = Math.max(summary.durationMs, 0.001);
  const start = millisecondsOf(summary.startedAt);
  const list = element('ol', { class: 'spans' }, tree.map((each) => rowOf(each, start, total)));
  list.addEventListener('keydown', onKey);
  return [
    element('div', { class: 'scale', 'aria-hidden': 'true' },
      element('span', { class: 'scale-name' }, 'Span'),
      element('div', { class: 'marks' }, MARKS.map((mark) => {
        const label = element('span', {}, durationOf(total * mark));
        label.style.left = `${mark * 100}%`;
        return label;
      }))),
    list,
  ];
}

function rowOf({ span, depth }, start, total) {
  const from = Math.max(0, millisecondsOf(span.startedAt) - start);
  const label = `${span.resource}, ${span.name}, ${durationOf(span.durationMs)}, after ${durationOf(from)}${span.isError ? ', error' : ''}`;
  const left = Math.min(99.5, (from / total) * 100);
  const width = Math.min(100 - left, Math.max(0.5, (span.durationMs / total) * 100));
  const bar = element('span', { class: `bar colour-${colourOf(span.resource)}` });
  bar.style.left = `${left}%`;
  bar.style.width = `${width}%`;
  const place = placeOf(left, left + width);
  const length = element('span', { class: `bar-length ${place}` }, durationOf(span.durationMs));
  length.style.left = `${place === 'before' ? left : left + width}%`;
  const name = element('span', { class: 'span-name' },
    span.isError && icon('cross'),
    element('span', { class: `who colour-${colourOf(span.resource)}` }, span.resource),
    element('span', { class: 'span-text' }, span.name));
  name.style.paddingLeft = `${Math.min(depth, DEEPEST) * 0.75}rem`;
  return element('li', { class: span.isError ? 'failed' : null }, element('a', {
    href: addressOf(['traces', span.traceId, span.spanId]), 'data-opens': `span ${span.spanId}`, title: label,
  }, name, element('span', { class: 'track' }, bar, length)));
}

/** Where a bar's length has room: beside it, or in it when it takes up nearly all. */
function placeOf(left, right) {
  if (right <= 75) {
    return 'after-bar';
  }
  return left >= 25 ? 'before' : 'inside';
}

/** Arrows go from span to span, as Tab does. */
function onKey(event) {
  const rows = [...event.currentTarget.children];
  const at = rows.indexOf(event.target.closest('li'));
  const targets = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 };
  if (event.key in targets) {
    event.preventDefault();
    rows[targets[event.key]]?.firstElementChild.focus();
  }
}
