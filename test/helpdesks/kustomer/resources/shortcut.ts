import type { NamedRow, ShortcutRow } from '../data/rows';
import { iso, orgReference, type Resource, reference } from './resource';

const stamp = '2026-01-05T10:00:00.000Z';

/** A folder that shortcuts are filed in. */
export function categoryResource({ id, name }: NamedRow): Resource {
  return {
    type: 'shortcut_category',
    id,
    attributes: { name, deleted: false, createdAt: stamp, updatedAt: stamp, modifiedAt: stamp },
    relationships: { org: orgReference },
    links: { self: `/v1/shortcuts/categories/${id}` },
  };
}

/** A shortcut as the API delivers it. */
export function shortcutResource(row: ShortcutRow): Resource {
  const { id, categoryId } = row;
  const listOf = (type: string, ids: readonly string[]) => ({
    data: ids.map((each) => ({ type, id: each })),
  });
  const updatedAt = iso(row.updatedAt);
  return {
    type: 'shortcut',
    id,
    attributes: {
      name: row.name,
      ...(row.text === undefined ? {} : { draft: { text: row.text } }),
      payload: { text: row.content },
      conversation: row.conversation,
      isPrivate: row.isPrivate,
      deleted: row.deleted,
      appDisabled: row.appDisabled,
      rev: row.rev,
      createdAt: iso(row.createdAt),
      updatedAt,
      modifiedAt: updatedAt,
    },
    relationships: {
      org: orgReference,
      attachments: {
        links: { self: `/v1/shortcuts/${id}/attachments` },
        ...listOf('attachment', row.attachmentIds),
      },
      accessTeams: listOf('team', row.teamIds),
      ...(row.userIds.length === 0 ? {} : { accessUsers: listOf('user', row.userIds) }),
      ...(categoryId === undefined
        ? {}
        : { parent: reference('shortcut_category', 'shortcuts/categories', categoryId) }),
    },
    links: { self: `/v1/shortcuts/${id}` },
  };
}
