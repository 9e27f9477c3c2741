import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const inlineFont = /url\((['"]?)data:font\/woff2;base64,([^'")]+)\1\)/g;

/**
 * Cloudscape's global styles carry eight woff2 fonts as data: addresses, which weigh more than everything else together.
 * Written as files they are loaded when a text needs them, are cached, and need no data: in the Content-Security-Policy.
 */
export function fontsToFiles(): Plugin {
  return {
    name: 'fonts-to-files',
    apply: 'build',
    generateBundle(_options, bundle) {
      const fonts = new Map<string, Buffer>();
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && file.fileName.endsWith('.css')) {
          file.source = String(file.source).replace(inlineFont, (_match, _quote: string, base64: string) => {
            const bytes = Buffer.from(base64, 'base64');
            const name = `fonts/${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}.woff2`;
            fonts.set(name, bytes);
            return `url("${name}")`;
          });
        }
      }
      for (const [name, source] of fonts) {
        // Beside the style sheet, which names it by a relative address.
        this.emitFile({ type: 'asset', fileName: `assets/${name}`, source });
      }
    },
  };
}
