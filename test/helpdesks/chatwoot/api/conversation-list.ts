import { lastActivityOf } from '../shapes/conversation';
import type { Conversation } from '../tables';
import { type ApiContext, seesInbox, userOf } from './context';
import { isLike, likePattern } from './matching';

/** Conversations of the caller's inboxes that fit the list's parameters, but for `assignee_type`. */
export function listedConversations(c: ApiContext): Conversation[] {
  const text = c.req.query('q');
  const status = c.req.query('status') ?? 'open';
  const labels = c.req.queries('labels[]') ?? [];
  const inboxId = c.req.query('inbox_id');
  const teamId = c.req.query('team_id');
  const within = c.req.query('updated_within');
  const since = within === undefined ? 0 : c.get('world').now() - Number(within) * 1000;
  return c
    .get('account')
    .conversations.filter(
      (one) =>
        seesInbox(c, one.inboxId) &&
        (text === undefined ? status === 'all' || one.status === status : holdsText(one, text)) &&
        (inboxId === undefined || String(one.inboxId) === inboxId) &&
        (teamId === undefined || String(one.teamId) === teamId) &&
        labels.every((label) => one.labels.includes(label)) &&
        lastActivityOf(one) >= since,
    );
}

/** Narrows to `me`, `unassigned`, `assigned` or all. */
export function byAssignee(c: ApiContext, rows: readonly Conversation[]): Conversation[] {
  const kind = c.req.query('assignee_type');
  const me = userOf(c).id;
  return rows.filter((one) => {
    if (kind === 'me') return one.assigneeId === me;
    if (kind === 'unassigned') return one.assigneeId === null;
    return kind !== 'assigned' || one.assigneeId !== null;
  });
}

/** The four counts of a list, over its rows before `assignee_type`. */
export function countsOf(c: ApiContext, rows: readonly Conversation[]): Record<string, number> {
  const me = userOf(c).id;
  const assigned = rows.filter((one) => one.assigneeId !== null).length;
  return {
    mine_count: rows.filter((one) => one.assigneeId === me).length,
    assigned_count: assigned,
    unassigned_count: rows.length - assigned,
    all_count: rows.length,
  };
}

const orders: Record<string, (one: Conversation) => number> = {
  last_activity_at: lastActivityOf,
  created_at: (one) => one.createdAt,
};

/** Sorts by `sort_by`; newest activity first when it is absent. */
export function sorted(c: ApiContext, rows: readonly Conversation[]): Conversation[] {
  const match = /^(.+)_(asc|desc)$/.exec(c.req.query('sort_by') ?? 'last_activity_at_desc');
  const value = orders[match?.[1] ?? ''] ?? lastActivityOf;
  const direction = match?.[2] === 'asc' ? 1 : -1;
  return [...rows].sort((one, other) => (value(one) - value(other)) * direction);
}

function holdsText(conversation: Conversation, text: string): boolean {
  const pattern = likePattern(text.trim());
  return conversation.messages.some((message) => isLike(message.content, pattern));
}
