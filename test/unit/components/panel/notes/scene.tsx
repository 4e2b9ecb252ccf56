import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { NotesTab } from '../../../../../components/panel/notes/NotesTab';
import { PanelProvider } from '../../../../../components/panel/PanelContext';
import type { PlatformDescriptor } from '../../../../../lib/model/descriptor';
import type { PanelSnapshot } from '../../../../../lib/storage/panel-snapshot';
import { ref } from '../../../refs';
import { connection, panelSnapshot, platform } from '../snapshots';

/** A platform that keeps notes of so many characters. */
export function keeper(name: string, label: string, maxLength: number): PlatformDescriptor {
  const given = platform(name, label);
  const notes = { kind: 'list', maxLength } as const;
  return { ...given, capabilities: { ...given.capabilities, notes } };
}

/** Two accounts; the person is known in the first one only. */
export const noteSnapshot: PanelSnapshot = panelSnapshot({
  platforms: [keeper('chatwoot', 'Chatwoot', 20_000), keeper('kustomer', 'Kustomer', 800)],
  connections: [connection('cw', 'chatwoot', 'Support'), connection('ku', 'kustomer', 'Kustomer')],
});

/** The tab beside the contact `cw/1`. */
export function renderTab(given: PanelSnapshot = noteSnapshot) {
  return render(beside(<NotesTab />, given));
}

/** A part of the panel beside the contact `cw/1`. */
export function beside(part: ReactNode, given: PanelSnapshot = noteSnapshot) {
  return (
    <PanelProvider windowId={1} anchor={ref('cw/1')} snapshot={given}>
      {part}
    </PanelProvider>
  );
}
