import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { languageName } from '../../common/language-name';
import { configMessages } from '../../messages/config';
import { useHearing } from './use-hearing';

interface HearItProps {
  text: string;
  language: string;
  /** The Polly voice to hear; the one of the settings when it is not given. */
  voice?: string;
}

/** Reads a voice text aloud, as it is typed and before it is saved. */
export function HearIt({ text, language, voice }: HearItProps) {
  const { possible, asking, speaking, note, hear, stop } = useHearing(text, language, voice);
  if (!possible) {
    return null;
  }
  return (
    <Box margin={{ top: 'xxs' }}>
      <Button
        variant="inline-link"
        iconName={speaking ? 'close' : 'play'}
        ariaLabel={speaking ? configMessages.hearStop : voice === undefined ? configMessages.hearOf(languageName(language)) : configMessages.hearVoice(voice)}
        loading={asking}
        loadingText={configMessages.hearAsking}
        onClick={speaking ? stop : hear}
      >
        {speaking ? configMessages.hearStop : voice === undefined ? configMessages.hear : configMessages.hearSample}
      </Button>
      <span aria-live="polite">
        {note !== '' && (
          <Box variant="span" margin={{ left: 's' }} fontSize="body-s" color="text-body-secondary">
            {note}
          </Box>
        )}
      </span>
    </Box>
  );
}
