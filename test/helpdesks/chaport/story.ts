import { hexId, uuid } from '../world/ids';
import type { StoryConversation, StoryMessage, StoryRecord, World } from '../world/types';
import type { Chat, ChatEvent, Operator, Visitor } from './records';

const minute = 60_000;

/** The id that Chaport gives the agent with this key in the world's stories. */
export function operatorId(agentKey: string): string {
  return hexId(`chaport:operator:${agentKey}`);
}

/** The world's agents as operators, including those who have left. */
export function tellOperators(world: World): Operator[] {
  return world.agents.map((agent) => ({
    id: operatorId(agent.key),
    name: agent.name,
    email: agent.email,
    deleted: agent.left ?? false,
  }));
}

/** The Chaport visitor made from a record of the world. `seed` names the record. */
export function tellVisitor(world: World, seed: string, record: StoryRecord): Visitor {
  const visitor: Visitor = {
    id: hexId(`chaport:${seed}`),
    webId: uuid(`chaport:${seed}`),
    custom: {
      ...(record.company === undefined ? {} : { company: record.company }),
      ...record.custom,
    },
    utm: {},
    chats: tellChats(world, seed, record.conversations),
  };
  for (const key of ['name', 'email', 'phone', 'notes', 'city', 'country', 'language'] as const) {
    const value = record[key];
    if (value !== undefined) visitor[key] = value;
  }
  return visitor;
}

function tellChats(world: World, seed: string, conversations: StoryConversation[]): Chat[] {
  const chats: Chat[] = [];
  for (const [index, conversation] of conversations.entries()) {
    const events = tellEvents(world, `${seed}:${index}`, conversation.messages);
    const first = events[0];
    if (first === undefined) continue;
    let id = first.at;
    while (chats.some((chat) => chat.id === id)) id += 1;
    chats.push({
      id,
      stage: stageOf(conversation),
      operators: conversation.assignee === undefined ? [] : [operatorId(conversation.assignee)],
      missed: !conversation.messages.some((message) => message.from === 'agent'),
      events,
    });
  }
  return chats.sort((one, other) => other.id - one.id);
}

function stageOf(conversation: StoryConversation): string {
  if (conversation.status === 'resolved') return 'closed';
  const answered = conversation.messages.some((message) => message.from === 'agent');
  if (!answered) return 'initiated';
  return conversation.status === 'open' ? 'engaged' : 'responded';
}

/** Chaport has no internal notes in a chat, and a deleted message is gone. */
function tellEvents(world: World, seed: string, messages: StoryMessage[]): ChatEvent[] {
  const shown = messages
    .filter((message) => !message.note && !message.deleted)
    .sort((one, other) => other.ago - one.ago);
  const events = shown.flatMap((message, index) => {
    const at = Math.round(world.now - message.ago * minute);
    return tellMessage(`${seed}:${index}`, at, message);
  });
  const first = events[0];
  if (first === undefined) return [];
  const opened = event(`${seed}:opened`, 'opened-page', first.at, {
    url: 'https://shop.example.test/',
    title: 'Welcome',
  });
  return [opened, ...events];
}

const eventTypes = {
  customer: 'visitor-message',
  agent: 'operator-message',
  bot: 'trigger-message',
  system: 'chat-info',
} as const;

function tellMessage(seed: string, at: number, message: StoryMessage): ChatEvent[] {
  const author: Record<string, string> =
    message.agent === undefined ? {} : { operatorId: operatorId(message.agent) };
  const files = (message.attachments ?? []).map((file, index) =>
    event(`${seed}:file:${index}`, 'file', at, {
      ...author,
      name: file.name,
      mimeType: file.mime,
      size: file.size,
      url: `https://app.chaport.com/emulator/files/${encodeURIComponent(file.name)}`,
    }),
  );
  if (message.text === '') return files;
  const said = event(seed, eventTypes[message.from], at, { ...author, text: message.text });
  return [said, ...files];
}

function event(seed: string, type: string, at: number, params: ChatEvent['params']): ChatEvent {
  return { id: hexId(`chaport:event:${seed}`), type, at, params };
}
