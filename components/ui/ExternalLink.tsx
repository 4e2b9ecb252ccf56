import type { ReactNode } from 'react';
import { webPageUrl } from '../../lib/text/safe-links';

interface ExternalLinkProps {
  /** Remote text: only http and https become a link, anything else shows as text. */
  href: string | undefined;
  children: ReactNode;
  /** Accessible name where the content has no words. */
  label?: string;
  className?: string;
}

/** A link out of the panel; the page it leads to learns nothing about the extension. */
export function ExternalLink({ href, children, label, className = '' }: ExternalLinkProps) {
  const safe = webPageUrl(href);
  if (safe === undefined) return <span className={className}>{children}</span>;
  return (
    <a
      href={safe}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={label}
      className={className}
    >
      {children}
    </a>
  );
}
