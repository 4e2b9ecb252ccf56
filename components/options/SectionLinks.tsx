import { t } from '@lingui/core/macro';
import { useEffect, useMemo, useState } from 'react';

/** The sections of the page, by the part of the address after `#`, in their order on the page. */
const sectionLabels = () => ({
  helpdesks: t`Helpdesks`,
  membrane: 'Membrane',
  people: t`People`,
  responses: t`Canned responses`,
  'past-answers': t`How we answered before`,
  cards: t`Data cards`,
  keys: t`Keys`,
  notes: t`Notes`,
  storage: t`Stored histories`,
  team: t`Team`,
  health: t`Health`,
});

export type SectionName = keyof ReturnType<typeof sectionLabels>;

function allSections(): SectionName[] {
  const labels = sectionLabels();
  return Object.keys(labels).filter((name): name is SectionName => name in labels);
}

/** The sections that are of use before a helpdesk is connected, in the order that they have then. */
const firstSections: readonly SectionName[] = [
  'helpdesks',
  'membrane',
  'team',
  'responses',
  'keys',
];

/** Links to the sections of the page, with a mark on the one that is being read. */
export function SectionLinks({ isConnected }: { isConnected: boolean }) {
  const labels = sectionLabels();
  const names = useMemo(() => (isConnected ? allSections() : firstSections), [isConnected]);
  const current = useCurrentSection(names);
  return (
    <nav
      aria-label={t`Sections`}
      className="-mx-2 z-10 mb-3 border-line border-b bg-canvas py-1.5 text-12 min-[600px]:sticky min-[600px]:top-0 min-[960px]:top-8 min-[960px]:mx-0 min-[960px]:self-start min-[960px]:border-0 min-[960px]:py-0 min-[960px]:text-13"
    >
      <ul className="flex flex-wrap gap-x-1 gap-y-0.5 min-[960px]:flex-col">
        {names.map((name) => (
          <li key={name} className="flex">
            <a
              href={`#${name}`}
              aria-current={name === current ? 'location' : undefined}
              className="flex-1 rounded-md px-2 py-1 text-ink-soft hover:bg-hover hover:text-ink aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent"
            >
              {labels[name]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A section is being read once its upper edge is this near (px) to that of the window. */
const READ_FROM = 120;

/** The section that is being read; at the end of the page the one that the address names, or the last. */
function useCurrentSection(names: readonly SectionName[]): SectionName | undefined {
  const [current, setCurrent] = useState<SectionName>();
  useEffect(() => {
    const look = () => {
      const topOf = (name: SectionName) =>
        document.getElementById(name)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
      const { scrollY, innerHeight, location } = window;
      const isEnd =
        scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
      const named = names.find((name) => location.hash === `#${name}`);
      const isNamedInSight = named !== undefined && topOf(named) < innerHeight;
      const read = names.findLast((name) => topOf(name) <= READ_FROM) ?? names[0];
      const last = isNamedInSight ? named : names.at(-1);
      setCurrent(isEnd ? last : read);
    };
    look();
    // Content that appears above moves what is being read, too.
    const grown = new ResizeObserver(look);
    grown.observe(document.body);
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('hashchange', look);
    return () => {
      grown.disconnect();
      window.removeEventListener('scroll', look);
      window.removeEventListener('hashchange', look);
    };
  }, [names]);
  return current;
}
