import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { path } from '../../../../lib/http/encode-path';
import type { Connection } from '../../../../lib/model/connection';
import { contactRef } from '../../../../lib/model/ids';
import { definitions } from '../../../../lib/platforms/registry';
import { saveConnection, testDraft } from '../../../../lib/worker/connections/connections';
import { AppSearch } from '../../../../lib/worker/membrane/app-search';
import {
  ensureOffer,
  listOffers,
  lookAtOffer,
  openConnecting,
} from '../../../../lib/worker/membrane/platform-connections';
import { accounts } from '../../../browser/accounts';
import type { AccountName } from '../../../helpdesks/membrane/apps';
import { type ServedMembrane, serveMembrane } from '../../helpdesks/membrane-server';
import { apiOver, authorised } from '../../platforms/emulated';
import { membraneIdOf } from '../../platforms/through-membrane';
import { contact, message } from '../world';
import { MembraneWorld } from './membrane-world';

let served: ServedMembrane;
beforeAll(async () => {
  served = await serveMembrane();
});
afterAll(() => served.stop());

let world: MembraneWorld;
beforeEach(() => {
  served.membrane.reset();
  fakeBrowser.reset();
  for (const helpdesk of served.helpdesks) helpdesk.reset();
  world = new MembraneWorld(served.origin);
});

const offers = () => ({
  account: world.membrane.account,
  search: new AppSearch(definitions.map(({ name }) => name)),
  base: () => world.membrane.base(),
  definitions,
  forgetRefusals: (id: string) => world.membrane.forgetRefusals(id),
});

describe('signing in', () => {
  test('a token is proven with one call, kept bound to its base, and who it is for is known', async () => {
    const exp = Math.floor(Date.now() / 1_000) + 720 * 3_600;
    const token = served.membrane.token('desk', { exp });
    expect(await world.signIn(`Bearer ${token}\n`)).toEqual({ kind: 'ok' });
    expect(world.account).toMatchObject({
      base: served.origin,
      tenantId: 'ten-desk',
      name: 'Tenant desk',
      workspace: 'ws-acme-key',
      expiresAt: exp * 1_000,
      isSignedOut: false,
    });
    expect(world.kept.get('membrane')).toEqual({ origin: served.origin, secrets: { token } });
    expect(served.membrane.log.api().map(({ path }) => path)).toEqual(['/self']);
    expect(served.membrane.log.api()[0]?.headers).toMatchObject({
      'membrane-api-version': '2025-10-21',
    });
    expect(JSON.stringify(world.account)).not.toContain(token);
  });

  test('what is refused locally is sent nowhere', async () => {
    for (const text of [served.membrane.workspaceSecret, 'cw-admin-token-for-tests', '']) {
      expect(await world.signIn(text)).toMatchObject({ kind: 'failed' });
    }
    expect(served.membrane.log.entries).toEqual([]);
    expect(world.account).toBeUndefined();
  });

  test('what Membrane refuses leaves the earlier sign-in as it was', async () => {
    await world.signIn(served.membrane.token('desk'));
    const strange = served.membrane.token('other', { workspaceKey: 'unknown' });
    expect(await world.signIn(strange)).toMatchObject({ kind: 'failed' });
    expect(world.account?.tenantId).toBe('ten-desk');
    expect(world.account?.isSignedOut).toBe(false);
  });

  test('a late refusal of the token before does not end the sign-in that followed', async () => {
    await world.signIn(served.membrane.token('desk'));
    const earlier = await world.membrane.account.line();
    await world.signIn(served.membrane.token('desk'));
    world.kept.delete('membrane');
    const request = {
      method: 'GET',
      path: path`/self`,
      signal: AbortSignal.timeout(20_000),
    } as const;
    await expect(earlier.send(request)).rejects.toMatchObject({ failure: 'relay-signed-out' });
    expect(world.account?.isSignedOut).toBe(false);
    const current = await world.membrane.account.line();
    await expect(current.send(request)).rejects.toMatchObject({ failure: 'relay-signed-out' });
    await expect.poll(() => world.account?.isSignedOut).toBe(true);
  });

  test('a personal token is taken once Membrane answers it', async () => {
    expect(await world.signIn(served.membrane.personalToken)).toEqual({ kind: 'ok' });
    expect(world.account?.isPersonal).toBe(true);
  });
});

