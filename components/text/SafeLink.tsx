import type { ReactNode } from 'react';

interface SafeLinkProps {
  /** Checked before: nothing else is asked of it here. */
  href: string;
  /** Said of it when asked: where it leads. */
  title?: string | undefined;
  children: ReactNode;
}

/** A link within a text from outside; the page it leads to learns nothing about the extension. */
export function SafeLink({ href, title, children }: SafeLinkProps) {
  return (
    <a
      href={href}
      title={title}
      target="_blank"
      rel="noopener noreferrer"
      className="text-accent underline decoration-1 underline-offset-2"
    >
      {children}
    </a>
  );
}
