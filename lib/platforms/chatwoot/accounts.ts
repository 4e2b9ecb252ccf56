import { t } from '@lingui/core/macro';
import { formatList } from '../../text/format-list';
import { ConnectionProblem } from '../contract/api';
import type { ChatwootAccount } from './schemas';

/**
 * Sorts the accounts that the key opens: the one to use first, which is `chosen` or else the one in which
 * the key's owner was last `active`. Suspended accounts are left out; they answer every call with 401.
 * Throws `ConnectionProblem` when the chosen account, or every account, is closed.
 */
export function chooseAccount(
  memberships: readonly ChatwootAccount[],
  chosen: string | undefined,
  active: unknown,
): [ChatwootAccount, ...ChatwootAccount[]] {
  const open = memberships.filter((account) => account.status !== 'suspended');
  const wanted = chosen ?? String(active);
  const first = open.find((account) => account.id === wanted);
  if (chosen !== undefined && first === undefined) throw closedAccount(chosen, memberships, open);
  const use = first ?? open[0];
  if (use === undefined) throw noOpenAccount(memberships);
  return [use, ...open.filter((account) => account !== use)];
}

function closedAccount(
  chosen: string,
  memberships: readonly ChatwootAccount[],
  open: readonly ChatwootAccount[],
): ConnectionProblem {
  if (memberships.some((account) => account.id === chosen)) {
    return new ConnectionProblem(
      'missing-right',
      t`Account ${chosen} is suspended in Chatwoot. Its administrator can ask to have it reopened.`,
    );
  }
  if (open.length === 0) return noOpenAccount(memberships);
  const accounts = formatList(
    open.map(({ id, name }) => (name === undefined ? id : `${id} (${name})`)),
  );
  return new ConnectionProblem(
    'other-account',
    t`This access token does not give access to account ${chosen}. It gives access to: ${accounts}.`,
  );
}

function noOpenAccount(memberships: readonly ChatwootAccount[]): ConnectionProblem {
  return new ConnectionProblem(
    'missing-right',
    memberships.length === 0
      ? t`The owner of this access token is not a member of any account.`
      : t`All accounts of this access token are suspended in Chatwoot.`,
  );
}

/**
 * What the owner's role hides from this product, in words for a person. An administrator sees everything;
 * an agent only conversations of inboxes that the agent is a member of (since Chatwoot 4.1.0); a custom
 * role is described by its permissions. Contacts are visible to every role.
 */
export function roleWarnings(account: ChatwootAccount): string[] {
  const permissions = Array.isArray(account.permissions) ? account.permissions : [];
  if (account.role === 'administrator' || permissions.includes('administrator')) return [];
  if (!permissions.includes('custom_role')) {
    return [t`As an agent, you only see conversations from your own inboxes here.`];
  }
  if (permissions.includes('conversation_manage')) {
    return [t`Your role only shows conversations from your own inboxes.`];
  }
  if (permissions.includes('conversation_unassigned_manage')) {
    return [t`Your role only shows conversations that are unassigned or assigned to you.`];
  }
  if (permissions.includes('conversation_participating_manage')) {
    return [t`Your role only shows conversations that are assigned to you.`];
  }
  return [t`Your role does not show any conversations. Ask an administrator for permission.`];
}
