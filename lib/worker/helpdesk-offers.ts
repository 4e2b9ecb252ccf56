import { browser } from 'wxt/browser';
import type { HelpdeskOffers, setUpCommands } from '../messaging/set-up-commands';
import type { Connection } from '../model/connection';
import type { HelpdeskOffer } from '../model/helpdesk-offer';
import type { ConnectionTarget, PlatformDefinition } from '../platforms/contract/definition';
import { definitions } from '../platforms/registry';
import type { DesksideDatabase } from '../storage/database';
import type { Policy } from '../storage/policy';
import { readHelpdeskPolicy } from './apply-policy';
import { openSetUp } from './browser-windows';
import type { HandlersOf } from './router';

type OfferedPlatform = Pick<PlatformDefinition, 'name' | 'readFields' | 'recogniseTab'>;

/** What the browser says about an open tab; without permission for its host not even the address. */
export interface OpenTab {
  url?: string | undefined;
  title?: string | undefined;
}

/** A list longer than this is no use for choosing. */
const mostOffers = 30;

/**
 * The helpdesks that may be connected: those of the organisation first, then those of open tabs, those
 * that are connected already, and last each platform of which nothing else is known. Pure.
 */
export function helpdeskOffers(given: {
  definitions: readonly OfferedPlatform[];
  policy: Policy;
  tabs: readonly OpenTab[];
  connections: readonly Connection[];
}): HelpdeskOffers {
  const { policy, tabs, connections } = given;
  const ways = {
    direct: policy.features?.directKeys !== false,
    membrane: policy.features?.membrane !== false,
  };
  const allowed = given.definitions.filter(
    ({ name }) => policy.platforms?.includes(name) !== false,
  );
  const list = new OfferList(connections);
  const addNamed = (platform: string, offer: NewOffer) => {
    const definition = allowed.find(({ name }) => name === platform);
    if (definition !== undefined) list.add(definition, offer);
  };
  for (const { platform, fields, label } of policy.helpdesks ?? []) {
    addNamed(platform, { fields, label, source: 'organisation', isSure: true });
  }
  const recognised = allowed
    .flatMap((definition) => recognisedTabs(definition, tabs))
    .sort((one, other) => Number(other.offer.isSure) - Number(one.offer.isSure));
  for (const { definition, offer } of recognised) list.add(definition, offer);
  for (const { platform, fields, label } of connections) {
    addNamed(platform, { fields, label, source: 'connected', isSure: true });
  }
  for (const definition of allowed) list.addUnlessSure(definition);
  return {
    offers: list.offers.slice(0, mostOffers),
    hiddenTabs: tabs.filter(({ url }) => url === undefined || url === '').length,
    ways,
  };
}

type NewOffer = Pick<HelpdeskOffer, 'fields' | 'label' | 'source' | 'isSure'>;

function recognisedTabs(definition: OfferedPlatform, tabs: readonly OpenTab[]) {
  return tabs.flatMap(({ url = '', title = '' }) => {
    const known = URL.canParse(url) ? definition.recogniseTab(new URL(url), title) : undefined;
    if (known === undefined) return [];
    const offer: NewOffer = { ...known, source: 'tab' };
    return [{ definition, offer }];
  });
}

/** Gathers offers; what leads to the same account is offered once. */
class OfferList {
  readonly offers: HelpdeskOffer[] = [];
  readonly #targets: { platform: string; target: ConnectionTarget }[] = [];

  constructor(private readonly connections: readonly Connection[]) {}

  add({ name: platform, readFields }: OfferedPlatform, offer: NewOffer): void {
    const target = readFields(offer.fields);
    if ('problems' in target) {
      // What the organisation wrote is shown although it is not complete; its form says what is missing.
      if (offer.source !== 'organisation') return;
      this.offers.push({
        ...offer,
        platform,
        id: `${platform}:${JSON.stringify(offer.fields)}`.slice(0, 400),
      });
      return;
    }
    const isKnown = this.#targets.some(
      (known) => known.platform === platform && leadTogether(known.target, target),
    );
    if (isKnown) return;
    this.#targets.push({ platform, target });
    const connection = this.connections.find(
      (each) => each.platform === platform && leadTogether(each, target),
    );
    this.offers.push({
      ...offer,
      platform,
      id: `${platform}:${target.pageOrigin}:${target.account ?? ''}`,
      host: new URL(target.pageOrigin).host,
      connectionId: connection?.id,
    });
  }

  addUnlessSure({ name: platform }: OfferedPlatform): void {
    if (this.offers.some((offer) => offer.platform === platform && offer.isSure)) return;
    this.offers.push({ id: platform, platform, fields: {}, source: 'platform', isSure: true });
  }
}

/** Whether two answers may mean one account: the same place, and no two different accounts there. */
function leadTogether(
  a: Pick<ConnectionTarget, 'pageOrigin' | 'account'>,
  b: Pick<ConnectionTarget, 'pageOrigin' | 'account'>,
): boolean {
  const isOneAccount =
    a.account === undefined || b.account === undefined || a.account === b.account;
  return a.pageOrigin === b.pageOrigin && isOneAccount;
}

/** What the first set-up asks of the worker. */
export function setUpHandlers(database: DesksideDatabase): HandlersOf<typeof setUpCommands> {
  return {
    'set-up.offers': async () => {
      const [policy, tabs, connections] = await Promise.all([
        readHelpdeskPolicy(),
        browser.tabs.query({}),
        database.connections.toArray(),
      ]);
      return helpdeskOffers({ definitions, policy, tabs, connections });
    },
    'set-up.open': openSetUp,
  };
}
