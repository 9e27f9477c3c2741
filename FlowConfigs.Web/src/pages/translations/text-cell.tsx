import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { Link } from 'react-router';
import { type PromptCompleteness, type TextCompleteness, textInAddress } from '../../api/completeness';
import { pathTo } from '../../api/configs';
import { useMay } from '../../auth/may';
import { languageName } from '../../common/language-name';
import { translationsMessages as texts } from '../../messages/translations';

interface TextCellProps {
  id: string;
  prompt: PromptCompleteness;
  language: string;
}

/** A prompt in a language, both channels; it leads to the text, where the person may see it. */
export function TextCell({ id, prompt, language }: TextCellProps) {
  const may = useMay();
  const found = prompt.texts.filter((text) => text.language === language);
  const said = found.flatMap((text) => faults(text, prompt.sourceLanguage));
  // Where the text stands if it is this config's to mend, and else the config itself, which may override it.
  const to = pathTo(may('view', prompt.from) ? prompt.from : id) + textInAddress(prompt.key, language);
  return (
    <Link className="translation" to={to}>
      <span className="translation-about">{texts.textOf(prompt.displayName ?? prompt.name, languageName(language))}</span>
      {said.length === 0 ? (
        <StatusIndicator type="success">
          {language === prompt.sourceLanguage ? `${texts.present}, ${texts.source}` : texts.present}
        </StatusIndicator>
      ) : (
        said.map(({ type, text }) => (
          <StatusIndicator key={text} type={type}>
            {text}
          </StatusIndicator>
        ))
      )}
    </Link>
  );
}

interface Fault {
  type: 'error' | 'warning';
  text: string;
}

function faults(text: TextCompleteness, source: string): Fault[] {
  const { channel, state, instead, older, missingPlaceholders = [], extraPlaceholders = [] } = text;
  const found: Fault[] = [];
  const about = channel === 'chat' ? `${texts.channel.chat}: ` : '';
  const add = (type: Fault['type'], fault: string) => found.push({ type, text: about + fault });
  if (state === 'missing') {
    add('error', instead ? texts.instead(languageName(instead)) : texts.insteadNone);
  }
  if (older) {
    add('warning', texts.olderThan(languageName(source)));
  }
  if (missingPlaceholders.length > 0) {
    add('warning', texts.lacks(missingPlaceholders.join(', ')));
  }
  if (extraPlaceholders.length > 0) {
    add('warning', texts.adds(extraPlaceholders.join(', ')));
  }
  return found;
}
