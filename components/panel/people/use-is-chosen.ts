import { pairOf } from '../../../lib/identity/decisions';
import { contactRef } from '../../../lib/model/ids';
import { addressRef } from '../../../lib/model/screen-address';
import { database } from '../../../lib/storage/database';
import { useLiveRead } from '../../hooks/use-live-read';
import { usePanel } from '../PanelContext';

/**
 * Whether somebody chose the person beside the conversation on screen, of whom its page does not tell;
 * `undefined` until that has been read.
 */
export function useIsChosen(): boolean | undefined {
  const { contacts, screen } = usePanel().snapshot;
  const [shown] = contacts;
  const page = screen === undefined ? undefined : addressRef(screen);
  const person = shown && contactRef(shown);
  return useLiveRead(
    {
      tables: [database.links],
      read: async () => {
        if (page === undefined || person === undefined) return false;
        return (await database.links.get(pairOf(page, person)))?.verdict === 'same';
      },
    },
    [page, person],
  );
}
