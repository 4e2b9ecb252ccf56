import { clientId, meteorId } from '../world/ids';
import type { StoryConversation, StoryMessage, StoryRecord, World } from '../world/types';
import type { Agent, Client, Message } from './records';

const minute = 60_000;

/** The world's agents as Chatra's. */
export function tellAgents(world: World): Agent[] {
  return world.agents.map((agent) => ({
    id: agentId(agent.key),
    name: agent.name,
    email: agent.email,
  }));
}

function agentId(key: string): string {
  return meteorId(`chatra:agent:${key}`);
}

/** The Chatra client made from a record of the world. `seed` names the record. */
export function tellClient(
  world: World,
  agents: Agent[],
  seed: string,
  record: StoryRecord,
): Client {
  const integration = siteData(record);
  const client: Client = {
    id: record.externalId ?? clientId(`chatra:${seed}`),
    chatId: meteorId(`chatra:chat:${seed}`),
    displayedName: record.name ?? labelFor(seed, record),
    basic: {},
    integration,
    messages: tellMessages(world, agents, seed, record.conversations),
  };
  for (const key of ['name', 'email', 'phone', 'notes'] as const) {
    const value = record[key];
    if (value !== undefined) client.basic[key] = value;
  }
  for (const key of ['city', 'country', 'language'] as const) {
    const value = record[key];
    if (value !== undefined) client[key] = value;
  }
  return client;
}

/** A site that passes something of its own passes name and e-mail along with it. */
function siteData(record: StoryRecord): Record<string, string> {
  const own = {
    ...record.custom,
    ...(record.company === undefined ? {} : { Company: record.company }),
  };
  if (Object.keys(own).length === 0 && record.externalId === undefined) return {};
  return {
    ...(record.name === undefined ? {} : { name: record.name }),
    ...(record.email === undefined ? {} : { email: record.email }),
    ...own,
  };
}

/** Chatra makes up a label for those who gave no name. */
function labelFor(seed: string, record: StoryRecord): string {
  const number = [...seed].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 1000);
  return `${record.city ?? 'Visitor'} #${number}`;
}

/** All conversations of the record in one, since a client has one continuous chat. */
function tellMessages(
  world: World,
  agents: Agent[],
  seed: string,
  conversations: StoryConversation[],
): Message[] {
  const told = conversations.flatMap((conversation, index) =>
    conversation.messages
      .filter((message) => !message.deleted)
      .flatMap((message, place) => {
        const key = `chatra:message:${seed}:${index}:${place}`;
        const base = tellMessage(world, agents, key, message, conversation.channel);
        return withFiles(base, message);
      }),
  );
  return told.sort((one, other) => one.at - other.at);
}

const types = { customer: 'client', agent: 'agent', bot: 'agent', system: 'system' } as const;

function tellMessage(
  world: World,
  agents: Agent[],
  key: string,
  message: StoryMessage,
  channel: string,
): Message {
  const author = agents.find((agent) => agent.id === agentId(message.agent ?? ''));
  return {
    id: meteorId(key),
    type: types[message.from],
    text: message.text,
    at: Math.round(world.now - message.ago * minute),
    ...(author === undefined ? {} : { agentId: author.id, agentName: author.name }),
    ...(message.from === 'bot' ? { agentName: 'Chatbot', isBot: true } : {}),
    ...(message.note ? { note: true } : {}),
    ...(message.edited ? { edited: true } : {}),
    ...(channel === 'email' ? { email: true } : {}),
  };
}

/** Each file is a message of its own, whose text is the file's name. */
function withFiles(base: Message, message: StoryMessage): Message[] {
  const files = (message.attachments ?? []).map((file, index) => ({
    ...base,
    id: meteorId(`${base.id}:file:${index}`),
    text: file.name,
    file: { name: file.name, size: file.size, mime: file.mime },
  }));
  return message.text === '' ? files : [base, ...files];
}
