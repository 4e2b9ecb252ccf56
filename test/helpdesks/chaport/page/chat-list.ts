import type { ListedChat } from '../page-data';
import { avatar, h, icon } from './dom';
import { outlines } from './icons';
import { clock, shortDate } from './times';
import type { Words } from './words';

/** The column of chats; the one on screen is marked. */
export function chatList(
  list: ListedChat[],
  open: { visitor: string; chat: number } | undefined,
  words: Words,
  go: (hash: string) => void,
): HTMLElement {
  const entries = list.map((chat) => {
    const item = entry(chat, open?.visitor === chat.visitorUrlId, words);
    item.addEventListener('click', () => go(`#/chats/${chat.visitorUrlId}/${chat.chatId}`));
    return item;
  });
  return h(
    'section',
    { id: 'conversations' },
    h('header', { class: 'list-header' }, h('h1', {}, words.open), icon(outlines.search)),
    h('div', { class: 'chat-list-content' }, ...entries),
  );
}

function entry(chat: ListedChat, active: boolean, words: Words): HTMLElement {
  const state = `${active ? ' active' : ''}${chat.unread ? ' unread' : ''}`;
  const item = h(
    'div',
    { class: `chat-item${state}`, role: 'link', tabindex: '0' },
    avatar(chat.label),
    h(
      'div',
      { class: 'conversation-body' },
      h(
        'div',
        { class: 'conversation-line' },
        h('span', { class: 'conversation-name', dir: 'auto' }, chat.label),
        h('span', { class: 'conversation-time' }, timeOrDate(chat.at, words)),
      ),
      h('p', { class: 'conversation-preview', dir: 'auto' }, chat.preview),
    ),
  );
  return item;
}

/** The time of day for today, the date for earlier days. */
function timeOrDate(at: number, words: Words): string {
  const date = new Date(at);
  return date.toDateString() === new Date().toDateString()
    ? clock(at, words.locale)
    : shortDate(at, words.locale);
}
