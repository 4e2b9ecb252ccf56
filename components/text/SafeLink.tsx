import type { ReactNode } from 'react';
import { hiddenHost } from '../../lib/text/hidden-host';

interface SafeLinkProps {
  /** Must be checked before: it is not checked here. */
  href: string;
  /** Shown when the pointer rests on it: where it leads. */
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

/** Says beside a link where it leads, with its host in ASCII, if its words do not say so, or only seem to. */
export function HiddenAddress({ words, href }: { words: string; href: string }) {
  if (hiddenHost(words, href) === undefined) return null;
  return <bdi className="text-ink-soft"> ({href})</bdi>;
}
