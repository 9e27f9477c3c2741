const markup = /^\s*<(\?xml|speak)/i;

/** What is to be heard of a voice text: of SSML, the words; a pause becomes a comma. */
export function spokenWords(voice: string): string {
  if (!markup.test(voice)) {
    return voice;
  }
  const speech = new DOMParser().parseFromString(voice.trim(), 'application/xml');
  if (speech.querySelector('parsererror')) {
    return voice.replace(/<[^>]*>/g, ' ');
  }
  speech.querySelectorAll('break').forEach((pause) => pause.replaceWith(', '));
  return (speech.documentElement.textContent ?? '').replace(/\s+/g, ' ').trim();
}
