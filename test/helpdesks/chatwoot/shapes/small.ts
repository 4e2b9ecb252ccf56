import type { Account, CannedResponse, Installation, Note } from '../tables';
import { agentShape } from './people';
import { seconds } from './time';

/** A contact note. `account_id` and `contact_id` come out as null, a slip of the real template. */
export function noteShape(
  note: Note,
  account: Account,
  installation: Installation,
): Record<string, unknown> {
  const user = installation.users.find((candidate) => candidate.id === note.userId);
  return {
    id: note.id,
    content: note.content,
    account_id: null,
    contact_id: null,
    ...(user === undefined ? {} : { user: agentShape(user, account.id) }),
    created_at: seconds(note.createdAt),
    updated_at: seconds(note.updatedAt),
  };
}

/** A canned response as plain model JSON: times are ISO strings here. */
export function cannedResponseShape(
  response: CannedResponse,
  accountId: number,
): Record<string, unknown> {
  return {
    id: response.id,
    account_id: accountId,
    short_code: response.shortCode,
    content: response.content,
    created_at: new Date(response.createdAt).toISOString(),
    updated_at: new Date(response.updatedAt).toISOString(),
  };
}

/** A label of the account. */
export function labelShape(label: Account['labels'][number]): Record<string, unknown> {
  return {
    id: label.id,
    title: label.title,
    description: null,
    color: label.color,
    show_on_sidebar: true,
  };
}

/** The definition that makes a custom attribute visible in the dashboard's sidebar. */
export function attributeShape(definition: Account['attributes'][number]): Record<string, unknown> {
  return {
    id: definition.id,
    attribute_display_name: definition.name,
    attribute_display_type: 'text',
    attribute_description: null,
    attribute_key: definition.key,
    regex_pattern: null,
    regex_cue: null,
    attribute_values: [],
    attribute_model: 'contact_attribute',
    default_value: null,
    created_at: '2026-01-05T09:00:00.000Z',
    updated_at: '2026-01-05T09:00:00.000Z',
  };
}
