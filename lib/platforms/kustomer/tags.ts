import * as v from 'valibot';
import { path } from '../../http/encode-path';
import { TransportError } from '../../http/transport-error';
import type { Contact } from '../../model/contact';
import type { ApiPorts, ContactTags } from '../contract/api';
import { text } from '../shared/field-schemas';
import { clip } from '../shared/field-values';
import { readEach } from '../shared/read-each';
import { fetchResource, isRefusal } from './calls';
import { texts } from './field-schemas';
import { DAY_MS, isKept } from './kept-for-a-day';
import { PagedList } from './paged-list';
import { kustomerId } from './schemas';

/** Of an organisation with more tags than this only the first ones are used. */
const MOST_PAGES = 10;

/** The role to ask an administrator for; `org.user.tag.read` works too (README.md#roles). */
const tagRight = 'org.permission.tag.read';

const taggedSchema = v.object({ attributes: v.object({ tags: texts }) });
const tagSchema = v.object({ id: kustomerId, attributes: v.object({ name: text }) });

/**
 * The names of tags: customers carry ids of them (README.md#tags), and the list is read once a day.
 */
export class CustomerTags {
  readonly #ports: ApiPorts;
  #names: ReadonlyMap<string, string> = new Map();
  #readUntil = 0;

  constructor(ports: ApiPorts) {
    this.#ports = ports;
  }

  /** The tags of a customer, read again. Throws `TransportError`. */
  async of(contact: Contact, signal: AbortSignal): Promise<ContactTags> {
    const raw = await fetchResource(this.#ports, path`/v1/customers/${contact.id}`, signal);
    const customer = v.safeParse(taggedSchema, raw);
    const ids = customer.success ? customer.output.attributes.tags : [];
    if (ids.length === 0) return { tags: [] };
    try {
      await this.#learn(ids, signal);
    } catch (error) {
      if (isRefusal(error)) return { tags: [], missingRight: tagRight };
      throw error;
    }
    return { tags: ids.flatMap((id) => this.#names.get(id) ?? []) };
  }

  async #learn(ids: readonly string[], signal: AbortSignal): Promise<void> {
    const isKnown = ids.every((id) => this.#names.has(id));
    if (isKnown || isKept(this.#readUntil, this.#ports.now())) return;
    const list = new PagedList(this.#ports, path`/v1/tags`, { deleted: 'false' });
    const names = new Map<string, string>();
    while (list.end === undefined && list.pagesRead < MOST_PAGES) {
      const { data } = list.record(await list.fetch(signal));
      for (const { id, attributes } of readEach(tagSchema, data).items) {
        if (attributes.name !== undefined) names.set(id, clip(attributes.name));
      }
    }
    if (list.end === 'unreadable' && names.size === 0) throw new TransportError('not-json');
    this.#names = names;
    this.#readUntil = this.#ports.now() + DAY_MS;
  }
}
