import type { PageOptions } from '../page-data';
import type { Message } from '../records';
import { classes, h, icon, userpic } from './dom';
import { outlines } from './icons';
import { clock, howLongAgo } from './times';
import type { Words } from './words';

export interface MessageLook {
  /** The visitor's label. */
  visitor: string;
  /** Joined to the message above, from the same author. */
  grouped: boolean;
  first: boolean;
  options: PageOptions;
  words: Words;
}

/** One message with the app's class names. */
export function drawMessage(message: Message, look: MessageLook): HTMLElement {
  if (message.type === 'system') return h('div', 'chat-system-line', {}, message.text);
  const author = message.type === 'client' ? look.visitor : (message.agentName ?? 'Agent');
  const names = [
    'chat-message',
    message.type === 'agent' && 'is-operator',
    look.grouped && 'is-group',
    look.first && 'chat-message--first',
    message.note && 'chat-message--note',
    message.email && 'chat-message--email',
    message.file && 'is-file',
  ].filter((name) => typeof name === 'string');
  const showsMeta = !look.grouped || look.options.groupMeta === 'hidden';
  return h(
    'div',
    names.join(' '),
    {},
    showsMeta ? userpic(author, 'chat-message__userpic') : undefined,
    showsMeta ? meta(message, author, look) : undefined,
    bubble(message, look.words, look.options.wordNodes),
  );
}

function meta(message: Message, author: string, { options, words }: MessageLook): HTMLElement {
  const tell = options.messageTime === 'clock' ? clock : howLongAgo;
  return h(
    'div',
    'chat-message__meta',
    {},
    h('span', 'chat-message__username', { dir: 'auto' }, author),
    h('span', 'chat-message__time', {}, tell(message.at, words.locale)),
  );
}

function bubble(message: Message, words: Words, wordNodes: PageOptions['wordNodes']): HTMLElement {
  const content =
    message.file === undefined
      ? h('div', 'chat-bubble__message', { dir: 'auto' }, ...wordsOf(message.text, wordNodes))
      : fileLink(message.file);
  const normal = h(
    'div',
    'chat-bubble__normal',
    {},
    content,
    message.edited ? h('span', 'chat-bubble__edited', {}, words.edited) : undefined,
  );
  const drawn = h('div', 'chat-bubble', {}, normal);
  if (message.type === 'agent') drawn.addEventListener('dblclick', () => edit(drawn, message));
  return drawn;
}

/** Puts a second text field on screen, for the sent message; nothing of it is kept. */
function edit(bubbleElement: HTMLElement, message: Message): void {
  const field = h('textarea', 'chat-textarea', { rows: '2' });
  field.value = message.text;
  bubbleElement.classList.add(classes('is-editing'));
  bubbleElement.replaceChildren(field);
}

function fileLink(file: { name: string; size: number }): HTMLElement {
  const href = `/emulator/files/${encodeURIComponent(file.name)}`;
  return h(
    'a',
    'chat-bubble__file',
    { href },
    icon(outlines.file),
    h('span', 'chat-bubble__file-name', {}, file.name),
    h('span', 'chat-bubble__file-size', {}, `${Math.max(1, Math.round(file.size / 1024))} KB`),
  );
}

function wordsOf(text: string, wordNodes: PageOptions['wordNodes']): HTMLElement[] {
  const texts = wordNodes === 'one' ? [text] : text.split('\n');
  return texts.map((each) =>
    h('span', 'parsed-text', { style: 'display: block' }, ...parsed(each)),
  );
}

/** Line breaks become elements and addresses links; everything else stays text. */
function parsed(text: string): (Node | string)[] {
  return text.split('\n').flatMap((line, index) => {
    const parts = line
      .split(/(https?:\/\/[^\s<>"]+)/)
      .map((part) =>
        /^https?:\/\//.test(part) ? h('a', '', { href: part, rel: 'noopener' }, part) : part,
      );
    return index === 0 ? parts : [h('br', ''), ...parts];
  });
}
