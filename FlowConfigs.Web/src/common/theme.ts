import { applyMode, Mode } from '@cloudscape-design/global-styles';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const applySystemColours = () => applyMode(dark.matches ? Mode.Dark : Mode.Light);

export function followSystemColours(): void {
  applySystemColours();
  dark.addEventListener('change', applySystemColours);
}

/** Light or dark whatever the system says. */
export function setColours(mode: 'light' | 'dark'): void {
  dark.removeEventListener('change', applySystemColours);
  applyMode(mode === 'dark' ? Mode.Dark : Mode.Light);
}

/** Imported late: it is not needed for the first paint, and it brings Cloudscape's whole theming code. */
export async function loadConnectTheme(): Promise<void> {
  const { applyConnectTheme } = await import('@amazon-connect/theme');
  // Without a provider it applies Connect's own colours at once; with one it waits up to 30 s for the workspace to answer.
  await applyConnectTheme();
}
