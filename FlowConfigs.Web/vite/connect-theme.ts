import { build, type Plugin } from 'vite';

const name = 'virtual:connect-theme.css';
const entry = 'connect-theme-entry';

// What applyConnectTheme() of @amazon-connect/theme does in the browser, where it takes longer than all else that a page does first.
const source = `
import { generateThemeStylesheet } from '@cloudscape-design/components/theming';
import { buildTheme } from '@amazon-connect/theme/lib-esm/build-theme';
import { CONNECT_OVERRIDES } from '@amazon-connect/theme/lib-esm/connect-overrides';
export const css = generateThemeStylesheet({ theme: buildTheme(CONNECT_OVERRIDES) });`;

/** Connect's own colours as a style sheet, written when the app is built. Only a workspace with other colours needs them computed. */
export function connectTheme(): Plugin {
  let css: Promise<string> | undefined;
  return {
    name: 'connect-theme',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load: (id) => (id === `\0${name}` ? (css ??= generate()) : null),
  };
}

async function generate(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [{ name: 'entry', enforce: 'pre', resolveId: (id) => (id === entry ? id : null), load: (id) => (id === entry ? source : null) }],
    ssr: { noExternal: true },
    build: { ssr: true, write: false, rolldownOptions: { input: entry } },
  });
  const [bundle] = [result].flat();
  if (!bundle || !('output' in bundle)) {
    throw new Error('Vite wrote no module.');
  }
  const module: { css: string } = await import(`data:text/javascript,${encodeURIComponent(bundle.output[0].code)}`);
  return module.css;
}
