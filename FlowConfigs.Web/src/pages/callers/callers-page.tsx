import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useSearchParams } from 'react-router';
import { useConfigs } from '../../api/configs';
import { messages } from '../../messages';
import { callersMessages } from '../../messages/callers';
import { CallersAnswer } from './callers-answer';
import { useShownName } from '../../common/shown-name';

/** What callers get of any config, as it is saved; a config's own page shows it for what is being edited. */
export function CallersPage() {
  const [search, setSearch] = useSearchParams();
  const configs = useConfigs();
  const id = search.get('config') ?? '';
  const shown = useShownName();
  const labelOf = (one: string) => shown(one, configs.data?.find((config) => config.id === one)?.displayName);
  return (
    <ContentLayout header={<Header variant="h1" description={callersMessages.description}>{callersMessages.title}</Header>}>
      <title>{messages.app.title(callersMessages.title)}</title>
      <Container>
        <SpaceBetween size="m">
          <FormField label={callersMessages.config} stretch>
            <Select
              selectedOption={id ? { value: id, label: labelOf(id) } : null}
              options={(configs.data ?? []).map((config) => ({
                value: config.id, label: shown(config.id, config.displayName), description: config.description,
              }))}
              statusType={configs.isPending ? 'loading' : 'finished'}
              placeholder={callersMessages.choose}
              filteringType="auto"
              virtualScroll
              onChange={({ detail }) => setSearch({ config: detail.selectedOption.value ?? '' }, { replace: true })}
            />
          </FormField>
          {id ? <CallersAnswer key={id} id={id} /> : <p>{callersMessages.choose}</p>}
        </SpaceBetween>
      </Container>
    </ContentLayout>
  );
}
