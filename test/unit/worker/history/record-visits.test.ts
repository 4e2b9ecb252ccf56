import { describe, expect, test } from 'vitest';
import type { ContactRef } from '../../../../lib/model/ids';
import { seenUntil, VISIT_GAP_MS } from '../../../../lib/storage/visits';
import {
  beginVisit,
  endVisits,
  recordNewestStored,
} from '../../../../lib/worker/history/record-visits';
import { ref } from '../../refs';
import { contact, context, message, TestWorld } from '../world';

const ana = contact('alpha', '1');
const anchor = ref('alpha/1');

async function receive(world: TestWorld, sentAt: number, of = ana): Promise<void> {
  await world.database.messages.put({ ...message(of, `m-${sentAt}`, 'x'), sentAt });
}

async function mark(world: TestWorld): Promise<number | undefined> {
  return seenUntil(await world.database.views.get(anchor), world.now());
}

async function show(world: TestWorld, shown: ContactRef | undefined): Promise<void> {
  await world.database.windows.put({ windowId: 1, tabId: 3 });
  await world.database.screens.put({
    tabId: 3,
    windowId: 1,
    subject: 'who',
    round: 1,
    origin: 'https://alpha.example',
    context: context('alpha'),
    anchor: shown,
    phase: shown === undefined ? 'no-person' : 'identified',
  });
}

/** One visit: its begin, a fetch that brings what was sent at these times, its end recorded or not. */
async function visit(world: TestWorld, sent: number[], leave: boolean): Promise<void> {
  await show(world, anchor);
  await endVisits(world);
  await beginVisit(world, anchor);
  for (const at of sent) await receive(world, at);
  await recordNewestStored(world, anchor);
  if (!leave) return;
  await show(world, ref('alpha/2'));
  await endVisits(world);
}

describe('what is new since the last visit', () => {
  test('nothing on the first one', async () => {
    const world = new TestWorld();
    await visit(world, [10, 20], false);
    expect(await mark(world)).toBeUndefined();
  });

  test.each([
    ['left for another person', true],
    ['ended without a word', false],
  ])('what came after the visit that %s', async (_name, leave) => {
    const world = new TestWorld();
    await visit(world, [10, 20], leave);
    world.clock += VISIT_GAP_MS + 1;
    await receive(world, 30);
    // The panel may read before the worker has taken down the new visit, or after.
    expect(await mark(world)).toBe(20);
    await visit(world, [40], false);
    expect(await mark(world)).toBe(20);
    world.clock += VISIT_GAP_MS + 1;
    expect(await mark(world)).toBe(40);
  });

  test('coming back at once does not show as new what was just seen', async () => {
    const world = new TestWorld();
    await visit(world, [10], true);
    world.clock += VISIT_GAP_MS + 1;
    await visit(world, [20], true);
    world.clock += 5_000;
    await visit(world, [], false);
    expect(await mark(world)).toBe(20);
  });

  test('looking on for long is one visit', async () => {
    const world = new TestWorld();
    await visit(world, [10], true);
    world.clock += VISIT_GAP_MS + 1;
    await visit(world, [20], false);
    for (let round = 0; round < 5; round += 1) {
      world.clock += 75_000;
      await visit(world, [], false);
    }
    expect(await mark(world)).toBe(10);
  });

  test('what arrives in an empty room is new', async () => {
    const world = new TestWorld();
    await visit(world, [10], false);
    world.clock += VISIT_GAP_MS + 1;
    await receive(world, 20);
    await recordNewestStored(world, anchor);
    expect(await mark(world)).toBe(10);
  });

  test('after a visit has ended, later messages are not taken for seen', async () => {
    const world = new TestWorld();
    await visit(world, [10], true);
    await receive(world, 20);
    await endVisits(world);
    expect(await mark(world)).toBe(10);
  });

  test('everything, when the person had no messages then', async () => {
    const world = new TestWorld();
    await visit(world, [], true);
    await receive(world, 20);
    expect(await mark(world)).toBe(0);
  });

  test('the messages of all contacts of the person count', async () => {
    const world = new TestWorld();
    await world.database.sources.put({
      anchor,
      connectionId: 'beta',
      phase: 'settled',
      contactIds: ['9'],
      updatedAt: 0,
    });
    await receive(world, 50, contact('beta', '9'));
    await visit(world, [10], true);
    expect(await mark(world)).toBe(50);
  });
});
