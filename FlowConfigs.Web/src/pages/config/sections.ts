/** Groups under their headings, those without one first. */
export function bySection<T>(rows: readonly T[], sectionOf: (row: T) => string | null): [section: string, rows: T[]][] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const section = sectionOf(row) ?? '';
    groups.set(section, [...(groups.get(section) ?? []), row]);
  }
  return [...groups].toSorted(([a], [b]) => Number(a !== '') - Number(b !== ''));
}
