import { expect, test } from 'vitest';
import type { FetchedFile } from '../../../../lib/http/fetch-file';
import { definitionOf } from '../../../../lib/platforms/registry';
import { DirectoryJobs } from '../../../../lib/worker/directory/jobs';
import type { WorkerPorts } from '../../../../lib/worker/ports';
import { BulkRuns } from '../../../../lib/worker/replies/bulk-runs';
import { libraryHandlers } from '../../../../lib/worker/replies/handlers';
import { createWorld } from '../../../helpdesks/world/world';
import { apiOver, onChatwoot } from '../../platforms/emulated';
import { reply } from '../../replies/samples';
import { connectionName, VisitorList } from '../directory/contact-list';
import { ReplyWorld } from '../replies/reply-world';
import { TestWorld } from '../world';
import { type Flow, type SteppedWorker, stopEverywhere } from './stop-steps';

const start = Date.UTC(2026, 10, 20, 12);
const desk = 'chatwoot-1';

interface Library {
  chatwoot: ReturnType<typeof onChatwoot>;
  clock: number;
  alarm: number | undefined;
  ids: number;
  run: string;
  isAnswered: boolean;
}

async function openLibrary({ database }: SteppedWorker): Promise<Library> {
  const chatwoot = onChatwoot(createWorld(start));
  await database.connections.put({ ...structuredClone(chatwoot.connection), facts: {} });
  return { chatwoot, clock: start, alarm: undefined, ids: 0, run: '', isAnswered: false };
}

function portsOf(library: Library, { database, wrap }: SteppedWorker): WorkerPorts {
  const { connection, transport } = library.chatwoot;
  const api = apiOver(connection, wrap(transport));
  return { database, definitionOf, apiOf: () => api, now: () => library.clock };
}

function runsOf(library: Library, worker: SteppedWorker): BulkRuns {
  return new BulkRuns(portsOf(library, worker), {
    schedule: async (at) => {
      library.alarm = at;
    },
    newId: () => {
      library.ids += 1;
      return `new-${library.ids}`;
    },
    wait: async (ms) => {
      library.clock += ms;
    },
  });
}

const accountOf = ({ chatwoot }: Library) => {
  const [account] = chatwoot.emulator.installation('app.chatwoot.com').accounts;
  if (account === undefined) throw new TypeError('the world is empty');
  return account;
};

const moved = ['first', 'second'];

/** Of those that are moved: how many are in each place. */
async function places(library: Library, { database }: SteppedWorker) {
  const own = await database.replies.where('source').equals('own').toArray();
  return moved.map((name) => ({
    there: accountOf(library).cannedResponses.filter(({ shortCode }) => shortCode === name).length,
    here: own.filter(({ title, deletedAt }) => title === name && deletedAt === undefined).length,
  }));
}

const moving: Flow<Library> = {
  open: async (worker) => {
    const library = await openLibrary(worker);
    const rows = moved.map((name) =>
      reply({ source: 'own', id: name, title: name, shortcut: name, body: `Text of ${name}` }),
    );
    await worker.database.replies.bulkPut(rows);
    const answer = await runsOf(library, worker).plan({
      ...{ kind: 'move', target: desk, entries: [], leftOut: [], tags: { add: [], remove: [] } },
      replies: rows.map(({ source, id }) => ({ source, id })),
    });
    if (answer.kind === 'failed') throw new TypeError(answer.message);
    library.run = answer.id;
    return library;
  },
  act: async (library, worker) => {
    const runs = runsOf(library, worker);
    await runs.act({ run: library.run, action: 'start' });
    library.isAnswered = true;
    await runs.wake();
  },
  goOn: async (library, worker) => {
    const runs = runsOf(library, worker);
    const { state } = (await worker.database.bulkRuns.get(library.run)) ?? {};
    // Nobody has been told that it was begun: they press the button again.
    if (state === 'planned' && !library.isAnswered) {
      await runs.act({ run: library.run, action: 'start' });
    }
    do {
      library.clock = Math.max(library.clock, library.alarm ?? 0);
      await runs.wake();
    } while (library.alarm !== undefined);
  },
  check: async (library, worker) => {
    const run = await worker.database.bulkRuns.get(library.run);
    expect(run).toMatchObject({ state: 'ended', counts: { open: 0, left: 0 } });
    expect(await places(library, worker)).toEqual(moved.map(() => ({ there: 1, here: 0 })));
  },
};

test('practice 14: a move of many responses loses and doubles none, wherever the worker is stopped', async () => {
  expect(await stopEverywhere(moving)).toBeGreaterThan(30);
});

