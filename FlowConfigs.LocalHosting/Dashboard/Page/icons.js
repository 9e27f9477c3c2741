// 16 × 16 line icons, drawn with the text's colour and hidden from screen readers: a label always stands beside them.

const paths = {
  grid: 'M2.5 3.5h11v3h-11zM2.5 9.5h11v3h-11z',
  terminal: 'M2.5 3h11v10h-11zM5 6l2 2-2 2M8.5 10.5H11',
  lines: 'M2.5 4h1M2.5 8h1M2.5 12h1M6 4h7.5M6 8h7.5M6 12h5',
  waterfall: 'M2.5 3.5h6M5 8h6M9 12.5h4.5',
  chart: 'M2.5 2.5v11h11M4.5 10.5l3-4 2.5 2 3.5-5',
  back: 'M13 8H3M7 4L3 8l4 4',
  check: 'M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 1 0 0-12.5M5.25 8.25l2 2 3.5-4.25',
  tick: 'M3.5 8.5l3 3 6-7',
  cross: 'M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 1 0 0-12.5M5.75 5.75l4.5 4.5M10.25 5.75l-4.5 4.5',
  warning: 'M8 2.25L14.25 13.25H1.75zM8 6.5v3M8 11.25v.25',
  clock: 'M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 1 0 0-12.5M8 4.75V8l2.25 1.5',
  spinner: 'M8 1.75a6.25 6.25 0 1 1-6.25 6.25',
  circle: 'M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 1 0 0-12.5M5 8h6',
  start: 'M4.75 3.25v9.5L12.5 8z',
  stop: 'M3.75 3.75h8.5v8.5h-8.5z',
  restart: 'M13 8a5 5 0 1 1-1.6-3.65M11.75 1.75v2.9h-2.9',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  down: 'M8 2.5v8M4.75 7.5L8 10.75l3.25-3.25M3 13.5h10',
  follow: 'M8 2.5v9M4.5 8L8 11.5 11.5 8M3 13.75h10',
  clear: 'M3 4.5h10M6 4.5V2.75h4V4.5M4.25 4.5l.6 8.75h6.3l.6-8.75',
  close: 'M4 4l8 8M12 4l-8 8',
  copy: 'M5.75 5.75h7.5v7.5h-7.5zM10.25 5.75v-3h-7.5v7.5h3',
  lock: 'M3.75 7.25h8.5v6h-8.5zM5.5 7.25V5a2.5 2.5 0 0 1 5 0v2.25',
  chevron: 'M4.5 6.25L8 9.75l3.5-3.5',
  sun: 'M8 5a3 3 0 1 0 0 6a3 3 0 1 0 0-6M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  moon: 'M13.25 9.5A5.75 5.75 0 1 1 6.5 2.75a4.75 4.75 0 0 0 6.75 6.75z',
};

const namespace = 'http://www.w3.org/2000/svg';

export function icon(name) {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}
