import type { PageOptions, ShownChat } from '../page-data';
import { avatar, h, icon } from './dom';
import { outlines } from './icons';
import { mediumDate } from './times';
import type { Words } from './words';

/** The panel at the right: who the visitor is, what operators wrote about them, their other chats. */
export function visitorPanel(chat: ShownChat, options: PageOptions, words: Words): HTMLElement {
  const row = options.visitorPanel === 'inputs' ? inputRow : textRow;
  const custom = Object.entries(chat.custom).map(([key, value]) => textRow(key, value, '', 'text'));
  return h(
    'aside',
    { class: 'visitor-panel' },
    h(
      'header',
      { class: 'visitor-head' },
      avatar(chat.label, 'large'),
      h('strong', { dir: 'auto' }, chat.label),
      chat.place === undefined
        ? undefined
        : h('span', { class: 'visitor-place' }, icon(outlines.place), chat.place),
    ),
    h('h2', {}, words.visitor),
    row(words.name, chat.name, words.addName, 'text'),
    row(words.email, chat.email, words.addEmail, 'email'),
    row(words.phone, chat.phone, words.addPhone, 'tel'),
    ...custom,
    h('h2', {}, words.notes),
    h('p', { class: 'visitor-hint' }, words.notesHint),
    notes(chat, options, words),
    h('h2', {}, words.previous),
    ...chat.chatIds.map((id) => otherChat(chat, id, words)),
  );
}

function textRow(label: string, value: string | undefined, add: string, kind: string): HTMLElement {
  const shown =
    value === undefined
      ? h('span', { class: 'visitor-add' }, add)
      : h('span', { class: `visitor-value ${kind}`, dir: 'auto' }, value);
  return h('div', { class: 'visitor-row' }, h('span', { class: 'visitor-label' }, label), shown);
}

function inputRow(
  label: string,
  value: string | undefined,
  add: string,
  kind: string,
): HTMLElement {
  const input = h('input', { type: kind, placeholder: add, 'aria-label': label });
  input.value = value ?? '';
  return h('label', { class: 'visitor-row' }, h('span', { class: 'visitor-label' }, label), input);
}

/** A text field beside the composer: an insertion must never take it for the composer. */
function notes(chat: ShownChat, options: PageOptions, words: Words): HTMLElement {
  if (options.visitorPanel === 'text') {
    return chat.notes === undefined
      ? h('span', { class: 'visitor-add' }, words.addNotes)
      : h('div', { class: 'visitor-notes', dir: 'auto' }, chat.notes);
  }
  const field = h('textarea', { class: 'visitor-notes', rows: '4', placeholder: words.addNotes });
  field.value = chat.notes ?? '';
  return field;
}

function otherChat(chat: ShownChat, id: number, words: Words): HTMLElement {
  const label = mediumDate(id, words.locale);
  const href = `#/chats/${chat.visitorUrlId}/${id}`;
  const current = id === chat.chatId ? 'page' : undefined;
  return h('a', { class: 'visitor-chat', href, 'aria-current': current }, label);
}
