import 'fake-indexeddb/auto';
import type { Transport } from '../../../../lib/http/transport';
import type { Contact } from '../../../../lib/model/contact';
import { type ContactRef, contactRef } from '../../../../lib/model/ids';
import type { NoteRow } from '../../../../lib/model/note';
import type { PlatformApi } from '../../../../lib/platforms/contract/api';
import { definitionOf } from '../../../../lib/platforms/registry';
import { DesksideDatabase } from '../../../../lib/storage/database';
import { eraseConnectionData } from '../../../../lib/worker/connections/erase-data';
import { noteHandlers } from '../../../../lib/worker/notes/handlers';
import { NoteOutbox } from '../../../../lib/worker/notes/outbox';
import { refreshNotes } from '../../../../lib/worker/notes/refresh';
import type { WorkerPorts } from '../../../../lib/worker/ports';
import { apiOver } from '../../platforms/emulated';
import { type Hand, start } from './notes-desk';

export interface BrowserOptions {
  name: string;
  hands: readonly Hand[];
  /** Stands between the worker and the platforms. */
  wrap?: (transport: Transport, hand: Hand) => Transport;
  /** One without notes; a new one when absent. */
  database?: DesksideDatabase;
  /** Its accounts are reached through Membrane: no key of a platform is in it. */
  isKeyless?: boolean;
}

let databases = 0;

/** A colleague's browser with the product in it; its worker can be killed and started again. */
export class NotesBrowser {
  clock = start;
  readonly database: DesksideDatabase;
  readonly name: string;
  readonly anchor: ContactRef;
  stuck = 0;
  /** Aborted where a delivery is to have taken too long. */
  limit = new AbortController();
  alarm: number | undefined;
  outbox: NoteOutbox;
  handlers: ReturnType<typeof noteHandlers>;
  ports: WorkerPorts;

  constructor(private readonly options: BrowserOptions) {
    this.name = options.name;
    this.database = options.database ?? emptyNotesDatabase();
    this.anchor = refOf(options.hands[0]);
    ({ ports: this.ports, outbox: this.outbox, handlers: this.handlers } = this.#startWorker());
  }

  /** Everybody found on every platform, but for those named here. */
  async open(without: readonly string[] = []): Promise<void> {
    for (const { connection, contact, name } of this.options.hands) {
      const agentName = this.options.name;
      await this.database.connections.put({ ...connection, facts: {}, agentName });
      await this.database.contacts.put(contact);
      await this.database.sources.put({
        anchor: this.anchor,
        connectionId: connection.id,
        phase: 'settled',
        contactIds: without.includes(name) ? [] : [contact.id],
        updatedAt: start,
      });
    }
  }

  /** Every account that was taken away is connected again, its contact found. */
  async connectAll(): Promise<void> {
    for (const { connection, contact } of this.options.hands) {
      if ((await this.database.connections.get(connection.id)) !== undefined) continue;
      const row = { ...connection, facts: {}, agentName: this.name, createdAt: this.clock };
      await this.database.connections.put(row);
      await this.#find(connection.id, contact);
    }
    await this.outbox.connectionsChanged();
  }

  /** Takes an account away, as the settings do. */
  async disconnect(connectionId: string): Promise<void> {
    await eraseConnectionData(this.database, connectionId, { withConnection: true });
    await this.outbox.connectionsChanged();
  }

  async #find(connectionId: string, contact: Contact): Promise<void> {
    await this.database.contacts.put(contact);
    await this.database.sources.put({
      anchor: this.anchor,
      connectionId,
      phase: 'settled',
      contactIds: [contact.id],
      updatedAt: this.clock,
    });
  }

  /** The browser stops the worker where it is; the next event starts a new one. */
  kill(): void {
    this.outbox.stop();
    ({ ports: this.ports, outbox: this.outbox, handlers: this.handlers } = this.#startWorker());
  }

  async refresh(force = true): Promise<void> {
    const { signal } = new AbortController();
    await refreshNotes(this.ports, this.anchor, { force, signal });
    await this.outbox.wake();
  }

  /** Saves a note for everywhere; gives its id, or what the worker has against it. */
  async save(text: string, more: Partial<NoteRow> = {}): Promise<string> {
    const { id: noteId, pinned = true, urgency = 'normal' } = more;
    const scope = more.scope ?? { kind: 'everywhere' };
    const request = { anchor: this.anchor, noteId, text, pinned, urgency, scope };
    const answer = await this.handlers['notes.save'](request, { kind: 'panel' });
    if (typeof answer !== 'object' || answer === null) throw new Error('no answer');
    return String(Reflect.get(answer, 'noteId') ?? Reflect.get(answer, 'message'));
  }

  async command(
    type: 'notes.delete' | 'notes.restore' | 'notes.retry' | 'notes.discard',
    noteId: string,
    contact = this.anchor,
  ): Promise<void> {
    const request = { noteId, contact, anchor: this.anchor };
    await this.handlers[type](request, { kind: 'panel' });
    await this.outbox.wake();
  }

  /** What is known of each copy, by platform. */
  async states(noteId: string): Promise<Record<string, string>> {
    const rows = await this.database.replicas.where('noteId').equals(noteId).toArray();
    return Object.fromEntries(
      rows.map(({ connectionId, state, reason }) => [
        connectionId.replace('-1', ''),
        reason === undefined ? state : `${state}: ${reason}`,
      ]),
    );
  }

  #startWorker() {
    const apis = new Map<string, PlatformApi>();
    for (const hand of this.options.hands) {
      const transport = this.options.wrap?.(hand.transport, hand) ?? hand.transport;
      const seal = this.options.isKeyless === true ? async () => undefined : undefined;
      apis.set(hand.connection.id, apiOver(hand.connection, transport, seal));
    }
    const ports: WorkerPorts = {
      database: this.database,
      definitionOf,
      apiOf: ({ id }) => {
        const api = apis.get(id);
        if (api === undefined) throw new TypeError(`no api for ${id}`);
        return api;
      },
      now: () => this.clock,
    };
    const outbox = new NoteOutbox(ports, {
      schedule: async (at) => {
        this.alarm = at;
      },
      limit: () => this.limit.signal,
      showStuck: async (count) => {
        this.stuck = count;
      },
    });
    const handlers = noteHandlers(ports, outbox, async () => ({
      retentionDays: 30,
      ownDomains: [],
      noteScope: 'everywhere',
    }));
    return { ports, outbox, handlers };
  }
}

export function emptyNotesDatabase(): DesksideDatabase {
  databases += 1;
  return new DesksideDatabase(`notes-${databases}`);
}

export function refOf(hand: Hand | undefined): ContactRef {
  if (hand === undefined) throw new Error('nobody');
  return contactRef({ connectionId: hand.contact.connectionId, id: hand.contact.id });
}
