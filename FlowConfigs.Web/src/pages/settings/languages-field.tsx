import Autosuggest from '@cloudscape-design/components/autosuggest';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { OfferedLanguage } from '../../api/settings';
import { languageName } from '../../common/language-name';
import { settingsMessages as texts } from '../../messages/settings';
import { HearIt } from '../config/hear-it';
import { pollyLanguages, sampleOf, voicesOf } from './polly-voices';

const pollyVoices = 'https://docs.aws.amazon.com/polly/latest/dg/available-voices.html';

interface LanguagesFieldProps {
  languages: OfferedLanguage[];
  problemAt: (path: string) => string | undefined;
  onChange: (languages: OfferedLanguage[]) => void;
}

/** The languages on offer, each with the voice that speaks it. */
export function LanguagesField({ languages, problemAt, onChange }: LanguagesFieldProps) {
  return (
    <SpaceBetween size="s">
      <Header
        variant="h2"
        description={
          <>
            {texts.languagesHint}{' '}
            <Link href={pollyVoices} external fontSize="body-s">
              {texts.voices}
            </Link>
          </>
        }
      >
        {texts.languages}
      </Header>
      {languages.map(({ tag, voice }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- A row is what it is by its place: its tag is being typed.
        <div key={index} className="settings-language">
          <FormField
            label={texts.tag}
            constraintText={languageName(tag) === tag ? texts.tagHint : languageName(tag)}
            errorText={problemAt(`languages[${index}].tag`)}
          >
            <Autosuggest
              value={tag}
              options={pollyLanguages.map((value) => ({ value, labelTag: languageName(value) }))}
              expandToViewport
              onChange={({ detail }) => onChange(languages.with(index, { tag: detail.value.trim(), voice }))}
              onSelect={({ detail }) => onChange(languages.with(index, withVoice(detail.value, voice)))}
            />
          </FormField>
          <FormField label={texts.voice} constraintText={texts.voiceHint} errorText={problemAt(`languages[${index}].voice`)}>
            <Autosuggest
              value={voice}
              options={voicesOf(tag).map((value) => ({ value }))}
              empty={texts.noVoices}
              expandToViewport
              onChange={({ detail }) => onChange(languages.with(index, { tag, voice: detail.value.trim() }))}
            />
            {voice !== '' && <HearIt text={sampleOf(tag)} language={tag} voice={voice} />}
          </FormField>
          <Button
            ariaLabel={texts.removeLanguage(tag)}
            disabled={languages.length === 1}
            onClick={() => onChange(languages.toSpliced(index, 1))}
          >
            {texts.remove}
          </Button>
        </div>
      ))}
      <Button iconName="add-plus" onClick={() => onChange([...languages, { tag: '', voice: '' }])}>
        {texts.addLanguage}
      </Button>
    </SpaceBetween>
  );
}

/** A voice of another language would read this one wrong. */
function withVoice(tag: string, voice: string): OfferedLanguage {
  const voices = voicesOf(tag);
  return { tag, voice: voices.includes(voice) ? voice : (voices[0] ?? voice) };
}
