import type { optionsCommands } from '../../messaging/options-commands';
import {
  dropKeys,
  KeysLocked,
  lockKeys,
  locksAt,
  readKeyState,
  removePassphrase,
  setPassphrase,
  unlockKeys,
} from '../../storage/passphrase';
import type { HandlersOf } from '../router';
import type { ConnectionPorts } from './ports';

type KeyHandlers = Pick<
  HandlersOf<typeof optionsCommands>,
  'options.key-state' | 'options.passphrase'
>;

/** A shorter passphrase can be guessed in no time. */
const SHORTEST_PASSPHRASE = 8;

/** What the worker does for each message about the passphrase. `wakeAt` has it woken at a time (epoch ms). */
export function keyHandlers(
  ports: ConnectionPorts,
  wakeAt: (at: number | undefined) => Promise<void>,
): KeyHandlers {
  const carryOut = async (
    action: 'set' | 'unlock' | 'lock' | 'remove' | 'forget',
    passphrase: string,
    minutes: number | undefined,
  ): Promise<'ok' | 'wrong' | 'locked' | 'too-short'> => {
    const now = ports.now();
    switch (action) {
      case 'set':
        if ([...passphrase].length < SHORTEST_PASSPHRASE) return 'too-short';
        await setPassphrase(passphrase, minutes, now);
        return 'ok';
      case 'unlock':
        return (await unlockKeys(passphrase, now)) ? 'ok' : 'wrong';
      case 'lock':
        await lockKeys();
        return 'ok';
      case 'remove':
        await removePassphrase(now);
        return 'ok';
      case 'forget':
        await dropKeys();
        return 'ok';
    }
  };
  return {
    'options.key-state': () => readKeyState(ports.now()),
    'options.passphrase': async ({ action, draftId, minutes }) => {
      const { passphrase = '' } = await ports.readDraftSecrets(draftId);
      await ports.forgetDraft(draftId);
      try {
        const outcome = await carryOut(action, passphrase, minutes);
        await wakeAt(await locksAt());
        if (outcome === 'ok') await ports.connectionsChanged();
        return outcome;
      } catch (error) {
        if (error instanceof KeysLocked) return 'locked';
        throw error;
      }
    },
  };
}
