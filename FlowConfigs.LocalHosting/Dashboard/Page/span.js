// Everything about one span.

import { addressOf } from './address.js';
import { element, millisecondsOf } from './elements.js';
import { icon } from './icons.js';
import { attributeList, factList, timeFact } from './panel.js';
import { durationOf } from './telemetry.js';

const after = (at, start) => durationOf(Math.max(0, millisecondsOf(at) - millisecondsOf(start)));

const linesOf = ({ traceId, resource }) => addressOf(['logs'], { trace: traceId, resource });

export const spanDetails = (span, summary) => [
  span.isError && element('p', { class: 'chip bad' }, icon('cross'), 'Error'),
  span.error && element('p', { class: 'log-text' }, span.error),
  factList([
    ['Resource', span.resource],
    ['Kind', span.kind],
    ['Source', span.scope],
    ['Started', timeFact(span.startedAt)],
    ['After', `${after(span.startedAt, summary.startedAt)} of the trace`],
    ['Duration', durationOf(span.durationMs)],
    ['Span id', element('code', {}, span.spanId)],
    ['Log lines', element('a', { href: linesOf(span) }, `Of ${span.resource} in this trace`)],
  ]),
  attributeList('Attributes', span.attributes),
  span.events.flatMap((each) => [
    element('h3', {}, `Event after ${after(each.at, span.startedAt)}`),
    element('p', {}, each.name),
    ...attributeList('Its attributes', each.attributes),
  ]),
  span.links.length > 0 && [
    element('h3', {}, 'Linked traces'),
    ...span.links.map((id) => element('p', {}, element('a', { href: addressOf(['traces', id]) }, element('code', {}, id.slice(0, 8))))),
  ],
];