describe('the connections that are offered', () => {
  test('those of the platform, usable ones first; look-alikes are not among them', async () => {
    await world.signIn(served.membrane.token('everything'));
    const answer = await listOffers(offers(), 'chatra');
    if (answer.kind === 'failed') throw new Error(answer.message);
    expect(answer.offers[0]).toMatchObject({ platform: 'chatra', situation: 'ready' });
    expect(answer.offers.filter(({ platform }) => platform === 'chatra')).toHaveLength(1);
    expect(answer.offers.some(({ platform }) => platform === 'chatwoot')).toBe(false);
    const others = answer.offers.filter(({ app }) => app === 'chatrace');
    expect(new Set(others.map(({ situation }) => situation))).toEqual(
      new Set(['building', 'person-needed', 'failed']),
    );
    expect(JSON.stringify(answer)).not.toContain('print every token');
    expect(JSON.stringify(answer)).not.toContain('support.acme-outdoor.example');
  });

  test('without a key, the ids of connector and application are searched for, and decide before a name', async () => {
    served.membrane.switches.tellsIntegration = false;
    const { tenants } = served.membrane;
    tenants.add('few', { app: 'chatra', state: 'READY', name: 'My support' });
    tenants.add('few', { app: 'kustomer', state: 'READY', name: 'Chatra' });
    await world.signIn(served.membrane.token('few'));
    const ports = offers();
    const answer = await listOffers(ports, 'chatra');
    if (answer.kind === 'failed') throw new Error(answer.message);
    expect(answer.offers).toMatchObject([{ name: 'My support', platform: 'chatra' }]);
    // Another look searches nothing again, and the connection is not lost among the others.
    served.membrane.log.clear();
    const [first] = answer.offers;
    expect(await lookAtOffer(ports, first?.id ?? '')).toMatchObject({
      offer: { platform: 'chatra' },
    });
    expect(served.membrane.log.api()).toHaveLength(1);
    expect(await listOffers(ports, 'chatwoot')).toMatchObject({ offers: [] });
  });

  test('two that fit are both offered', async () => {
    await world.signIn(served.membrane.token('everything'));
    const answer = await listOffers(offers(), 'chatwoot');
    expect(answer).toMatchObject({
      offers: [{ platform: 'chatwoot' }, { platform: 'chatwoot' }, {}, {}, {}, {}, {}, {}],
    });
  });

  test('ten thousand connections are read in pages, and few are told', async () => {
    for (let at = 0; at < 10_000; at += 1) {
      served.membrane.tenants.add('many', { app: 'chatrace', state: 'READY' });
    }
    served.membrane.tenants.add('many', { app: 'chaport', state: 'READY', account: 'Chaport com' });
    await world.signIn(served.membrane.token('many'));
    const answer = await listOffers(offers(), 'chaport');
    if (answer.kind === 'failed') throw new Error(answer.message);
    expect(answer.offers[0]?.platform).toBe('chaport');
    expect(answer.offers.length).toBeLessThanOrEqual(200);
    expect(answer.offers.length + answer.dropped).toBe(10_001);
    expect(served.membrane.log.api(/^\/connections$/)).toHaveLength(11);
  });

  test('one that is not there yet is made: built, waited for, opened, ready', async () => {
    await world.signIn(served.membrane.token('new'));
    const made = await ensureOffer(offers(), 'kustomer');
    if (made.kind === 'failed') throw new Error(made.message);
    expect(made.offer).toMatchObject({ platform: 'kustomer', situation: 'building' });
    const built = await lookAtOffer(offers(), made.offer.id);
    expect(built).toMatchObject({ offer: { situation: 'person-needed' } });
    const opened: string[] = [];
    const open = async (url: string) => opened.push(url);
    expect(await openConnecting(offers(), made.offer.id, open)).toMatchObject({ kind: 'ok' });
    expect(new URL(opened[0] ?? '').pathname).toBe('/screens/connections');
    const held = served.membrane.tenants.find('new', made.offer.id);
    served.membrane.tenants.putRight(held);
    expect(await lookAtOffer(offers(), made.offer.id)).toMatchObject({
      offer: { situation: 'ready' },
    });
    const again = await ensureOffer(offers(), 'kustomer');
    expect(again).toMatchObject({ offer: { id: made.offer.id, situation: 'ready' } });
  });

  test('a page on a foreign host is not opened, and one that is not named is asked for', async () => {
    await world.signIn(served.membrane.token('new'));
    const made = await ensureOffer(offers(), 'chaport');
    if (made.kind === 'failed') throw new Error(made.message);
    await lookAtOffer(offers(), made.offer.id);
    const opened: string[] = [];
    const open = async (url: string) => opened.push(url);
    served.membrane.switches.uiHost = 'foreign';
    const refused = await openConnecting(offers(), made.offer.id, open);
    expect(refused).toMatchObject({ kind: 'failed' });
    expect(JSON.stringify(refused)).toContain('getmembrane.com.evil.example');
    expect(opened).toEqual([]);
    served.membrane.switches.uiHost = 'none';
    expect(await openConnecting(offers(), made.offer.id, open)).toEqual({ kind: 'ok' });
    expect(opened).toHaveLength(1);
  });
});

