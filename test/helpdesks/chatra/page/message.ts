import type { PageOptions } from '../page-data';
import type { Message } from '../records';
import { classes, h, icon, userpic } from './dom';
import { outlines } from './icons';
import { clock, dateLabel, howLongAgo } from './times';
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
  if (message.type === 'system') return systemLine(message, look);
  const author = message.type === 'client' ? look.visitor : (message.agentName ?? 'Agent');
  const showsMeta = !look.grouped || look.options.groupMeta === 'hidden';
  const { metaPlace, messageIds } = look.options;
  const told = showsMeta ? meta(message, author, look) : undefined;
  const drawn = bubble(message, look);
  if (told !== undefined && metaPlace === 'in-bubble') drawn.append(told);
  return h(
    'div',
    namesOf(message, look),
    messageIds === 'attribute' ? { 'data-id': message.id } : {},
    showsMeta ? userpic(author, 'chat-message__userpic') : undefined,
    metaPlace === 'above' ? told : undefined,
    drawn,
    metaPlace === 'below' ? told : undefined,
  );
}

/** The class names of a message. */
function namesOf(message: Message, look: MessageLook): string {
  const names = [
    'chat-message',
    message.type === 'agent' && 'is-operator',
    look.grouped && 'is-group',
    isMarked(look) && 'chat-message--first',
    message.note && 'chat-message--note',
    message.email && 'chat-message--email',
    message.file && 'is-file',
  ].filter((name) => typeof name === 'string');
  return names.join(' ');
}

function isMarked({ first, grouped, options }: MessageLook): boolean {
  if (options.startMark === 'each-group') return !grouped;
  return options.startMark === 'first' && first;
}

/** A line from the app itself, such as who joined. */
function systemLine({ text }: Message, { options }: MessageLook): HTMLElement {
  if (options.systemLines === 'own-class') return h('div', 'chat-system-line', {}, text);
  const words = h('span', 'parsed-text', {}, text);
  const inner = h('div', 'chat-bubble', {}, h('div', 'chat-bubble__message', {}, words));
  return h('div', 'chat-message chat-message--system', {}, inner);
}

function meta(message: Message, author: string, { options, words }: MessageLook): HTMLElement {
  return h(
    'div',
    'chat-message__meta',
    {},
    h('span', 'chat-message__username', { dir: 'auto' }, author),
    h('span', 'chat-message__time', {}, time(message.at, options, words)),
  );
}

function time(at: number, { messageTime }: PageOptions, { locale }: Words): Node | string {
  if (messageTime === 'relative') return howLongAgo(at, locale);
  if (messageTime === 'dated') return `${dateLabel(at, locale)}, ${clock(at, locale)}`;
  if (messageTime === 'clock') return clock(at, locale);
  return h('time', '', { datetime: new Date(at).toISOString() }, clock(at, locale));
}

function bubble(message: Message, { words, options }: MessageLook): HTMLElement {
  const content =
    message.file === undefined
      ? h('div', 'chat-bubble__message', { dir: 'auto' }, ...wordsOf(message.text, options))
      : fileLink(message.file, options.fileLook);
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

function fileLink(
  file: { name: string; size: number },
  look: PageOptions['fileLook'],
): HTMLElement {
  const href = `/emulator/files/${encodeURIComponent(file.name)}`;
  if (look === 'bare') return h('a', '', { href }, file.name);
  return h(
    'a',
    'chat-bubble__file',
    { href },
    icon(outlines.file),
    h('span', 'chat-bubble__file-name', {}, file.name),
    h('span', 'chat-bubble__file-size', {}, `${Math.max(1, Math.round(file.size / 1024))} KB`),
  );
}

function wordsOf(text: string, { wordNodes, emoji }: PageOptions): HTMLElement[] {
  const texts = wordNodes === 'one' ? [text] : text.split('\n');
  return texts.map((each) =>
    h('span', 'parsed-text', { style: 'display: block' }, ...parsed(each, emoji)),
  );
}

/** Line breaks become elements and addresses links; everything else stays text. */
function parsed(text: string, emoji: PageOptions['emoji']): (Node | string)[] {
  return text.split('\n').flatMap((line, index) => {
    const parts = line.split(/(https?:\/\/[^\s<>"]+)/).flatMap((part) => {
      if (/^https?:\/\//.test(part)) return h('a', '', { href: part, rel: 'noopener' }, part);
      return emoji === 'text' ? part : withPictures(part);
    });
    return index === 0 ? parts : [h('br', ''), ...parts];
  });
}

const emojiSign =
  /(\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic})*)/u;

function withPictures(text: string): (Node | string)[] {
  return text
    .split(emojiSign)
    .map((part) => (emojiSign.test(part) ? h('img', 'emoji', { alt: part }) : part));
}
