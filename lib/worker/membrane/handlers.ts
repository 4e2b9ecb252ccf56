import type { MembraneAnswer, membraneCommands } from '../../messaging/membrane-commands';
import { readManagedPolicy } from '../../storage/policy';
import { confirmAccount } from '../connections/connections';
import type { ConnectionPorts } from '../connections/ports';
import type { HandlersOf } from '../router';
import { AppSearch } from './app-search';
import type { Membrane } from './membrane';
import { ensureOffer, listOffers, lookAtOffer, openConnecting } from './platform-connections';

/** What the worker does for the options page's part about Membrane. */
export function membraneHandlers(
  membrane: Membrane,
  ports: ConnectionPorts,
): HandlersOf<typeof membraneCommands> {
  const { account } = membrane;
  const { definitions } = membrane.ports;
  const search = new AppSearch(definitions.map(({ name }) => name));
  const asked = {
    account,
    definitions,
    search,
    base: () => membrane.base(),
    forgetRefusals: (id: string) => membrane.forgetRefusals(id),
  };
  const signedInAt = async (
    base: string | undefined,
    signIn: (base: string | undefined) => Promise<MembraneAnswer>,
  ) => {
    const { policy } = await readManagedPolicy();
    const answer = await signIn(policy.membraneBase ?? base);
    // Whatever waited for the sign-in continues.
    if (answer.kind === 'ok') await ports.connectionsChanged();
    return answer;
  };
  return {
    'membrane.sign-in': ({ draftId, base }) =>
      signedInAt(base, (chosen) => account.signIn(draftId, chosen)),
    'membrane.sign-in-on-page': ({ base }) =>
      signedInAt(base, (chosen) => account.signInOnPage(chosen)),
    'membrane.sign-out': async () => {
      const base = await membrane.base();
      const answer = await account.signOut();
      if (base !== undefined) await ports.releaseHost?.(base);
      return answer;
    },
    'membrane.list': ({ platform }) => listOffers(asked, platform),
    'membrane.ensure': ({ platform }) => ensureOffer(asked, platform),
    'membrane.look': ({ id }) => lookAtOffer(asked, id),
    'membrane.open': ({ id }) => openConnecting(asked, id),
    'membrane.confirm': ({ connectionId }) => confirmAccount(ports, connectionId),
  };
}
