import { useParams } from 'react-router';
import { ApiProblem } from '../../api/api-problem';
import { idOf, useConfig } from '../../api/configs';
import { LoadProblem } from '../../common/load-problem';
import { LoadingPage } from '../../common/loading-page';
import { messages } from '../../messages';
import { configMessages } from '../../messages/config';
import { NotFoundPage } from '../../common/not-found-page';
import { ConfigEditor } from './config-editor';

export function ConfigPage() {
  const { token = '' } = useParams();
  const id = idOf(token);
  const config = useConfig(id);

  if (config.data) {
    return <ConfigEditor key={id} config={config.data} />;
  }
  if (config.error instanceof ApiProblem && config.error.status === 404) {
    return <NotFoundPage title={messages.problems.configNotFound(id)} detail={messages.problems.configNotFoundDetail} />;
  }
  if (config.error instanceof ApiProblem && config.error.status === 403) {
    return <NotFoundPage title={messages.may.notOpen(id)} detail={messages.may.notOpenDetail} />;
  }
  return (
    <>
      <title>{messages.app.title(id)}</title>
      {config.isError ? (
        <LoadProblem
          title={configMessages.failed}
          error={config.error}
          retrying={config.isFetching}
          onRetry={() => void config.refetch()}
        />
      ) : (
        <LoadingPage text={configMessages.loading(id)} />
      )}
    </>
  );
}
