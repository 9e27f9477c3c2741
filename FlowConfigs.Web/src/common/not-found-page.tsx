import { Link } from 'react-router';
import { messages } from '../messages';

interface NotFoundPageProps {
  title?: string;
  detail?: string;
}

export function NotFoundPage({
  title = messages.problems.notFound,
  detail = messages.problems.notFoundDetail,
}: NotFoundPageProps) {
  return (
    <div className="plain-centre">
      <title>{messages.app.title(title)}</title>
      <h1 className="wrap-anywhere">{title}</h1>
      <p>{detail}</p>
      <Link className="plain-button plain-button-primary" to="/configs">{messages.app.backToList}</Link>
    </div>
  );
}
