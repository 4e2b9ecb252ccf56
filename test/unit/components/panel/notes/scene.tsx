import { render } from '@testing-library/react';
import { Tooltip } from 'radix-ui';
import { DirectoryContext, makeDirectory } from '../../../../../components/panel/directory';
import { NotesTab } from '../../../../../components/panel/notes/NotesTab';
import type { Frame } from '../../../../../lib/storage/panel-queries';
import { connection, frame } from '../frames';

/** Two accounts; the person is known in the first one only. */
export const noteFrame: Frame = frame({
  connections: [connection('cw', 'chatwoot', 'Support'), connection('ku', 'kustomer', 'Kustomer')],
});

/** The tab beside the contact `cw/1`. */
export function renderTab(given: Frame = noteFrame) {
  return render(
    <Tooltip.Provider>
      <DirectoryContext value={makeDirectory(given.platforms, given.connections)}>
        <NotesTab frame={given} anchor="cw/1" windowId={1} />
      </DirectoryContext>
    </Tooltip.Provider>,
  );
}
