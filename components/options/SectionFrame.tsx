import { type ReactNode, type RefObject, Suspense, useEffect, useRef } from 'react';
import type { SectionName } from './SectionLinks';

/** A section of the page that an address can link to; its content may appear later than the page. */
export function SectionFrame({ name, children }: { name: SectionName; children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  return (
    <div ref={element} id={name} tabIndex={-1} className="scroll-mt-12 focus:outline-none">
      <Suspense>
        {children}
        <Arrival name={name} frame={element} />
      </Suspense>
    </div>
  );
}

interface ArrivalProps {
  name: SectionName;
  frame: RefObject<HTMLElement | null>;
}

/** Scrolls to a section once it is there: the browser looked for it too early. */
function Arrival({ name, frame }: ArrivalProps) {
  useEffect(() => {
    if (window.location.hash === `#${name}`) frame.current?.scrollIntoView();
  }, [name, frame]);
  return null;
}
