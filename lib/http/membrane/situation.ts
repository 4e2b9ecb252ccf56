import type { MembraneConnection } from './schemas';

/** What is to be done about a connection in Membrane: nothing, wait, act there, or it failed. */
export type MembraneSituation = 'ready' | 'building' | 'person-needed' | 'failed';

const byState: ReadonlyMap<string, MembraneSituation> = new Map([
  ['READY', 'ready'],
  ['BUILDING', 'building'],
  ['SETUP_IN_PROGRESS', 'building'],
  ['CLIENT_ACTION_REQUIRED', 'person-needed'],
  ['DISCONNECTED', 'person-needed'],
  ['NOT_CONFIGURED', 'person-needed'],
]);

/** The situation of a connection, by its state; where it has none, by whether it says it is connected. */
export function situationOf(connection: MembraneConnection): MembraneSituation {
  const { state, connected, isDefunct } = connection;
  const unstated = connected === true ? 'ready' : 'person-needed';
  const situation = state === undefined ? unstated : (byState.get(state) ?? 'failed');
  // Its credentials no longer work: a person has to give new ones.
  return situation === 'ready' && isDefunct === true ? 'person-needed' : situation;
}

/** What Membrane says about it, for a person; instructions for programs are left out. */
export function saidAbout(connection: MembraneConnection): string | undefined {
  const { clientAction, errors, requestError, error } = connection;
  const failures = [errors[0], requestError, error].flatMap((each) => each?.message ?? []);
  const words = situationOf(connection) === 'failed' ? failures[0] : clientAction?.description;
  return words === '' ? undefined : words;
}

/** Hosts of Membrane's own, with all below them, on which a person acts. */
const ownDomains = ['getmembrane.com', 'integration.app'];

/**
 * Whether an address may be opened in a tab: https on one of Membrane's own hosts, or the host of the
 * base that was set up.
 */
export function isMembranePage(address: string, base: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return false;
  if (url.origin === base) return true;
  const isOwn = ownDomains.some(
    (domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`),
  );
  return url.protocol === 'https:' && url.port === '' && isOwn;
}
