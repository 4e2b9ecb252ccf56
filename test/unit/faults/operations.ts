import type { Coverage } from '../../../lib/model/coverage';
import { type ContactRef, contactRef } from '../../../lib/model/ids';
import { DirectoryJobs } from '../../../lib/worker/directory/jobs';
import { emptyDirectory, jobStarted } from '../../../lib/worker/directory/progress';
import { refreshNotes } from '../../../lib/worker/notes/refresh';
import { lookUpPerson } from '../../../lib/worker/person-lookup/look-up-person';
import type { WorkerPorts } from '../../../lib/worker/ports';
import type { ReplyPorts } from '../../../lib/worker/replies/ports';
import { refreshReplies } from '../../../lib/worker/replies/refresh';
import { loadTab } from '../../../lib/worker/tab-load';
import type { FaultyPlatform } from './fault-desk';
import type { MatrixFault } from './faults';

const noTeam: ReplyPorts = {
  teamAddress: async () => undefined,
  keepTeamAddress: async () => undefined,
  fetchTeamFile: async () => ({ kind: 'unchanged' }),
  newId: () => 'id',
};

/** Something the worker does with a platform, and what it says and holds of it afterwards. */
export interface Operation {
  name: string;
  platforms: readonly string[];
  /** The one that is reached through Membrane, too: another for each, as the way is the same for all. */
  alsoThroughMembrane: string;
  /** Contacts of the platform are known before. */
  isKnown: boolean;
  run(ports: WorkerPorts, way: FaultyPlatform, others: FaultyPlatform[]): Promise<void>;
  coverage(ports: WorkerPorts, way: FaultyPlatform): Promise<Coverage | undefined>;
  held(ports: WorkerPorts, way: FaultyPlatform): Promise<number>;
  /** What it says of a fault in its own way. */
  expected?(platform: string, fault: MatrixFault): MatrixFault['expected'];
  /** It keeps why it failed, and no state. */
  tellsReasonOnly?: true;
  /** More requests are not to be made for it while a platform fails. */
  mostRequests: number;
}

const signal = () => AbortSignal.timeout(20_000);
const anchorBeside = (others: FaultyPlatform[]) => {
  const [other] = others;
  if (other === undefined) throw new TypeError('nobody else');
  return other.contact;
};

const sourceCoverage: Operation['coverage'] = async ({ database }, { connection }) => {
  const rows = await database.sources.toArray();
  return rows.find(({ connectionId }) => connectionId === connection.id)?.coverage;
};

/** Nothing failed. */
export const well: Coverage = { state: 'complete', dropped: 0, checkedAt: 0 };

/** The person is on screen, and found where they are. */
async function beside({ database }: WorkerPorts, { connection, contact }: FaultyPlatform) {
  const key: [ContactRef, string] = [contactRef(contact), connection.id];
  if ((await database.sources.get(key)) !== undefined) return;
  const [anchor, connectionId] = key;
  const found = { contactIds: [contact.id], updatedAt: 1 };
  await database.sources.put({ anchor, connectionId, phase: 'settled', ...found });
}

async function showOnScreen({ database }: WorkerPorts, { connection, contact }: FaultyPlatform) {
  if ((await database.screens.get(1)) !== undefined) return;
  const { platform, id: connectionId, apiOrigin: origin } = connection;
  const hints = { emails: [], phones: [] };
  const person = platform === 'chatra' ? { conversationId: contact.id } : { contactId: contact.id };
  const context = { platform, view: 'person', ...person, hints, composer: 'reply' } as const;
  const shown = { connectionId, origin, context, subject: 'ana', phase: 'identifying' } as const;
  await database.screens.put({ tabId: 1, windowId: 1, round: 0, ...shown });
}

/** What the operation says of some faults, by platform and the fault's name. */
const otherwise =
  (said: Readonly<Record<string, MatrixFault['expected']>>) =>
  (platform: string, { name }: MatrixFault): MatrixFault['expected'] =>
    said[`${platform} ${name.replace(/, (directly|through Membrane)$/, '')}`];

/** That an id of the page's address is not one of the API's is said in these ways, too. */
const nobody = { state: 'unknown-identity', reason: 'no-identifier' } as const;

