import { withLock } from '../../async/with-lock';
import { isResting } from '../retry';
import type { TransportRequest } from '../transport';
import { TransportError } from '../transport-error';

/** How long (ms) what a helpdesk refused for lack of a right is not asked for again. */
const REFUSAL_REST_MS = 30 * 60_000;
/** The most for one connection; before there are more, all are forgotten together. */
const MOST_REFUSALS = 500;

type Asked = Pick<TransportRequest, 'method' | 'path' | 'query'>;

/** A connection in Membrane, and the helpdesk's origin that it is asked for. */
interface Desk {
  connectionId: string;
  apiOrigin: string;
}

/** By a digest of what was asked: how it was refused, and until when (epoch ms) it is not asked again. */
export type KeptRefusals = Record<
  string,
  { status?: number | undefined; body?: string | undefined; until: number }
>;

/** Remembers by the connection's id in Membrane what was refused, beyond the worker's life. */
export interface RefusalMemory {
  read(connectionId: string): Promise<KeptRefusals>;
  write(connectionId: string, kept: KeptRefusals): Promise<void>;
}

/**
 * What helpdesks refused through connections in Membrane for lack of a right. It is not asked for again
 * for a while: some answer 401 to that, and Membrane may take each for a dead key.
 */
export class Refusals {
  /** By the connection's id in Membrane. */
  readonly #kept = new Map<string, Promise<KeptRefusals>>();

  constructor(
    private readonly now: () => number,
    private readonly memory?: RefusalMemory,
  ) {}

  /** How this was refused recently, if it was. */
  async find(desk: Desk, asked: Asked): Promise<TransportError | undefined> {
    const known = (await this.#of(desk.connectionId))[await keyOf(desk, asked)];
    if (known === undefined || !isResting(known.until, this.now())) return undefined;
    return new TransportError('unauthorised', known);
  }

  async keep(desk: Desk, asked: Asked, { status, body }: TransportError): Promise<void> {
    const now = this.now();
    const key = await keyOf(desk, asked);
    await this.#change(desk.connectionId, (known) => {
      const resting = Object.entries(known).filter(([, { until }]) => isResting(until, now));
      const kept = Object.fromEntries(resting.length < MOST_REFUSALS ? resting : []);
      return { ...kept, [key]: { status, body, until: now + REFUSAL_REST_MS } };
    });
  }

  /** Everything may be asked of this connection again, as after somebody repaired it in Membrane. */
  forget(connectionId: string): Promise<void> {
    return this.#change(connectionId, () => ({}));
  }

  #of(connectionId: string): Promise<KeptRefusals> {
    const kept = this.#kept.get(connectionId) ?? this.#recall(connectionId);
    this.#kept.set(connectionId, kept);
    return kept;
  }

  async #recall(connectionId: string): Promise<KeptRefusals> {
    return (await this.memory?.read(connectionId).catch(() => undefined)) ?? {};
  }

  #change(connectionId: string, change: (known: KeptRefusals) => KeptRefusals): Promise<void> {
    return withLock(this, connectionId, async () => {
      const kept = change(await this.#of(connectionId));
      this.#kept.set(connectionId, Promise.resolve(kept));
      await this.memory?.write(connectionId, kept).catch(() => undefined);
    });
  }
}

/** A path may hold a customer's address, and what belongs to a customer lives in the database alone. */
async function keyOf({ apiOrigin }: Desk, { method, path, query }: Asked): Promise<string> {
  const text = JSON.stringify([apiOrigin, method, path, query]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest, 0, 16)].map((byte) => byte.toString(16)).join(' ');
}
