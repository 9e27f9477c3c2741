interface Sentence {
  path: string;
  message: string;
}

/** What the server says of a scenario's fields, by their paths. */
export interface Said {
  at: (path: string) => string | undefined;
  /** With everything in it, but for what is said at the field of a text. */
  within: (path: string) => string | undefined;
}

const ofText = /\.texts\..+\.(voice|chat)$/;

export function saidOf(sentences: readonly Sentence[]): Said {
  const join = (fits: (path: string) => boolean) =>
    sentences.filter(({ path }) => fits(path)).map(({ message }) => message).join(' ') || undefined;
  return {
    at: (path) => join((one) => one === path),
    within: (path) => join((one) => one === path || (one.startsWith(`${path}.`) && !ofText.test(one))),
  };
}

/** A refusal's sentences one by one. */
export const sentencesOf = (errors: Record<string, readonly string[]>): Sentence[] =>
  Object.entries(errors).flatMap(([path, messages]) => messages.map((message) => ({ path, message })));
