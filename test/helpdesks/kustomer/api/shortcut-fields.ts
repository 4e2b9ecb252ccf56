import type { ShortcutRow } from '../data/rows';

/** A shortcut with nothing written yet. */
export const emptyShortcut: ShortcutRow = {
  id: '',
  name: '',
  text: undefined,
  content: undefined,
  categoryId: undefined,
  userIds: [],
  teamIds: [],
  attachmentIds: [],
  isPrivate: false,
  conversation: { custom: {} },
  deleted: false,
  appDisabled: false,
  rev: 0,
  createdAt: 0,
  updatedAt: 0,
};

/** The fields that no request changes. */
export function unwritable({ id, rev, createdAt, updatedAt }: ShortcutRow) {
  return { id, rev, createdAt, updatedAt };
}

/** The row with the fields of a request; fields it does not name stay. */
export function withFields(row: ShortcutRow, fields: Record<string, unknown>): ShortcutRow {
  return {
    ...row,
    name: typeof fields.name === 'string' ? fields.name.trim() : row.name,
    text: textIn(fields.draft) ?? ('draft' in fields ? undefined : row.text),
    content: 'payload' in fields ? contentIn(fields.payload) : row.content,
    categoryId: typeof fields.parent === 'string' ? fields.parent : row.categoryId,
    userIds: idsIn(fields.accessUsers) ?? row.userIds,
    teamIds: idsIn(fields.accessTeams) ?? row.teamIds,
    attachmentIds: idsIn(fields.attachments) ?? row.attachmentIds,
    isPrivate: typeof fields.isPrivate === 'boolean' ? fields.isPrivate : row.isPrivate,
    appDisabled: typeof fields.appDisabled === 'boolean' ? fields.appDisabled : row.appDisabled,
    conversation: 'conversation' in fields ? fields.conversation : row.conversation,
  };
}

function textIn(draft: unknown): string | undefined {
  const isOne = typeof draft === 'object' && draft !== null && 'text' in draft;
  return isOne && typeof draft.text === 'string' && draft.text !== '' ? draft.text : undefined;
}

/** Raw Draft.js content: anything else is refused as not being that. */
function contentIn(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null || !('text' in payload)) return undefined;
  const { text } = payload;
  const isContent = typeof text === 'object' && text !== null && 'blocks' in text;
  return isContent && 'entityMap' in text && Array.isArray(text.blocks) ? text : undefined;
}

function idsIn(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.filter((each): each is string => typeof each === 'string');
}
