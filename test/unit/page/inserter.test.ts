// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type { InsertRequest } from '../../../lib/messaging/page-request';
import { ComposerMemory } from '../../../lib/page/composer-memory';
import { Inserter } from '../../../lib/page/inserter';
import { ScreenReader } from '../../../lib/page/screen-reader';
import type { FoundComposer, PageAdapter } from '../../../lib/platforms/contract/page';

const request: InsertRequest = {
  type: 'worker.insert',
  insertionId: 'one',
  mode: 'reply',
  text: { blocks: [{ kind: 'paragraph', spans: [{ text: 'hello' }] }] },
  expected: { origin: location.origin, platform: 'alpha', conversationId: 'c-1' },
};

const undoing = { type: 'worker.undo-insert', insertionId: 'one' };

let field: HTMLTextAreaElement;
let conversationId: string;
let composer: FoundComposer | undefined;

const adapter: PageAdapter = {
  platform: 'alpha',
  recognises: () => true,
  read: () => ({
    platform: 'alpha',
    view: 'person',
    conversationId,
    hints: { emails: [], phones: [] },
    composer: 'reply',
  }),
  composer: () => composer,
};

const inserter = (shown = adapter) =>
  new Inserter(new ScreenReader(shown, document, location), {
    memory: { lastCaret: () => undefined, sinceTyping: () => Number.POSITIVE_INFINITY },
    signal: new AbortController().signal,
  });

beforeEach(() => {
  document.body.innerHTML = '<textarea></textarea>';
  const found = document.querySelector('textarea');
  if (found === null) throw new Error('no field');
  field = found;
  field.focus();
  conversationId = 'c-1';
  composer = { element: field, mode: 'reply', state: { formatting: [], limit: 100 } };
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  Object.assign(document, {
    execCommand: (name: string, _ui: boolean, value: string) => {
      field.value = name === 'undo' ? '' : value;
    },
  });
});

test('tells what the composer holds, and takes it back once', async () => {
  const page = inserter();
  expect(await page.insert(request)).toEqual({
    kind: 'inserted',
    mode: 'reply',
    length: 5,
    limit: 100,
    canUndo: true,
    pickerOpened: false,
  });
  expect(await page.undo(undoing)).toMatchObject({ kind: 'inserted', canUndo: false, length: 0 });
  expect(await page.undo(undoing)).toEqual({ kind: 'refused', reason: 'not-taken' });
});

test('only the insertion that is named is taken back, not a later one from another place', async () => {
  Object.assign(document, {
    execCommand: (name: string, _ui: boolean, value: string) => {
      field.value = name === 'undo' ? 'hello' : field.value + value;
    },
  });
  const page = inserter();
  const later = { ...undoing, insertionId: 'two' };
  const refused = { kind: 'refused', reason: 'not-taken' };
  await page.insert(request);
  await page.insert({ ...request, insertionId: 'two' });
  const both = field.value;
  expect(await page.undo(undoing)).toEqual(refused);
  expect(await page.undo({ type: 'worker.undo-insert' })).toEqual(refused);
  expect(field.value).toBe(both);
  expect(await page.undo(later)).toMatchObject({ kind: 'inserted' });
  expect(field.value).toBe('hello');
  expect(await page.undo(later)).toEqual(refused);
  expect(await page.undo(undoing)).toEqual(refused);
});

test('two texts at once go in one after the other, and each is found to be there', async () => {
  Object.assign(document, {
    execCommand: (_name: string, _ui: boolean, value: string) => {
      field.setRangeText(value, field.selectionStart, field.selectionEnd, 'end');
    },
  });
  const page = inserter();
  const inserted = { kind: 'inserted', canUndo: true };
  const two = { ...request, insertionId: 'two' };
  expect(await Promise.all([page.insert(request), page.insert(two)])).toMatchObject([
    { ...inserted, length: 5 },
    { ...inserted, length: 10 },
  ]);
  expect(field.value).toBe('hellohello');
});

test('what is taken back while another text goes in is not taken out of that', async () => {
  let undone = 0;
  Object.assign(document, {
    execCommand: (name: string, _ui: boolean, value: string) => {
      if (name === 'undo') undone += 1;
      else field.setRangeText(value, field.selectionStart, field.selectionEnd, 'end');
    },
  });
  const page = inserter();
  await page.insert(request);
  const later = page.insert({ ...request, insertionId: 'two' });
  expect(await page.undo(undoing)).toEqual({ kind: 'refused', reason: 'not-taken' });
  expect(await later).toMatchObject({ kind: 'inserted', length: 10 });
  expect([field.value, undone]).toEqual(['hellohello', 0]);
});

