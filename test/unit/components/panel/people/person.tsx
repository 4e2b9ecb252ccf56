import { render } from '@testing-library/react';
import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import { makeNames, NamesContext } from '../../../../../components/panel/names';
import { usePeopleStore } from '../../../../../components/panel/people/people-store';
import { database } from '../../../../../lib/storage/database';
import type { Frame } from '../../../../../lib/storage/panel-queries';
import { connection, contact, frame, platform } from '../frames';

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
export function twoRecords(given: Partial<Frame> = {}): Frame {
  return frame({
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

/** Shows a part of the panel as it stands below `PanelApp`. */
export function show(shown: Frame, part: ReactNode) {
  return render(
    <Tooltip.Provider>
      <NamesContext value={makeNames(shown.platforms, shown.connections)}>{part}</NamesContext>
    </Tooltip.Provider>,
  );
}

/** Stores the contacts a test begins with. */
export async function store() {
  await database.contacts.bulkPut([onScreen, inKustomer, namesake]);
}

/** Leaves nothing for the next test. */
export async function forget() {
  usePeopleStore.setState({ isFinding: false, undo: undefined });
  await Promise.all(database.tables.map((table) => table.clear()));
}
