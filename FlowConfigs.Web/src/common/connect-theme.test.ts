import { buildTheme } from '@amazon-connect/theme/lib-esm/build-theme';
import { CONNECT_OVERRIDES } from '@amazon-connect/theme/lib-esm/connect-overrides';
import { generateThemeStylesheet } from '@cloudscape-design/components/theming';
import { expect, it } from 'vitest';

// applyConnectTheme() of @amazon-connect/theme would compute these colours again in each browser, and load 600 kB of script for it.
// After an update of the packages, write the file again: npm test -- --update
it('is what the packages of Connect and Cloudscape make of Connect’s colours', async () => {
  await expect(generateThemeStylesheet({ theme: buildTheme(CONNECT_OVERRIDES) })).toMatchFileSnapshot('./connect-theme.css');
});
