import type { PageOptions } from '../page-data';
import { h, icon } from './dom';
import { outlines } from './icons';
import type { Words } from './words';

interface ComposerActions {
  send(text: string): Promise<void>;
  join(): Promise<void>;
}

/** The composer's text as far as the page noticed it, by chat. */
const models = new Map<number, string>();

export function composerModel(chatId: number | undefined): string {
  return models.get(chatId ?? 0) ?? '';
}

/** Chats joined in this tab; the page forgets them when it is loaded again. */
const joinedChats = new Set<number>();

/**
 * The foot of a chat: the composer, or a button to join first, as is switched on. Enter sends and
 * Shift+Enter breaks the line, as in any helpdesk: an insertion that presses Enter is seen.
 */
export function composer(
  chatId: number,
  options: PageOptions,
  words: Words,
  actions: ComposerActions,
): HTMLElement {
  const foot = h('footer', { class: 'chat-footer' });
  const enter = () => {
    joinedChats.add(chatId);
    draw();
    return actions.join();
  };
  const draw = () => {
    const joined = options.joined === 'joined' || joinedChats.has(chatId);
    const join = h('button', { class: 'chat-join-button', type: 'button' }, words.join);
    join.addEventListener('click', enter);
    if (joined) foot.replaceChildren(writer(chatId, options, words, actions.send));
    else if (options.joined === 'join-first') foot.replaceChildren(join);
    else {
      const typing = writer(
        chatId,
        options,
        { ...words, placeholder: words.joinPlaceholder },
        actions.send,
      );
      foot.replaceChildren(join, typing);
      typing.addEventListener(
        'input',
        () => {
          join.remove();
          joinedChats.add(chatId);
          void actions.join();
        },
        { once: true },
      );
    }
  };
  draw();
  return foot;
}

function writer(
  chatId: number,
  options: PageOptions,
  words: Words,
  send: (text: string) => Promise<void>,
): HTMLElement {
  const field = options.composer === 'textarea' ? textField(words) : richField(words);
  if (options.composerId === 'other') field.element.id = 'reply-field';
  const button = h('button', { id: 'chaport-send-button', type: 'button' }, words.send);
  const submit = async () => {
    const text = composerModel(chatId).trim();
    if (text === '') return;
    field.clear();
    models.delete(chatId);
    await send(text);
  };
  models.delete(chatId);
  field.element.addEventListener(options.fieldEvent, () => models.set(chatId, field.read()));
  button.addEventListener('click', submit);
  field.element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void submit();
  });
  return h(
    'div',
    { class: 'chat-writer' },
    field.element,
    h(
      'div',
      { class: 'chat-tools' },
      h('span', {}, icon(outlines.attach), icon(outlines.emoji)),
      button,
    ),
  );
}

interface Field {
  element: HTMLElement;
  read(): string;
  clear(): void;
}

function textField(words: Words): Field {
  const element = h('textarea', { id: 'chat-input', rows: '3', placeholder: words.placeholder });
  return {
    element,
    read: () => element.value,
    clear() {
      element.value = '';
    },
  };
}

function richField(words: Words): Field {
  const element = h('div', {
    id: 'chat-input',
    contenteditable: 'true',
    role: 'textbox',
    'data-placeholder': words.placeholder,
  });
  return {
    element,
    // innerText, because textContent loses the line breaks.
    read: () => element.innerText,
    clear: () => element.replaceChildren(),
  };
}
