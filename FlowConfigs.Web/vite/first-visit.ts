interface Graph {
  getModuleInfo(id: string): { importers: readonly string[] } | null;
}

const beginnings = /\/src\/(main\.tsx|pages\/configs\/configs-page\.tsx)$/;
const found = new Map<string, boolean>();

/** Whether a module is loaded before the list of configs shows anything: whether the app's beginning or that page imports it. */
export function isOfFirstVisit(id: string, graph: Graph): boolean {
  const known = found.get(id);
  if (known !== undefined) {
    return known;
  }
  // Ends the way round where modules import each other.
  found.set(id, false);
  const needed = beginnings.test(id) || (graph.getModuleInfo(id)?.importers ?? []).some((importer) => isOfFirstVisit(importer, graph));
  found.set(id, needed);
  return needed;
}
