import './plain.css';
import type { ReactNode } from 'react';

interface PageHeadingProps {
  children: ReactNode;
  description?: string;
  actions?: ReactNode;
}

export function PageHeading({ children, description, actions }: PageHeadingProps) {
  return (
    <div className="plain-heading">
      <div>
        <h1>{children}</h1>
        {description && <p>{description}</p>}
      </div>
      {actions && <div className="plain-actions">{actions}</div>}
    </div>
  );
}

interface PanelProps {
  heading: string;
  description?: string;
  /** Whether it is all of the page, and its heading the page's. */
  isPage?: boolean;
  children: ReactNode;
}

export function Panel({ heading, description, isPage = false, children }: PanelProps) {
  return (
    <section className="plain-panel">
      {isPage ? <h1>{heading}</h1> : <h2>{heading}</h2>}
      {description && <p>{description}</p>}
      {children}
    </section>
  );
}

/** One below the other. */
export const Stack = ({ children }: { children: ReactNode }) => <div className="plain-stack">{children}</div>;

/** Something is being waited for. */
export function Waiting({ children }: { children: ReactNode }) {
  return (
    <span className="plain-status">
      <span className="plain-spinner" aria-hidden />
      {children}
    </span>
  );
}
