import { hexId } from '../../world/ids';
import type { NamedRow, ShortcutRow } from './rows';
import { type ShortcutStory, shortcuts } from './shortcuts';

const madeAt = Date.UTC(2026, 0, 5, 10);

/** The text shown in the content for a placeholder, and the one used where its value is empty. */
const placeholders: Record<string, { label: string; fallback?: string }> = {
  '{{customer.firstName}}': { label: 'First name', fallback: 'there' },
  '{{currentUser.displayName}}': { label: 'Your name' },
  '{{conversation.name}}': { label: 'Subject', fallback: 'there' },
};

/** The folders that the organisation's shortcuts are filed in. */
export function categoryRows(): NamedRow[] {
  const names = new Set(shortcuts.flatMap(({ category }) => category ?? []));
  return [...names].map((name) => ({ id: categoryId(name), name }));
}

/** Every shortcut of the organisation, deleted and disabled ones included. */
export function shortcutRows(): ShortcutRow[] {
  return shortcuts.map(rowOf);
}

function categoryId(name: string): string {
  return hexId(`kustomer/category/${name}`);
}

function rowOf(story: ShortcutStory): ShortcutRow {
  const teams = story.team === undefined ? [] : [hexId(`kustomer/team/${story.team}`)];
  const tags = { operator: 'append', value: story.tags };
  return {
    id: hexId(`kustomer/shortcut/${story.name}`),
    name: story.name,
    text: story.withoutMarkdown === true ? undefined : story.text,
    content: contentOfText(story.text),
    categoryId: story.category === undefined ? undefined : categoryId(story.category),
    userIds: [],
    teamIds: teams,
    attachmentIds: [],
    isPrivate: teams.length > 0,
    conversation: story.tags === undefined ? { custom: {} } : { custom: {}, tags },
    deleted: story.deleted ?? false,
    appDisabled: story.appDisabled ?? false,
    rev: 1,
    createdAt: madeAt,
    updatedAt: madeAt,
  };
}

/** Draft.js raw content: a block per line, a placeholder as an entity over a readable label. */
function contentOfText(text: string): { blocks: unknown[]; entityMap: Record<string, unknown> } {
  const entityMap: Record<string, unknown> = {};
  const blocks = text.split('\n').map((line, index) => {
    const entityRanges: { offset: number; length: number; key: number }[] = [];
    let written = '';
    for (const piece of line.split(/(\{\{[\w.]+\}\})/)) {
      const known = placeholders[piece];
      if (known !== undefined) {
        const key = Object.keys(entityMap).length;
        const fallback = known.fallback === undefined ? {} : { fallbackText: known.fallback };
        const data = { key: piece.slice(2, -2), ...fallback };
        entityMap[String(key)] = { type: 'PLACEHOLDER', mutability: 'IMMUTABLE', data };
        entityRanges.push({ offset: written.length, length: known.label.length, key });
      }
      written += known?.label ?? piece;
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
