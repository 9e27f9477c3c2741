import { ask } from './http';

/** A text as Amazon Polly reads it. */
export interface Speech {
  /** MP3. */
  sound: Blob;
  /** The name of the voice. */
  voice: string;
}

/** Without a voice, the one that the settings give the language. */
export async function askForSpeech(text: string, language: string, voice?: string): Promise<Speech> {
  const response = await ask('/api/speech', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ text, language, voice }),
  });
  return { sound: await response.blob(), voice: response.headers.get('Speech-Voice') ?? '' };
}
