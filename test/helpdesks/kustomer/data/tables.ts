import type { StoryRecord, World } from '../../world/types';
import { historyOf } from './histories';
import { companyId, customerOf, mergedId, sharedAddresses, tagId, usersOf } from './people';
import type { CustomerRow, Tables } from './rows';
import { categoryRows, shortcutRows } from './shortcut-rows';
import { Table } from './table';

/** Kustomer's tables for the people of this world; the same world gives the same ids. */
export function tablesOf(world: World): Tables {
  const tables: Tables = {
    users: new Table(),
    customers: new Table(),
    conversations: new Table((row) => [row.customerId]),
    messages: new Table((row) => [row.customerId, row.conversationId]),
    notes: new Table((row) => [row.customerId, row.conversationId]),
    tags: new Table(),
    companies: new Table(),
    shortcuts: new Table(),
    shortcutCategories: new Table(),
    merged: new Map(),
  };
  for (const user of usersOf(world.agents)) tables.users.add(user);
  for (const row of categoryRows()) tables.shortcutCategories.add(row);
  for (const row of shortcutRows()) tables.shortcuts.add(row);
  const shared = sharedAddresses(world);
  for (const person of world.people) {
    for (const [record, story] of (person.kustomer ?? []).entries()) {
      const customer = customerOf(world, { person: person.key, record }, story, shared);
      addCustomer(tables, world, customer, story);
    }
  }
  return tables;
}

function addCustomer(
  tables: Tables,
  world: World,
  customer: CustomerRow,
  story: StoryRecord,
): void {
  tables.customers.add(customer);
  tables.merged.set(mergedId(customer.person, customer.record), customer.id);
  if (story.company !== undefined) {
    tables.companies.add({ id: companyId(story.company), name: story.company });
  }
  for (const tag of story.tags ?? []) tables.tags.add({ id: tagId(tag), name: tag });
  for (const [position, conversation] of story.conversations.entries()) {
    for (const label of conversation.labels ?? []) {
      tables.tags.add({ id: tagId(label), name: label });
    }
    addHistory(tables, historyOf(world, customer, conversation, position));
  }
}

function addHistory(tables: Tables, history: ReturnType<typeof historyOf>): void {
  tables.conversations.add(history.conversation);
  for (const message of history.messages) tables.messages.add(message);
  for (const note of history.notes) tables.notes.add(note);
}

/** Epoch ms of the last thing that happened in a conversation. */
export function lastActivity(tables: Tables, conversationId: string): number {
  const created = tables.conversations.get(conversationId)?.createdAt ?? 0;
  const messages = tables.messages.of(conversationId).map((message) => message.at);
  const notes = tables.notes.of(conversationId).map((note) => note.updatedAt);
  return [...messages, ...notes].reduce((last, at) => Math.max(last, at), created);
}

/** A customer's conversations, the most recently active first. */
export function newestConversations(tables: Tables, customer: CustomerRow) {
  return tables.conversations
    .of(customer.id)
    .map((conversation) => ({ conversation, at: lastActivity(tables, conversation.id) }))
    .sort((a, b) => b.at - a.at);
}
