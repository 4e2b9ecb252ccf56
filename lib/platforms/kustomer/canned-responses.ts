import * as v from 'valibot';
import { TransportError } from '../../http/errors';
import { path } from '../../http/path';
import type { EncodedPath } from '../../http/transport';
import { type Reply, replySchema } from '../../model/reply';
import type { ApiPorts } from '../contract/api';
import type { FetchedReplies } from '../contract/replies';
import { fetchResource } from './calls';
import { markdownOfContent, unsupportedIn, withStandardNames } from './canned-response-text';
import { items, lenient, readEach, text, time } from './field-values';
import { PagedList } from './paged-list';
import { kustomerId } from './schemas';

const reference = v.object({ id: kustomerId });
const related = lenient(v.object({ data: lenient(reference) }));
const relatedList = lenient(v.object({ data: items }));

/** A shortcut (dossier §8.1). `payload.text` is raw Draft.js content. */
const shortcutSchema = v.object({
  id: kustomerId,
  attributes: v.object({
    name: text,
    draft: lenient(v.object({ text })),
    payload: lenient(v.object({ text: v.optional(v.unknown()) })),
    deleted: lenient(v.boolean()),
    appDisabled: lenient(v.boolean()),
    updatedAt: time,
  }),
  relationships: lenient(
    v.object({ parent: related, accessUsers: relatedList, accessTeams: relatedList }),
  ),
});
type KustomerShortcut = v.InferOutput<typeof shortcutSchema>;

const categorySchema = v.object({
  id: kustomerId,
  attributes: v.object({ name: text, deleted: lenient(v.boolean()) }),
});

const teamSchema = v.object({
  id: kustomerId,
  attributes: v.object({ members: v.array(v.unknown()) }),
});

const currentUserSchema = v.object({ id: kustomerId });

/** Ids in a list of references; what is no reference is left out. */
function idsIn(list: { data: readonly unknown[] } | undefined): string[] {
  return (list?.data ?? []).flatMap((each) => (v.is(reference, each) ? [each.id] : []));
}

/**
 * The organisation's shortcuts (dossier §8.1) that this key's user may use. Deleted and disabled
 * ones are left out; restricted ones too, unless the user or one of its teams is named. Those that
 * only Kustomer can fill in are listed in `dropped`. The category becomes a tag.
 */
export async function readKustomerCannedResponses(
  ports: ApiPorts,
  signal: AbortSignal,
): Promise<FetchedReplies> {
  const list = await readWholeList(ports, path`/v1/shortcuts`, signal);
  const { read, dropped: unreadable } = readEach(shortcutSchema, list.data);
  const offered = read.filter(
    ({ attributes }) => attributes.deleted !== true && attributes.appDisabled !== true,
  );
  const isRestricted = offered.some((shortcut) => accessOf(shortcut).length > 0);
  const own = isRestricted ? await ownMembership(ports, signal) : new Set<string>();
  const categories = await readCategories(ports, signal);
  const result: FetchedReplies = {
    replies: [],
    dropped: Array.from({ length: unreadable }, () => 'One shortcut cannot be read.'),
    partial: list.isWhole ? undefined : 'bad-answer',
  };
  for (const shortcut of offered) {
    const access = accessOf(shortcut);
    const isOwn = access.length === 0 || access.some((id) => own.has(id));
    const reply = isOwn ? replyOf(ports, shortcut, categories) : restricted(shortcut);
    if (typeof reply === 'string') result.dropped.push(reply);
    else result.replies.push(reply);
  }
  return result;
}

function accessOf({ relationships }: KustomerShortcut): string[] {
  return [...idsIn(relationships?.accessUsers), ...idsIn(relationships?.accessTeams)];
}

function restricted(shortcut: KustomerShortcut): string {
  return `“${nameOf(shortcut)}” is for other teams or colleagues than those of this key.`;
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
      readEach(categorySchema, data).read.flatMap(({ id, attributes: { name, deleted } }) =>
        name === undefined || deleted === true ? [] : [[id, name.slice(0, 400)] as const],
      ),
    );
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    return new Map();
  }
}

/**
 * The ids under which this key's user may use what is restricted: the user's own and those of its
 * teams (`GET /v1/users/current`, `GET /v1/teams`). Empty where Kustomer does not tell: then nothing
 * restricted is shown. Throws only when aborted.
 */
async function ownMembership(ports: ApiPorts, signal: AbortSignal): Promise<Set<string>> {
  const ids = new Set<string>();
  try {
    const user = v.safeParse(
      currentUserSchema,
      await fetchResource(ports, path`/v1/users/current`, signal),
    );
    if (!user.success) return ids;
    ids.add(user.output.id);
    const teams = await readWholeList(ports, path`/v1/teams`, signal);
    for (const team of readEach(teamSchema, teams.data).read) {
      if (team.attributes.members.includes(user.output.id)) ids.add(team.id);
    }
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
  }
  return ids;
}

const MOST_LIST_PAGES = 100;

/** A list of the organisation's own things, read to its end: at most 100 pages of 100. */
async function readWholeList(
  ports: ApiPorts,
  path: EncodedPath,
  signal: AbortSignal,
): Promise<{ data: unknown[]; isWhole: boolean }> {
  const list = new PagedList(ports, path, {});
  const data: unknown[] = [];
  while (list.end === undefined && list.pagesRead < MOST_LIST_PAGES) {
    data.push(...list.record(await list.fetch(signal)).data);
  }
  return { data, isWhole: list.end === 'whole' };
}
