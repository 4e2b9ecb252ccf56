import * as v from 'valibot';
import { TransportError } from '../../http/errors';
import { path } from '../../http/path';
import { type Reply, replySchema } from '../../model/reply';
import type { ApiPorts } from '../contract/api';
import type { FetchedReplies } from '../contract/replies';
import { anything, flag, lenient, text } from '../shared/field-schemas';
import { readEach } from '../shared/read-each';
import { accessOf, accessSchemas, ownMembership } from './canned-response-access';
import { unsupportedIn, withStandardNames } from './canned-response-variables';
import { markdownOfContent } from './draft-js-markdown';
import { time } from './field-schemas';
import { readWholeList } from './paged-list';
import { kustomerId } from './schemas';

const reference = v.object({ id: kustomerId });
const related = lenient(v.object({ data: lenient(reference) }));

/** A shortcut (README.md#shortcuts). `payload.text` is raw Draft.js content. */
const shortcutSchema = v.object({
  id: kustomerId,
  attributes: v.object({
    name: text,
    draft: lenient(v.object({ text })),
    payload: lenient(v.object({ text: anything })),
    deleted: flag,
    appDisabled: flag,
    updatedAt: time,
  }),
  relationships: lenient(v.object({ parent: related, ...accessSchemas })),
});
type KustomerShortcut = v.InferOutput<typeof shortcutSchema>;

const categorySchema = v.object({
  id: kustomerId,
  attributes: v.object({ name: text, deleted: flag }),
});

/**
 * The organisation's shortcuts (README.md#shortcuts) that this key's user may use. Deleted and
 * disabled ones are left out; restricted ones too, unless the user or one of its teams is named.
 * Those that only Kustomer can fill in are listed in `dropped`. The category becomes a tag.
 */
export async function readKustomerCannedResponses(
  ports: ApiPorts,
  signal: AbortSignal,
): Promise<FetchedReplies> {
  const list = await readWholeList(ports, path`/v1/shortcuts`, signal);
  const { items, dropped: unreadable } = readEach(shortcutSchema, list.data);
  const offered = items.filter(
    ({ attributes }) => attributes.deleted !== true && attributes.appDisabled !== true,
  );
  const isRestricted = offered.some((shortcut) => accessOf(shortcut.relationships).length > 0);
  const own = isRestricted ? await ownMembership(ports, signal) : new Set<string>();
  const categories = await readCategories(ports, signal);
  const result: FetchedReplies = {
    replies: [],
    dropped: Array.from({ length: unreadable }, () => 'One shortcut cannot be read.'),
    partial: list.isWhole ? undefined : 'bad-answer',
  };
  for (const shortcut of offered) {
    const access = accessOf(shortcut.relationships);
    const isOwn = access.length === 0 || access.some((id) => own.has(id));
    const reply = isOwn ? replyOf(ports, shortcut, categories) : restricted(shortcut);
    if (typeof reply === 'string') result.dropped.push(reply);
    else result.replies.push(reply);
  }
  return result;
}

function restricted(shortcut: KustomerShortcut): string {
  return `“${nameOf(shortcut)}” is for other teams or colleagues than those connected here.`;
}

function nameOf({ attributes }: KustomerShortcut): string {
  return (attributes.name ?? 'Shortcut without a name').slice(0, 400);
}

/** In the product's terms, or why not. */
function replyOf(
  ports: ApiPorts,
  shortcut: KustomerShortcut,
  categories: ReadonlyMap<string, string>,
): Reply | string {
  const { attributes, relationships } = shortcut;
  const name = nameOf(shortcut);
  const text = attributes.draft?.text ?? markdownOfContent(attributes.payload?.text);
  if (text === undefined) return `“${name}” has no text.`;
  const unsupported = unsupportedIn(text);
  if (unsupported !== undefined) return `“${name}” uses ${unsupported}.`;
  const body = withStandardNames(text);
  if (!v.is(replySchema.entries.body, body)) return `“${name}” is too long.`;
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

/** Names of the categories by id; without them the shortcuts are still of use. */
async function readCategories(
  ports: ApiPorts,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  try {
    const { data } = await readWholeList(ports, path`/v1/shortcuts/categories`, signal);
    return new Map(
      readEach(categorySchema, data).items.flatMap(({ id, attributes: { name, deleted } }) =>
        name === undefined || deleted === true ? [] : [[id, name.slice(0, 400)] as const],
      ),
    );
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    return new Map();
  }
}
