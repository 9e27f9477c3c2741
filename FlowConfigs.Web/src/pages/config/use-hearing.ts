import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../api/api-problem';
import { askForSpeech } from '../../api/speech';
import { useSession } from '../../auth/session';
import { configMessages } from '../../messages/config';
import { browserHasVoices, sayByBrowser, saySound, type Saying } from './voices';

const badText = 400;

/** Has a text read aloud: by Amazon Polly where that is switched on, else by the browser; `note` says by whom, or why not. */
export function useHearing(text: string, language: string, voice?: string) {
  const session = useSession();
  const polly = session.kind === 'signed-in' && session.me.speech;
  const saying = useRef<Saying | null>(null);
  const [speaking, setSpeaking] = useState(false);
  const [note, setNote] = useState('');
  const asking = useMutation({ mutationFn: () => askForSpeech(text, language, voice) });
  useEffect(() => () => saying.current?.stop(), []);

  async function say(next: Saying, by: string) {
    saying.current = next;
    setSpeaking(true);
    setNote(by);
    try {
      await next.ended;
    } catch (error) {
      setNote(error instanceof Error ? error.message : '');
    }
    setSpeaking(false);
  }

  async function hear() {
    if (!polly) {
      await say(sayByBrowser(text, language), configMessages.hearBy);
      return;
    }
    try {
      const speech = await asking.mutateAsync();
      await say(saySound(speech.sound), configMessages.hearByPolly(speech.voice));
    } catch (error) {
      const why = error instanceof Error ? error.message : '';
      const isText = error instanceof ApiProblem && error.status === badText;
      if (isText || !browserHasVoices()) {
        setNote(why);
      } else {
        await say(sayByBrowser(text, language), configMessages.hearInstead(why));
      }
    }
  }

  return {
    possible: polly || browserHasVoices(),
    asking: asking.isPending,
    speaking,
    note,
    hear: () => void hear(),
    stop: () => saying.current?.stop(),
  };
}
