import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { contactRef } from '../../../lib/model/ids';
import { saveScreen } from '../../../lib/worker/screens';
import {
  LOOK_MS,
  type OpenPages,
  QUIET_MS,
  UpdateWhenIdle,
} from '../../../lib/worker/update-when-idle';
import { context, TestWorld } from './world';

let world: TestWorld;
let pages: OpenPages;
let reloads: number;
let alarm: number | undefined;
let update: UpdateWhenIdle;

/** A worker that was just started: it knows what is stored, and nothing else. */
function startWorker(): UpdateWhenIdle {
  return new UpdateWhenIdle({
    database: world.database,
    openPages: async () => pages,
    schedule: async (at) => {
      alarm = at;
    },
    reload: () => {
      reloads += 1;
    },
    now: world.now,
  });
}

beforeEach(() => {
  fakeBrowser.reset();
  world = new TestWorld();
  pages = 'none';
  reloads = 0;
  alarm = undefined;
  update = startWorker();
});

describe('practice 18: an update', () => {
  test('is taken at once where no page is open', async () => {
    await update.available();
    expect(reloads).toBe(1);
  });

  test('is nothing to look for where there is none', async () => {
    await update.look();
    await update.used('panel', 'notes.draft');
    await startWorker().look();
    expect([reloads, alarm]).toEqual([0, undefined]);
  });

  test('waits until an open panel was left alone, also by workers that come later', async () => {
    pages = 'panel';
    await update.available();
    expect([reloads, alarm]).toEqual([0, world.clock + LOOK_MS]);
    world.clock += QUIET_MS - 1;
    await startWorker().used('panel', 'notes.draft');
    world.clock += QUIET_MS - 1;
    await startWorker().look();
    expect(reloads).toBe(0);
    world.clock += 1;
    await startWorker().look();
    expect(reloads).toBe(1);
  });

  test.each([
    ['panel', 'panel.watch', 1],
    ['panel', 'notes.watch', 1],
    ['panel', 'cards.load', 1],
    ['panel', 'completion.offers', 1],
    ['panel', 'set-up.offers', 1],
    ['page', 'page.capture', 1],
    ['page', 'page.context', 0],
    ['panel', 'replies.fill', 0],
    ['options', 'options.test', 0],
  ] as const)('what the %s asks by itself is no use of it: %s', async (kind, type, taken) => {
    pages = 'panel';
    await update.available();
    world.clock += QUIET_MS;
    await startWorker().used(kind, type);
    await startWorker().look();
    expect(reloads).toBe(taken);
  });

  test('never takes a form away in which something may be filled in', async () => {
    pages = 'form';
    await update.available();
    world.clock += 100 * QUIET_MS;
    await update.look();
    expect([reloads, alarm]).toEqual([0, world.clock + LOOK_MS]);
  });

  test('a clock that is put back does not make it wait for ever', async () => {
    pages = 'panel';
    await update.available();
    world.clock -= 30 * 86_400_000;
    await update.look();
    expect(reloads).toBe(1);
  });

  test('lets a conversation be read to its first message, while the page tells of it', async () => {
    const walk = { conversationId: 'c', count: 3, heardAt: world.clock };
    await saveScreen(
      world,
      { tabId: 1, windowId: 1, origin: 'https://a.example' },
      context('alpha'),
    );
    await world.database.screens.update(1, { walk });
    await update.available();
    expect(reloads).toBe(0);
    world.clock += LOOK_MS;
    await startWorker().look();
    expect(reloads).toBe(1);
  });

  test.each(['a change of responses', 'a list of contacts', 'a delivery of notes'])(
    'lets %s end first, and not what waits for its time',
    async (job) => {
      const later = world.clock + 60_000;
      const put = async (retryAt: number | undefined): Promise<void> => {
        const { bulkRuns, directories, replicas } = world.database;
        if (job === 'a list of contacts') {
          await directories.put({
            connectionId: 'a',
            job: 'running',
            indexed: 0,
            reachedEnd: false,
            failures: 0,
            dropped: 0,
            retryAt,
          });
        } else if (job === 'a delivery of notes') {
          const contact = contactRef({ connectionId: 'a', id: '1' });
          const row = { noteId: 'n', contact, connectionId: 'a' };
          await replicas.put({ ...row, state: 'retrying', retryAt, updatedAt: 0 });
        } else {
          await bulkRuns.put({
            ...{ id: 'r', kind: 'remove', sources: [], state: 'running', phase: 'do' },
            counts: { same: 0, refused: 0, open: 1, done: 0, left: 0, undone: 0, kept: 0 },
            acts: { change: 0, add: 0, remove: 1 },
            ...{ failures: 0, createdAt: 0, retryAt },
          });
        }
      };
      await put(undefined);
      await update.available();
      expect(reloads).toBe(0);
      await put(later);
      await startWorker().look();
      expect(reloads).toBe(1);
    },
  );
});
