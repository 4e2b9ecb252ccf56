import type { cardCommands } from '../../messaging/card-commands';
import type { ScreenRow } from '../../model/screen';
import type { HandlersOf } from '../router';
import { unlessFull } from '../write-with-room';
import type { CardLoads } from './card-loads';
import { removeCard, saveCard, testCard } from './keep-cards';
import type { CardPorts } from './ports';

/** What the worker does for each message about data cards. */
export function cardHandlers(
  ports: CardPorts,
  loads: CardLoads,
  screenOfWindow: (windowId: number) => Promise<ScreenRow | undefined>,
): HandlersOf<typeof cardCommands> {
  return {
    'cards.load': async (request) => {
      // Where nothing can be kept, the rest of the panel says so.
      await unlessFull(() => loads.load(screenOfWindow(request.windowId), request));
    },
    'cards.stop': async ({ windowId }) => loads.stop(windowId),
    'cards.test': (draft) => testCard(ports, draft, AbortSignal.timeout(TEST_MS)),
    'cards.save': (draft) => {
      loads.stopAll();
      return saveCard(ports, draft);
    },
    'cards.remove': async ({ cardId }) => {
      loads.stopAll();
      const card = await ports.database.cards.get(cardId);
      // What the administrator set is removed only with the policy.
      if (card?.isManaged === false) await removeCard(ports, card);
    },
    'cards.leave': ({ origin }) => ports.release(origin),
  };
}

/** No test takes longer (ms): the request itself is given less. */
const TEST_MS = 30_000;
