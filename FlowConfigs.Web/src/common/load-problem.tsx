import { messages } from '../messages';
import { PlainButton } from '../plain/button';
import { Notice } from '../plain/notice';

interface LoadProblemProps {
  title: string;
  error: Error;
  retrying: boolean;
  onRetry: () => void;
}

/** What failed, the server's own sentence about it, and a way to try again. */
export function LoadProblem({ title, error, retrying, onRetry }: LoadProblemProps) {
  return (
    <Notice type="error" header={title} action={<PlainButton working={retrying} onClick={onRetry}>{messages.app.retry}</PlainButton>}>
      {error.message}
    </Notice>
  );
}
