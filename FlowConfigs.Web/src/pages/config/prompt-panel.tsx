import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Icon from '@cloudscape-design/components/icon';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { languageName } from '../../common/language-name';
import { configMessages } from '../../messages/config';
import { DefineButtons } from './define-buttons';
import { useEditorState } from './editor-context';
import { HeldNote } from './held-note';
import { KeyReference } from './key-reference';
import { OriginBadge, OriginButton, OriginNote } from './origin-note';
import { PromptTexts } from './prompt-texts';
import { inheritAgain, overridePrompt, type PromptRow } from './rows';
import { useAskedPrompt } from './use-asked-prompt';
import { textPath } from './values';

export function PromptPanel({ row }: { row: PromptRow }) {
  const { prompt, path, texts, origin } = row;
  const { edit, values, problemAt, language, setLanguage } = useEditorState();
  const element = useAskedPrompt(prompt.key);
  const languages = Object.keys(texts);
  const active = languages.includes(language) ? language : (languages[0] ?? '');
  const hasProblem = (code: string) =>
    problemAt(textPath(path, code, 'voice')) !== undefined || problemAt(textPath(path, code, 'chat')) !== undefined;

  return (
    <section ref={element} className="prompt-panel" aria-label={prompt.name}>
      <Container
        header={
          <Header
            variant="h3"
            info={<OriginBadge origin={origin} />}
            description={prompt.description}
            actions={
              <SpaceBetween direction="horizontal" size="m" alignItems="center">
                {prompt.key !== '' && <KeyReference name={prompt.key} />}
                {origin.kind === 'own' && <DefineButtons list="prompts" item={prompt} />}
                <OriginButton
                  origin={origin}
                  name={prompt.name}
                  onOverride={() => edit(overridePrompt(row))}
                  onInherit={() => edit(inheritAgain(path, values))}
                />
              </SpaceBetween>
            }
          >
            <span className="wrap-anywhere">{prompt.name}</span>
          </Header>
        }
      >
        <SpaceBetween size="xs">
          <HeldNote name={prompt.key} />
          <OriginNote origin={origin} />
          <Tabs
            ariaLabel={configMessages.languages(prompt.name)}
            activeTabId={active}
            onChange={({ detail }) => setLanguage(detail.activeTabId)}
            tabs={languages.map((code) => ({
              id: code,
              label: <LanguageLabel code={code} hasProblem={hasProblem(code)} />,
              content: <PromptTexts row={row} language={code} />,
            }))}
          />
        </SpaceBetween>
      </Container>
    </section>
  );
}

function LanguageLabel({ code, hasProblem }: { code: string; hasProblem: boolean }) {
  return (
    <>
      {languageName(code)}
      {hasProblem && (
        <Box variant="span" margin={{ left: 'xxs' }}>
          <Icon name="status-negative" variant="error" ariaLabel={configMessages.hasProblem} />
        </Box>
      )}
    </>
  );
}
