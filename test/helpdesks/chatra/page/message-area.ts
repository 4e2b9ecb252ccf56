import type { PageOptions, ShownConversation } from '../page-data';
import type { Message } from '../records';
import { h } from './dom';
import { drawMessage } from './message';
import { fetchOlder } from './server';
import { dayLabel } from './times';
import type { Words } from './words';

/** Messages of one author closer together than this are joined. */
const groupingGap = 5 * 60_000;
/** Older messages are loaded when the scroll position comes this near to the top, in pixels. */
const nearTop = 80;

/** The messages on screen: the newest first of all, older ones on scrolling to the top. */
export class MessageArea {
  readonly element: HTMLElement;
  readonly #inner = h('div', 'chat-message-area__inner');
  readonly #area = h('div', 'chat-message-area', {}, this.#inner);
  #messages: Message[];
  #hasOlder: boolean;
  #loading = false;

  constructor(
    private readonly conversation: ShownConversation,
    private readonly options: PageOptions,
    private readonly words: Words,
  ) {
    this.element = h('div', 'chat-message-area-wrapper', {}, this.#area);
    this.#messages = conversation.messages;
    this.#hasOlder = conversation.hasOlder;
    this.#drawAll();
    this.#area.addEventListener('scroll', () => {
      if (this.#area.scrollTop < nearTop) void this.#loadOlder();
    });
  }

  add(message: Message): void {
    const previous = this.#messages.at(-1);
    this.#messages = [...this.#messages, message];
    this.#inner.append(...this.#draw(message, previous));
    this.showNewest();
  }

  showNewest(): void {
    this.#area.scrollTop = this.#area.scrollHeight;
  }

  async #loadOlder(): Promise<void> {
    const [oldest] = this.#messages;
    if (oldest === undefined || !this.#hasOlder || this.#loading) return;
    this.#loading = true;
    this.#inner.prepend(h('div', 'chat-message-loader', {}, '···'));
    const older = await fetchOlder(this.conversation.chatId, oldest.id);
    const fromEnd = this.#area.scrollHeight - this.#area.scrollTop;
    this.#messages = [...older.messages, ...this.#messages];
    this.#hasOlder = older.hasOlder;
    this.#drawAll();
    this.#area.scrollTop = this.#area.scrollHeight - fromEnd;
    this.#loading = false;
  }

  #drawAll(): void {
    this.#inner.replaceChildren(
      ...this.#messages.flatMap((message, index) => this.#draw(message, this.#messages[index - 1])),
    );
  }

  #draw(message: Message, previous: Message | undefined): HTMLElement[] {
    const sameDay = previous !== undefined && isSameDay(previous.at, message.at);
    const drawn = drawMessage(message, {
      visitor: this.conversation.label,
      grouped: sameDay && belongsTo(previous, message),
      first: previous === undefined && !this.#hasOlder,
      options: this.options,
      words: this.words,
    });
    if (sameDay) return [drawn];
    return [h('div', 'chat-date-block', {}, dayLabel(message.at, this.words.locale)), drawn];
  }
}

function isSameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

function belongsTo(previous: Message, message: Message): boolean {
  return (
    previous.type !== 'system' &&
    previous.type === message.type &&
    previous.agentName === message.agentName &&
    previous.note === message.note &&
    message.at - previous.at < groupingGap
  );
}
