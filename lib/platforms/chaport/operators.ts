import { TransportError } from '../../http/errors';
import { path } from '../../http/path';
import type { ApiPorts } from '../contract/api';
import { readEach } from '../shared/read-each';
import { readAnswer } from './calls';
import { operatorSchema } from './schemas';

const keepForMs = 10 * 60_000;

/** Names of the account's operators, read with one call and kept for ten minutes. */
export class Operators {
  readonly #ports: ApiPorts;
  #names: OperatorNames;
  #readAt = 0;

  constructor(ports: ApiPorts) {
    this.#ports = ports;
  }

  /**
   * `undefined` when the list cannot be read: a history without the names of colleagues is better
   * than none. Throws only when aborted.
   */
  async names(signal: AbortSignal): Promise<OperatorNames> {
    const now = this.#ports.now();
    if (this.#names !== undefined && now - this.#readAt < keepForMs) return this.#names;
    try {
      const response = await this.#ports.transport.send({
        method: 'GET',
        path: path`/api/v1/operators`,
        signal,
      });
      const { result } = readAnswer(response);
      if (!Array.isArray(result)) return undefined;
      const { items } = readEach(operatorSchema, result);
      const named = items.map((one) => [one.id, one.name ?? one.email ?? 'Operator'] as const);
      this.#names = new Map(named);
      this.#readAt = now;
      return this.#names;
    } catch (error) {
      if (error instanceof TransportError) return undefined;
      throw error;
    }
  }
}

/** Names of the account's present operators by id; `undefined` when they could not be read. */
export type OperatorNames = ReadonlyMap<string, string> | undefined;
