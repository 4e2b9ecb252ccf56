import type { ShownChat, ShownEvent } from '../page-data';
import { avatar, h, icon } from './dom';
import { outlines } from './icons';
import { clock, longDate } from './times';
import type { Words } from './words';

/** The events of the chat on screen, under a heading for each day. */
export class MessageArea {
  readonly element = h('div', { class: 'chat-messages' });
  #day = '';

  constructor(
    private readonly chat: ShownChat,
    private readonly words: Words,
  ) {
    for (const event of chat.events) this.add(event);
  }

  add(event: ShownEvent): void {
    const date = new Date(event.at);
    if (date.toDateString() !== this.#day) {
      this.#day = date.toDateString();
      this.element.append(h('div', { class: 'chat-day' }, dayLabel(date, this.words)));
    }
    this.element.append(this.#draw(event));
    this.element.scrollTop = this.element.scrollHeight;
  }

  #draw(event: ShownEvent): HTMLElement {
    const { words, chat } = this;
    if (event.type === 'opened-page') {
      return h('div', { class: 'chat-info-line' }, `${words.opened}: shop.example.test`);
    }
    if (event.type === 'chat-info') return h('div', { class: 'chat-info-line' }, event.text);
    const fromVisitor = event.type === 'visitor-message' || event.author === undefined;
    const bot = event.type === 'trigger-message';
    const author = fromVisitor && !bot ? chat.label : (event.author ?? words.bot);
    const side = fromVisitor && !bot ? 'from-visitor' : 'from-operator';
    return h(
      'div',
      { class: `chat-message ${side}${bot ? ' from-bot' : ''}` },
      avatar(author, 'small'),
      h(
        'div',
        { class: 'chat-message-body' },
        h(
          'div',
          { class: 'chat-message-head' },
          h('span', { class: 'chat-message-author', dir: 'auto' }, author),
          h('time', {}, clock(event.at, words.locale)),
        ),
        content(event),
      ),
    );
  }
}

function content(event: ShownEvent): HTMLElement {
  if (event.file === undefined) {
    return h('div', { class: 'chat-message-text', dir: 'auto' }, event.text);
  }
  const href = `/emulator/files/${encodeURIComponent(event.file)}`;
  return h('a', { class: 'chat-message-text chat-file', href }, icon(outlines.file), event.file);
}

function dayLabel(date: Date, words: Words): string {
  if (date.toDateString() === new Date().toDateString()) return words.today;
  return longDate(date.getTime(), words.locale);
}
