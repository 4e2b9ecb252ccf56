import type { PageOptions, ShownConversation } from '../page-data';
import type { Message } from '../records';
import { classes, h } from './dom';
import { DrawnWindow } from './drawn-window';
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
  readonly #inner: HTMLElement;
  readonly #window: DrawnWindow;
  readonly #area: HTMLElement;
  #messages: Message[];
  #hasOlder: boolean;
  #loading = false;

  constructor(
    private readonly conversation: ShownConversation,
    private readonly options: PageOptions,
    private readonly words: Words,
  ) {
    const isNamed = options.messageHolder === 'inner';
    this.#inner = h('div', isNamed ? 'chat-message-area__inner' : '');
    this.#area = h('div', 'chat-message-area', {}, this.#inner);
    this.element = h('div', 'chat-message-area-wrapper', {}, this.#area);
    this.#messages = conversation.messages;
    this.#hasOlder = conversation.hasOlder;
    if (options.messageOrder === 'turned-by-style') {
      this.#inner.style.cssText = 'display: flex; flex-direction: column-reverse';
    }
    this.#window = new DrawnWindow(this.#area, this.#inner, options.drawn);
    this.#drawAll();
    const event = options.olderCome === 'by-wheel' ? 'wheel' : 'scroll';
    this.#area.addEventListener(event, () => {
      if (this.#isNearOldest()) void this.#loadOlder();
    });
  }

  add(message: Message): void {
    this.#messages = [...this.#messages, message];
    this.#drawAll();
    this.showNewest();
  }

  showNewest(): void {
    this.#area.scrollTop =
      this.options.messageOrder === 'newest-on-top' ? 0 : this.#area.scrollHeight;
    this.#window.draw();
  }

  async #loadOlder(): Promise<void> {
    const [oldest] = this.#messages;
    if (oldest === undefined || !this.#hasOlder || this.#loading) return;
    this.#loading = true;
    const loader = h('div', 'chat-message-loader', {}, '…');
    if (this.options.loader === 'shown') this.#area.prepend(loader);
    const older = await fetchOlder(this.conversation.chatId, oldest.id);
    if (this.options.olderTake > 0) {
      await new Promise((resolve) => setTimeout(resolve, this.options.olderTake));
    }
    loader.remove();
    const fromEnd = this.#area.scrollHeight - this.#area.scrollTop;
    this.#messages = [...older.messages, ...this.#messages];
    this.#hasOlder = older.hasOlder;
    this.#drawAll();
    if (this.options.onOlder === 'jumps') this.#area.scrollTop = 0;
    else if (this.options.messageOrder !== 'newest-on-top') {
      this.#area.scrollTop = this.#area.scrollHeight - fromEnd;
    }
    this.#window.draw();
    this.#loading = false;
  }

  /** Where the newest are on top, the oldest are at the bottom. */
  #isNearOldest(): boolean {
    const { scrollTop, scrollHeight, clientHeight } = this.#area;
    const fromOldest =
      this.options.messageOrder === 'newest-on-top'
        ? scrollHeight - clientHeight - scrollTop
        : scrollTop;
    return fromOldest < nearTop;
  }

  #drawAll(): void {
    const rows = this.#messages.flatMap((message, index) =>
      this.#draw(message, this.#messages[index - 1]),
    );
    if (this.options.typing) rows.push(typingBubble());
    const ordered = inOrder(rows, this.options.messageOrder);
    const isWrapped = this.options.messageHolder === 'wrapped';
    this.#window.show(isWrapped ? ordered.map((row) => h('div', '', {}, row)) : ordered);
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
    if (sameDay || this.options.messageTime === 'dated') return [drawn];
    return [h('div', 'chat-date-block', {}, dayLabel(message.at, this.words.locale)), drawn];
  }
}

/** What is shown among the messages while the visitor is typing. */
function typingBubble(): HTMLElement {
  const bubble = h('div', 'chat-bubble', {}, h('div', 'chat-bubble__message', {}, '…'));
  return h('div', 'chat-message is-typing', {}, bubble);
}

/** Rows in document order. Where the newest come first, a day's heading still stays above its messages. */
function inOrder(rows: HTMLElement[], order: PageOptions['messageOrder']): HTMLElement[] {
  if (order === 'oldest-first') return rows;
  if (order === 'turned-by-style') return rows.toReversed();
  const days: HTMLElement[][] = [];
  for (const row of rows) {
    if (row.matches(`.${classes('chat-date-block')}`) || days.length === 0) days.push([row]);
    else days.at(-1)?.push(row);
  }
  return days.toReversed().flatMap(([heading, ...said]) => {
    const first = heading === undefined ? [] : [heading];
    return [...first, ...said.toReversed()];
  });
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