test('undo leaves alone what was typed into another field since', async () => {
  const other = document.createElement('textarea');
  document.body.append(other);
  const { signal } = new AbortController();
  // One history for the whole page, as in Chromium.
  const history: { element: HTMLTextAreaElement; before: string }[] = [];
  const type = (element: HTMLTextAreaElement, value: string) => {
    history.push({ element, before: element.value });
    element.value = value;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  };
  Object.assign(document, {
    execCommand: (name: string, _ui: boolean, value: string) => {
      const last = name === 'undo' ? history.pop() : undefined;
      if (name !== 'undo') type(field, value);
      else if (last !== undefined) last.element.value = last.before;
    },
  });
  const memory = new ComposerMemory(document, signal);
  const page = new Inserter(new ScreenReader(adapter, document, location), { memory, signal });
  await page.insert(request);
  type(other, 'a note');
  expect(await page.undo(undoing)).toEqual({ kind: 'refused', reason: 'not-taken' });
  expect([field.value, other.value]).toEqual(['hello', 'a note']);
});

test.each([
  ['another host', { origin: 'https://evil.example' }],
  ['another helpdesk of the same host', { platform: 'beta' }],
  ['the same host by another port', { origin: `${location.origin}:444` }],
])('practice 13: the same ids on %s get nothing', async (_which, other) => {
  const expected = { ...request.expected, ...other };
  const page = inserter();
  const refused = { kind: 'refused', reason: 'wrong-contact' };
  expect(await page.insert({ ...request, expected })).toEqual(refused);
  expect(field.value).toBe('');
});

test('another conversation gets nothing, before and at undo', async () => {
  const page = inserter();
  await page.insert(request);
  conversationId = 'c-2';
  expect(await page.undo(undoing)).toEqual({ kind: 'refused', reason: 'wrong-contact' });
  expect(await page.insert(request)).toEqual({ kind: 'refused', reason: 'wrong-contact' });
  expect(field.value).toBe('hello');
});

test('a conversation that changed while the text went in is reported', async () => {
  Object.assign(document, {
    execCommand: (_name: string, _ui: boolean, value: string) => {
      field.value = value;
      conversationId = 'c-2';
    },
  });
  expect(await inserter().insert(request)).toEqual({ kind: 'doubtful' });
});

test.each([
  ['join-first', 'join-first'],
  ['replies-closed', 'replies-closed'],
  ['read-only', 'read-only'],
  ['several', 'several-composers'],
] as const)('a composer that is blocked: %s', async (blocked, reason) => {
  composer = { element: field, mode: 'reply', state: { formatting: [], blocked } };
  expect(await inserter().insert(request)).toEqual({ kind: 'refused', reason });
  expect(field.value).toBe('');
});

test('a pane that stays behind gets nothing, though the browser slows the page down', async () => {
  const paneContent = () => ({ content: ['Hi', 'Bye'], isExact: true });
  const { signal } = new AbortController();
  const memory = { lastCaret: () => undefined, sinceTyping: () => Number.POSITIVE_INFINITY };
  const screens = new ScreenReader({ ...adapter, paneContent }, document, location);
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  screens.look();
  conversationId = 'c-2';
  const look = () => {
    now += 1_000;
    return screens.look();
  };
  const page = new Inserter({ document, origin: location.origin, look }, { memory, signal });
  const expected = { ...request.expected, conversationId };
  const refused = { kind: 'refused', reason: 'unsettled' };
  expect(await page.insert({ ...request, expected })).toEqual(refused);
  expect(field.value).toBe('');
});

test('where the address names nobody, a composer gets nothing: it may be anybody’s', async () => {
  const listed: PageAdapter = {
    ...adapter,
    read: () => ({
      ...{ platform: 'alpha', view: 'none', composer: 'reply' },
      hints: { emails: [], phones: [] },
    }),
  };
  const expected = { ...request.expected, conversationId: undefined };
  const refused = { kind: 'refused', reason: 'no-composer' };
  expect(await inserter(listed).insert({ ...request, expected })).toEqual(refused);
  expect(field.value).toBe('');
});

test('a request that is none is refused', async () => {
  const text = { blocks: [{ kind: 'paragraph', spans: 'hello' }] };
  const refused = { kind: 'refused', reason: 'not-taken' };
  expect(await inserter().insert({ ...request, text })).toEqual(refused);
  expect(field.value).toBe('');
});

test('no composer, and one of the other mode', async () => {
  composer = { element: field, mode: 'note', state: { formatting: [] } };
  expect(await inserter().insert(request)).toMatchObject({ reason: 'mode-changed' });
  composer = undefined;
  expect(await inserter().insert(request)).toMatchObject({ reason: 'no-composer' });
});
