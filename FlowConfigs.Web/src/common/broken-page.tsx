import { useEffect } from 'react';
import { useRouteError } from 'react-router';
import { messages } from '../messages';
import { PlainButton } from '../plain/button';
import { PageHeading } from '../plain/layout';
import { Notice } from '../plain/notice';
import { LostPart } from './load-part';
import { LostPartNotice } from './lost-part-notice';
import { reportError } from './report-errors';

const { problems } = messages;
const reload = () => window.location.reload();

/** Shown in place of a page that threw, or whose code could not be fetched. */
export function BrokenPage() {
  const error = useRouteError();
  useEffect(() => reportError(error), [error]);
  const reason = error instanceof Error ? error.message : String(error);
  return (
    <>
      <PageHeading>{problems.pageBroke}</PageHeading>
      <title>{messages.app.title(problems.pageBroke)}</title>
      {error instanceof LostPart ? (
        // The address is the page's already, so that loading it again leads there.
        <LostPartNotice error={error} onRetry={reload} />
      ) : (
        <Notice type="error" action={<PlainButton onClick={reload}>{problems.reload}</PlainButton>}>
          {problems.pageBrokeDetail}
          <code className="wrap-anywhere" translate="no">{reason}</code>
        </Notice>
      )}
    </>
  );
}