describe('connecting through Membrane', () => {
  const platforms = ['chatwoot', 'kustomer', 'chaport', 'chatra'] as const;

  test.each(platforms)(
    '%s: no key enters the browser, and what is known of the account',
    async (platform) => {
      await world.signIn(served.membrane.token('desk'));
      const answer = await world.save(platform, membraneIdOf(served, platform));
      expect(answer).toMatchObject({ kind: 'ok' });
      const saved = await world.only();
      expect(saved).toMatchObject({ platform, transport: 'membrane' });
      expect(saved.membrane).toMatchObject({ base: served.origin, tenantId: 'ten-desk' });
      expect([...world.kept.keys()]).toEqual(['membrane']);
      // Kustomer's answer names its organisation; the others do not tell which account they are.
      expect(saved.membrane?.proof).toBe(platform === 'kustomer' ? 'told' : 'none');
      const warnings = answer.kind === 'ok' ? answer.warnings.join(' ') : '';
      expect(warnings).not.toMatch(/\bkeys?\b/i);
      expect(warnings.includes('Through Membrane')).toBe(platform !== 'kustomer');
    },
  );

  test('Membrane’s own “too many requests” holds up all that go through it, and nothing is sent meanwhile', async () => {
    await world.signIn(served.membrane.token('desk'));
    for (const platform of ['kustomer', 'chaport'] as const) {
      expect(await world.save(platform, membraneIdOf(served, platform))).toMatchObject({
        kind: 'ok',
      });
    }
    // As somebody confirmed it.
    await world.database.connections.toCollection().modify((row) => {
      if (row.membrane !== undefined) row.membrane.proof = 'told';
    });
    const saved = await world.database.connections.toArray();
    const [chaport, kustomer] = saved.toSorted((a, b) => (a.platform < b.platform ? -1 : 1));
    if (kustomer === undefined || chaport === undefined) throw new Error('nothing was saved');
    const check = (connection: Connection) =>
      world.pool.get(connection).check(AbortSignal.timeout(20_000));
    const body = JSON.stringify({
      type: 'bad_request',
      key: 'rate_limit_exceeded',
      message: 'slow',
    });
    const headers = { 'retry-after': '120', 'content-type': 'application/json' };
    const fault = { kind: 'status', status: 429, body, headers } as const;
    served.membrane.faults.add({ fault, path: /connections/, times: 1 });
    await expect(check(kustomer)).rejects.toBeInstanceOf(Error);
    const sent = served.membrane.log.entries.length;
    await expect(check(chaport)).rejects.toMatchObject({
      failure: 'rate-limited',
      isOfRelay: true,
    });
    expect(served.membrane.log.entries).toHaveLength(sent);
    world.clock += 121_000;
    await check(chaport);
    expect(served.membrane.log.entries.length).toBeGreaterThan(sent);
  });

  test('until the account is proven nobody’s data is shown; a person on screen proves it', async () => {
    await world.signIn(served.membrane.token('desk'));
    await world.save('chaport', membraneIdOf(served, 'chaport'), {});
    const saved = await world.only();
    const api = world.pool.get(saved);
    const signal = AbortSignal.timeout(20_000);
    await expect(api.directoryPage?.(undefined, signal)).rejects.toMatchObject({
      failure: 'relay-unproven',
    });
    const [visitor] = served.chaport.data.visitors;
    const context = {
      platform: 'chaport',
      view: 'person' as const,
      contactId: visitor?.id ?? '',
      hints: { emails: [], phones: [] },
      composer: 'reply' as const,
    };
    expect(await api.identify(context, signal)).toMatchObject({ kind: 'contact' });
    expect((await world.only()).membrane?.proof).toBe('told');
    expect((await api.directoryPage?.(undefined, signal))?.contacts.length).toBeGreaterThan(0);
  });

  test('the address that was typed in Membrane proves the server, and another one refuses it', async () => {
    await world.signIn(served.membrane.token('everything'));
    const cloud = served.membrane.tenants.find('everything', 'chatwoot-cloud');
    const own = served.membrane.tenants.find('everything', 'chatwoot-acme');
    const acme = { origin: 'https://support.acme-outdoor.example', account: '1' };
    expect(await world.save('chatwoot', own.id)).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('a different Chatwoot account'),
    });
    expect(await world.save('chatwoot', own.id, acme)).toMatchObject({ kind: 'ok' });
    expect((await world.only()).membrane?.proof).toBe('told');
    served.membrane.tenants.putRight(cloud, 'Chatwoot cloud, other account');
    delete cloud.connectorParameters;
    expect(await world.save('chatwoot', cloud.id)).toMatchObject({ kind: 'failed' });
  });

  test('Kustomer of another organisation is refused before anything is kept', async () => {
    await world.signIn(served.membrane.token('desk'));
    const held = served.membrane.tenants.find('desk', 'kustomer');
    held.account = 'Kustomer of another organisation' satisfies AccountName;
    const answer = await world.save('kustomer', held.id);
    expect(answer).toMatchObject({ kind: 'failed' });
    expect(await world.database.connections.count()).toBe(0);
  });

  test('what is not ready is told in Membrane’s words', async () => {
    await world.signIn(served.membrane.token('everything'));
    const waiting = served.membrane.tenants
      .all('everything')
      .filter(({ state }) => state !== 'READY');
    for (const { id } of waiting) {
      const draft = { draftId: 'd', platform: 'chaport', fields: { region: 'com' } };
      const answer = await testDraft(world.connecting(), {
        ...draft,
        membrane: { connectionId: id },
      });
      expect(answer).toMatchObject({
        kind: 'failed',
        message: expect.stringContaining('in Membrane'),
      });
      expect(answer).toMatchObject({ message: expect.not.stringContaining('rejects') });
    }
  });

  test('what Membrane says about a connection that failed is told', async () => {
    await world.signIn(served.membrane.token('desk'));
    const held = served.membrane.tenants.find('desk', 'chaport');
    Object.assign(held, { state: 'SETUP_FAILED', errorMessage: 'The connector was not built.' });
    const message = expect.stringContaining('“The connector was not built.” Reconnect it in');
    expect(await world.save('chaport', held.id)).toMatchObject({ kind: 'failed', message });
  });

  test('an address that every account shares proves nothing, and none of the vendor’s refuses', async () => {
    await world.signIn(served.membrane.token('desk'));
    for (const [platform, address] of [
      ['chatra', 'https://app.chatra.io/api'],
      ['chatra', 'https://chatra.io/help'],
      ['chaport', 'https://app.chaport.com'],
    ] as const) {
      const held = served.membrane.tenants.find('desk', platform);
      held.connectorParameters = { url: address };
      expect(await world.save(platform, held.id)).toMatchObject({ kind: 'ok' });
      const saved = await world.database.connections.where({ platform }).first();
      expect(saved?.membrane?.proof).toBe('none');
    }
  });

  test('what a person confirmed holds for this account by this way, and for no other', async () => {
    await world.signIn(served.membrane.token('desk'));
    await world.save('chaport', membraneIdOf(served, 'chaport'));
    const saved = await world.only();
    const { id, membrane } = saved;
    if (membrane === undefined) throw new Error('not through Membrane');
    const edit = async (region: string, connectionId = membrane.connectionId) => {
      await world.database.connections.clear();
      const confirmed = { ...membrane, proof: 'confirmed' as const };
      await world.database.connections.put({ ...saved, membrane: confirmed });
      const draft = { draftId: 'd', platform: 'chaport', fields: { region } };
      const answer = await saveConnection(world.connecting(), {
        ...draft,
        connectionId: id,
        membrane: { connectionId },
      });
      expect(answer).toMatchObject({ kind: 'ok' });
      return (await world.only()).membrane?.proof;
    };
    expect(await edit('com')).toBe('confirmed');
    expect(await edit('ru')).toBe('none');
    const other = { app: 'chaport', state: 'READY', account: 'Chaport com' } as const;
    expect(await edit('com', served.membrane.tenants.add('desk', other).id)).toBe('none');
  });

  test('the way can be changed and changed back: id and everything known of the account stay', async () => {
    const direct = { draftId: 'd', platform: 'kustomer', fields: { org: 'acme' } };
    await world.signIn(served.membrane.token('desk'));
    await world.save('kustomer', membraneIdOf(served, 'kustomer'));
    const { id } = await world.only();
    const through = { ...direct, membrane: { connectionId: membraneIdOf(served, 'kustomer') } };
    const kept = world.kept;
    kept.set(id, { origin: 'https://acme.api.kustomerapp.com', secrets: { key: 'old' } });
    await saveConnection(world.connecting(), { ...through, connectionId: id });
    expect(await world.only()).toMatchObject({ id, transport: 'membrane' });
    expect(kept.has(id)).toBe(false);
  });

  test('direct, then through Membrane, then direct: what was read, noted and decided stays', async () => {
    const { database } = world;
    await world.signIn(served.membrane.token('desk'));
    const ports = world.connecting();
    const createApi: typeof ports.createApi = (connection, secrets) => {
      if (connection.transport === 'membrane') return ports.createApi(connection, secrets);
      return apiOver(connection, authorised(served.kustomer, connection, { key }));
    };
    const { key } = accounts.kustomer.secrets;
    const { fields } = accounts.kustomer;
    const save = async (more: { connectionId?: string; membrane?: { connectionId: string } }) => {
      world.drafts.set('d', more.membrane === undefined ? { key } : {});
      const draft = { draftId: 'd', platform: 'kustomer', fields, ...more };
      expect(await saveConnection({ ...ports, createApi }, draft)).toMatchObject({ kind: 'ok' });
      return world.only();
    };
    const first = await save({});
    expect(first).toMatchObject({ transport: 'direct' });
    const { id } = first;

    const ana = contact(id, 'ana', { platform: 'kustomer' });
    const ref = contactRef(ana);
    await database.contacts.put(ana);
    await database.messages.put(message(ana, 'm1', 'Hello'));
    await database.notes.put({
      ...{ id: 'n1', revision: 1, text: 'VIP', at: 1, createdAt: 1, contacts: [ref] },
      ...{ pinned: true, urgency: 'normal', scope: { kind: 'everywhere' }, versions: [] },
    });
    const replica = { noteId: 'n1', contact: ref, connectionId: id, remoteId: 'r1', revision: 1 };
    await database.replicas.put({ ...replica, state: 'delivered', updatedAt: 1 });
    const other = contactRef({ connectionId: 'chaport-1', id: 'ana' });
    const [a = ref, b = other] = [ref, other].sort();
    await database.links.put({ a, b, verdict: 'same', at: 1 });
    const { contacts, messages, notes, replicas, links } = database;
    const kept = () =>
      Promise.all([contacts, messages, notes, replicas, links].map((table) => table.toArray()));
    const before = await kept();
    expect(before.map((rows) => rows.length)).toEqual([1, 1, 1, 1, 1]);

    // Edited in the settings, or added once more: it is the same account either way.
    for (const edited of [{ connectionId: id }, {}]) {
      const membrane = { connectionId: membraneIdOf(served, 'kustomer') };
      expect(await save({ ...edited, membrane })).toMatchObject({ id, transport: 'membrane' });
      expect(await kept()).toEqual(before);
      expect(world.kept.has(id)).toBe(false);

      const again = await save(edited);
      expect(again).toMatchObject({ id, transport: 'direct' });
      expect(again.membrane).toBeUndefined();
      expect(await kept()).toEqual(before);
      expect(world.kept.get(id)?.secrets).toEqual({ key });
    }
  });
});

