import type { TransportError } from '../errors';
import { isResting } from '../retry';
import type { TransportRequest } from '../transport';

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

/**
 * What helpdesks refused through connections in Membrane for lack of a right. It is not asked for again
 * for a while: some answer 401 to that, and Membrane may take each for a dead key.
 */
export class Refusals {
  /** By the connection's id in Membrane. */
  readonly #kept = new Map<string, Map<string, { error: TransportError; until: number }>>();

  constructor(private readonly now: () => number) {}

  /** How this was refused recently, if it was. */
  find(desk: Desk, asked: Asked): TransportError | undefined {
    const known = this.#kept.get(desk.connectionId)?.get(keyOf(desk, asked));
    return known !== undefined && isResting(known.until, this.now()) ? known.error : undefined;
  }

  keep(desk: Desk, asked: Asked, error: TransportError): void {
    const ofConnection = this.#kept.get(desk.connectionId) ?? new Map();
    if (ofConnection.size >= MOST_REFUSALS) ofConnection.clear();
    ofConnection.set(keyOf(desk, asked), { error, until: this.now() + REFUSAL_REST_MS });
    this.#kept.set(desk.connectionId, ofConnection);
  }

  /** Everything may be asked of this connection again, as after somebody repaired it in Membrane. */
  forget(connectionId: string): void {
    this.#kept.delete(connectionId);
  }
}

function keyOf({ apiOrigin }: Desk, { method, path, query }: Asked): string {
  return JSON.stringify([apiOrigin, method, path, query]);
}
