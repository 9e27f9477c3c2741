import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** The page of docs/ that the app links to. Its people cannot see the repository. */
const page = 'moving-from-elsewhere';
const source = new URL(`../../docs/${page}.md`, import.meta.url);
const file = `${page}.html`;

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
table{border-collapse:collapse;display:block;overflow-x:auto}td,th{border:1px solid;padding:.25rem .5rem;text-align:left;vertical-align:top}
pre{overflow-x:auto;border:1px solid;padding:.75rem}code{overflow-wrap:anywhere}pre code{overflow-wrap:normal}`;

/** Writes it as a file beside index.html, and gives it while developing. */
export function guide(): Plugin {
  return {
    name: 'guide',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: file, source: toHtml(readFileSync(source, 'utf8')) });
    },
    configureServer(server) {
      server.middlewares.use(`/${file}`, (_request, response) => {
        response.setHeader('Content-Type', 'text/html; charset=utf-8').end(toHtml(readFileSync(source, 'utf8')));
      });
    },
  };
}

/** The Markdown that the page uses: headings, paragraphs, lists, tables and code. Links to other pages of docs/ become plain text. */
export function toHtml(markdown: string): string {
  // Code may have empty lines of its own.
  const blocks = markdown.match(/^```[^]*?^```$|(?:^(?!```).+\n?)+/gm) ?? [];
  const title = blocks[0]?.replace(/^# /, '').trim() ?? '';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${inline(title)}</title><style>${style}</style></head><body>
${blocks.map((block) => toBlock(block.trim())).join('\n')}
</body></html>
`;
}

function toBlock(block: string): string {
  const heading = /^(#{1,4}) (.*)$/.exec(block);
  if (heading?.[1] !== undefined && heading[2] !== undefined) {
    return `<h${heading[1].length}>${inline(heading[2])}</h${heading[1].length}>`;
  }
  const lines = block.split('\n');
  if (block.startsWith('```')) {
    return `<pre tabindex="0"><code>${escape(lines.slice(1, -1).join('\n'))}</code></pre>`;
  }
  if (block.startsWith('|')) {
    const rows = lines.filter((line) => !/^\|[-| ]+\|$/.test(line)).map((line) => line.slice(1, -1).split(/(?<!\\)\|/));
    const row = (cells: string[], tag: string) => `<tr>${cells.map((cell) => `<${tag}>${inline(cell.trim())}</${tag}>`).join('')}</tr>`;
    return `<table tabindex="0">${rows.map((cells, i) => row(cells, i === 0 ? 'th' : 'td')).join('')}</table>`;
  }
  if (/^(- |\d+\. )/.test(block)) {
    const tag = block.startsWith('- ') ? 'ul' : 'ol';
    return `<${tag}>${block.split(/\n(?=- |\d+\. )/).map((item) => `<li>${inline(item.replace(/^(- |\d+\. )/, ''))}</li>`).join('')}</${tag}>`;
  }
  return `<p>${inline(block)}</p>`;
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const inline = (text: string) =>
  escape(text)
    .replace(/\[([^\]]+)\]\((https:[^)]+)\)/g, '<a href="$2">$1</a>')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>')
    .replace(/\*([^*\n]+)\*/g, '<i>$1</i>');
