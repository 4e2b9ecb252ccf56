// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { pasteEvent } from '../../../lib/insert/paste-event';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

const content = { 'text/html': '<p>a</p>', 'text/plain': 'a' };

test('a paste carries its content by type', () => {
  const event = pasteEvent(content);
  expect(event).toMatchObject({ type: 'paste', bubbles: true, cancelable: true });
  expect(event.clipboardData?.getData('text/html')).toBe('<p>a</p>');
  expect(event.clipboardData?.getData('text/plain')).toBe('a');
});

test('in Firefox the page’s own constructor makes it: only that content is open to the page', () => {
  /** As Gecko's: takes no content. */
  class PageClipboardEvent extends Event {
    readonly clipboardData = new DataTransfer();
  }
  vi.stubEnv('FIREFOX', 'true');
  vi.stubGlobal('cloneInto', (value: object) => ({ ...value }));
  vi.stubGlobal('wrappedJSObject', { ClipboardEvent: PageClipboardEvent });
  const event = pasteEvent(content);
  expect(event).toBeInstanceOf(PageClipboardEvent);
  expect(event).toMatchObject({ type: 'paste', bubbles: true, cancelable: true });
  expect(event.clipboardData?.getData('text/html')).toBe('<p>a</p>');
});