/** A response of the team's, written to its helpdesk by whoever may. */
const writing: Flow<Library> = {
  open: openLibrary,
  act: async (library, worker) => {
    await save(library, worker);
    library.isAnswered = true;
  },
  goOn: async (library, worker) => {
    library.clock += 120_000;
    // The form is still filled in.
    if (!library.isAnswered) await save(library, worker);
  },
  check: async (library, { database }) => {
    const texts = accountOf(library).cannedResponses.flatMap(({ shortCode, content }) =>
      shortCode === 'written' ? [content] : [],
    );
    expect(texts).toEqual(['For all']);
    const stored = await database.replies.where('source').equals(desk).toArray();
    expect(stored.filter(({ title }) => title === 'written')).toHaveLength(1);
    expect(stored).toHaveLength(accountOf(library).cannedResponses.length);
  },
};

async function save(library: Library, worker: SteppedWorker): Promise<void> {
  const ports = portsOf(library, worker);
  const handlers = libraryHandlers(ports, new ReplyWorld(worker.database));
  const written = reply({ source: desk, id: '', title: 'written', shortcut: 'written' });
  const draft = { ...written, id: undefined, body: 'For all' };
  await handlers['replies.save']({ reply: draft }, { kind: 'panel' });
}

test('practice 14: a response of the team is written once, wherever the worker is stopped', async () => {
  expect(await stopEverywhere(writing)).toBeGreaterThan(8);
});

const before = ['a', 'b', 'c'];
const after = ['b', 'c', 'd', 'e'];
const fileOf = (names: readonly string[]): FetchedFile => ({
  kind: 'file',
  text: JSON.stringify({ replies: names.map((name) => ({ title: name, body: name })) }),
});

test('practice 14: a team’s file is taken whole or not at all, wherever the worker is stopped', async () => {
  const url = 'https://files.example/team.json';
  const libraryOf = ({ database, call }: SteppedWorker, names: readonly string[]): ReplyWorld => {
    const library = new ReplyWorld(database);
    library.answer = fileOf(names);
    library.team = { url, isManaged: false };
    const fetch = library.fetchTeamFile;
    library.fetchTeamFile = (address, etag) => call(() => fetch(address, etag));
    return library;
  };
  const titles = async ({ database }: SteppedWorker) =>
    (await database.replies.where('source').equals('team').toArray())
      .map(({ title }) => title)
      .sort();
  const steps = await stopEverywhere<void>({
    open: (worker) =>
      libraryOf(worker, before)
        .refresh(true)
        .then(() => undefined),
    act: (_none, worker) =>
      libraryOf(worker, after)
        .refresh(true)
        .then(() => undefined),
    goOn: async (_none, worker) => {
      expect([before, after]).toContainEqual(await titles(worker));
      await libraryOf(worker, after).refresh(true);
    },
    check: async (_none, worker) => expect(await titles(worker)).toEqual(after),
  });
  expect(steps).toBeGreaterThan(5);
});

interface Directory {
  list: VisitorList;
  world: TestWorld;
}

function jobsOf({ list, world }: Directory, worker: SteppedWorker): DirectoryJobs {
  const here = new TestWorld(worker.database);
  for (const [name, definition] of world.definitions) here.definitions.set(name, definition);
  for (const [name, api] of world.apis) {
    const directoryPage = (cursor: string | undefined) => worker.call(() => list.page(cursor));
    here.apis.set(name, { ...api, directoryPage });
  }
  return new DirectoryJobs(here, { schedule: async () => undefined });
}

test('practice 14: a list of contacts is read to its end, wherever the worker is stopped', async () => {
  const steps = await stopEverywhere<Directory>({
    open: async ({ database }) => {
      const list = new VisitorList(8, 3);
      const world = new TestWorld(database);
      const capabilities = { find: 'directory', history: 'api' } as const;
      await world.connect(connectionName, {}, capabilities);
      return { list, world };
    },
    act: async (directory, worker) => {
      const jobs = jobsOf(directory, worker);
      await jobs.connectionsChanged();
      await jobs.wake();
    },
    goOn: async (directory, worker) => {
      const jobs = jobsOf(directory, worker);
      // The settings ask again where they were not answered; the alarm wakes it else.
      await jobs.connectionsChanged();
      await jobs.wake();
    },
    check: async ({ list }, { database }) => {
      expect(await database.directories.toArray()).toMatchObject([
        { job: 'done', indexed: 8, reachedEnd: true },
      ]);
      const ids = (await database.contacts.toArray()).map(({ id }) => id).sort();
      expect(ids).toEqual(list.visitors.map(({ id }) => id).sort());
    },
  });
  expect(steps).toBeGreaterThan(12);
});
