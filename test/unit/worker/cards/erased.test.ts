import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { CardLoads } from '../../../../lib/worker/cards/card-loads';
import { forgetStored } from '../../../../lib/worker/history/forget-stored';
import { peopleHandlers } from '../../../../lib/worker/people/handlers';
import { TabLoads } from '../../../../lib/worker/tab-loads';
import { dataCard } from '../../cards/samples';
import { peopleWork } from '../people/people-work';
import { TestWorld } from '../world';
import { CardWorld, screenOf } from './card-world';

/** A card that is being asked about Ana, whose server does not answer. */
async function askedForever() {
  const cardWorld = new CardWorld();
  const { database } = cardWorld;
  const ports = new TestWorld(database);
  const tabLoads = new TabLoads(ports);
  const cardLoads = new CardLoads(cardWorld);
  await database.cards.put(dataCard());
  await cardWorld.ana();
  const screen = screenOf('1');
  await database.windows.put({ windowId: 1, tabId: screen.tabId });
  await database.screens.put(screen);
  cardWorld.answer = () => new Promise(() => undefined);
  const load = () => cardLoads.load(screen, { windowId: 1 });
  const first = load();
  await vi.waitFor(() => expect(cardWorld.requests).toHaveLength(1));
  return { cardWorld, ports, tabLoads, cardLoads, load, first };
}

const status = { fields: [{ label: 'Status', value: 'Shipped' }] };

test('somebody who is opened again after having been forgotten does not wait for the answer that is lost', async () => {
  const { cardWorld, ports, tabLoads, cardLoads, load, first } = await askedForever();
  const work = peopleWork(ports, { tabLoads, stopCards: () => cardLoads.stopAll() });
  const handlers = peopleHandlers(ports, async () => undefined, work);
  await handlers['people.forget'](
    { contacts: [{ connectionId: 'alpha', id: '1' }] },
    { kind: 'panel' },
  );
  await cardWorld.ana();
  cardWorld.answers(status);
  await Promise.all([load(), first]);
  expect(await cardWorld.row()).toMatchObject({ content: {} });
});

test('nor does whoever stays on screen while all histories are deleted', async () => {
  const { cardWorld, ports, tabLoads, cardLoads, load, first } = await askedForever();
  await forgetStored(ports, tabLoads, cardLoads);
  cardWorld.answers(status);
  await Promise.all([load(), first]);
  expect(await cardWorld.row()).toMatchObject({ content: {} });
});
