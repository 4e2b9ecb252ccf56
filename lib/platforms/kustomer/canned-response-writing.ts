import * as v from 'valibot';
import { TransportError } from '../../http/errors';
import { path } from '../../http/path';
import type { Reply } from '../../model/reply';
import type { ApiPorts } from '../contract/api';
import { type ReplyBatch, type ReplyDraft, ReplyRefused } from '../contract/replies';
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

/** For this long (ms) categories and the own teams are not read again. */
const SURROUNDINGS_FRESH_MS = 5 * 60_000;

/** The organisation's shortcuts, read and written with one key (README.md#shortcuts). */
export class Shortcuts {
  readonly #surroundings: ShortcutSurroundings;
  readonly #requests: ShortcutRequests;

  constructor(private readonly ports: ApiPorts) {
    this.#requests = new ShortcutRequests(ports);
    this.#surroundings = keepSurroundings(ports, SURROUNDINGS_FRESH_MS);
  }

  read(signal: AbortSignal): Promise<ReadShortcuts> {
    return readKustomerCannedResponses(this.ports, signal, this.#surroundings);
  }

  /** Creates or changes one. What it has besides its text, such as who may use it, stays. */
  async save(draft: ReplyDraft, signal: AbortSignal): Promise<Reply> {
    const { id } = draft;
    assertMayChangeShortcuts(this.ports, id === undefined ? 'create' : 'update');
    const current = id === undefined ? undefined : await this.#current(id, signal);
    const categories = await this.#surroundings.categories(signal);
    return replyOf(
      this.ports,
      await this.#save(draft, { current, categories }, signal),
      categories,
    );
  }

  /** Deletes one; one that is not there any longer counts as deleted. */
  async remove(id: string, signal: AbortSignal): Promise<void> {
    await this.#allowed('remove', signal, () =>
      removeIfThere(() =>
        this.ports.transport.send({ method: 'DELETE', path: path`/v1/shortcuts/${id}`, signal }),
      ),
    );
  }

  async batch(signal: AbortSignal): Promise<ReplyBatch> {
    const { shortcuts, categories, ...fetched } = await this.read(signal);
    const offered = new Set(fetched.replies.map(({ id }) => id));
    const placeOf = ({ id = '' }: ReplyDraft) => ({ current: shortcuts.get(id), categories });
    return {
      ...fetched,
      otherShortcuts: [...shortcuts.values()].flatMap(({ id, attributes: { name } }) =>
        offered.has(id) || name === undefined ? [] : [name],
      ),
      keptOf: (draft) => keptShortcut(this.ports, draft, placeOf(draft)),
      save: async (draft, work) => {
        const place = placeOf(draft);
        if (draft.id !== undefined && place.current === undefined)
          throw new ReplyRefused(shortcutGone);
        const saved = await this.#save(draft, place, work);
        shortcuts.set(saved.id, saved);
        return replyOf(this.ports, saved, categories);
      },
      remove: (id, work) => this.remove(id, work),
    };
  }

  async #current(id: string, signal: AbortSignal): Promise<KustomerShortcut> {
    const raw = await fetchResource(this.ports, path`/v1/shortcuts/${id}`, signal);
    const shortcut = raw === undefined ? undefined : v.parse(shortcutSchema, raw);
    if (shortcut === undefined || shortcut.attributes.deleted === true)
      throw new ReplyRefused(shortcutGone);
    return shortcut;
  }

  async #save(
    draft: ReplyDraft,
    place: ShortcutPlace,
    signal: AbortSignal,
  ): Promise<KustomerShortcut> {
    const form = shortcutForm(draft, place);
    if ('problem' in form) throw new ReplyRefused(form.problem);
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

  /** Kustomer answers 401 and 403 for a right as well as for a key: every good key may ask for itself. */
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

/** A shortcut that was just written always is a response. */
function replyOf(
  ports: ApiPorts,
  shortcut: KustomerShortcut,
  categories: ReadonlyMap<string, string>,
): Reply {
  const reply = replyOfShortcut(ports, shortcut, categories);
  if (typeof reply === 'string') throw new TransportError('not-json');
  return reply;
}