/** What is tried while a platform fails. */
export const operations: readonly Operation[] = [
  {
    name: 'finding the person',
    platforms: ['chatwoot', 'kustomer'],
    alsoThroughMembrane: 'kustomer',
    isKnown: false,
    run: (ports, _way, others) =>
      lookUpPerson(ports, anchorBeside(others), { signal: signal(), force: true }),
    coverage: sourceCoverage,
    held: ({ database }, { connection }) =>
      database.contacts.where('connectionId').equals(connection.id).count(),
    mostRequests: 12,
  },
  {
    name: 'the history',
    platforms: ['chatwoot', 'kustomer', 'chaport'],
    alsoThroughMembrane: 'chaport',
    isKnown: true,
    run: (ports, way) => lookUpPerson(ports, way.contact, { signal: signal(), force: true }),
    coverage: sourceCoverage,
    held: ({ database }, { connection }) =>
      database.messages.filter((each) => each.connectionId === connection.id).count(),
    mostRequests: 24,
  },
  {
    name: 'notes',
    platforms: ['chatwoot', 'kustomer', 'chaport', 'chatra'],
    alsoThroughMembrane: 'chatra',
    isKnown: true,
    run: async (ports, way) => {
      await beside(ports, way);
      await refreshNotes(ports, contactRef(way.contact), { signal: signal(), force: true });
    },
    coverage: async ({ database }, { connection, contact }) => {
      const row = await database.sources.get([contactRef(contact), connection.id]);
      const failure = row?.unreadNotes?.[0]?.failure;
      return failure === undefined || failure === 'no-handle' ? well : failure;
    },
    held: ({ database }, { connection }) =>
      database.nativeNotes.filter((each) => each.connectionId === connection.id).count(),
    mostRequests: 12,
  },
  {
    name: 'who is on screen',
    platforms: ['chaport', 'chatra'],
    alsoThroughMembrane: 'chaport',
    isKnown: false,
    run: async (ports, way) => {
      await showOnScreen(ports, way);
      const screen = await ports.database.screens.get(1);
      if (screen !== undefined) await loadTab(ports, screen, { force: true }, signal());
    },
    coverage: async ({ database }, { connection }) => {
      const screen = await database.screens.get(1);
      return screen?.connectionId === connection.id ? (screen.problem ?? well) : well;
    },
    held: ({ database }, { connection }) =>
      database.contacts.where('connectionId').equals(connection.id).count(),
    expected: (platform, fault) =>
      // Chatra's page tells who that is; the API completes it, and the notes say where it fails.
      platform === 'chatra'
        ? well
        : otherwise({
            'chaport 403': nobody,
            'chaport 404': nobody,
            'chaport an empty object': nobody,
          })(platform, fault),
    mostRequests: 40,
  },
  {
    name: 'the list of all visitors',
    platforms: ['chaport'],
    alsoThroughMembrane: 'chaport',
    isKnown: false,
    run: async (ports, { connection }) => {
      const { directories } = ports.database;
      const row = await directories.get(connection.id);
      await directories.put(jobStarted(row ?? emptyDirectory(connection.id)));
      await new DirectoryJobs(ports, { schedule: async () => undefined }).wake();
    },
    coverage: async ({ database }, { connection }) => {
      const row = await database.directories.get(connection.id);
      return { ...well, reason: row?.problem };
    },
    tellsReasonOnly: true,
    held: ({ database }, { connection }) =>
      database.contacts.where('connectionId').equals(connection.id).count(),
    mostRequests: 12,
  },
  {
    name: 'canned responses',
    platforms: ['chatwoot', 'kustomer'],
    alsoThroughMembrane: 'chatwoot',
    isKnown: true,
    run: (ports) => refreshReplies(ports, noTeam, { olderThanMs: 0 }),
    coverage: async ({ database }, { connection }) =>
      (await database.replySources.get(connection.id))?.coverage,
    // Its responses come in several lists; those that could be read are held.
    expected: otherwise({
      'kustomer JSON of another kind': { state: 'partial', reason: 'bad-answer' },
      'kustomer an empty object': { state: 'partial', reason: 'bad-answer' },
    }),
    held: ({ database }, { connection }) =>
      database.replies.filter((each) => each.source === connection.id).count(),
    mostRequests: 12,
  },
];
