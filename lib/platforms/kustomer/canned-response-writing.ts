import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import { path } from '../../http/encode-path';
import { TransportError } from '../../http/transport-error';
import type { Reply, ReplyContent } from '../../model/reply';
import type { ApiPorts } from '../contract/api';
import { type FetchedReplies, type ReplyDraft, ReplyRefused } from '../contract/replies';
import { removeIfThere } from '../shared/remove-if-there';
import { currentTokenPath, fetchResource, isRefusal } from './calls';
import { keptShortcut, type ShortcutPlace, shortcutForm } from './canned-response-form';
import {
  assertMayChangeShortcuts,
  shortcutGone,
  shortcutRefusal,
  shortcutsForbidden,
} from './canned-response-refusals';
import { ShortcutRequests } from './canned-response-requests';
import { keepSurroundings, type ShortcutSurroundings } from './canned-response-surroundings';
import {
  type KustomerShortcut,
  type ReadShortcuts,
  readKustomerCannedResponses,
  replyOfShortcut,
  shortcutSchema,
} from './canned-responses';
import type { RightsAct } from './roles';

/** For this long (ms) categories and the user's own teams are not read again. */
const SURROUNDINGS_FRESH_MS = 5 * 60_000;
/** For this long (ms) the content of a shortcut in a list counts as current when it is written back. */
const LIST_FRESH_MS = 10 * 60_000;

/** The organisation's shortcuts, read and written with one key (README.md#shortcuts). */
export class Shortcuts {
  readonly #surroundings: ShortcutSurroundings;
  readonly #requests: ShortcutRequests;
  /** As it was read last, with what has been written since. */
  #list: { read: ReadShortcuts; at: number } | undefined;

  constructor(private readonly ports: ApiPorts) {
    this.#requests = new ShortcutRequests(ports);
    this.#surroundings = keepSurroundings(ports, SURROUNDINGS_FRESH_MS);
  }

  async read(signal: AbortSignal): Promise<FetchedReplies> {
    const { ports } = this;
    const read = await readKustomerCannedResponses(ports, signal, this.#surroundings);
    this.#list = { read, at: ports.now() };
    const { replies, dropped, partial } = read;
    return { replies, dropped, partial };
  }

  /** What would be read back, going by the list that was read last. Throws `ReplyRefused`. */
  kept(draft: ReplyDraft): ReplyContent {
    const { shortcuts, categories } = this.#list?.read ?? nothingRead;
    const current = shortcuts.get(draft.id ?? '');
    const { name, content } = keptShortcut(this.ports, draft, { current, categories });
    if (draft.id === undefined && this.#list?.read.hidden.has(name) === true) {
      throw new ReplyRefused(
        t`Kustomer already has a shortcut called “${name}”, which cannot be used here.`,
        { conflict: true },
      );
    }
    return content;
  }

  /** Creates or changes one. What it has besides its text, such as who may use it, stays. */
  async save(draft: ReplyDraft, signal: AbortSignal): Promise<Reply> {
    const { id } = draft;
    assertMayChangeShortcuts(this.ports, id === undefined ? 'create' : 'update');
    const current = id === undefined ? undefined : await this.#current(id, signal);
    const categories = await this.#surroundings.categories(signal);
    const saved = await this.#save(draft, { current, categories }, signal);
    this.#list?.read.shortcuts.set(saved.id, saved);
    const reply = replyOfShortcut(this.ports, saved, categories);
    // What was just written always is a response.
    if (typeof reply === 'string') throw new TransportError('not-json');
    return reply;
  }

  /** Deletes one; one that is not there any longer counts as deleted. */
  async remove(id: string, signal: AbortSignal): Promise<void> {
    await this.#allowed('remove', signal, () =>
      removeIfThere(() =>
        this.ports.transport.send({ method: 'DELETE', path: path`/v1/shortcuts/${id}`, signal }),
      ),
    );
  }

  async #current(id: string, signal: AbortSignal): Promise<KustomerShortcut> {
    const { read, at } = this.#list ?? { read: nothingRead, at: 0 };
    const listed = read.shortcuts.get(id);
    if (listed !== undefined && Math.abs(this.ports.now() - at) < LIST_FRESH_MS) return listed;
    const raw = await fetchResource(this.ports, path`/v1/shortcuts/${id}`, signal);
    const shortcut = raw === undefined ? undefined : v.parse(shortcutSchema, raw);
    if (shortcut === undefined || shortcut.attributes.deleted === true)
      throw new ReplyRefused(shortcutGone(), { isGone: true });
    return shortcut;
  }

  async #save(
    draft: ReplyDraft,
    place: ShortcutPlace,
    signal: AbortSignal,
  ): Promise<KustomerShortcut> {
    const form = shortcutForm(draft, place);
    const { current } = place;
    try {
      const data = await this.#allowed(current === undefined ? 'create' : 'update', signal, () =>
        this.#requests.send(form, current, signal),
      );
      return v.parse(shortcutSchema, data);
    } catch (error) {
      throw shortcutRefusal(error, form.name, current) ?? error;
    }
  }

  /**
   * Kustomer answers 401 and 403 both for a missing right and for a bad key: every good key may read
   * itself.
   */
  async #allowed<T>(act: RightsAct, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    assertMayChangeShortcuts(this.ports, act);
    try {
      return await work();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await this.ports.transport.send({ method: 'GET', path: currentTokenPath, signal });
      throw shortcutsForbidden(act);
    }
  }
}

const nothingRead: Pick<ReadShortcuts, 'shortcuts' | 'categories'> = {
  shortcuts: new Map(),
  categories: new Map(),
};
