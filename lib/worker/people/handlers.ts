import type { peopleCommands } from '../../messaging/people-commands';
import type { Contact } from '../../model/contact';
import { type ContactKey, type ContactRef, contactRef, parseContactRef } from '../../model/ids';
import type { ScreenRow } from '../../model/screen';
import { addressRef } from '../../model/screen-address';
import { erasePersonRows } from '../../storage/person-tables';
import { deleteWithoutRoom } from '../delete-without-room';
import { forgetReadTimes } from '../notes/refresh';
import { PersonCandidates } from '../person-lookup/candidates';
import { saveMembersAndSuggestions } from '../person-lookup/members-and-suggestions';
import type { WorkerPorts } from '../ports';
import type { HandlersOf } from '../router';
import { raiseRound, showScreenAgain } from '../screens';
import type { TabLoads } from '../tab-loads';
import { writeWithRoom } from '../write-with-room';
import { readTags } from './contact-tags';
import { decide } from './decide';
import { importLinks } from './import-links';
import { linkedContacts } from './linked-contacts';
import { closeOpened, openByHand } from './open-by-hand';
import { peopleRules } from './rules';
import type { PeopleSearches } from './search-people';

type PeopleHandlers = HandlersOf<typeof peopleCommands>;

/** Work of the worker's that a word about people ends or sets going. */
interface PeopleWork {
  tabLoads: TabLoads;
  searches: PeopleSearches;
  deliverNotes(): void;
  stopCards(): void;
}

/** What the worker does for each message about who is the same human. */
export function peopleHandlers(
  ports: WorkerPorts,
  screenOfWindow: (windowId: number) => Promise<ScreenRow | undefined>,
  { tabLoads, searches, deliverNotes, stopCards }: PeopleWork,
): PeopleHandlers {
  const show = async (screen: ScreenRow, concerned: ContactKey[]) => {
    tabLoads.abort(screen.tabId);
    const pageRef = addressRef(screen);
    if (concerned.some((key) => contactRef(key) === pageRef)) await showScreenAgain(ports, screen);
    else if (screen.anchor !== undefined) await showDecision(ports, screen.anchor, concerned);
  };
  return {
    'people.decide': async ({ windowId, one, other, verdict, restored }) => {
      const before = await decide(ports, { one, other, verdict, restored });
      deliverNotes();
      const screen = await screenOfWindow(windowId);
      if (screen !== undefined) {
        await show(screen, [one, other]);
        // The person who decided does not wait: the panel, which watches, asks for the rest.
        await raiseRound(ports, screen.tabId);
      }
      return { before };
    },
    'people.tags': ({ contacts }) => readTags(ports, contacts),
    'people.open': ({ windowId, contact, isOverTab }) =>
      writeWithRoom(ports, () => openByHand(ports, tabLoads, windowId, { contact, isOverTab })),
    'people.close': ({ windowId }) => closeOpened(ports, tabLoads, windowId),
    'people.search': ({ windowId, query }) => searches.search(windowId, query),
    'people.search-end': ({ windowId }) => searches.end(windowId),
    'people.forget': async ({ contacts }) => {
      // Work under way would write again what is removed now.
      await searches.stopAll();
      const erase = () => erasePersonRows(ports.database, contacts);
      const erased = await tabLoads.whileStopped(() => deleteWithoutRoom(ports.database, erase));
      forgetReadTimes(ports.database);
      // What a card still answers is kept nowhere: whoever is opened again must not wait for that.
      stopCards();
      // Of the copies that are counted on the button, some may be gone.
      deliverNotes();
      return erased;
    },
    'options.import-links': async ({ links }) => {
      await importLinks(ports, links);
      deliverNotes();
    },
  };
}

/**
 * Shows a decision at once by what is stored, before any platform is asked: contacts that left the person of
 * this anchor (a `contactRef`) disappear, and those of the `concerned` that belong to it appear.
 */
async function showDecision(
  ports: WorkerPorts,
  anchor: ContactRef,
  concerned: readonly ContactKey[],
): Promise<void> {
  const { contacts } = ports.database;
  const keys = [parseContactRef(anchor), ...concerned];
  const [first, ...others] = await contacts.bulkGet(
    keys.map(({ connectionId, id }): [string, string] => [connectionId, id]),
  );
  if (first === undefined) return;
  const candidates = new PersonCandidates(ports, first, await peopleRules(ports));
  await candidates.admit(others.filter((contact) => contact !== undefined));
  await candidates.admit(await linkedContacts(ports.database, keys.map(contactRef), [anchor]));
  const arrived = await saveMembersAndSuggestions(ports, candidates);
  await writeWithRoom(ports, () => addToSources(ports, anchor, arrived));
}

async function addToSources(
  { database, now }: WorkerPorts,
  anchor: ContactRef,
  arrived: readonly Contact[],
): Promise<void> {
  await database.transaction('rw', database.sources, async () => {
    for (const { connectionId, id } of arrived) {
      const row = await database.sources.get([anchor, connectionId]);
      await database.sources.put({
        ...row,
        anchor,
        connectionId,
        phase: row?.phase ?? 'loading',
        coverage: row?.coverage,
        contactIds: [...(row?.contactIds ?? []), id],
        updatedAt: now(),
      });
    }
  });
}