describe('while it is used', () => {
  test('what was refused is asked again once a person tries the mended connection', async () => {
    await world.signIn(served.membrane.token('desk'));
    const held = served.membrane.tenants.find('desk', 'kustomer');
    await world.save('kustomer', held.id);
    const connection = await world.only();
    held.isKeyDead = true;
    await expect(check(connection)).rejects.toBeInstanceOf(Error);
    served.membrane.tenants.putRight(held);
    await expect(check(connection)).rejects.toBeInstanceOf(Error);
    expect(await world.save('kustomer', held.id)).toMatchObject({ kind: 'ok' });
    await expect(check(connection)).resolves.toMatchObject({ accountName: 'acme' });
  });

  test('what was refused is asked again once it is seen to be ready, or a person tries again', async () => {
    const connection = await connected();
    const held = served.membrane.tenants.find('desk', 'kustomer');
    const breakAndRepair = async () => {
      held.isKeyDead = true;
      await expect(check(connection)).rejects.toBeInstanceOf(Error);
      served.membrane.tenants.putRight(held);
      await expect(check(connection)).rejects.toBeInstanceOf(Error);
    };
    await breakAndRepair();
    await lookAtOffer(offers(), held.id);
    await expect(check(connection)).resolves.toMatchObject({ accountName: 'acme' });

    await breakAndRepair();
    // Nobody was told to reconnect anything, or it was about another connection.
    await world.membrane.personTriesAgain(connection.id);
    const health = { state: 'failing', reason: 'relay-reconnect' } as const;
    await world.database.connections.update(connection.id, { health });
    await world.membrane.personTriesAgain('another');
    await expect(check(connection)).rejects.toBeInstanceOf(Error);
    await world.membrane.personTriesAgain(connection.id);
    await expect(check(connection)).resolves.toMatchObject({ accountName: 'acme' });
    await breakAndRepair();
    await world.membrane.personTriesAgain(undefined);
    await expect(check(connection)).resolves.toMatchObject({ accountName: 'acme' });
  });

  test('a worker that was stopped does not repeat what was refused', async () => {
    const connection = await connected();
    const held = served.membrane.tenants.find('desk', 'kustomer');
    held.isKeyDead = true;
    await expect(check(connection)).rejects.toBeInstanceOf(Error);
    const sent = served.membrane.log.api().length;
    world.restart();
    await expect(check(connection)).rejects.toBeInstanceOf(Error);
    expect(served.membrane.log.api()).toHaveLength(sent);
    world.clock += 30 * 60_000;
    await expect(check(connection)).rejects.toBeInstanceOf(Error);
    expect(served.membrane.log.api().length).toBeGreaterThan(sent);
  });

  test('one that no longer opens anything is made again on its page, and works under the same id', async () => {
    const connection = await connected();
    const held = served.membrane.tenants.find('desk', 'kustomer');
    held.isDefunct = true;
    await expect(check(connection)).rejects.toMatchObject({ failure: 'relay-reconnect' });
    const { id } = held;
    expect(await lookAtOffer(offers(), id)).toMatchObject({
      offer: { id, situation: 'person-needed' },
    });
    const opened: string[] = [];
    const open = async (url: string) => opened.push(url);
    expect(await openConnecting(offers(), id, open)).toEqual({ kind: 'ok' });
    expect(opened).toHaveLength(1);
    const visit = served.membrane.tenants.visitFor(held);
    expect(opened[0]).toContain(visit.requestId);
    served.membrane.tenants.finishVisit(visit, 'Kustomer acme');
    expect(await lookAtOffer(offers(), id)).toMatchObject({ offer: { id, situation: 'ready' } });

    expect(await world.save('kustomer', id)).toMatchObject({ kind: 'ok' });
    const after = await world.only();
    expect([after.id, after.membrane?.connectionId]).toEqual([connection.id, id]);
    await expect(check(after)).resolves.toMatchObject({ accountName: 'acme' });
  });

  async function connected() {
    await world.signIn(served.membrane.token('desk'));
    await world.save('kustomer', membraneIdOf(served, 'kustomer'));
    return world.only();
  }
  const check = (connection: Connection) =>
    world.pool.get(connection).check(AbortSignal.timeout(20_000));

  test('a token that has ended is not even sent, and signing in again is enough', async () => {
    const connection = await connected();
    const sent = served.membrane.log.entries.length;
    world.clock += 2 * 3_600_000;
    await expect(check(connection)).rejects.toMatchObject({ failure: 'relay-signed-out' });
    expect(served.membrane.log.entries.length).toBe(sent);
    await expect.poll(() => world.account?.isSignedOut).toBe(true);
    const exp = Math.floor(world.clock / 1_000) + 3_600;
    await world.signIn(served.membrane.token('desk', { exp }));
    await expect(check(connection)).resolves.toMatchObject({ accountName: 'acme' });
  });

  test('a sign-in that works after all, as once the clock is right again, is not said to have ended', async () => {
    const exp = Math.floor(world.clock / 1_000) + 3_600;
    await world.signIn(served.membrane.token('desk', { exp }));
    await world.save('kustomer', membraneIdOf(served, 'kustomer'));
    const connection = await world.only();
    world.clock += 2 * 3_600_000;
    await expect(check(connection)).rejects.toMatchObject({ failure: 'relay-signed-out' });
    await expect.poll(() => world.account?.isSignedOut).toBe(true);
    world.clock -= 2 * 3_600_000;
    await expect(check(connection)).resolves.toMatchObject({ accountName: 'acme' });
    expect(world.account?.isSignedOut).toBe(false);
  });

  test('with another tenant signed in nothing is sent for the connection', async () => {
    const connection = await connected();
    await world.signIn(served.membrane.token('everything'));
    served.membrane.log.clear();
    await expect(check(connection)).rejects.toMatchObject({ failure: 'relay-gone' });
    expect(served.membrane.log.entries).toEqual([]);
  });

  test('a connection that is deleted there is gone, and signing out ends the rest', async () => {
    const connection = await connected();
    served.membrane.tenants.find('desk', 'kustomer').archivedAt = 'now';
    await expect(check(connection)).rejects.toMatchObject({ failure: 'relay-gone' });
    await world.membrane.account.signOut();
    await expect(check(connection)).rejects.toMatchObject({ failure: 'relay-signed-out' });
    expect(world.kept.size).toBe(0);
  });

  test('two accounts at Membrane: one is signed in at a time, and what is the other’s waits', async () => {
    const connection = await connected();
    const another = await serveMembrane();
    try {
      // Another service, with a tenant of the same name: the token of the first is not shown to it.
      const token = another.membrane.token('desk');
      expect(await world.signIn(token, another.origin)).toEqual({ kind: 'ok' });
      served.membrane.log.clear();
      another.membrane.log.clear();
      await expect(check(connection)).rejects.toMatchObject({ failure: 'relay-signed-out' });
      expect([served.membrane.log.entries, another.membrane.log.entries]).toEqual([[], []]);
      await world.signIn(served.membrane.token('desk'));
      await expect(check(connection)).resolves.toMatchObject({ accountName: 'acme' });
      expect(another.membrane.log.entries).toEqual([]);
    } finally {
      await another.stop();
    }
  });

  test('answers of 30 MB are given up, from Membrane itself and through it', async () => {
    const connection = await connected();
    const fault = { kind: 'huge', bytes: 30_000_000 } as const;
    served.membrane.faults.add({ fault });
    await expect(check(connection)).rejects.toMatchObject({ failure: 'too-large' });
    const answer = await listOffers(offers(), 'chatwoot');
    expect(answer).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('far more data'),
    });
    served.membrane.faults.clear();
    served.kustomer.faults.add({ fault, times: 1 });
    await expect(check(connection)).rejects.toMatchObject({ failure: 'too-large' });
    await expect(check(connection)).resolves.toMatchObject({ accountName: 'acme' });
  });

  test('where “%2F” is decoded on the way, nobody else is taken for whoever is looked for', async () => {
    const connection = await connected();
    const api = world.pool.get(connection);
    const signal = AbortSignal.timeout(20_000);
    const look = async (value: string) =>
      (await api.find?.([{ kind: 'external-id', value }], signal))?.contacts ?? [];
    served.membrane.switches.pathEscapes = 'decoded';
    for (const value of ['a/b', '../orgs/current', 'x/../../users/current', 'a%2Fb', '//', '/']) {
      const contacts = await look(value).catch(() => []);
      expect(contacts, value).toEqual([]);
    }
  });
});
