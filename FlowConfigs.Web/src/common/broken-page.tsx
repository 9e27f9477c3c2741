import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import { useEffect } from 'react';
import { useRouteError } from 'react-router';
import { messages } from '../messages';
import { reportError } from './report-errors';

/** Shown in place of a page that threw, or whose code could not be fetched. */
export function BrokenPage() {
  const error = useRouteError();
  useEffect(() => reportError(error), [error]);
  const reason = error instanceof Error ? error.message : String(error);
  return (
    <ContentLayout header={<Header variant="h1">{messages.problems.pageBroke}</Header>}>
      <title>{messages.app.title(messages.problems.pageBroke)}</title>
      <Alert type="error" action={<Button onClick={() => window.location.reload()}>{messages.problems.reload}</Button>}>
        <Box>{messages.problems.pageBrokeDetail}</Box>
        <Box variant="code" className="wrap-anywhere">
          {reason}
        </Box>
      </Alert>
    </ContentLayout>
  );
}
