import { paneOptions } from '../../core/panes';
import { sessionHeaders } from '../api/session';
import type { DeskView, ListEntry } from '../page/view';
import { inOrderOfTime, lastActivityOf, unreadCount } from '../shapes/conversation';
import type { ChatwootSwitches } from '../switches';
import type { Account, Conversation, Installation, User } from '../tables';

/** Lists and settings of the dashboard, as the signed-in administrator sees them. */
export function deskView(
  account: Account,
  installation: Installation,
  switches: ChatwootSwitches,
  now: number,
): DeskView {
  const user = signedInUser(installation);
  const conversations = [...account.conversations]
    .sort((one, other) => lastActivityOf(other) - lastActivityOf(one))
    .map((conversation) => listEntry(conversation, account, installation));
  return {
    accountId: account.id,
    accountName: account.name,
    agentName: user.name,
    sendKey: switches.sendKey,
    editorMenu: switches.editorMenu,
    panes: paneOptions(switches),
    session: sessionHeaders(user, now),
    inboxes: account.inboxes.map(({ id, name, channelType }) => ({ id, name, channelType })),
    labels: account.labels.map(({ title, color }) => ({ title, color })),
    teams: account.teams.map(({ id, name }) => ({ id, name })),
    conversations,
    contacts: account.contacts
      .map((contact) => ({
        id: contact.id,
        name: contact.name,
        detail: contact.email ?? contact.phoneNumber ?? '',
      }))
      .sort((one, other) => one.name.localeCompare(other.name)),
  };
}

/** One row of a list of conversations. */
export function listEntry(
  conversation: Conversation,
  account: Account,
  installation: Installation,
): ListEntry {
  const contact = account.contacts.find((one) => one.id === conversation.contactId);
  const inbox = account.inboxes.find((one) => one.id === conversation.inboxId);
  const newest = inOrderOfTime(conversation.messages).findLast(({ type }) => type !== 'activity');
  const assignee = installation.users.find((one) => one.id === conversation.assigneeId);
  return {
    id: conversation.displayId,
    contactName: contact?.name ?? '',
    inboxId: conversation.inboxId,
    inboxName: inbox?.name ?? '',
    channelType: inbox?.channelType ?? '',
    status: conversation.status,
    mine: assignee !== undefined && assignee === signedInUser(installation),
    teamId: conversation.teamId,
    assignee: assignee?.name ?? null,
    labels: conversation.labels,
    preview: (newest?.content ?? (newest === undefined ? '' : 'Attachment')).slice(0, 200),
    previewIsOurs: newest !== undefined && newest.type !== 'incoming',
    previewIsNote: newest?.private === true,
    lastActivityAt: lastActivityOf(conversation),
    unread: unreadCount(conversation),
  };
}

/** The person whose browser the page runs in: the installation's first user. */
export function signedInUser(installation: Installation): User {
  const [user] = installation.users;
  if (user === undefined) throw new Error(`${installation.host} has no users`);
  return user;
}
