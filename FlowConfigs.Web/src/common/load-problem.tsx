import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { messages } from '../messages';

interface LoadProblemProps {
  title: string;
  error: Error;
  retrying: boolean;
  onRetry: () => void;
}

/** What failed, the server's own sentence about it, and a way to try again. */
export function LoadProblem({ title, error, retrying, onRetry }: LoadProblemProps) {
  return (
    <Alert
      type="error"
      header={title}
      action={
        <Button loading={retrying} onClick={onRetry}>
          {messages.app.retry}
        </Button>
      }
    >
      {error.message}
    </Alert>
  );
}
