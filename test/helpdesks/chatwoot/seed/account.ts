import type { StoryPerson, World } from '../../world/types';
import type { ChatwootSwitches } from '../switches';
import type { Account, Conversation, Note, User } from '../tables';
import { createCannedResponses } from './canned-responses';
import { createContact } from './contacts';
import { createConversation } from './conversations';
import { createInboxes } from './inboxes';
import { timesOfWriting } from './message-order';
import { userIds } from './users';

export interface AccountPlan {
  id: number;
  name: string;
  people: readonly StoryPerson[];
  users: readonly User[];
  botId: number;
  order: ChatwootSwitches['messageOrder'];
  nextId(): number;
}

const colors = ['#1F93FF', '#28AD21', '#E8618C', '#8F0F0F', '#B0591A', '#6554C0'];
const firstDisplayId = 101;

/**
 * One account with these people. Display ids count up from 101 in the order of creation, in every account
 * alike, so they overlap between accounts; message ids follow the order of writing throughout the account.
 */
export function createAccount(plan: AccountPlan, world: World): Account {
  const account: Account = {
    id: plan.id,
    name: plan.name,
    inboxes: createInboxes(plan.id),
    contacts: [],
    conversations: [],
    notes: [],
    cannedResponses: createCannedResponses(world.now - 90 * 86_400_000, plan.nextId),
    labels: [],
    teams: [],
    attributes: [],
  };
  const agentIds = userIds(world.agents, plan.users);
  for (const person of plan.people) addPerson(account, person, plan, world, agentIds);
  number(account.conversations, plan);
  account.labels = labelsOf(account.conversations);
  account.teams = [{ id: plan.id * 10 + 1, name: 'customer care', memberIds: [1] }];
  for (const conversation of account.conversations) {
    if (conversation.displayId % 4 === 0) conversation.teamId = plan.id * 10 + 1;
  }
  account.attributes = [
    ...new Set(account.contacts.flatMap((contact) => Object.keys(contact.custom))),
  ]
    .sort()
    .map((key, index) => ({ id: index + 1, key, name: key.replace(/_/g, ' ') }));
  return account;
}

function addPerson(
  account: Account,
  person: StoryPerson,
  plan: AccountPlan,
  world: World,
  agentIds: ReadonlyMap<string, number>,
): void {
  for (const [index, record] of (person.chatwoot ?? []).entries()) {
    const place = { id: plan.nextId(), personKey: person.key, record: index, now: world.now };
    const contact = createContact(record, place);
    account.contacts.push(contact);
    if (record.notes !== undefined)
      account.notes.push(noteOf(record.notes, contact.id, plan, world));
    for (const [position, story] of record.conversations.entries()) {
      account.conversations.push(
        createConversation(story, {
          accountId: account.id,
          now: world.now,
          record,
          contactId: contact.id,
          botId: plan.botId,
          userIdOf: (key) => agentIds.get(key),
          seed: `${plan.name} ${person.key} ${index} ${position}`,
        }),
      );
    }
  }
}

function noteOf(content: string, contactId: number, plan: AccountPlan, world: World): Note {
  const at = world.now - 7 * 86_400_000;
  return { id: plan.nextId(), contactId, userId: 1, content, createdAt: at, updatedAt: at };
}

function number(conversations: Conversation[], { nextId, order }: AccountPlan): void {
  conversations.sort((one, other) => one.createdAt - other.createdAt);
  for (const [index, conversation] of conversations.entries()) {
    conversation.displayId = firstDisplayId + index;
  }
  const written = conversations.flatMap(({ messages }) => timesOfWriting(messages, order));
  for (const { message } of written.sort((one, other) => one.at - other.at)) {
    message.id = nextId();
    for (const attachment of message.attachments) attachment.id = nextId();
  }
  for (const { messages } of conversations) messages.sort((one, other) => one.id - other.id);
}

function labelsOf(conversations: readonly Conversation[]): Account['labels'] {
  const titles = new Set(conversations.flatMap((conversation) => conversation.labels));
  return [...titles].sort().map((title, index) => ({
    id: index + 1,
    title,
    color: colors[index % colors.length] ?? '#1F93FF',
  }));
}
