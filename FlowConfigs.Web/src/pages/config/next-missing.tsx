import Button from '@cloudscape-design/components/button';
import { useSearchParams } from 'react-router';
import { useSettings } from '../../api/settings';
import { own } from '../../common/own';
import { configMessages } from '../../messages/config';
import { useEditorState } from './editor-context';
import { isEditable, type PromptRow } from './rows';

/** How far the translation into the languages on offer has come, and the way to the next text that is missing. */
export function NextMissing({ rows }: { rows: PromptRow[] }) {
  const { mayEdit, setLanguage } = useEditorState();
  const [asked, setAsked] = useSearchParams();
  const offered = useSettings().data?.languages ?? [];
  const texts = rows.filter(({ origin }) => isEditable(origin)).flatMap(({ prompt, texts: written }) =>
    offered.map(({ tag }) => ({ prompt: prompt.key, language: tag, isMissing: !own(written, tag)?.voice.trim() })));
  const isAsked = ({ prompt, language }: (typeof texts)[number]) =>
    prompt === asked.get('prompt') && language === asked.get('language');
  const at = texts.findIndex(isAsked);
  const next = [...texts.slice(at + 1), ...texts.slice(0, at + 1)].find(({ isMissing }) => isMissing);
  if (!mayEdit || !next) {
    return null;
  }
  const missing = texts.filter(({ isMissing }) => isMissing).length;
  return (
    <div className="next-missing">
      <span>{configMessages.written(texts.length - missing, texts.length)}</span>
      <Button
        onClick={() => {
          setLanguage(next.language);
          setAsked({ prompt: next.prompt, language: next.language }, { replace: true, preventScrollReset: true });
        }}
      >
        {configMessages.nextMissing}
      </Button>
    </div>
  );
}
