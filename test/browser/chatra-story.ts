import type { ChatraEmulator } from '../helpdesks/chatra/emulator';
import type { Client, Message } from '../helpdesks/chatra/records';

/** What a capture of this client's conversation has to contain, oldest first, without system lines. */
export function toldInChat({ messages }: Pick<Client, 'messages'>): string[] {
  return messages.filter((each) => each.type !== 'system').map((each) => plain(each.text));
}

/** Adds earlier messages to a person's one conversation, up to `total`, many of them with the same words. */
export function lengthen(chatra: ChatraEmulator, personKey: string, total: number): Client {
  const client = chatra.data.ofPerson(personKey);
  const oldest = Math.min(...client.messages.map((each) => each.at));
  const missing = total - toldInChat(client).length;
  const older = Array.from({ length: missing }, (_none, index): Message => {
    const ago = (missing - index) * 3 * 60_000;
    return olderMessage(index, oldest - 24 * 60 * 60_000 - ago);
  });
  client.messages.unshift(...older);
  return client;
}

const words = ['ok', 'Where is my order?', 'ok', 'One moment please', 'Thank you!', '👍'];

function olderMessage(index: number, at: number): Message {
  const text = words[index % words.length] ?? 'ok';
  // 17 characters like the app's ids, none of them easily mistaken for another.
  const id = `old${String(index).padStart(14, 'x')}`;
  const base = { id, text: index % 4 === 0 ? `${text} (${index})` : text, at };
  if (index % 3 !== 1) return { ...base, type: 'client' };
  const agent = { agentId: 'a', agentName: index % 2 === 0 ? 'Priya' : 'Viktor' };
  return { ...base, ...agent, type: 'agent', ...(index % 5 === 0 ? { note: true } : {}) };
}

/** Text in the form in which it is compared: on one line. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
