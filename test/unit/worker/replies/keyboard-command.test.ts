import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openRepliesOnCommand } from '../../../../lib/worker/replies/keyboard-command';

const told = vi.hoisted(() => ({
  listener: (_name: string, _tab?: { id?: number; windowId?: number }): void => undefined,
  calls: [] as string[],
}));

vi.mock('wxt/browser', () => ({
  browser: {
    commands: {
      onCommand: {
        addListener: (listener: typeof told.listener) => {
          told.listener = listener;
        },
      },
    },
    sidePanel: {
      open: async ({ windowId }: { windowId: number }) => {
        told.calls.push(`open ${windowId}`);
        if (windowId === 13) throw new Error('no panel in this kind of window');
      },
      setOptions: async ({ enabled }: { enabled: boolean }) => {
        told.calls.push(enabled ? 'allow' : 'shut');
      },
    },
    tabs: {
      sendMessage: async (tabId: number, { type }: { type: string }) => {
        told.calls.push(`${type} ${tabId}`);
        if (tabId === 13) throw new Error('nobody listens there');
        return tabId === 7 ? 'he' : undefined;
      },
    },
    storage: {
      session: {
        set: async (stored: Record<string, { typed: string }>) =>
          void told.calls.push(`wish ${stored['reply-wish']?.typed}`.trim()),
      },
    },
  },
}));

beforeEach(() => {
  told.calls.length = 0;
  openRepliesOnCommand();
});

describe('the keyboard command', () => {
  it('has the panel come up anew before its first pause, and then wishes for the responses', async () => {
    told.listener('find-reply', { windowId: 3 });
    expect(told.calls).toEqual(['shut', 'allow', 'open 3']);
    await vi.waitFor(() => expect(told.calls.at(-1)).toBe('wish'));
  });

  it('has the page hold the keys meanwhile, and hands on what was typed', async () => {
    told.listener('find-reply', { id: 7, windowId: 3 });
    expect(told.calls).toEqual(['shut', 'allow', 'open 3', 'worker.hold-keys 7']);
    await vi.waitFor(() => expect(told.calls.at(-1)).toBe('wish he'));
    expect(told.calls.filter((call) => call.startsWith('wish'))).toEqual(['wish', 'wish he']);
  });

  it.each([13, 8])('does without a page that holds nothing: %s', async (id) => {
    told.listener('find-reply', { id, windowId: 3 });
    await vi.waitFor(() => expect(told.calls.at(-1)).toBe('wish'));
  });

  it('is not thrown off by a window that has no panel', async () => {
    told.listener('find-reply', { windowId: 13 });
    await vi.waitFor(() => expect(told.calls.at(-1)).toBe('wish'));
  });

  it('does nothing for other commands, or without a window', () => {
    told.listener('other', { windowId: 3 });
    told.listener('find-reply');
    expect(told.calls).toEqual([]);
  });
});
