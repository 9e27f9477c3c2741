import { forSpeech, isSsml } from '../../common/ssml';

const root = /^(?:<!--[^]*?-->\s*)?<speak/;
const knownPrefix = ' xmlns:amazon="https://amazon.com/ssml"';

/** What is to be heard of a voice text: of SSML, the words; a pause becomes a comma. */
export function spokenWords(voice: string): string {
  if (!isSsml(voice)) {
    return forSpeech(voice);
  }
  const ssml = forSpeech(voice);
  // Polly's prefix needs no declaration, but a browser's XML does.
  const declared = ssml.includes('xmlns:amazon') ? ssml : ssml.replace(root, `$&${knownPrefix}`);
  const speech = new DOMParser().parseFromString(declared, 'application/xml');
  if (speech.querySelector('parsererror')) {
    return voice.replace(/<[^>]*>/g, ' ');
  }
  speech.querySelectorAll('break').forEach((pause) => pause.replaceWith(', '));
  return (speech.documentElement.textContent ?? '').replace(/\s+/g, ' ').trim();
}
