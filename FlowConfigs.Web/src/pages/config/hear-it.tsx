import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { languageName } from '../../common/language-name';
import { configMessages } from '../../messages/config';
import { useHearing } from './use-hearing';

/** Reads a voice text aloud, as it is typed and before it is saved. */
export function HearIt({ text, language }: { text: string; language: string }) {
  const { possible, asking, speaking, note, hear, stop } = useHearing(text, language);
  if (!possible) {
    return null;
  }
  return (
    <Box margin={{ top: 'xxs' }}>
      <Button
        variant="inline-link"
        iconName={speaking ? 'close' : 'play'}
        ariaLabel={speaking ? configMessages.hearStop : configMessages.hearOf(languageName(language))}
        loading={asking}
        loadingText={configMessages.hearAsking}
        onClick={speaking ? stop : hear}
      >
        {speaking ? configMessages.hearStop : configMessages.hear}
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
