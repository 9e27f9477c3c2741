import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';

/** What the emergency needs besides the entry: signing in. */
const besides = 'user-pool';

/** Writes the service worker, with the names of the files that it keeps. */
export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = new Set<string>();
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const add = (chunk: Rolldown.OutputChunk) => {
        if (!files.has(chunk.fileName)) {
          files.add(chunk.fileName);
          chunk.viteMetadata?.importedCss.forEach((css) => files.add(css));
          chunks.filter(({ fileName }) => chunk.imports.includes(fileName)).forEach(add);
        }
      };
      chunks.filter(({ isEntry, name }) => isEntry || name === besides).forEach(add);
      const list = JSON.stringify([...files].toSorted().map((file) => `/${file}`));
      const source = readFileSync(new URL('./service-worker.js', import.meta.url), 'utf8')
        .replace('FILES', list)
        .replace('VERSION', createHash('sha256').update(list).digest('hex').slice(0, 10));
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source });
    },
  };
}
