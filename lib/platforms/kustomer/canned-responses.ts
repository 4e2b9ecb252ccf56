import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import { path } from '../../http/encode-path';
import { type Reply, replySchema } from '../../model/reply';
import type { ApiPorts } from '../contract/api';
import type { FetchedReplies } from '../contract/replies';
import { anyList, anything, flag, lenient, text, writtenText } from '../shared/field-schemas';
import { readEach } from '../shared/read-each';
import { accessOf, accessSchemas } from './canned-response-access';
import {
  readSurroundings,
  type ShortcutCategories,
  type ShortcutSurroundings,
} from './canned-response-surroundings';
import { unsupportedIn, withFallbacks, withStandardNames } from './canned-response-variables';
import { markdownOfContent } from './draft-js-markdown';
import { placeholdersOfContent } from './draft-js-raw';
import { time } from './field-schemas';
import { readWholeList } from './paged-list';
import { kustomerId } from './schemas';

const reference = v.object({ id: kustomerId });
const related = lenient(v.object({ data: lenient(reference) }));

/** A shortcut (README.md#shortcuts). `payload.text` is raw Draft.js content. */
export const shortcutSchema = v.object({
  id: kustomerId,
  attributes: v.object({
    name: text,
    draft: lenient(v.looseObject({ text: writtenText })),
    payload: lenient(v.looseObject({ text: anything })),
    /** What Kustomer does to the conversation when the shortcut is inserted there. */
    conversation: anything,
    isPrivate: flag,
    deleted: flag,
    appDisabled: flag,
    rev: lenient(v.number()),
    updatedAt: time,
  }),
  relationships: lenient(
    v.object({
      parent: related,
      attachments: lenient(v.object({ data: anyList })),
      ...accessSchemas,
    }),
  ),
});
export type KustomerShortcut = v.InferOutput<typeof shortcutSchema>;

/** The list as it was read: what is offered, and every shortcut that is there. */
export interface ReadShortcuts extends FetchedReplies {
  /** Not deleted; by id. */
  shortcuts: Map<string, KustomerShortcut>;
  categories: ShortcutCategories;
  /** Names of those that exist and are not offered. */
  hidden: Set<string>;
}

/**
 * The organisation's shortcuts (README.md#shortcuts) that this key's user may use. Deleted and
 * disabled ones are left out; restricted ones too, unless the user or one of its teams is named.
 * Those that only Kustomer can fill in are listed in `dropped`. The category becomes a tag.
 */
export async function readKustomerCannedResponses(
  ports: ApiPorts,
  signal: AbortSignal,
  surroundings: ShortcutSurroundings = readSurroundings(ports),
): Promise<ReadShortcuts> {
  const list = await readWholeList(ports, path`/v1/shortcuts`, signal);
  const { items, dropped: unreadable } = readEach(shortcutSchema, list.data);
  const living = items.filter(({ attributes }) => attributes.deleted !== true);
  const offered = living.filter(({ attributes }) => attributes.appDisabled !== true);
  const isRestricted = offered.some((shortcut) => accessOf(shortcut.relationships).length > 0);
  const own = isRestricted ? (await surroundings.membership(signal)).ids : new Set<string>();
  const categories = await surroundings.categories(signal);
  const result: ReadShortcuts = {
    replies: [],
    dropped: Array.from(
      { length: unreadable },
      () => t`Deskside cannot read one of the shortcuts.`,
    ),
    partial: list.isWhole ? undefined : 'bad-answer',
    shortcuts: new Map(living.map((shortcut) => [shortcut.id, shortcut])),
    categories,
    hidden: new Set(living.map(nameOf)),
  };
  for (const shortcut of offered) {
    const access = accessOf(shortcut.relationships);
    const isOwn = access.length === 0 || access.some((id) => own.has(id));
    const reply = isOwn ? replyOfShortcut(ports, shortcut, categories) : restricted(shortcut);
    if (typeof reply === 'string') result.dropped.push(reply);
    else result.replies.push(reply);
  }
  for (const { title } of result.replies) result.hidden.delete(title);
  return result;
}

function restricted(shortcut: KustomerShortcut): string {
  const name = nameOf(shortcut);
  return t`“${name}” is for teams or colleagues other than those connected here.`;
}

function nameOf({ attributes }: KustomerShortcut): string {
  return (attributes.name ?? t`Unnamed shortcut`).slice(0, 400);
}

/** The text of a shortcut as Markdown, in Kustomer's names; `undefined` where it has none. */
export function textOfShortcut({
  draft,
  payload,
}: Pick<KustomerShortcut['attributes'], 'draft' | 'payload'>): string | undefined {
  const written = draft?.text ?? '';
  if (written.trim() === '') return markdownOfContent(payload?.text);
  return withFallbacks(written, placeholdersOfContent(payload?.text));
}

/** A shortcut in the product's terms, or why it cannot be used there. */
export function replyOfShortcut(
  ports: ApiPorts,
  shortcut: KustomerShortcut,
  categories: ShortcutCategories,
): Reply | string {
  const { attributes, relationships } = shortcut;
  const name = nameOf(shortcut);
  const written = textOfShortcut(attributes);
  if (written === undefined) return t`“${name}” has no text.`;
  const unsupported = unsupportedIn(written);
  if (unsupported === 'logic') {
    return t`“${name}” uses conditions or other logic that only Kustomer can work out.`;
  }
  if (unsupported === 'snippet') {
    return t`“${name}” uses a snippet that only Kustomer can fill in.`;
  }
  const body = withStandardNames(written);
  if (!v.is(replySchema.entries.body, body)) return t`“${name}” is too long.`;
  const category = categories.get(relationships?.parent?.data?.id ?? '');
  return {
    source: ports.connection.id,
    id: shortcut.id,
    title: name,
    shortcut: /\s/.test(name) ? '' : name,
    body,
    tags: category === undefined ? [] : [category],
    variants: [],
    platforms: [],
    ...(attributes.updatedAt === undefined ? {} : { updatedAt: attributes.updatedAt }),
  };
}
