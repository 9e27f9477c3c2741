/** Keeps a pool in memory: every start begins with the same accounts, and nothing is left behind. */
export class MemoryStore {
  #root;

  constructor(defaults) {
    this.#root = structuredClone(defaults);
  }

  async getRoot() {
    return this.#root;
  }

  async get(_context, key, defaultValue) {
    return [key].flat().reduce((node, name) => node?.[name], this.#root) ?? defaultValue ?? null;
  }

  async set(_context, key, value) {
    const path = [key].flat();
    path.slice(0, -1).reduce((node, name) => (node[name] ??= {}), this.#root)[path.at(-1)] = value;
  }

  async delete(_context, key) {
    const path = [key].flat();
    delete path.slice(0, -1).reduce((node, name) => node?.[name] ?? {}, this.#root)[path.at(-1)];
  }
}
