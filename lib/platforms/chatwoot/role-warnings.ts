import type { AccountShape } from './schemas';

/**
 * What the owner's role hides from this product, in words for a person. An administrator sees
 * everything; an agent only conversations of inboxes (s)he is a member of (since Chatwoot 4.1.0);
 * a custom role is told by its permissions. Contacts are visible to every role.
 */
export function roleWarnings(account: AccountShape): string[] {
  const permissions = Array.isArray(account.permissions) ? account.permissions : [];
  if (account.role === 'administrator' || permissions.includes('administrator')) return [];
  if (!permissions.includes('custom_role')) {
    return ['As an agent you see only conversations of your own inboxes here.'];
  }
  if (permissions.includes('conversation_manage')) {
    return ['Your role shows only conversations of your own inboxes.'];
  }
  if (permissions.includes('conversation_unassigned_manage')) {
    return ['Your role shows only conversations that are unassigned or assigned to you.'];
  }
  if (permissions.includes('conversation_participating_manage')) {
    return ['Your role shows only conversations that are assigned to you.'];
  }
  return ['Your role does not show any conversations; ask an administrator for the right.'];
}
