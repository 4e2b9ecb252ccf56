import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import type { Transport } from '../../../../lib/http/transport';
import type { Connection } from '../../../../lib/model/connection';
import type { Contact } from '../../../../lib/model/contact';
import { definitionOf } from '../../../../lib/platforms/registry';
import { coverageOfFailure } from '../../../../lib/worker/failure-coverage';
import { loadNewest } from '../../../../lib/worker/history/load';
import { createMembrane, type MembraneEmulator } from '../../../helpdesks/membrane/emulator';
import type { World } from '../../../helpdesks/world/types';
import { listen } from '../../helpdesks/membrane-server';
import { onKustomer } from '../../platforms/emulated';
import { membraneIdOf } from '../../platforms/through-membrane';
import { NotesBrowser } from '../notes/notes-browser';
import { type Hand, openDesk } from '../notes/notes-desk';
import { MembraneWorld } from './membrane-world';

const hour = 3_600_000;

/** Who notices that the sign-in is over: the worker by its own clock, or Membrane by its. */
const noticers = ['here', 'at Membrane'] as const;
type Noticer = (typeof noticers)[number];

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** Two clocks that can differ, and what ends a sign-in by one of them. */
class Clocks {
  readonly start = Date.now();
  membrane = this.start;
  world: MembraneWorld | undefined;
  pass(noticer: Noticer): void {
    this.membrane += 2 * hour;
    if (noticer === 'here' && this.world !== undefined) this.world.clock += 2 * hour;
  }
}

async function signedIn(clocks: Clocks, membrane: MembraneEmulator, origin: string) {
  const world = new MembraneWorld(origin);
  clocks.world = world;
  const signIn = async () => {
    const exp = Math.floor(clocks.membrane / 1_000) + 3_600;
    expect(await world.signIn(membrane.token('desk', { exp }))).toEqual({ kind: 'ok' });
  };
  await signIn();
  return { world, signIn };
}

describe.each(noticers)('the token ends, noticed %s', (noticer) => {
  test('in the middle of a history: what came stays, and it goes on after a new sign-in', async () => {
    const clocks = new Clocks();
    const { emulator, records } = onKustomer(talkative);
    // The sign-in ends once the second page has been asked for.
    const now = () => {
      const isMidway = emulator.log.entries.some(({ query }) => query.page === '2');
      if (isMidway && clocks.membrane === clocks.start) clocks.pass(noticer);
      return clocks.membrane;
    };
    const membrane = createMembrane([emulator], { now });
    const { origin, stop } = await listen(membrane);
    stops.push(stop);
    const { world, signIn } = await signedIn(clocks, membrane, origin);
    await world.save('kustomer', membraneIdOf({ membrane }, 'kustomer'));
    const connection = await world.only();
    const ports = { ...world.connecting(), apiOf: (each: Connection) => world.pool.get(each) };
    const contact = { ...(records[0]?.contact ?? nobody), connectionId: connection.id };
    const { signal } = new AbortController();
    const onPart = async () => undefined;
    const load = () => loadNewest(ports, connection, contact, { signal, force: true, onPart });
    const count = () => world.database.messages.count();
    const failed: unknown = await load().catch((error: unknown) => error);
    expect(coverageOfFailure(failed, 0)).toMatchObject({
      state: 'unauthorised',
      reason: 'relay-signed-out',
    });
    const atEnd = await count();
    expect(world.account?.isSignedOut).toBe(true);
    expect(await load().catch((error: unknown) => error)).toMatchObject({
      failure: 'relay-signed-out',
    });
    expect(await count()).toBe(atEnd);
    await signIn();
    expect(await load()).toMatchObject({ state: 'complete' });
    expect(await count()).toBe(12 * 30);
    const ids = (await world.database.messages.toArray()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(['chatwoot', 'kustomer', 'chaport', 'chatra'])(
    'between reading and writing a note on %s: it waits, nobody is pressed, and it arrives once',
    async (platform) => {
      const clocks = new Clocks();
      const { hands, emulators } = openDesk();
      const membrane = createMembrane(emulators, { now: () => clocks.membrane });
      const { origin, stop } = await listen(membrane);
      stops.push(stop);
      const { world, signIn } = await signedIn(clocks, membrane, origin);
      let isArmed = true;
      const wrap = (_direct: Transport, hand: Hand): Transport => {
        const inner = world.membrane.transport(
          carried(hand, membrane, origin),
          definitionOf(hand.name),
        );
        return {
          send: (request) => {
            const isWrite = request.method !== 'GET' && hand.name === platform;
            if (isWrite && isArmed) {
              isArmed = false;
              clocks.pass(noticer);
            }
            return inner.send(request);
          },
        };
      };
      const hand = hands.find(({ name }) => name === platform);
      if (hand === undefined) throw new Error(platform);
      const sam = new NotesBrowser({ name: 'Sam', hands: [hand], wrap });
      await sam.open();
      const id = await sam.save('Call her after six');
      await sam.outbox.wake();
      expect(await sam.states(id)).toEqual({ [platform]: 'blocked: relay-signed-out' });
      expect(sam.stuck).toBe(1);
      expect(sam.alarm).toBeUndefined();
      expect((await hand.see()).filter(({ text }) => text.includes('after six'))).toEqual([]);
      // Until somebody signs in again nothing is tried, by whatever the worker is woken.
      const asked = membrane.log.entries.length;
      for (let time = 0; time < 5; time += 1) {
        sam.clock += hour;
        sam.kill();
        await sam.outbox.wake();
      }
      expect(membrane.log.entries).toHaveLength(asked);
      await signIn();
      await sam.outbox.connectionsChanged();
      expect(await sam.states(id)).toEqual({ [platform]: 'delivered' });
      const seen = (await hand.see()).map(({ text }) => text).join('\n');
      expect(seen.split('after six')).toHaveLength(2);
      expect(sam.stuck).toBe(0);
    },
  );
});

function carried({ connection, name }: Hand, membrane: MembraneEmulator, base: string): Connection {
  const held = membrane.tenants.all('desk').find(({ app }) => app === name);
  const { chatwootBase, kustomerBase, chaportBase, chatraBase } = membrane.switches;
  const prefixes: Record<string, string> = {
    chatwoot: chatwootBase,
    kustomer: kustomerBase,
    chaport: chaportBase,
    chatra: chatraBase,
  };
  return {
    ...connection,
    transport: 'membrane',
    membrane: {
      connectionId: held?.id ?? '',
      base,
      tenantId: 'ten-desk',
      route: { kind: 'prefix', prefix: prefixes[name] ?? '' },
      proof: 'told',
    },
  };
}

const nobody: Contact = {
  connectionId: '',
  platform: 'kustomer',
  id: '',
  emails: [],
  phones: [],
  emailKeys: [],
  phoneKeys: [],
  externalIds: [],
  fetchedAt: 0,
};

/** One customer with more messages than come at once. */
const talkative: World = {
  now: Date.now(),
  agents: [],
  people: [
    {
      key: 'ana',
      about: 'writes much',
      kustomer: [
        {
          name: 'Ana Lind',
          email: 'ana@example.com',
          conversations: Array.from({ length: 12 }, (_, index) => ({
            channel: 'chat' as const,
            status: 'resolved' as const,
            messages: Array.from({ length: 30 }, (_each, at) => ({
              ago: index * 1_000 + 31 - at,
              from: 'customer' as const,
              text: `Message ${at} of ${index}`,
            })),
          })),
        },
      ],
    },
  ],
};
