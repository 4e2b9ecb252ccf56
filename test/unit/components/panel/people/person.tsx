import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { PanelProvider } from '../../../../../components/panel/PanelContext';
import { usePeopleStore } from '../../../../../components/panel/people/people-store';
import { database } from '../../../../../lib/storage/database';
import type { PanelSnapshot } from '../../../../../lib/storage/panel-snapshot';
import { ref } from '../../../refs';
import { connection, contact, panelSnapshot, platform, screenRow } from '../snapshots';

export const onScreen = contact();
export const inKustomer = contact({
  connectionId: 'ku',
  id: '9',
  platform: 'kustomer',
  name: 'A. Souza',
  url: 'https://desk.example/9',
});
export const namesake = contact({
  connectionId: 'ku',
  id: '5',
  platform: 'kustomer',
  emails: ['ana.souza@other.example'],
  emailKeys: ['ana.souza@other.example'],
});

/** A person known from two platforms. */
export function twoRecords(given: Partial<PanelSnapshot> = {}): PanelSnapshot {
  return panelSnapshot({
    connections: [
      { ...connection('cw', 'chatwoot', 'Support'), agentName: 'Lena' },
      connection('ku', 'kustomer', 'Kustomer'),
    ],
    platforms: [
      platform('chatwoot', 'Chatwoot'),
      platform('kustomer', 'Kustomer'),
      platform('chaport', 'Chaport'),
    ],
    contacts: [onScreen, inKustomer],
    ...given,
  });
}

/** Shows a part of the panel as it stands below `PanelApp`, beside the contact `cw/1`. */
export function show(shown: PanelSnapshot, part: ReactNode, anchor = ref('cw/1')) {
  return render(
    <PanelProvider windowId={1} anchor={anchor} snapshot={shown}>
      {part}
    </PanelProvider>,
  );
}

/** Stores the contacts a test begins with. */
export async function store() {
  await database.contacts.bulkPut([onScreen, inKustomer, namesake]);
}

/** Stores that somebody chose the person on screen for this conversation, and returns the tab that shows it. */
export async function chosenFor(conversationId: string) {
  const page = ref(`cw/conversation:${conversationId}`);
  await database.links.put({ a: ref('cw/1'), b: page, verdict: 'same', at: 5 });
  return screenRow({ context: { ...screenRow().context, conversationId } });
}

/** Leaves nothing for the next test. */
export async function forget() {
  usePeopleStore.setState({ isFinding: false, undo: undefined });
  await Promise.all(database.tables.map((table) => table.clear()));
}
