import { hexId } from '../../world/ids';
import { type ShortcutStory, shortcuts } from '../data/shortcuts';
import { orgReference, type Resource, reference } from './resource';

const stamp = '2026-01-05T10:00:00.000Z';
const stamps = { createdAt: stamp, updatedAt: stamp, modifiedAt: stamp };
const labels: Record<string, string> = {
  '{{customer.firstName}}': 'First name',
  '{{currentUser.displayName}}': 'Your name',
  '{{conversation.name}}': 'Subject',
};

/** Every shortcut, deleted and disabled ones included: leaving these out is the client's part. */
export function shortcutResources(): Resource[] {
  return shortcuts.map(shortcutResource);
}

/** The folders shortcuts are filed in. */
export function categoryResources(): Resource[] {
  const names = new Set(shortcuts.flatMap(({ category }) => category ?? []));
  return [...names].map((name) => ({
    type: 'shortcut_category',
    id: categoryId(name),
    attributes: { name, deleted: false, ...stamps },
    relationships: { org: orgReference },
    links: { self: `/v1/shortcuts/categories/${categoryId(name)}` },
  }));
}

function categoryId(name: string): string {
  return hexId(`kustomer/category/${name}`);
}

function shortcutResource(story: ShortcutStory): Resource {
  const id = hexId(`kustomer/shortcut/${story.name}`);
  const teams = story.team === undefined ? [] : [hexId(`kustomer/team/${story.team}`)];
  return {
    type: 'shortcut',
    id,
    attributes: {
      name: story.name,
      ...(story.withoutMarkdown === true ? {} : { draft: { text: story.text } }),
      payload: { text: rawContent(story.text) },
      conversation:
        story.tags === undefined
          ? { custom: {} }
          : { custom: {}, tags: { operator: 'append', value: story.tags } },
      isPrivate: teams.length > 0,
      deleted: story.deleted ?? false,
      appDisabled: story.appDisabled ?? false,
      rev: 1,
      ...stamps,
    },
    relationships: {
      org: orgReference,
      attachments: { links: { self: `/v1/shortcuts/${id}/attachments` }, data: [] },
      accessTeams: { data: teams.map((team) => ({ type: 'team', id: team })) },
      ...(story.category === undefined
        ? {}
        : {
            parent: reference(
              'shortcut_category',
              'shortcuts/categories',
              categoryId(story.category),
            ),
          }),
    },
    links: { self: `/v1/shortcuts/${id}` },
  };
}

/** Draft.js raw content: a block per line, a placeholder as an entity over a readable label. */
function rawContent(text: string): { blocks: unknown[]; entityMap: Record<string, unknown> } {
  const entityMap: Record<string, unknown> = {};
  const blocks = text.split('\n').map((line, index) => {
    const entityRanges: { offset: number; length: number; key: number }[] = [];
    let written = '';
    for (const piece of line.split(/(\{\{[\w.]+\}\})/)) {
      const label = labels[piece];
      if (label !== undefined) {
        const key = Object.keys(entityMap).length;
        const data = { key: piece.slice(2, -2), fallbackText: 'there' };
        entityMap[String(key)] = { type: 'PLACEHOLDER', mutability: 'IMMUTABLE', data };
        entityRanges.push({ offset: written.length, length: label.length, key });
      }
      written += label ?? piece;
    }
    return {
      key: hexId(`${text}/${index}`, 5),
      text: written,
      type: 'unstyled',
      depth: 0,
      inlineStyleRanges: [],
      entityRanges,
      data: {},
    };
  });
  return { blocks, entityMap };
}
