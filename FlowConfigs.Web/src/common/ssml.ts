/**
 * The one rule of what is SSML, the same as the server's FlowConfigs.Core/Configs/Ssml.cs; both are tested with the samples in
 * FlowConfigs.Tests/Core/Configs/ssml-samples.json.
 */
const invisible = /^[\s\p{Cc}\p{Cf}]+/u;
const invisibleEnd = /[\s\p{Cc}\p{Cf}]$/u;
const beginning = /^<(?:\?xml(?:[\s?]|$)|speak(?:[\s/>]|$)|!DOCTYPE)/i;
const declaration = /^<\?xml(?:[\s?])/i;
const markInFront = /^\uFEFF+/;

/** Whether a text is meant as SSML. White space, comments and what cannot be seen, such as a byte order mark, may come before it. */
export function isSsml(text: string): boolean {
  let rest = text.replace(invisible, '');
  for (let end = 0; rest.startsWith('<!--') && (end = rest.indexOf('-->')) >= 0;) {
    rest = rest.slice(end + '-->'.length).replace(invisible, '');
  }
  return beginning.test(rest);
}

/** A voice text as Amazon Connect gets it: without a byte order mark or an XML declaration before it. */
export function forSpeech(text: string): string {
  if (!isSsml(text)) {
    return text.replace(markInFront, '');
  }
  let rest = text.replace(invisible, '');
  for (let end = 0; declaration.test(rest) && (end = rest.indexOf('?>')) >= 0;) {
    rest = rest.slice(end + '?>'.length).replace(invisible, '');
  }
  while (invisibleEnd.test(rest)) {
    rest = rest.slice(0, -1);
  }
  return rest;
}
