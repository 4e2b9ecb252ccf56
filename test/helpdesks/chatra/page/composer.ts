import type { PageOptions } from '../page-data';
import { classes, h, icon } from './dom';
import { type Field, makeField } from './field';
import { outlines } from './icons';
import type { Words } from './words';

type Send = (text: string, note: boolean) => Promise<void>;

/** What was typed and not sent, by chat id: the field is made anew with each conversation. */
const drafts = new Map<string, string>();

/** The text in this conversation's composer, as far as the page noticed it. */
export function composerModel(chatId: string | undefined): string {
  return drafts.get(chatId ?? '') ?? '';
}

/**
 * The foot of a conversation: the composer with its reply and note modes, or what is shown in its place.
 * Enter sends and Shift+Enter breaks the line: an insertion that presses Enter is seen.
 */
export function footer(
  chatId: string,
  options: PageOptions,
  words: Words,
  send: Send,
): HTMLElement {
  const place = h('div', 'content-layout__footer');
  const showComposer = () => place.replaceChildren(inputArea(chatId, options, words, send));
  if (options.footer === 'composer') showComposer();
  else if (options.footer === 'away') place.append(h('div', 'chat-input-away', {}, words.away));
  else {
    const start = h('button', 'js-start-chatting button', { type: 'button' }, words.start);
    start.addEventListener('click', showComposer);
    place.append(h('div', 'chat-input-area is-inactive', {}, start));
  }
  return place;
}

function inputArea(chatId: string, options: PageOptions, words: Words, send: Send): HTMLElement {
  const field = makeField(options.composer);
  field.write(drafts.get(chatId) ?? '');
  const modes = modeSwitch(field, words);
  const button = h('button', 'chat-input-area__send button', { type: 'button' }, words.send);
  const picker = h('div', 'command-picker');
  const area = h(
    'div',
    'chat-input-area',
    {},
    picker,
    h(
      'div',
      'chat-input-area__wrapper',
      {},
      modes.element,
      h('div', 'chat-input-area__message', {}, field.element),
      h(
        'div',
        'chat-input-area__tools',
        {},
        h('span', 'chat-input-area__upload-button', {}, icon(outlines.clip)),
        h('span', 'chat-input-area__button--emoji', {}, icon(outlines.smile)),
        button,
      ),
    ),
  );
  const submit = async () => {
    const text = composerModel(chatId).trim();
    if (text === '') return;
    field.write('');
    drafts.delete(chatId);
    await send(text, modes.isNote());
  };
  button.addEventListener('click', submit);
  field.element.addEventListener(options.fieldEvent, () => {
    drafts.set(chatId, field.read());
    const opens = options.picker !== 'never' && field.read().startsWith(options.picker);
    picker.replaceChildren(...(opens ? [pickerContent(words)] : []));
  });
  field.element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void submit();
  });
  for (const kind of ['focus', 'blur'] as const) {
    field.element.addEventListener(kind, () =>
      area.classList.toggle(classes('is-focused'), kind === 'focus'),
    );
  }
  return area;
}

function modeSwitch(field: Field, words: Words) {
  const reply = h('button', 'chat-input-area__mode is-active', { type: 'button' }, words.reply);
  const note = h('button', 'chat-input-area__mode', { type: 'button' }, words.note);
  let isNote = false;
  const choose = (asNote: boolean) => {
    isNote = asNote;
    field.element.classList.toggle(classes('is-note'), asNote);
    field.setPlaceholder(asNote ? words.notePlaceholder : words.placeholder);
    note.classList.toggle(classes('is-active'), asNote);
    reply.classList.toggle(classes('is-active'), !asNote);
  };
  reply.addEventListener('click', () => choose(false));
  note.addEventListener('click', () => choose(true));
  choose(false);
  return { element: h('div', 'chat-input-area__modes', {}, reply, note), isNote: () => isNote };
}

/** Chatra's own picker; nothing in it is chosen by the product. */
function pickerContent(words: Words): HTMLElement {
  return h(
    'div',
    'command-picker__inner',
    {},
    h('div', 'command-picker__header', {}, words.picker),
    h('div', 'command-picker__item', {}, 'Thanks for waiting!'),
  );
}
