import { languageName } from '../../common/language-name';
import { configMessages } from '../../messages/config';
import { spokenWords } from './spoken-words';

/** Something that is being said. */
export interface Saying {
  /** When it has been said or stopped. Rejects with a sentence when it cannot be heard. */
  ended: Promise<void>;
  stop: () => void;
}

export const browserHasVoices = () => 'speechSynthesis' in window;

/** The browser's own voice. */
export function sayByBrowser(text: string, language: string): Saying {
  window.speechSynthesis.cancel();
  const speech = new SpeechSynthesisUtterance(spokenWords(text));
  speech.lang = language;
  const ended = new Promise<void>((resolve, reject) => {
    speech.addEventListener('end', () => resolve());
    speech.addEventListener('error', ({ error }) =>
      error === 'canceled' || error === 'interrupted' ? resolve() : reject(new Error(configMessages.hearNone(languageName(language)))),
    );
  });
  window.speechSynthesis.speak(speech);
  return { ended, stop: () => window.speechSynthesis.cancel() };
}

/** What Amazon Polly has read. */
export function saySound(sound: Blob): Saying {
  const address = URL.createObjectURL(sound);
  const audio = new Audio(address);
  const ended = new Promise<void>((resolve, reject) => {
    const fail = () => reject(new Error(configMessages.hearNoSound));
    audio.addEventListener('ended', () => resolve());
    audio.addEventListener('error', fail);
    audio.play().catch(fail);
  }).finally(() => URL.revokeObjectURL(address));
  return {
    ended,
    stop: () => {
      audio.pause();
      audio.dispatchEvent(new Event('ended'));
    },
  };
}
