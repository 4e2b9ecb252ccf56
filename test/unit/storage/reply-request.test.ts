import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { requestReplies, watchReplyRequests } from '../../../lib/storage/reply-request';
import { eventually } from '../eventually';

beforeEach(async () => {
  await browser.storage.session.clear();
});

const stops: (() => void)[] = [];

function watch(windowId: number, onRequest: () => void): void {
  stops.push(watchReplyRequests(windowId, onRequest));
}

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

describe('wishes for canned responses', () => {
  it('reach a panel that opens because of them, though one that is being shut heard of them', async () => {
    const shut = vi.fn();
    watch(1, shut);
    await requestReplies(1);
    await eventually(() => expect(shut).toHaveBeenCalledTimes(1));
    const opened = vi.fn();
    watch(1, opened);
    await eventually(() => expect(opened).toHaveBeenCalledTimes(1));
    expect(shut).toHaveBeenCalledTimes(1);
  });

  it('reach a panel that is open, unless it stopped listening', async () => {
    const onRequest = vi.fn();
    const stop = watchReplyRequests(1, onRequest);
    await requestReplies(1);
    await eventually(() => expect(onRequest).toHaveBeenCalledTimes(1));
    stop();
    await requestReplies(1);
    expect(onRequest).toHaveBeenCalledTimes(1);
  });

  it('bring along what was typed before the panel was there', async () => {
    const onRequest = vi.fn();
    watch(1, onRequest);
    await requestReplies(1);
    await requestReplies(1, 'he');
    await eventually(() => expect(onRequest.mock.calls).toEqual([[''], ['he']]));
  });

  it('are for one window', async () => {
    const onRequest = vi.fn();
    watch(2, onRequest);
    await requestReplies(1);
    await browser.storage.session.get();
    expect(onRequest).not.toHaveBeenCalled();
    const meant = vi.fn();
    watch(1, meant);
    await eventually(() => expect(meant).toHaveBeenCalledTimes(1));
  });

  it('lapse when no panel opened', async () => {
    await browser.storage.session.set({ 'reply-wish': { windowId: 1, at: Date.now() - 60_000 } });
    const onRequest = vi.fn();
    watch(1, onRequest);
    await requestReplies(1);
    await eventually(() => expect(onRequest).toHaveBeenCalled());
    await browser.storage.session.get();
    expect(onRequest).toHaveBeenCalledTimes(1);
  });
});
