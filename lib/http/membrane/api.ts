import * as v from 'valibot';
import { path } from '../encode-path';
import type { Transport, TransportRequest } from '../transport';
import { TransportError } from '../transport-error';
import {
  actionRunSchema,
  connectingRequestSchema,
  type MembraneAction,
  type MembraneConnection,
  type MembraneSelf,
  membraneActionSchema,
  membraneConnectionSchema,
  membraneSelfSchema,
  searchSchema,
} from './schemas';

/** How long (s) Membrane delays an answer while it builds; the browser may stop a worker after 30. */
const BUILDING_WAIT_S = 20;
const PAGE_SIZE = 1_000;
/** A list that never ends is abandoned here, or after this many items: how large a page is, is up to Membrane. */
const MOST_PAGES = 500;
const MOST_ITEMS = 20_000;

/** Items of a list, and how many could not be read: at least one where it was abandoned before its end. */
export interface MembraneList<Item> {
  items: Item[];
  dropped: number;
}

/**
 * Membrane's own calls, over the line to it. Each throws `TransportError`, `bad-answer` as `not-json`,
 * and the signal's reason when aborted.
 */
export class MembraneApi {
  constructor(private readonly line: Transport) {}

  /** Whose token it is. */
  async self(signal: AbortSignal): Promise<MembraneSelf> {
    return this.#read(membraneSelfSchema, { method: 'GET', path: path`/self`, signal });
  }

  /** All connections of the tenant. */
  connections(signal: AbortSignal): Promise<MembraneList<MembraneConnection>> {
    return this.#list(membraneConnectionSchema, { path: path`/connections`, query: {}, signal });
  }

  /** One connection; with `isPatient` the answer may be delayed by 20 s while it is being built. */
  connection(id: string, signal: AbortSignal, isPatient = false): Promise<MembraneConnection> {
    const wait = { query: { wait: 'true', timeout: BUILDING_WAIT_S }, timeoutMs: 25_000 };
    const request = { method: 'GET', path: path`/connections/${id}`, signal } as const;
    return this.#read(membraneConnectionSchema, isPatient ? { ...request, ...wait } : request);
  }

  /** Ids of the connectors, or of the applications, whose key or name is exactly this one, in small letters. */
  async idsOf(elementType: 'connector' | 'app', q: string, signal: AbortSignal): Promise<string[]> {
    const asked = path`/search`;
    const query = { q, elementType, limit: 100 };
    const request = { method: 'GET', path: asked, query, signal } as const;
    const { items } = await this.#read(searchSchema, request);
    const isIt = (each: string | undefined) => each?.toLowerCase() === q;
    return items.flatMap(({ element: it }) => (it && (isIt(it.key) || isIt(it.name)) ? it.id : []));
  }

  /** Finds the connection to the application at this address, or begins to make one. */
  ensure(appUrl: string, signal: AbortSignal): Promise<MembraneConnection> {
    const asked = path`/connections/ensure`;
    return this.#read(membraneConnectionSchema, {
      method: 'POST',
      path: asked,
      body: { appUrl },
      signal,
    });
  }

  /** Where a person makes this connection, or makes it again: the same one, never a second. */
  async requestConnecting(connectionId: string, signal: AbortSignal): Promise<string> {
    const asked = path`/connection-requests`;
    const body = { connectionId };
    return (
      await this.#read(connectingRequestSchema, { method: 'POST', path: asked, body, signal })
    ).url;
  }

  /** The prepared actions of a connection. */
  actions(connectionId: string, signal: AbortSignal): Promise<MembraneList<MembraneAction>> {
    return this.#list(membraneActionSchema, {
      path: path`/actions`,
      query: { connectionId },
      signal,
    });
  }

  /** Runs a prepared action and gives its output. */
  async run(
    action: string,
    given: { connectionId: string; input: Record<string, unknown>; isRead: boolean },
    signal: AbortSignal,
  ): Promise<unknown> {
    const { output } = await this.#read(actionRunSchema, {
      method: 'POST',
      path: path`/actions/${action}/run`,
      query: { connectionId: given.connectionId },
      body: { input: given.input },
      repeatable: given.isRead,
      signal,
    });
    return output;
  }

  async #read<Schema extends v.GenericSchema>(
    schema: Schema,
    request: TransportRequest,
  ): Promise<v.InferOutput<Schema>> {
    const { body } = await this.line.send(request);
    const read = v.safeParse(schema, body);
    if (!read.success) throw new TransportError('not-json', { isOfRelay: true });
    return read.output;
  }

  async #list<Schema extends v.GenericSchema>(
    schema: Schema,
    request: Pick<TransportRequest, 'path' | 'query' | 'signal'>,
  ): Promise<MembraneList<v.InferOutput<Schema>>> {
    const page = v.object({ items: v.array(v.unknown()), cursor: v.optional(v.string()) });
    const items: v.InferOutput<Schema>[] = [];
    let dropped = 0;
    let cursor: string | undefined;
    const seen = new Set<string>();
    do {
      const query = { ...request.query, limit: PAGE_SIZE, cursor };
      const { items: raw, cursor: next } = await this.#read(page, {
        ...request,
        method: 'GET',
        query,
      });
      for (const item of raw) {
        const read = v.safeParse(schema, item);
        if (read.success) items.push(read.output);
        else dropped += 1;
      }
      cursor = next === undefined || seen.has(next) ? undefined : next;
      if (cursor !== undefined) seen.add(cursor);
    } while (cursor !== undefined && seen.size < MOST_PAGES && items.length + dropped < MOST_ITEMS);
    return { items, dropped: cursor === undefined ? dropped : dropped + 1 };
  }
}
