import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { useEffect, useState } from 'react';
import { languageName } from '../../common/language-name';
import { configMessages } from '../../messages/config';
import { spokenWords } from './spoken-words';

/** Reads a voice text aloud, as it is typed and before it is saved. */
export function HearIt({ text, language }: { text: string; language: string }) {
  const [state, setState] = useState<'silent' | 'speaking' | 'spoken' | 'no-voice'>('silent');
  useEffect(() => () => window.speechSynthesis?.cancel(), []);
  if (!('speechSynthesis' in window)) {
    return null;
  }
  const speaking = state === 'speaking';
  const name = languageName(language);

  function hear() {
    window.speechSynthesis.cancel();
    if (speaking) {
      setState('spoken');
      return;
    }
    const speech = new SpeechSynthesisUtterance(spokenWords(text));
    speech.lang = language;
    speech.addEventListener('end', () => setState('spoken'));
    speech.addEventListener('error', ({ error }) => setState(error === 'canceled' || error === 'interrupted' ? 'spoken' : 'no-voice'));
    setState('speaking');
    window.speechSynthesis.speak(speech);
  }

  return (
    <Box margin={{ top: 'xxs' }}>
      <Button
        variant="inline-link"
        iconName={speaking ? 'close' : 'play'}
        ariaLabel={speaking ? configMessages.hearStop : configMessages.hearOf(name)}
        onClick={hear}
      >
        {speaking ? configMessages.hearStop : configMessages.hear}
      </Button>
      <span aria-live="polite">
        {state !== 'silent' && (
          <Box variant="span" margin={{ left: 's' }} fontSize="body-s" color="text-body-secondary">
            {state === 'no-voice' ? configMessages.hearNone(name) : configMessages.hearBy}
          </Box>
        )}
      </span>
    </Box>
  );
}
