import { expect, test } from 'vitest';
import { contactRef } from '../../../../lib/model/ids';
import type { Verdict } from '../../../../lib/model/link-decision';
import { readCopy } from '../../../../lib/notes/copy-marker';
import { readField } from '../../../../lib/notes/field-block';
import { definitionOf } from '../../../../lib/platforms/registry';
import { moveSeparatedNotes } from '../../../../lib/worker/notes/move-after-separation';
import { decide } from '../../../../lib/worker/people/decide';
import type { WorkerPorts } from '../../../../lib/worker/ports';
import { TabLoads } from '../../../../lib/worker/tab-loads';
import type { World } from '../../../helpdesks/world/types';
import { apiOver, onChatwoot, onKustomer } from '../../platforms/emulated';
import { NotesBrowser } from '../notes/notes-browser';
import { type Hand, openDesk, start } from '../notes/notes-desk';
import { context } from '../world';
import { type Flow, type SteppedWorker, stopEverywhere } from './stop-steps';

interface Parting {
  /** Ana on Chatwoot, and Eva on Chaport. */
  hands: [Hand, Hand];
  clock: number;
  isAnswered: boolean;
}

function browserOf({ hands, clock }: Parting, { database, wrap }: SteppedWorker): NotesBrowser {
  const browser = new NotesBrowser({ name: 'Sam', hands, database, wrap });
  browser.clock = clock;
  return browser;
}

/** A note about Ana, of whom `isJoined` says whether Eva was taken for her. */
async function openTwo(worker: SteppedWorker, isJoined: boolean): Promise<Parting> {
  const { hands } = openDesk();
  const [chatwoot, chaport] = ['chatwoot', 'chaport'].map((name) =>
    hands.find((hand) => hand.name === name),
  );
  if (chatwoot === undefined || chaport === undefined) throw new Error('nobody');
  for (const [hand, email] of [
    [chatwoot, 'ana@example.com'],
    [chaport, 'eva@example.com'],
  ] as const) {
    hand.contact = { ...hand.contact, emails: [email], emailKeys: [email] };
  }
  const story: Parting = { hands: [chatwoot, chaport], clock: start, isAnswered: false };
  const browser = browserOf(story, worker);
  await browser.open(isJoined ? [] : ['chaport']);
  if (isJoined) await say(browser, story, 'same');
  await browser.save('about Ana');
  await browser.refresh();
  story.clock += 10 * 60_000;
  return story;
}

function say({ ports }: NotesBrowser, { hands: [one, other] }: Parting, verdict: Verdict) {
  return decide(ports, { one: one.contact, other: other.contact, verdict });
}

async function textsOn(hand: Hand): Promise<string[]> {
  const seen = await hand.see();
  return seen.flatMap(({ text }) => {
    const copy = readCopy(text);
    return copy === undefined ? readField(text).copies.map((each) => each.text) : [copy.text];
  });
}

/** Says it, and says it again where no answer came; then the look-up finds who belongs together. */
function deciding(verdict: 'same' | 'different'): Flow<Parting> {
  const isJoined = verdict !== 'same';
  return {
    open: (worker) => openTwo(worker, isJoined),
    act: async (story, worker) => {
      const browser = browserOf(story, worker);
      await say(browser, story, verdict);
      story.isAnswered = true;
      await browser.outbox.wake();
    },
    goOn: async (story, worker) => {
      const browser = browserOf(story, worker);
      await moveSeparatedNotes(browser.ports);
      await browser.outbox.wake();
      const [link] = await worker.database.links.toArray();
      if (story.isAnswered) expect(link?.verdict).toBe(verdict);
      else if (link?.verdict !== verdict) await say(browser, story, verdict);
      for (let round = 0; round < 2; round += 1) {
        browser.clock += 2 * 60 * 60_000;
        await browser.open(isJoined ? ['chaport'] : []);
        await browser.refresh();
      }
    },
    check: async ({ hands: [ana, eva] }, { database }) => {
      expect(await textsOn(ana)).toEqual(['about Ana']);
      expect(await textsOn(eva)).toEqual(isJoined ? [] : ['about Ana']);
      const [note, ...others] = await database.notes.toArray();
      expect(others).toEqual([]);
      if (isJoined) expect(note?.contacts).not.toContain(contactRef(eva.contact));
      expect(await database.links.count()).toBe(1);
    },
  };
}

