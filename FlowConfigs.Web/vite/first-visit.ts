interface Graph {
  getModuleInfo(id: string): { importers: readonly string[] } | null;
}

/** Whether a module is loaded with one of those whose names fit: whether one of them imports it, however far. */
function isLoadedWith(fits: RegExp) {
  const found = new Map<string, boolean>();
  return function isLoaded(id: string, graph: Graph): boolean {
    const known = found.get(id);
    if (known !== undefined) {
      return known;
    }
    // Ends the way round where modules import each other.
    found.set(id, false);
    const loaded = fits.test(id) || (graph.getModuleInfo(id)?.importers ?? []).some((importer) => isLoaded(importer, graph));
    found.set(id, loaded);
    return loaded;
  };
}

/** What the frame and the emergency page need. */
export const isOfEmergency = isLoadedWith(/\/src\/main\.tsx$/);

/** What signing in needs. */
export const isOfSignIn = isLoadedWith(/\/src\/auth\/user-pool\.ts$/);

/** What the list of configs needs besides. */
export const isOfList = isLoadedWith(/\/src\/(frame\/desk|pages\/configs\/configs-page)\.tsx$/);

/** What the table at a desk needs besides; a phone does without. */
export const isOfTable = isLoadedWith(/\/src\/pages\/configs\/configs-table\.tsx$/);
