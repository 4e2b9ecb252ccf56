import type { Account, AgentBot, Contact, Installation, User } from '../tables';

/** The agent shape of `GET agents` and of a conversation's `meta.assignee`. */
export function agentShape(user: User, accountId: number): Record<string, unknown> {
  const membership = user.memberships.find((candidate) => candidate.accountId === accountId);
  return {
    id: user.id,
    account_id: accountId,
    availability_status: 'online',
    auto_offline: true,
    confirmed: true,
    email: user.email,
    provider: 'email',
    available_name: user.name,
    name: user.name,
    role: membership?.role ?? 'agent',
    thumbnail: '',
    custom_role_id: null,
  };
}

/** A user as sender of a message. */
export function userSender(user: User): Record<string, unknown> {
  return {
    id: user.id,
    name: user.name,
    available_name: user.name,
    avatar_url: '',
    type: 'user',
    availability_status: 'online',
    thumbnail: '',
  };
}

/** An agent bot as sender of a message. */
export function botSender(bot: AgentBot): Record<string, unknown> {
  return { id: bot.id, name: bot.name, avatar_url: '', type: 'agent_bot' };
}

/** A contact as sender of a message, and in the `meta` of a list of messages. */
export function contactSender(contact: Contact): Record<string, unknown> {
  return {
    additional_attributes: contact.additional,
    custom_attributes: contact.custom,
    email: contact.email,
    id: contact.id,
    identifier: contact.identifier,
    name: contact.name,
    phone_number: contact.phoneNumber,
    thumbnail: '',
    blocked: contact.blocked,
    type: 'contact',
  };
}

/** `GET /api/v1/profile` (and the `data` of a sign-in): a bare object that contains the API key. */
export function profileShape(
  user: User,
  installation: Installation,
  options: { sendKey: string; suspended: readonly number[] },
): Record<string, unknown> {
  const accounts = user.memberships.flatMap((membership) => {
    const account = installation.accounts.find((one) => one.id === membership.accountId);
    return account === undefined ? [] : [membershipShape(account, membership.role, options)];
  });
  return {
    access_token: user.accessToken,
    account_id: user.memberships[0]?.accountId ?? null,
    available_name: user.name,
    avatar_url: '',
    confirmed: true,
    display_name: null,
    message_signature: null,
    email: user.email,
    id: user.id,
    inviter_id: null,
    name: user.name,
    provider: 'email',
    pubsub_token: `pubsub-${user.id}`,
    role: user.memberships[0]?.role ?? 'agent',
    ui_settings: { editor_message_key: options.sendKey, is_contact_sidebar_open: true },
    uid: user.email,
    type: null,
    accounts,
  };
}

function membershipShape(
  account: Account,
  role: string,
  options: { suspended: readonly number[] },
): Record<string, unknown> {
  return {
    id: account.id,
    name: account.name,
    status: options.suspended.includes(account.id) ? 'suspended' : 'active',
    onboarding_step: null,
    active_at: null,
    role,
    permissions: [role],
    availability: 'online',
    availability_status: 'online',
    auto_offline: true,
    custom_role_id: null,
    custom_role: null,
  };
}