test.each(['same', 'different'] as const)(
  'practice 14: the word “%s” holds for notes, too, wherever the worker is stopped',
  async (verdict) => {
    expect(await stopEverywhere(deciding(verdict))).toBeGreaterThan(10);
  },
);

const record = {
  name: 'Ana Lind',
  email: 'ana@example.com',
  conversations: [
    {
      channel: 'chat' as const,
      status: 'open' as const,
      messages: [
        { ago: 60, from: 'customer' as const, text: 'Hello' },
        { ago: 50, from: 'agent' as const, text: 'Hi' },
      ],
    },
  ],
};
const world: World = {
  now: start,
  agents: [],
  people: [{ key: 'ana', about: 'on two', chatwoot: [record], kustomer: [record] }],
};

interface Visit {
  desks: (ReturnType<typeof onChatwoot> | ReturnType<typeof onKustomer>)[];
  clock: number;
}

function portsOf({ desks, clock }: Visit, { database, wrap }: SteppedWorker): WorkerPorts {
  const apis = new Map(
    desks.map(({ connection, transport }) => [connection.id, apiOver(connection, wrap(transport))]),
  );
  return {
    database,
    definitionOf,
    now: () => clock,
    apiOf: ({ id }) => {
      const api = apis.get(id);
      if (api === undefined) throw new TypeError(`no api for ${id}`);
      return api;
    },
  };
}

/** The panel asks for whom the tab shows; `toTheEnd`, and somebody reads on as far as there is more. */
async function watch(visit: Visit, worker: SteppedWorker, toTheEnd = false): Promise<void> {
  const tabLoads = new TabLoads(portsOf(visit, worker));
  const shownNow = async () => {
    const screen = await worker.database.screens.get(1);
    if (screen === undefined) throw new Error('no tab');
    return screen;
  };
  await tabLoads.load(await shownNow(), { force: false });
  if (!toTheEnd) return;
  await tabLoads.loadOlder(await shownNow(), { wanted: Number.POSITIVE_INFINITY });
}

/** Everything that a panel shows of the person. */
async function shown({ database }: SteppedWorker): Promise<unknown> {
  const [sources, contacts, messages, conversations] = await Promise.all([
    database.sources.toArray(),
    database.contacts.toArray(),
    database.messages.toArray(),
    database.conversations.toArray(),
  ]);
  return {
    sources: sources.map(({ connectionId, phase, contactIds, coverage }) => [
      ...[connectionId, phase, contactIds, coverage?.state],
    ]),
    contacts: contacts.map(contactRef),
    messages: messages.map(({ connectionId, id, text }) => [connectionId, id, text]),
    conversations: conversations.map(({ connectionId, id }) => [connectionId, id]),
  };
}

test('practice 14: a person is fetched whole, wherever the worker is stopped', async () => {
  let whole: unknown;
  const steps = await stopEverywhere<Visit>({
    open: async ({ database }) => {
      const [chatwoot, kustomer] = [onChatwoot(world), onKustomer(world)];
      for (const { connection } of [chatwoot, kustomer]) {
        await database.connections.put({ ...structuredClone(connection), facts: {} });
      }
      const [account] = chatwoot.emulator.installation('app.chatwoot.com').accounts;
      const conversationId = String(account?.conversations[0]?.displayId);
      await database.screens.put({
        ...{ tabId: 1, windowId: 1, origin: 'https://app.chatwoot.com', subject: 's', round: 0 },
        ...{ connectionId: 'chatwoot-1', phase: 'identifying' },
        context: context('chatwoot', { account: '1', conversationId }),
      });
      return { desks: [chatwoot, kustomer], clock: start };
    },
    act: (visit, worker) => watch(visit, worker),
    goOn: async (visit, worker) => {
      visit.clock += 1_000;
      await watch(visit, worker, true);
    },
    check: async (_visit, worker) => {
      whole ??= await shown(worker);
      expect(await shown(worker)).toEqual(whole);
    },
  });
  expect(steps).toBeGreaterThan(20);
  expect(whole).toMatchObject({
    sources: [
      ['chatwoot-1', 'settled', [expect.anything()], 'complete'],
      ['kustomer-1', 'settled', [expect.anything()], 'complete'],
    ],
  });
});
