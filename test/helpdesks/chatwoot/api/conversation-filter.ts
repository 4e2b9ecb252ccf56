import { lastActivityOf } from '../shapes/conversation';
import { atLeast } from '../switches';
import type { Account, Conversation } from '../tables';
import {
  type Condition,
  dateOperators,
  equalOperators,
  type FilterKeys,
  passes,
  presenceOperators,
  readConditions,
  textOperators,
} from './filter-grammar';

const keysOfEveryVersion: FilterKeys = {
  status: equalOperators,
  assignee_id: presenceOperators,
  inbox_id: equalOperators,
  team_id: presenceOperators,
  priority: equalOperators,
  display_id: textOperators,
  campaign_id: presenceOperators,
  labels: presenceOperators,
  browser_language: equalOperators,
  conversation_language: equalOperators,
  referer: textOperators,
  created_at: dateOperators,
  last_activity_at: dateOperators,
  mail_subject: textOperators,
};

/**
 * `POST conversations/filter`, newest activity first. All values of a condition count. The key
 * `contact_id` exists since 4.14.2; before, it is a 422 like any unknown key.
 */
export function filterConversations(
  account: Account,
  body: Record<string, unknown>,
  version: string,
): Conversation[] {
  const keys = atLeast(version, '4.14.2')
    ? { ...keysOfEveryVersion, contact_id: equalOperators }
    : keysOfEveryVersion;
  const conditions = readConditions(body, keys);
  return account.conversations
    .filter((conversation) => passes(conditions, (condition) => holds(condition, conversation)))
    .sort((one, other) => lastActivityOf(other) - lastActivityOf(one));
}

function holds(condition: Condition, conversation: Conversation): boolean {
  const { key, operator } = condition;
  const wanted = condition.values.map((value) => String(value).toLowerCase());
  if (key === 'status' && wanted.includes('all')) return operator === 'equal_to';
  if (key === 'created_at') return compareDates(condition, conversation.createdAt);
  if (key === 'last_activity_at') return compareDates(condition, lastActivityOf(conversation));
  const values = actualValues(key, conversation);
  switch (operator) {
    case 'equal_to':
      return values.some((value) => wanted.includes(value));
    case 'not_equal_to':
      return !values.some((value) => wanted.includes(value));
    case 'contains':
      return values.some((value) => wanted.some((part) => value.includes(part)));
    case 'does_not_contain':
      return !values.some((value) => wanted.some((part) => value.includes(part)));
    case 'is_present':
      return values.length > 0;
    default:
      return values.length === 0;
  }
}

function actualValues(key: string, conversation: Conversation): string[] {
  const columns: Record<string, unknown> = {
    status: conversation.status,
    assignee_id: conversation.assigneeId,
    inbox_id: conversation.inboxId,
    team_id: conversation.teamId,
    contact_id: conversation.contactId,
    priority: conversation.priority,
    display_id: conversation.displayId,
    mail_subject: conversation.additional.mail_subject,
    referer: conversation.additional.referer,
    browser_language: conversation.additional.browser_language,
    conversation_language: conversation.additional.conversation_language,
  };
  if (key === 'labels') return conversation.labels.map((label) => label.toLowerCase());
  const value = columns[key];
  return value === null || value === undefined ? [] : [String(value).toLowerCase()];
}

function compareDates(condition: Condition, at: number): boolean {
  const value = String(condition.values[0]);
  if (condition.operator === 'days_before') return at < Date.now() - Number(value) * 86_400_000;
  const limit = Date.parse(value);
  return condition.operator === 'is_greater_than' ? at > limit : at < limit;
}
