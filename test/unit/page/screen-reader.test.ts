// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { ScreenReader } from '../../../lib/page/screen-reader';
import type { PageAdapter } from '../../../lib/platforms/contract/page';

function setUp() {
  const page = {
    chat: 'one',
    name: 'Nora',
    content: ['Hi'],
    composer: 'reply' as 'reply' | 'none',
  };
  const adapter: PageAdapter = {
    platform: 'gamma',
    recognises: () => true,
    read: () => ({
      platform: 'gamma',
      view: 'person',
      conversationId: page.chat,
      hints: {
        name: page.name || undefined,
        emails: page.name ? [`${page.name.toLowerCase()}@x.test`] : [],
        phones: [],
      },
      composer: page.composer,
    }),
    paneContent: () => ({ content: page.content, isExact: true }),
  };
  const reader = new ScreenReader(adapter, document, location);
  return { page, hints: () => reader.look()?.context.hints, reader };
}

const nobody = { name: undefined, emails: [], phones: [] };
const nora = { name: 'Nora', emails: ['nora@x.test'], phones: [] };

test('a dialog over the page makes nobody forget whom it is about', () => {
  const { page, hints, reader } = setUp();
  expect(hints()).toEqual(nora);
  Object.assign(page, { name: '', content: [], composer: 'none' });
  expect(hints()).toEqual(nora);
  expect(reader.look()?.context.composer).toBe('none');
  expect(hints()).toEqual(nora);
});

test('what the page says counts as soon as it shows anything again', () => {
  const { page, hints } = setUp();
  hints();
  Object.assign(page, { name: '', content: [] });
  hints();
  page.content = ['Hi'];
  expect(hints()).toEqual(nobody);
  page.content = [];
  expect(hints()).toEqual(nobody);
});

test('nothing of it goes to another conversation', () => {
  const { page, hints } = setUp();
  hints();
  Object.assign(page, { chat: 'two', name: '', content: [] });
  expect(hints()?.name).toBeUndefined();
  page.chat = 'one';
  expect(hints()?.name).toBeUndefined();
});

test('a dialog over a pane of somebody else makes nobody of the one in the address', () => {
  const { page, hints, reader } = setUp();
  hints();
  // The pane has turned to another chat before the address.
  Object.assign(page, { name: 'Otto', content: ['Bye'] });
  expect(reader.look()?.standing.kind).toBe('conflict');
  Object.assign(page, { name: '', content: [], composer: 'none' });
  expect(reader.look()?.standing.kind).toBe('settled');
  expect(hints()?.name).toBeUndefined();
});
