import type { ReactNode } from 'react';

interface RemoteLinkProps {
  /** Must be checked before (`lib/text/safe-links`): it is not checked here. */
  href: string;
  /** Shown when the pointer rests on it: where it leads. */
  title?: string | undefined;
  /** Its words conceal the address, or only seem to say it, and end here: it is said beside them. */
  isHidden?: boolean | undefined;
  /** It is only shown, and leads nowhere. */
  isPreview?: boolean | undefined;
  children: ReactNode;
}

/**
 * A link within a text from outside; the page it leads to learns nothing about the extension. Beside it stands
 * where it leads, if its words do not say so, or only seem to.
 */
export function RemoteLink({ href, title, isHidden, isPreview, children }: RemoteLinkProps) {
  return (
    <>
      <a
        href={isPreview ? undefined : href}
        title={title}
        target="_blank"
        rel="noopener noreferrer"
        className="text-accent underline decoration-1 underline-offset-2"
      >
        {children}
      </a>
      {isHidden && <bdi className="text-ink-soft"> ({href})</bdi>}
    </>
  );
}
