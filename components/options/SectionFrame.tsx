import { t } from '@lingui/core/macro';
import { type ReactNode, type RefObject, Suspense, useEffect, useRef } from 'react';

/** The parts of the page, by what stands after `#` in the address. */
const sectionLabels = () => ({
  helpdesks: t`Helpdesks`,
  membrane: 'Membrane',
  people: t`People`,
  responses: t`Canned responses`,
  cards: t`Data cards`,
  keys: t`Keys`,
  notes: t`Notes`,
  storage: t`Stored histories`,
  team: t`Team`,
  health: t`Health`,
});
type SectionName = keyof ReturnType<typeof sectionLabels>;

/** Leads to the parts of the page, by link; for a page that has all of them. */
export function SectionLinks() {
  return (
    <nav
      aria-label={t`Sections`}
      className="sticky top-0 z-10 -mx-2 mb-3 flex flex-wrap gap-x-1 border-line border-b bg-canvas py-1.5 text-12"
    >
      {Object.entries(sectionLabels()).map(([name, label]) => (
        <a
          key={name}
          href={`#${name}`}
          className="rounded-md px-2 py-1 text-ink-soft hover:bg-hover hover:text-ink"
        >
          {label}
        </a>
      ))}
    </nav>
  );
}

/** A part of the page that an address can name; what is in it may come later than the page. */
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

/** Brings a part into view once it is there: the browser looked for it before. */
function Arrival({ name, frame }: ArrivalProps) {
  useEffect(() => {
    if (window.location.hash === `#${name}`) frame.current?.scrollIntoView();
  }, [name, frame]);
  return null;
}
