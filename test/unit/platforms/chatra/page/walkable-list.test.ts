// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { readWalkableList } from '../../../../../lib/platforms/chatra/page/walkable-list';
import { message, said } from './chatra-messages';

const area = (rows: string, beside = '') =>
  `<div class="chat-message-area" style="overflow-y: auto">${beside}<div class="chat-message-area__inner">${rows}</div></div>`;
const read = (html: string, budget = Number.POSITIVE_INFINITY) => {
  document.body.innerHTML = html;
  return readWalkableList(document, budget);
};
const rows = ['one', 'two', 'three'].map((text) => message('', said(text)));
const marked = message('chat-message--first', said('zero'));

afterEach(() => {
  document.body.innerHTML = '';
});

describe('the list of messages, as something to scroll through', () => {
  test('is what scrolls, with each message and its element', () => {
    const list = read(area(rows.join('')));
    if (typeof list !== 'object') throw new Error('no list');
    expect(list.area.className).toBe('chat-message-area');
    expect(list.rows.map(({ item }) => item.text)).toEqual(['one', 'two', 'three']);
    expect(list.rows.every(({ element }) => element.matches('.chat-message'))).toBe(true);
  });
  test('is none where no message is', () => {
    expect(read(area(''))).toBeUndefined();
  });
  test.each([
    ['the oldest alone', [marked, ...rows], true],
    ['another than the oldest', [...rows, marked], false],
    ['several, so that it means something else', [marked, ...rows, marked], false],
    ['none', rows, false],
  ])('the mark of the first counts on %s', (_name, all, hasStart) => {
    expect(read(area(all.join('')))).toMatchObject({ hasStart });
  });
  test('a loader that is shown says that older ones are fetched', () => {
    const loader = (style: string) => `<div class="chat-message-loader" style="${style}"></div>`;
    expect(read(area(rows.join(''), loader('')))).toMatchObject({ isLoading: true });
    expect(read(area(rows.join(''), loader('display: none')))).toMatchObject({ isLoading: false });
  });
  test('what takes too long to read is read bit by bit', () => {
    expect(read(area(rows.join('')), -1)).toBe('unread');
    let list = readWalkableList(document, -1);
    for (let more = 0; list === 'unread' && more < 100; more += 1) {
      list = readWalkableList(document, -1);
    }
    expect(list).toEqual(read(area(rows.join(''))));
  });
});
