import Link, { type LinkProps } from '@cloudscape-design/components/link';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';

interface PageLinkProps {
  to: string;
  variant?: LinkProps.Variant;
  fontSize?: LinkProps.FontSize;
  children: ReactNode;
}

/** A Cloudscape link to another page of this app. */
export function PageLink({ to, variant = 'secondary', fontSize = 'body-m', children }: PageLinkProps) {
  const navigate = useNavigate();
  return (
    <Link
      href={to}
      variant={variant}
      fontSize={fontSize}
      onFollow={(event) => {
        event.preventDefault();
        void navigate(to);
      }}
    >
      {children}
    </Link>
  );
}
