// A chart of lines as SVG. What it shows stands in the table below it too.

import { timeOf } from './elements.js';
import { amountOf } from './units.js';

const NAMESPACE = 'http://www.w3.org/2000/svg';
const HEIGHT = 260;
const MARGIN = { top: 12, right: 12, bottom: 26, left: 64 };
const ROWS = 4;
/** A program that says nothing for so long has not measured: the line breaks off. */
const LONGEST_GAP = 15_000;

function svg(name, attributes, ...children) {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** lines: { label, percentile, points: { at, value } }, as the API gives them. */
export function chartOf(lines, unit, label, width) {
  const points = lines.flatMap((line) => line.points).filter((point) => point.value !== null);
  const times = points.map((point) => Date.parse(point.at));
  const [from, to] = [Math.min(...times), Math.max(...times, Math.min(...times) + 60_000)];
  const top = niceTop(Math.max(...points.map((point) => point.value), 0));
  const bottom = Math.min(0, ...points.map((point) => point.value));
  const x = (at) => MARGIN.left + ((at - from) / (to - from)) * (width - MARGIN.left - MARGIN.right);
  const y = (value) => HEIGHT - MARGIN.bottom - ((value - bottom) / (top - bottom)) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  return svg('svg', { class: 'chart', viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: 'img', 'aria-label': label },
    ...gridOf(bottom, top, unit, y, width),
    ...timesOf(from, to, x, width),
    ...lines.map((line, at) => svg('path', { class: classOf(line, at), d: pathOf(line.points, x, y) })));
}

/** Percentiles of one thing have one colour; the higher one is dashed. */
export const classOf = (line, at) =>
  (line.percentile ? `line colour-${Math.floor(at / 2) % 8} ${line.percentile}` : `line colour-${at % 8}`);

function gridOf(bottom, top, unit, y, width) {
  return Array.from({ length: ROWS + 1 }, (_, row) => bottom + ((top - bottom) * row) / ROWS).flatMap((value) => [
    svg('line', { class: 'grid', x1: MARGIN.left, x2: width - MARGIN.right, y1: y(value), y2: y(value) }),
    svg('text', { x: MARGIN.left - 8, y: y(value) + 4, 'text-anchor': 'end' }, amountOf(value, unit)),
  ]);
}

function timesOf(from, to, x, width) {
  const marks = width < 500 ? [0, 1] : [0, 1 / 3, 2 / 3, 1];
  return marks.map((share) => {
    const at = from + (to - from) * share;
    return svg('text', { x: x(at), y: HEIGHT - 6, 'text-anchor': share === 0 ? 'start' : share === 1 ? 'end' : 'middle' }, timeOf(at));
  });
}

function pathOf(points, x, y) {
  let path = '';
  let before = null;
  for (const { at, value } of points.filter((point) => point.value !== null)) {
    const time = Date.parse(at);
    const goesOn = before !== null && time - before <= LONGEST_GAP;
    // A line of no length is drawn as a dot by its round caps.
    path += goesOn ? `L${x(time)} ${y(value)}` : `M${x(time)} ${y(value)}l0 0`;
    before = time;
  }
  return path;
}

function niceTop(value) {
  if (value <= 0) {
    return 1;
  }
  const size = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 2.5, 5, 10].map((step) => step * size).find((step) => step >= value);
}
