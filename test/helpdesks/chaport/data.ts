import { hexId } from '../world/ids';
import type { World } from '../world/types';
import { type Chat, type ChatEvent, lastActivity, type Operator, type Visitor } from './records';
import { tellOperators, tellVisitor } from './story';

/** What the emulated Chaport knows; changed by its API and its page, and restored by `reset`. */
export class ChaportData {
  operators: Operator[] = [];
  visitors: Visitor[] = [];
  readonly #world: World;
  readonly #byPerson = new Map<string, Visitor[]>();
  #added = 0;

  /** `countsChats`: a visitor's chats are numbered from 1 instead of identified by times. */
  constructor(
    world: World,
    private readonly countsChats = false,
  ) {
    this.#world = world;
    this.reset();
  }

  reset(): void {
    this.#byPerson.clear();
    this.#added = 0;
    this.operators = tellOperators(this.#world);
    for (const person of this.#world.people) {
      const visitors = (person.chaport ?? []).map((record, index) =>
        tellVisitor(this.#world, `${person.key}:${index}`, record),
      );
      this.#byPerson.set(person.key, visitors);
    }
    this.visitors = [...this.#byPerson.values()].flat();
    if (!this.countsChats) return;
    for (const { chats } of this.visitors) {
      for (const [index, chat] of chats.entries()) chat.id = chats.length - index;
    }
  }

  /** The visitor made from record `index` of this person; throws when the story has none. */
  ofPerson(personKey: string, index = 0): Visitor {
    const visitor = this.#byPerson.get(personKey)?.[index];
    if (visitor === undefined) throw new Error(`no Chaport record ${index} of ${personKey}`);
    return visitor;
  }

  /** By the API's id only. */
  byRestId(id: string): Visitor | undefined {
    return this.visitors.find((visitor) => visitor.id === id);
  }

  /** By the id in the web app's address or by the API's. */
  byAnyId(id: string): Visitor | undefined {
    return this.visitors.find((visitor) => visitor.webId === id || visitor.id === id);
  }

  /** Most recent chat first, as Chaport lists visitors; those who never chatted come last. */
  newestFirst(): Visitor[] {
    const times = new Map(
      this.visitors.map((visitor) => {
        const [newest] = visitor.chats;
        return [visitor, newest === undefined ? 0 : lastActivity(newest)];
      }),
    );
    return [...this.visitors].sort((one, other) => (times.get(other) ?? 0) - (times.get(one) ?? 0));
  }

  /** Adds a message to the chat, said now, and returns its event. */
  say(chat: Chat, type: string, params: ChatEvent['params']): ChatEvent {
    this.#added += 1;
    const event = { id: hexId(`chaport:added:${this.#added}`), type, at: Date.now(), params };
    chat.events.push(event);
    return event;
  }

  /** The visitor's newest chat, started now when there was none. */
  newestChat(visitor: Visitor): Chat {
    const [newest] = visitor.chats;
    if (newest !== undefined) return newest;
    const started: Chat = {
      id: Date.now(),
      stage: 'initiated',
      operators: [],
      missed: false,
      events: [],
    };
    visitor.chats.unshift(started);
    return started;
  }
}
