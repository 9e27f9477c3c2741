import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { exportPart, type Format } from '../../api/exchange';
import { download } from '../../common/download';
import { exchangeMessages } from '../../messages/exchange';
import { isFramed } from '../../workspace/is-framed';

const texts = exchangeMessages.export;

/** Everything, or what is below a path, as one file for each part that the API gives. */
export function ExportSection({ path: given }: { path: string }) {
  const [path, setPath] = useState(given);
  const [format, setFormat] = useState<Format>('json');
  const [lists, setLists] = useState(false);
  const [part, setPart] = useState(1);
  const fetching = useMutation({
    mutationFn: async () => {
      const name = `flow-configs${path ? `-${path.replaceAll('/', '-')}` : ''}`;
      let after: string | null = null;
      for (let number = 1; ; number += 1) {
        setPart(number);
        const { content, next }: Awaited<ReturnType<typeof exportPart>> = await exportPart(format, path.trim(), lists, after);
        download(`${name}${next === null && number === 1 ? '' : `-${number}`}.${format}`, content);
        if (next === null) {
          return number;
        }
        after = next;
      }
    },
  });

  return (
    <Container header={<Header variant="h2">{texts.title}</Header>}>
      <SpaceBetween size="m">
        <FormField label={exchangeMessages.path}>
          <Input value={path} placeholder={exchangeMessages.pathPlaceholder} onChange={({ detail }) => setPath(detail.value)} />
        </FormField>
        <FormField label={texts.format}>
          <RadioGroup
            value={format}
            onChange={({ detail }) => setFormat(detail.value as Format)}
            items={[
              { value: 'json', label: texts.json },
              { value: 'csv', label: texts.csv },
            ]}
          />
        </FormField>
        {format === 'json' && path.trim() !== '' && (
          <Checkbox checked={lists} description={texts.listsHint} onChange={({ detail }) => setLists(detail.checked)}>
            {texts.lists}
          </Checkbox>
        )}
        <Button loading={fetching.isPending} loadingText={texts.part(part)} onClick={() => fetching.mutate()}>
          {texts.start}
        </Button>
        <div aria-live="polite">
          {fetching.isPending && <StatusIndicator type="loading">{texts.part(part)}</StatusIndicator>}
          {fetching.isSuccess && (
            <>
              <StatusIndicator type="success">{texts.done(fetching.data)}</StatusIndicator>
              {isFramed && <div>{texts.blocked}</div>}
            </>
          )}
        </div>
        {fetching.isError && (
          <Alert type="error" header={texts.failed}>
            {fetching.error.message}
          </Alert>
        )}
      </SpaceBetween>
    </Container>
  );
}
