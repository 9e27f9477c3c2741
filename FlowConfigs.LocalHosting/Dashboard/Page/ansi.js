// Colours that programs write for a terminal: ECMA-48 "select graphic rendition". Every other escape sequence is left out.

import { element } from './elements.js';

const ESCAPES = new RegExp([
  '\\u001b\\[([0-9;:?]*)([@-~])', // control sequences, colours among them
  '\\u001b\\][^\\u0007\\u001b]*(?:\\u0007|\\u001b\\\\)', // titles and links
  '\\u001b[@-Z\\\\^_]',
  '[\\u0000-\\u0008\\u000b-\\u001f\\u007f]',
].join('|'), 'g');

/** Gives text and spans with the classes ansi-31, ansi-bold and so on. */
export function withColours(text) {
  const parts = [];
  let style = { colour: null, bold: false, dim: false };
  let from = 0;

  const add = (end) => {
    const piece = text.slice(from, end);
    const classes = [style.colour, style.bold && 'ansi-bold', style.dim && 'ansi-dim'].filter(Boolean).join(' ');
    if (piece) {
      parts.push(classes ? element('span', { class: classes }, piece) : piece);
    }
  };

  for (const found of text.matchAll(ESCAPES)) {
    add(found.index);
    from = found.index + found[0].length;
    if (found[2] === 'm') {
      style = after(style, found[1]);
    }
  }
  add(text.length);
  return parts;
}

function after(style, codes) {
  let { colour, bold, dim } = style;
  const list = codes.split(/[;:]/).map(Number);
  for (let at = 0; at < list.length; at += 1) {
    const code = list[at];
    if (code === 0) {
      [colour, bold, dim] = [null, false, false];
    } else if (code === 1) {
      bold = true;
    } else if (code === 2) {
      dim = true;
    } else if (code === 22) {
      [bold, dim] = [false, false];
    } else if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) {
      // Bright ones share the class of the plain ones: both must stay readable on light and dark.
      colour = `ansi-${code % 10 + 30}`;
    } else if (code === 39) {
      colour = null;
    } else if (code === 38 || code === 48) {
      at += list[at + 1] === 5 ? 2 : 4;
    }
  }
  return { colour, bold, dim };
}
