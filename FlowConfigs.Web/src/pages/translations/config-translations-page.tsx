import './translations.css';
import Box from '@cloudscape-design/components/box';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import { useParams } from 'react-router';
import { ApiProblem } from '../../api/api-problem';
import { useCompleteness } from '../../api/completeness';
import { idOf, pathTo, useConfigName } from '../../api/configs';
import { EmptyState } from '../../common/empty-state';
import { languageName } from '../../common/language-name';
import { Loaded } from '../../common/loaded';
import { NotFoundPage } from '../../common/not-found-page';
import { DeskTrail } from '../../common/desk-trail';
import { messages } from '../../messages';
import { translationsMessages as texts } from '../../messages/translations';
import { TextCell } from './text-cell';
import { useShownName } from '../../common/shown-name';

/** Every text of a config by prompt and language, with what is wrong with it. */
export function ConfigTranslationsPage() {
  const { token = '' } = useParams();
  const id = idOf(token);
  const completeness = useCompleteness(id);
  const shown = useShownName();
  const nameOf = useConfigName();
  const name = completeness.data?.displayName ?? id;
  if (completeness.error instanceof ApiProblem && completeness.error.status === 404) {
    return <NotFoundPage title={messages.problems.configNotFound(id)} detail={messages.problems.configNotFoundDetail} />;
  }
  return (
    <ContentLayout
      header={
        <div>
          <DeskTrail steps={[{ text: texts.title, to: '/translations' }, { text: name, to: pathTo(id) }, { text: texts.titleOf(name) }]} />
          <Header variant="h1" description={texts.legend}>
            <span className="wrap-anywhere">{texts.titleOf(name)}</span>
          </Header>
        </div>
      }
    >
      <title>{messages.app.title(texts.titleOf(name))}</title>
      <Loaded query={completeness} loading={texts.loading} failed={texts.failed}>
        {({ prompts, languages }) =>
          prompts.length === 0 ? (
            <EmptyState title={texts.nothing} />
          ) : (
            <table className="translations">
              <thead>
                <tr>
                  <th scope="col">{texts.prompt}</th>
                  {languages.map((language) => (
                    <th key={language} scope="col">
                      {languageName(language)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {prompts.map((prompt) => (
                  <tr key={prompt.key}>
                    <th scope="row">
                      {shown(prompt.name, prompt.displayName)}
                      {prompt.from !== id && <Box color="text-body-secondary">{texts.inheritedFrom(nameOf(prompt.from))}</Box>}
                    </th>
                    {languages.map((language) => (
                      <td key={language}>
                        <TextCell id={id} prompt={prompt} language={language} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </ContentLayout>
  );
}
