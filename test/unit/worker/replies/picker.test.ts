import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { pickerHandlers } from '../../../../lib/worker/replies/picker';

const handlers = pickerHandlers({ activeTab: async (windowId) => windowId * 10 });
const page = {
  kind: 'page',
  tab: { tabId: 30, windowId: 3, origin: 'https://a.example' },
} as const;
const panel = { kind: 'panel' } as const;
const open = (ticket: string) => handlers['panel.open-picker']({ ticket }, panel);

beforeEach(async () => {
  await browser.storage.session.clear();
});

afterEach(() => {
  vi.restoreAllMocks();
});

it('gives a page a ticket for one frame, which tells the window', async () => {
  const ticket = await handlers['page.picker']({}, page);
  expect(await open('another')).toBeUndefined();
  expect(await open(ticket)).toBe(3);
  expect(await open(ticket)).toBeUndefined();
});

it('a ticket of long ago is none, and only the newest counts', async () => {
  const first = await handlers['page.picker']({}, page);
  const second = await handlers['page.picker']({}, page);
  expect(await open(first)).toBeUndefined();
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 31_000);
  expect(await open(second)).toBeUndefined();
});

it('tells the keys for it, as the person chose them', async () => {
  const keys = [{ name: 'find-reply', shortcut: 'Ctrl+Alt+R' }];
  vi.spyOn(browser.commands, 'getAll').mockImplementation(async () => keys);
  expect(await handlers['page.shortcut']({}, page)).toBe('Ctrl+Alt+R');
  vi.mocked(browser.commands.getAll).mockImplementation(async () => []);
  expect(await handlers['page.shortcut']({}, page)).toBe('');
});

it('has the page in front take it away, and minds no page that is gone', async () => {
  const send = vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async () => true);
  await handlers['panel.close-picker']({ windowId: 3 }, panel);
  expect(send).toHaveBeenCalledWith(30, { type: 'worker.close-picker' }, { frameId: 0 });
  send.mockImplementation(async () => {
    throw new Error('nobody listens there');
  });
  await handlers['panel.close-picker']({ windowId: 3 }, panel);
});
