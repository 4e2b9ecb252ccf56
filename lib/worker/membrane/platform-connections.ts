import { t } from '@lingui/core/macro';
import { browser } from 'wxt/browser';
import type { MembraneConnection } from '../../http/membrane/schemas';
import { isMembranePage, saidAbout, situationOf } from '../../http/membrane/situation';
import { TransportError } from '../../http/transport-error';
import type {
  MembraneAnswer,
  MembraneListAnswer,
  MembraneOffer,
  MembraneOfferAnswer,
} from '../../messaging/membrane-commands';
import type { PlatformDefinition } from '../../platforms/contract/definition';
import type { MembraneAccount } from './account';
import type { AppSearch } from './app-search';
import { membraneFailureWords } from './failure-words';

/** The most that a person chooses from; the others are for other applications. */
const MOST_OFFERS = 200;
const CALL_MS = 30_000;

export interface MembraneConnectionPorts {
  account: MembraneAccount;
  /** Origin of the Membrane that is signed in to. */
  base(): Promise<string | undefined>;
  /** The platforms that there are. */
  definitions: readonly PlatformDefinition[];
  search: AppSearch;
  /** Everything may be asked of this connection in Membrane again. */
  forgetRefusals(id: string): Promise<void>;
}

/** The connections that may be a platform's: those that say so first, what is usable before the rest. */
export async function listOffers(
  { account, search }: MembraneConnectionPorts,
  platform: string,
): Promise<MembraneListAnswer> {
  try {
    const api = await account.api();
    const { items, dropped } = await api.connections(AbortSignal.timeout(120_000));
    const current = items.filter(({ archivedAt }) => archivedAt === undefined);
    const platforms = await search.platformsOf(api, current);
    const offers = current
      .map((connection) => offerOf(connection, platforms))
      .filter((offer) => offer.platform === undefined || offer.platform === platform)
      .toSorted((a, b) => rank(a) - rank(b));
    const shown = offers.slice(0, MOST_OFFERS);
    return { kind: 'ok', offers: shown, dropped: dropped + offers.length - shown.length };
  } catch (error) {
    return { kind: 'failed', message: membraneFailureWords(error) };
  }
}

const order = ['ready', 'building', 'person-needed', 'failed'];

function rank({ platform, situation }: MembraneOffer): number {
  return (platform === undefined ? order.length : 0) + order.indexOf(situation);
}

/**
 * Which application a connection is for: by its key, else by the ids that lead to it, else by its name. The
 * name has to match exactly: other applications have names that begin the same. `platforms`: by all of these.
 */
function offerOf(
  connection: MembraneConnection,
  platforms: ReadonlyMap<string, string>,
): MembraneOffer {
  const { id, name, integration, connectorId, externalAppId } = connection;
  const told = [integration?.key, externalAppId, connectorId, name].flatMap((each) => each ?? []);
  const keys = told.map((each) => each.trim().toLowerCase());
  const isKeyKnown = integration?.key !== undefined && integration.key !== '';
  const [key = ''] = keys;
  const [platform] = (isKeyKnown ? [key] : keys).flatMap((each) => platforms.get(each) ?? []);
  return {
    id,
    name: name === '' ? id : name,
    app: key,
    platform,
    situation: situationOf(connection),
    said: saidAbout(connection),
  };
}

/** Finds the connection to a platform, or begins to make one, by the vendor's own address. */
export async function ensureOffer(
  ports: MembraneConnectionPorts,
  platform: string,
): Promise<MembraneOfferAnswer> {
  const definition = ports.definitions.find(({ name }) => name === platform);
  if (definition === undefined) return { kind: 'failed', message: membraneFailureWords(undefined) };
  return tellOffer(ports, async (api) =>
    api.ensure(definition.relay.appUrl, AbortSignal.timeout(CALL_MS)),
  );
}

/**
 * The state of a connection; while it is being built the answer may be held back for 20 s. One that a
 * person made ready may be asked everything again.
 */
export async function lookAtOffer(
  ports: MembraneConnectionPorts,
  id: string,
): Promise<MembraneOfferAnswer> {
  const answer = await tellOffer(ports, (api) =>
    api.connection(id, AbortSignal.timeout(CALL_MS), true),
  );
  const isReady = answer.kind === 'ok' && answer.offer.situation === 'ready';
  if (isReady) await ports.forgetRefusals(id);
  return answer;
}

type Api = Awaited<ReturnType<MembraneAccount['api']>>;

async function tellOffer(
  { account, search }: MembraneConnectionPorts,
  ask: (api: Api) => Promise<MembraneConnection>,
): Promise<MembraneOfferAnswer> {
  try {
    const api = await account.api();
    const connection = await ask(api);
    const platforms = await search.platformsOf(api, [connection]);
    return { kind: 'ok', offer: offerOf(connection, platforms) };
  } catch (error) {
    return { kind: 'failed', message: membraneFailureWords(error) };
  }
}

/**
 * Opens the page on which a person makes this connection, or makes it again: the one that the connection
 * names, else one that is requested. Only pages of Membrane's own are opened.
 */
export async function openConnecting(
  { account, base }: MembraneConnectionPorts,
  id: string,
  open: (url: string) => Promise<unknown> = (url) => browser.tabs.create({ url }),
): Promise<MembraneAnswer> {
  try {
    const api = await account.api();
    const page = (await base()) ?? '';
    const { clientAction } = await api.connection(id, AbortSignal.timeout(CALL_MS));
    const named = clientAction?.uiUrl;
    const url = named ?? (await api.requestConnecting(id, AbortSignal.timeout(CALL_MS)));
    if (!isMembranePage(url, page)) {
      const host = URL.canParse(url) ? new URL(url).host : '';
      const message =
        host === ''
          ? t`Membrane gave an address that cannot be opened. Connect the helpdesk in Membrane’s console instead.`
          : t`Membrane gave a page on ${host}, which is not Membrane’s own, so it was not opened. Connect the helpdesk in Membrane’s console instead.`;
      return { kind: 'failed', message };
    }
    await open(url);
    return { kind: 'ok' };
  } catch (error) {
    const isRefused = error instanceof TransportError;
    return { kind: 'failed', message: membraneFailureWords(isRefused ? error : undefined) };
  }
}
