import { type ReactNode, useEffect, useRef } from 'react';

/** What went wrong: read out at once, and with the focus, so that it is not missed below the fold. */
export function FocusedAlert({ children }: { children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => element.current?.focus(), []);
  return (
    <div ref={element} role="alert" tabIndex={-1} className="rounded-md focus:outline-none">
      {children}
    </div>
  );
}
