import type { ConfigSummary } from '../../api/types';

const segments = new Intl.Collator('en', { numeric: true, sensitivity: 'variant' });

/** In the order in which a config is followed by the configs that inherit from it. */
export function sortedByPath<Config extends Pick<ConfigSummary, 'id'>>(configs: readonly Config[]): Config[] {
  // Taken apart once, not at every comparison.
  return configs.map((config) => ({ config, path: config.id.split('/') })).toSorted((a, b) => byPath(a.path, b.path)).map(({ config }) => config);
}

function byPath(a: readonly string[], b: readonly string[]): number {
  for (const [depth, segment] of a.entries()) {
    const other = b[depth];
    if (other === undefined) {
      return 1;
    }
    // Most have the same parents, and comparing as people do takes long.
    const order = segment === other ? 0 : segments.compare(segment, other);
    if (order !== 0) {
      return order;
    }
  }
  return a.length - b.length;
}

export const depthOf = (id: string) => id.split('/').length - 1;

/** `field-office/austin` is `field-office/` and `austin`. */
export function splitId(id: string): [parents: string, name: string] {
  const end = id.lastIndexOf('/') + 1;
  return [id.slice(0, end), id.slice(end)];
}
