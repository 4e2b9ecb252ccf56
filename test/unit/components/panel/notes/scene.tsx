import { render } from '@testing-library/react';
import { Tooltip } from 'radix-ui';
import { makeNames, NamesContext } from '../../../../../components/panel/names';
import { NotesTab } from '../../../../../components/panel/notes/NotesTab';
import type { PlatformDescriptor } from '../../../../../lib/model/descriptor';
import type { Frame } from '../../../../../lib/storage/panel-queries';
import { connection, frame, platform } from '../frames';

/** A platform that keeps notes of so many characters. */
export function keeper(name: string, label: string, maxLength: number): PlatformDescriptor {
  const given = platform(name, label);
  const notes = { kind: 'list', maxLength } as const;
  return { ...given, capabilities: { ...given.capabilities, notes } };
}

/** Two accounts; the person is known in the first one only. */
export const noteFrame: Frame = frame({
  platforms: [keeper('chatwoot', 'Chatwoot', 20_000), keeper('kustomer', 'Kustomer', 800)],
  connections: [connection('cw', 'chatwoot', 'Support'), connection('ku', 'kustomer', 'Kustomer')],
});

/** The tab beside the contact `cw/1`. */
export function renderTab(given: Frame = noteFrame) {
  return render(
    <Tooltip.Provider>
      <NamesContext value={makeNames(given.platforms, given.connections)}>
        <NotesTab frame={given} anchor="cw/1" windowId={1} />
      </NamesContext>
    </Tooltip.Provider>,
  );
}
