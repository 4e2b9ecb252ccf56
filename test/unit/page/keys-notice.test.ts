// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { learnNotices, showKeysNotice } from '../../../lib/page/keys-notice';
import { stubNoticeWords } from './notice-words';

let stop = new AbortController();
const roots: ShadowRoot[] = [];
const isShown = () => document.querySelector('[role="alert"]') !== null;
const said = () => roots.at(-1)?.textContent;
const answers = () => new Promise((resolve) => setTimeout(resolve, 0));
const silent = () => new Promise<never>(() => undefined);

beforeEach(() => {
  stop = new AbortController();
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attach.call(this, init);
    roots.push(root);
    return root;
  });
});

afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
});

test('shows no empty notice while no words have come', async () => {
  stubNoticeWords(silent);
  showKeysNotice(document, stop.signal);
  await answers();
  expect(isShown()).toBe(false);
});

test('shows the words as soon as they come, unless it is over by then', async () => {
  let answer: (words: string) => void = () => undefined;
  stubNoticeWords(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  showKeysNotice(document, stop.signal, 'kept-enter');
  answer('Enter was kept.');
  await answers();
  expect([isShown(), said()]).toEqual([true, 'Enter was kept.']);
  stop.abort();
  expect(isShown()).toBe(false);
  const over = new AbortController();
  showKeysNotice(document, over.signal, 'keeps-keys');
  over.abort();
  answer('Keys are kept.');
  await answers();
  expect(isShown()).toBe(false);
});

test('needs no worker for words that it learned before', async () => {
  stubNoticeWords();
  await learnNotices();
  stubNoticeWords(silent);
  showKeysNotice(document, stop.signal);
  expect([isShown(), said()]).toEqual([true, 'words: keeps-keys']);
});

test('speaks the language that was chosen since', async () => {
  stubNoticeWords();
  await learnNotices();
  stubNoticeWords(async (notice) => `新的：${notice}`);
  showKeysNotice(document, stop.signal);
  await answers();
  expect(said()).toBe('新的：keeps-keys');
});
