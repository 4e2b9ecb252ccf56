import { t } from '@lingui/core/macro';
import { TransportError } from '../../http/transport-error';
import type { ApiPorts } from '../contract/api';
import { readEach } from '../shared/read-each';
import { acceptLink, readAnswer } from './calls';
import { operatorSchema } from './schemas';
import { mayBeFull } from './tells-of-more';
import { toldLinks } from './told-links';

const keepForMs = 10 * 60_000;

const mostPages = 20;

/**
 * Names of the account's operators, read once, page by page if there are several, and kept for ten
 * minutes.
 */
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
      this.#names = await this.#read(signal);
      this.#readAt = now;
      return this.#names;
    } catch (error) {
      if (error instanceof TransportError) return undefined;
      throw error;
    }
  }

  async #read(signal: AbortSignal): Promise<OperatorNames> {
    const { transport, connection } = this.#ports;
    const names = new Map<string, string>();
    const first = acceptLink('/api/v1/operators', connection.apiOrigin);
    const asked = new Set<string>();
    let link = first;
    for (let page = 0; link !== undefined && page < mostPages; page += 1) {
      asked.add(link.key);
      const { path, query } = link;
      const { result, body } = readAnswer(
        await transport.send({ method: 'GET', path, query, signal }),
      );
      if (!Array.isArray(result)) return undefined;
      for (const one of readEach(operatorSchema, result).items) {
        names.set(one.id, one.name ?? one.email ?? t`Operator`);
      }
      const told = toldLinks(body, 'next');
      const [next] = told.links;
      if (next === undefined) {
        const isWhole = names.size > 0 && told.unread === 0 && !mayBeFull(result.length);
        return { byId: names, isWhole };
      }
      const address = /^\d+$/.test(next) ? `/api/v1/operators?page=${next}` : next;
      link = acceptLink(address, connection.apiOrigin);
      if (link !== undefined && asked.has(link.key)) break;
    }
    return { byId: names, isWhole: false };
  }
}

/**
 * The account's operators; `undefined` when they could not be read. Only where the list is complete does
 * an id that is missing from it belong to somebody who left.
 */
export type OperatorNames = { byId: ReadonlyMap<string, string>; isWhole: boolean } | undefined;
