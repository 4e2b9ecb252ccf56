import { History, type LucideIcon, MessageSquareText, NotebookPen } from 'lucide-react';
import { type PanelTab, usePanelView } from './view-store';

const tabs: readonly { tab: PanelTab; label: string; Icon: LucideIcon }[] = [
  { tab: 'history', label: 'History', Icon: History },
  { tab: 'replies', label: 'Replies', Icon: MessageSquareText },
  { tab: 'notes', label: 'Notes', Icon: NotebookPen },
];

/** Chooses the part of the panel below the person. */
export function PanelTabs() {
  const current = usePanelView((view) => view.tab);
  const choose = usePanelView((view) => view.chooseTab);
  return (
    <nav aria-label="Parts of the panel" className="mt-2 flex border-line border-b px-2">
      {tabs.map(({ tab, label, Icon }) => (
        <button
          key={tab}
          type="button"
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
        </button>
      ))}
    </nav>
  );
}
