import type { ListedChat, PageOptions, ShownChat, ShownEvent } from '../page-data';

/** What the app asks of its own server; never the API. */
export async function fetchOptions(): Promise<PageOptions> {
  return (await fetch('/emulator/options')).json();
}

export async function fetchList(): Promise<ListedChat[]> {
  return (await fetch('/emulator/chats')).json();
}

/** Undefined when there is no such chat. */
export async function fetchChat(visitor: string, chat: string): Promise<ShownChat | undefined> {
  const whole = chat === '' ? '' : `/${chat}`;
  const response = await fetch(`/emulator/chats/${encodeURIComponent(visitor)}${whole}`);
  return response.ok ? response.json() : undefined;
}

/** Says something as the operator (`send`) or as the visitor (`receive`). */
export async function say(
  kind: 'send' | 'receive',
  chat: ShownChat,
  text: string,
): Promise<ShownEvent> {
  const { visitorUrlId, chatId } = chat;
  const body = JSON.stringify({ visitorUrlId, chatId, text });
  return (await fetch(`/emulator/${kind}`, { method: 'POST', body })).json();
}

export async function join(chat: ShownChat): Promise<void> {
  await fetch('/emulator/join', { method: 'POST', body: JSON.stringify({ chatId: chat.chatId }) });
}
