import type { ListedContact, MessagePage, PageOptions, ShownConversation } from '../page-data';
import type { Message } from '../records';

/** What the app asks of its own server; never the API. */
export async function fetchOptions(): Promise<PageOptions> {
  return (await fetch('/emulator/options')).json();
}

export async function fetchContacts(): Promise<ListedContact[]> {
  return (await fetch('/emulator/contacts')).json();
}

/** Undefined when there is no such conversation. */
export async function fetchConversation(chatId: string): Promise<ShownConversation | undefined> {
  const response = await fetch(`/emulator/conversations/${encodeURIComponent(chatId)}`);
  return response.ok ? response.json() : undefined;
}

export async function fetchOlder(chatId: string, before: string): Promise<MessagePage> {
  return (await fetch(`/emulator/conversations/${chatId}/older?before=${before}`)).json();
}

/** Says something as the agent (`send`, maybe a note) or as the visitor (`receive`). */
export async function say(
  kind: 'send' | 'receive',
  chatId: string,
  text: string,
  note: boolean,
): Promise<Message> {
  const body = JSON.stringify({ chatId, text, note });
  return (await fetch(`/emulator/${kind}`, { method: 'POST', body })).json();
}

/** Reads the live data once, as SockJS falls back to where there is no websocket. */
export async function readSockjs(chatId: string): Promise<void> {
  await fetch('/sockjs/000/emulator/xhr', { method: 'POST', body: chatId });
}
