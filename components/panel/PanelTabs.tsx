import { History, type LucideIcon, MessageSquareText, NotebookPen } from 'lucide-react';
import { type PanelTab, usePanelView } from './view-store';

const tabs: readonly { tab: PanelTab; label: string; Icon: LucideIcon; key?: string }[] = [
  { tab: 'history', label: 'History', Icon: History },
  { tab: 'replies', label: 'Replies', Icon: MessageSquareText, key: '/' },
  { tab: 'notes', label: 'Notes', Icon: NotebookPen },
];

/** Chooses the part of the panel below the person. */
export function PanelTabs() {
  const current = usePanelView((view) => view.tab);
  const choose = usePanelView((view) => view.chooseTab);
  return (
    <nav aria-label="Parts of the panel" className="mt-2 flex border-line border-b px-2">
      {tabs.map(({ tab, label, Icon, key }) => (
        <button
          key={tab}
          type="button"
          aria-keyshortcuts={key}
          title={key === undefined ? undefined : `${label} (press ${key})`}
          aria-current={tab === current ? 'page' : undefined}
          onClick={() => choose(tab)}
          className={`-mb-px flex h-8 flex-1 items-center justify-center gap-1.5 border-b-2 text-12 ${
            tab === current
              ? 'border-accent font-medium text-accent'
              : 'border-transparent text-ink-soft hover:text-ink'
          }`}
        >
          <Icon size={13} aria-hidden />
          {label}
          {key !== undefined && (
            <kbd
              aria-hidden
              className="rounded border border-line px-1 font-sans text-11 text-ink-faint"
            >
              {key}
            </kbd>
          )}
        </button>
      ))}
    </nav>
  );
}
