import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import FileUpload from '@cloudscape-design/components/file-upload';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { ImportOptions } from '../../api/exchange';
import { exchangeMessages } from '../../messages/exchange';
import { ImportChanges } from './import-changes';
import { FileProblem, type Progress, useImport } from './use-import';

const texts = exchangeMessages.import;
const nothing: ImportOptions = { path: '', delete: false, comment: '' };

/** First what the files would change; then, if nothing in them is refused, the writing. */
export function ImportSection() {
  const [files, setFiles] = useState<File[]>([]);
  const [options, setOptions] = useState(nothing);
  const { run, progress } = useImport();
  const report = run.data;
  const count = (outcomes: string[]) => report?.items.filter(({ outcome }) => outcomes.includes(outcome)).length ?? 0;
  const changes = count(['created', 'changed', 'deleted']);
  const mayWrite = report?.dryRun === true && changes > 0 && count(['refused', 'conflict']) === 0;

  function change(next: Partial<ImportOptions>) {
    setOptions({ ...options, ...next });
    run.reset();
  }

  return (
    <Container header={<Header variant="h2">{texts.title}</Header>}>
      <SpaceBetween size="m">
        <FormField label={texts.files} description={texts.filesHint}>
          <FileUpload
            multiple
            accept=".json,.csv,.gz"
            value={files}
            showFileSize
            onChange={({ detail }) => {
              setFiles(detail.value);
              run.reset();
            }}
            i18nStrings={{
              uploadButtonText: (many) => (many ? texts.choose : texts.chooseOne),
              dropzoneText: (many) => (many ? texts.dropFiles : texts.dropFile),
              removeFileAriaLabel: texts.removeFile,
              limitShowFewer: texts.showFewer,
              limitShowMore: texts.showMore,
              errorIconAriaLabel: texts.errorIcon,
              warningIconAriaLabel: texts.warningIcon,
            }}
          />
        </FormField>
        <FormField label={texts.path} description={texts.pathHint}>
          <Input
            value={options.path}
            placeholder={exchangeMessages.pathPlaceholder}
            onChange={({ detail }) => change({ path: detail.value.trim(), ...(detail.value.trim() ? {} : { delete: false }) })}
          />
        </FormField>
        <Checkbox
          checked={options.delete}
          disabled={options.path === ''}
          description={texts.deleteHint}
          onChange={({ detail }) => change({ delete: detail.checked })}
        >
          {texts.delete}
        </Checkbox>
        <FormField label={texts.comment}>
          <Input value={options.comment} onChange={({ detail }) => setOptions({ ...options, comment: detail.value })} />
        </FormField>
        <SpaceBetween direction="horizontal" size="xs">
          <Button
            variant={mayWrite ? 'normal' : 'primary'}
            disabled={files.length === 0}
            loading={progress?.dryRun === true}
            onClick={() => run.mutate({ files, options, dryRun: true })}
          >
            {texts.try}
          </Button>
          {mayWrite && (
            <Button variant="primary" onClick={() => run.mutate({ files, options, dryRun: false })}>
              {texts.write(changes)}
            </Button>
          )}
        </SpaceBetween>
        {progress && <Doing {...progress} />}
        <div aria-live="polite">
          {run.error && <Failed error={run.error} />}
          {report && !report.dryRun && (
            <Alert type={count(['conflict']) > 0 ? 'warning' : 'success'} header={texts.done}>
              {count(['conflict']) > 0 && texts.conflicts}
            </Alert>
          )}
          {report?.dryRun && count(['refused']) > 0 && <Alert type="error">{texts.refused}</Alert>}
          {report?.dryRun && changes + count(['refused', 'conflict']) === 0 && <Alert>{texts.nothing}</Alert>}
        </div>
        {report && <ImportChanges items={report.items} notes={report.notes} title={report.dryRun ? texts.would : texts.did} />}
      </SpaceBetween>
    </Container>
  );
}

function Doing({ part, parts, dryRun }: Progress) {
  const text = (dryRun ? texts.trying : texts.writing)(part, parts);
  return <ProgressBar value={((part - 1) / parts) * 100} label={text} ariaLabel={text} />;
}

function Failed({ error }: { error: Error }) {
  const [file, done] = error instanceof FileProblem ? [error.file, error.done] : ['', 0];
  return (
    <Alert type="error" header={texts.failed(file)}>
      {error.message} {done > 0 && texts.failedAfter(done)}
    </Alert>
  );
}
