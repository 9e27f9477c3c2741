import { applyMode, Mode } from '@cloudscape-design/global-styles';

export function followSystemColours(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => applyMode(dark.matches ? Mode.Dark : Mode.Light);
  apply();
  dark.addEventListener('change', apply);
}

/** Imported late: it is not needed for the first paint, and it brings Cloudscape's whole theming code. */
export async function loadConnectTheme(): Promise<void> {
  const { applyConnectTheme } = await import('@amazon-connect/theme');
  // Without a provider it applies Connect's own colours at once; with one it waits up to 30 s for the workspace to answer.
  applyConnectTheme();
}
