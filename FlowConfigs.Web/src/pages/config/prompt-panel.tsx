import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Icon from '@cloudscape-design/components/icon';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { useSettings } from '../../api/settings';
import { languageName } from '../../common/language-name';
import { own } from '../../common/own';
import { configMessages } from '../../messages/config';
import { DefineButtons } from './define-buttons';
import { EditedBadge } from './edited-badge';
import { useEditorState } from './editor-context';
import { KeyReference } from './key-reference';
import { LiveValue } from './live-value';
import { OriginBadge, OriginButton, OriginNote } from './origin-note';
import { PromptTexts } from './prompt-texts';
import { inheritAgain, isEditable, overridePrompt, type PromptRow } from './rows';
import { useAskedPrompt } from './use-asked-prompt';
import { textPath } from './values';
import { useDesignerView } from '../../common/designer-view';

const none: { tag: string }[] = [];

export function PromptPanel({ row }: { row: PromptRow }) {
  const { prompt, path, texts, origin } = row;
  const { edit, mayEdit, values, problemAt, language, setLanguage } = useEditorState();
  const [isDesigner] = useDesignerView();
  const name = prompt.displayName ?? prompt.name;
  const offered = useSettings().data?.languages ?? none;
  // Every language on offer, so that a text that is missing can be written where it is missed.
  const writable = mayEdit && isEditable(origin);
  const languages = [...new Set([...Object.keys(texts), ...(writable ? offered.map(({ tag }) => tag) : [])])];
  const active = languages.includes(language) ? language : (languages[0] ?? '');
  const element = useAskedPrompt(prompt.key, active);
  const hasProblem = (code: string) =>
    problemAt(textPath(path, code, 'voice')) !== undefined || problemAt(textPath(path, code, 'chat')) !== undefined;

  return (
    <section ref={element} className="prompt-panel" aria-label={name}>
      <Container
        header={
          <Header
            variant="h3"
            info={<><OriginBadge origin={origin} /> <EditedBadge path={path} /></>}
            description={prompt.description}
            actions={
              <SpaceBetween direction="horizontal" size="m" alignItems="center">
                {isDesigner && prompt.key !== '' && <KeyReference name={prompt.key} />}
                {origin.kind === 'own' && <DefineButtons list="prompts" item={prompt} />}
                <OriginButton
                  origin={origin}
                  name={name}
                  onOverride={() => edit(overridePrompt(row))}
                  onInherit={() => edit(inheritAgain(path, values))}
                />
              </SpaceBetween>
            }
          >
            <span className="wrap-anywhere" translate="no">{name}</span>
          </Header>
        }
      >
        <SpaceBetween size="xs">
          <LiveValue name={prompt.key} words={(live) => live || configMessages.emptyValue} />
          <OriginNote origin={origin} />
          <Tabs
            ariaLabel={configMessages.languages(name)}
            activeTabId={active}
            onChange={({ detail }) => setLanguage(detail.activeTabId)}
            tabs={languages.map((code) => ({
              id: code,
              label: <LanguageLabel code={code} missing={!own(texts, code)?.voice.trim()} hasProblem={hasProblem(code)} />,
              content: <PromptTexts row={row} language={code} />,
            }))}
          />
        </SpaceBetween>
      </Container>
    </section>
  );
}

function LanguageLabel({ code, missing, hasProblem }: { code: string; missing: boolean; hasProblem: boolean }) {
  return (
    <>
      {languageName(code)}
      {missing && <span className="language-missing"> {configMessages.missing}</span>}
      {hasProblem && (
        <Box variant="span" margin={{ left: 'xxs' }}>
          <Icon name="status-negative" variant="error" ariaLabel={configMessages.hasProblem} />
        </Box>
      )}
    </>
  );
}
