import { meteorId } from '../world/ids';
import type { World } from '../world/types';
import type { Agent, Client, Message } from './records';
import { tellAgents, tellClient } from './story';

/** What the emulated Chatra knows; changed by its API and its page, and restored by `reset`. */
export class ChatraData {
  agents: Agent[] = [];
  clients: Client[] = [];
  readonly #world: World;
  readonly #byPerson = new Map<string, Client[]>();
  #added = 0;

  constructor(world: World) {
    this.#world = world;
    this.reset();
  }

  reset(): void {
    this.#byPerson.clear();
    this.#added = 0;
    this.agents = tellAgents(this.#world);
    for (const person of this.#world.people) {
      const clients = (person.chatra ?? []).map((record, index) =>
        tellClient(this.#world, this.agents, `${person.key}:${index}`, record),
      );
      this.#byPerson.set(person.key, clients);
    }
    this.clients = [...this.#byPerson.values()].flat();
  }

  /** The client made from record `index` of this person; throws when the story has none. */
  ofPerson(personKey: string, index = 0): Client {
    const client = this.#byPerson.get(personKey)?.[index];
    if (client === undefined) throw new Error(`no Chatra record ${index} of ${personKey}`);
    return client;
  }

  byId(id: string): Client | undefined {
    return this.clients.find((client) => client.id === id);
  }

  byChatId(chatId: string): Client | undefined {
    return this.clients.find((client) => client.chatId === chatId);
  }

  /** Newest message first, as the agent app lists conversations. */
  newestFirst(): Client[] {
    return [...this.clients].sort(
      (one, other) => (other.messages.at(-1)?.at ?? 0) - (one.messages.at(-1)?.at ?? 0),
    );
  }

  /** A message of the API, with its client; internal notes and system lines are not in the API. */
  findMessage(id: string): { client: Client; message: Message } | undefined {
    for (const client of this.clients) {
      const message = client.messages.find((each) => each.id === id);
      if (message !== undefined && !message.note && message.type !== 'system')
        return { client, message };
    }
    return undefined;
  }

  /** Adds a message said now and returns it. */
  say(client: Client, message: Omit<Message, 'id' | 'at'>): Message {
    this.#added += 1;
    const said = { ...message, id: meteorId(`chatra:added:${this.#added}`), at: Date.now() };
    client.messages.push(said);
    return said;
  }

  /** The agent with this address, made up on the spot when there is none. */
  agentByEmail(email: string, name: string): Agent {
    const known = this.agents.find((agent) => agent.email === email);
    if (known !== undefined) return known;
    const dummy = { id: meteorId(`chatra:dummy:${email}`), name, email };
    this.agents.push(dummy);
    return dummy;
  }
}
