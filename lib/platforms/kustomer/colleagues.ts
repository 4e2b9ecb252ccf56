import * as v from 'valibot';
import { pathFromLink } from '../../http/encode-path';
import { isNotFound, TransportError } from '../../http/transport-error';
import type { ApiPorts } from '../contract/api';
import { clip, unique } from '../shared/field-values';
import { readEach } from '../shared/read-each';
import { dataOf, isRefusal } from './calls';
import { DAY_MS, isKept } from './kept-for-a-day';
import { type KustomerUser, kustomerId, userSchema } from './schemas';

/** A user of Kustomer's: a person or, for integrations, a machine. */
interface Colleague {
  name: string | undefined;
  machine: boolean;
}

export type ColleagueOf = (userId: string) => Colleague | undefined;

/** Keeps the address of a call at about 2,000 characters. */
const MOST_IDS_PER_CALL = 80;
/** Where many who left are among them, the rest of the names comes with the next reading. */
const MOST_CALLS = 24;

/** Names of the users that wrote messages and notes, requested once a day. */
export class Colleagues {
  readonly #ports: ApiPorts;
  readonly #known = new Map<string, { colleague: Colleague | undefined; until: number }>();
  #refusedUntil = 0;

  constructor(ports: ApiPorts) {
    this.#ports = ports;
  }

  /** What is known already, without a call. */
  readonly of: ColleagueOf = (userId) => this.#known.get(userId)?.colleague;

  /**
   * Requests those of the users that are not known yet, by `GET /v1/users/{id,id,…}`. What one id that
   * Kustomer does not know makes of the others is not documented: where the whole list is refused for
   * it, the halves are asked for. A user that Kustomer does not return, or a key that may not read users,
   * leaves names out for the day; any other failure leaves them out for now. Throws only when aborted.
   */
  async learn(userIds: readonly string[], signal: AbortSignal): Promise<void> {
    const now = this.#ports.now();
    if (isKept(this.#refusedUntil, now)) return;
    const unknown = unique(userIds).filter(
      (id) => v.is(kustomerId, id) && !isKept(this.#known.get(id)?.until ?? 0, now),
    );
    const lists: (readonly string[])[] = [];
    for (let start = 0; start < unknown.length; start += MOST_IDS_PER_CALL) {
      lists.push(unknown.slice(start, start + MOST_IDS_PER_CALL));
    }
    for (let calls = 0; calls < MOST_CALLS; calls += 1) {
      const ids = lists.shift();
      if (ids === undefined || isKept(this.#refusedUntil, now)) return;
      const users = await this.#fetch(ids, signal);
      if (users === 'some-unknown' && ids.length > 1) {
        // One who left must not cost the others their names.
        const half = Math.ceil(ids.length / 2);
        lists.unshift(ids.slice(0, half), ids.slice(half));
      } else if (users !== 'failed') this.#note(ids, users === 'some-unknown' ? [] : users);
    }
  }

  #note(ids: readonly string[], users: readonly KustomerUser[]): void {
    const until = this.#ports.now() + DAY_MS;
    for (const id of ids) this.#known.set(id, { colleague: undefined, until });
    for (const user of users) {
      const { name, displayName, userType } = user.attributes;
      const shown = displayName ?? name;
      const colleague = {
        name: shown === undefined ? undefined : clip(shown),
        machine: userType === 'machine',
      };
      this.#known.set(user.id, { colleague, until });
    }
  }

  async #fetch(
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly KustomerUser[] | 'some-unknown' | 'failed'> {
    // The documented form has plain commas between the ids, which `path` would encode.
    const { apiOrigin } = this.#ports.connection;
    const list = ids.map(encodeURIComponent).join(',');
    const address = pathFromLink(`/v1/users/${list}`, apiOrigin, '/v1/users/');
    if (address === undefined) return [];
    try {
      const { body } = await this.#ports.transport.send({
        method: 'GET',
        path: address.path,
        signal,
      });
      // One id gives an object, several give a list.
      const data = dataOf(body);
      return readEach(userSchema, Array.isArray(data) ? data : [data]).items;
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      if (isRefusal(error)) this.#refusedUntil = this.#ports.now() + DAY_MS;
      return isNotFound(error) || error.status === 400 ? 'some-unknown' : 'failed';
    }
  }
}
