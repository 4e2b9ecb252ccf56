import { beforeEach, describe, expect, test } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import type { Coverage } from '../../../../lib/model/coverage';
import { contactRef } from '../../../../lib/model/ids';
import { profilePath } from '../../../../lib/platforms/chatwoot/calls';
import { definitionOf } from '../../../../lib/platforms/registry';
import { rememberRestriction } from '../../../../lib/worker/connections/connections';
import { loadNewest } from '../../../../lib/worker/history/load';
import { SourceWriter } from '../../../../lib/worker/source-writer';
import { createWorld } from '../../../helpdesks/world/world';
import { TestWorld } from '../../worker/world';
import { onChatwoot } from '../emulated';
import { reach, type Way, ways } from '../reach';

const DAY_MS = 24 * 3_600_000;

/** The worker's part of reading somebody with conversations in several inboxes, as the key's owner sees them. */
async function desk(way: Way) {
  const opened = reach(way, onChatwoot(createWorld(Date.now())));
  const { emulator, connection } = opened;
  const world = new TestWorld();
  world.clock = Date.now();
  let profiles = 0;
  let isBroken = false;
  const api = definitionOf('chatwoot').createApi({
    connection,
    now: world.now,
    transport: {
      async send(request) {
        if (request.path === profilePath) {
          profiles += 1;
          if (isBroken) throw new TransportError('server-error', { status: 500 });
        }
        return opened.transport.send(request);
      },
    },
    remember: async (key, value) => {
      connection.facts[key] = value;
    },
    learnRestricted: (restricted) => rememberRestriction(world, connection.id, restricted),
  });
  world.apis.set(connection.id, api);
  await world.database.connections.put(connection);
  const { users, accounts } = emulator.installation('app.chatwoot.com');
  const conversations = accounts.flatMap((account) => account.conversations);
  const inboxesOf = (id: string) =>
    conversations.filter(({ contactId }) => String(contactId) === id).map(({ inboxId }) => inboxId);
  const of = opened.records.find(
    ({ contact, truth }) => new Set(inboxesOf(contact.id)).size > 1 && truth.size < 50,
  );
  const [member] = users[0]?.memberships ?? [];
  if (of === undefined || member === undefined) throw new Error('nobody to read');
  const [own] = inboxesOf(of.contact.id);
  return {
    world,
    isWhole: async () => (await world.database.messages.count()) >= of.truth.size,
    profiles: () => profiles,
    breaks: (breaks: boolean) => {
      isBroken = breaks;
    },
    becomes(role: 'agent' | 'administrator') {
      Object.assign(member, { role, inboxIds: role === 'agent' ? [own] : [] });
    },
    /** What the panel says after somebody looked. */
    async look(): Promise<Coverage | undefined> {
      const source = new SourceWriter(world, contactRef(of.contact), connection);
      const { signal } = new AbortController();
      const onPart = (coverage: Coverage) => source.write({ phase: 'loading', coverage });
      const coverage = await loadNewest(world, connection, of.contact, {
        signal,
        force: true,
        onPart,
      });
      await source.write({ phase: 'settled', coverage });
      return (await source.read())?.coverage;
    },
  };
}

const inPart = { state: 'partial', reason: 'restricted-view' };

describe.each(ways)('%s', (way) => {
  let of: Awaited<ReturnType<typeof desk>>;
  beforeEach(async () => {
    of = await desk(way);
  });

  test('an administrator who becomes an agent no longer sees all, and the other way round', async () => {
    expect(await of.look()).toMatchObject({ state: 'complete' });
    of.becomes('agent');
    of.world.clock += DAY_MS;
    expect(await of.look()).toMatchObject(inPart);
    expect(await of.world.database.connections.get('chatwoot-1')).toMatchObject({
      restricted: true,
    });
    expect(await of.isWhole()).toBe(false);
    of.becomes('administrator');
    of.world.clock += DAY_MS;
    expect(await of.look()).toMatchObject({ state: 'complete' });
    expect(await of.world.database.connections.get('chatwoot-1')).toMatchObject({
      restricted: false,
    });
    expect(await of.isWhole()).toBe(true);
  });

  test('the role is read once a day, after a check no sooner than a day later', async () => {
    const { signal } = new AbortController();
    await of.world.apis.get('chatwoot-1')?.check(signal);
    for (let look = 0; look < 3; look += 1) await of.look();
    expect(of.profiles()).toBe(1);
    of.world.clock += DAY_MS;
    for (let look = 0; look < 3; look += 1) await of.look();
    expect(of.profiles()).toBe(2);
    of.world.clock -= 30 * DAY_MS;
    for (let look = 0; look < 3; look += 1) await of.look();
    expect(of.profiles()).toBe(3);
  });

  test('while the role cannot be read, what was known stays, and it is soon tried again', async () => {
    of.becomes('agent');
    of.world.clock += DAY_MS;
    expect(await of.look()).toMatchObject(inPart);
    of.becomes('administrator');
    of.breaks(true);
    of.world.clock += DAY_MS;
    expect(await of.look()).toMatchObject(inPart);
    expect(await of.look()).toMatchObject(inPart);
    expect(of.profiles()).toBe(2);
    of.breaks(false);
    of.world.clock += 600_000;
    expect(await of.look()).toMatchObject({ state: 'complete' });
  });
});
