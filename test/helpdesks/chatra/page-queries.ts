import { paneOptions } from '../core/panes';
import type { ChatraData } from './data';
import type { ListedContact, MessagePage, PageOptions, ShownConversation } from './page-data';
import type { Client, Message } from './records';
import type { ChatraSwitches } from './switches';

const longestList = 40;
/** Shown as fields of their own, not among what the site passed. */
const knownKeys = new Set(['name', 'email', 'phone', 'notes']);

/** The contacts of the account, newest message first. */
export function listContacts(data: ChatraData): ListedContact[] {
  return data
    .newestFirst()
    .slice(0, longestList)
    .flatMap((client) => {
      const last = client.messages.findLast(
        (message) => !message.note && message.type !== 'system',
      );
      if (last === undefined) return [];
      return {
        chatId: client.chatId,
        label: client.displayedName,
        preview: last.text.slice(0, 80),
        mine: last.type === 'agent',
        at: last.at,
        unread: last.type === 'client',
        place: placeOf(client),
      };
    });
}

/** The messages before the one with this id, or the newest; `atOnce` at most, oldest first. */
export function pageOfMessages(
  client: Client,
  { messagesAtOnce: atOnce, endless }: Pick<ChatraSwitches, 'messagesAtOnce' | 'endless'>,
  before: string | undefined,
): MessagePage {
  if (endless && client.messages[0]?.id === before) client.messages.unshift(...evenOlder(client));
  const index = client.messages.findIndex((message) => message.id === before);
  const end = index === -1 ? client.messages.length : index;
  const start = Math.max(0, end - atOnce);
  return { messages: client.messages.slice(start, end), hasOlder: start > 0 || endless };
}

/** The messages before the first one of a conversation that has no beginning. */
function evenOlder({ messages }: Client): Message[] {
  const [first] = messages;
  return Array.from({ length: 50 }, (_none, index) => ({
    id: `e${String(messages.length).padStart(7, 'x')}${String(index).padStart(9, 'x')}`,
    type: 'client' as const,
    text: `Long ago (${messages.length + 50 - index})`,
    at: (first?.at ?? 0) - (50 - index) * 60_000,
  }));
}

export function showConversation(
  client: Client,
  switches: Pick<ChatraSwitches, 'messagesAtOnce' | 'endless'>,
): ShownConversation {
  return {
    chatId: client.chatId,
    label: client.displayedName,
    details: client.basic,
    custom: Object.fromEntries(
      Object.entries(client.integration).filter(([key]) => !knownKeys.has(key)),
    ),
    place: placeOf(client),
    ...pageOfMessages(client, switches, undefined),
  };
}

export function pageOptions(switches: ChatraSwitches): PageOptions {
  const { composer, picker, urlScheme, ddp, footer, messageTime, groupMeta } = switches;
  const { language, contactPanel, classNames, signedIn } = switches;
  const { messageOrder, typing, wordNodes, drawn, asideAgent, fieldEvent } = switches;
  const { startMark, olderCome, olderTake, loader, onOlder } = switches;
  const { messageIds, metaPlace, messageHolder, systemLines, emoji, fileLook } = switches;
  return {
    ...{ startMark, olderCome, olderTake, loader, onOlder },
    ...{ messageIds, metaPlace, messageHolder, systemLines, emoji, fileLook },
    ...{ composer, picker, urlScheme, ddp, footer, messageTime, groupMeta },
    ...{ language, contactPanel, classNames, signedIn },
    ...{ messageOrder, typing, wordNodes, drawn, asideAgent, fieldEvent },
    ...paneOptions(switches),
  };
}

function placeOf(client: Client): string {
  return [client.city, client.country].filter((part) => part !== undefined).join(', ');
}
