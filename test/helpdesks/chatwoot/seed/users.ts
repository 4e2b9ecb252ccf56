import type { StoryAgent } from '../../world/types';
import type { Membership, User } from '../tables';
import { tokens } from '../tokens';
import { inboxIdFor } from './inboxes';

const substitute: StoryAgent = {
  key: 'substitute',
  name: 'Robin Hale',
  email: 'robin.hale@acme-outdoor.example',
};

/**
 * The people who work in one installation: the first agent of the world is administrator of every account,
 * the second an agent with two inboxes, the others agents with all inboxes. Agents who have left stay users
 * (old messages name them) without a membership.
 */
export function createUsers(agents: readonly StoryAgent[], accountIds: readonly number[]): User[] {
  const present = agents.filter((agent) => agent.left !== true);
  const admin = present[0] ?? substitute;
  const limited = present[1] ?? { ...substitute, key: 'substitute-2', name: 'Jo Limited' };
  const everybody = [admin, limited, ...agents.filter((one) => one !== admin && one !== limited)];
  return everybody.map((agent, index) => ({
    id: index + 1,
    name: agent.name,
    email: agent.email,
    accessToken: tokenOf(index, agent.key),
    signedOut: false,
    memberships: agent.left === true ? [] : memberships(index, accountIds),
  }));
}

/** A user who is not in the world, for keys that are valid in one place only. */
export function createOutsider(
  name: string,
  email: string,
  accessToken: string,
  accountId: number,
): User {
  return {
    id: 900 + accountId,
    name,
    email,
    accessToken,
    signedOut: false,
    memberships: [{ accountId, role: 'administrator', inboxIds: [] }],
  };
}

/** Position of a world agent's user id, by key. */
export function userIds(
  agents: readonly StoryAgent[],
  users: readonly User[],
): Map<string, number> {
  const ids = new Map<string, number>();
  for (const agent of agents) {
    const user = users.find((candidate) => candidate.email === agent.email);
    if (user !== undefined) ids.set(agent.key, user.id);
  }
  return ids;
}

function tokenOf(index: number, key: string): string {
  if (index === 0) return tokens.admin;
  return index === 1 ? tokens.agent : `cw-${key}-token-for-tests`;
}

function memberships(index: number, accountIds: readonly number[]): Membership[] {
  if (index === 0) {
    return accountIds.map((accountId) => ({ accountId, role: 'administrator', inboxIds: [] }));
  }
  const channels =
    index === 1 ? ['chat', 'whatsapp'] : ['chat', 'email', 'whatsapp', 'sms', 'facebook', 'api'];
  return [
    {
      accountId: 1,
      role: 'agent',
      inboxIds: channels.map((channel) => inboxIdFor(1, channel)),
    },
  ];
}
