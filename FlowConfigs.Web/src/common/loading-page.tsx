import { messages } from '../messages';
import { Waiting } from '../plain/layout';

export function LoadingPage({ text = messages.app.loading }: { text?: string }) {
  return (
    <div className="plain-centre">
      <Waiting>{text}</Waiting>
    </div>
  );
}
