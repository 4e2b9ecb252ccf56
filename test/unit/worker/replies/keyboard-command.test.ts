import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openRepliesOnCommand } from '../../../../lib/worker/replies/keyboard-command';
import { eventually } from '../../eventually';

const fake = vi.hoisted(() => ({
  listener: (_name: string, _tab?: { id?: number; windowId?: number }): void => undefined,
  calls: [] as string[],
}));

vi.mock('wxt/browser', () => ({
  browser: {
    commands: {
      onCommand: {
        addListener: (listener: typeof fake.listener) => {
          fake.listener = listener;
        },
      },
    },
    sidePanel: {
      open: async ({ windowId }: { windowId: number }) => {
        fake.calls.push(`open ${windowId}`);
        if (windowId === 13) throw new Error('no panel in this kind of window');
      },
      setOptions: async ({ enabled }: { enabled: boolean }) => {
        fake.calls.push(enabled ? 'allow' : 'shut');
      },
    },
    tabs: {
      sendMessage: async (tabId: number, { type }: { type: string }) => {
        fake.calls.push(`${type} ${tabId}`);
        if (tabId === 13) throw new Error('nobody listens there');
        return tabId === 7 ? 'he' : undefined;
      },
    },
    storage: {
      session: {
        set: async (stored: Record<string, { typed: string }>) =>
          void fake.calls.push(`request ${stored['reply-wish']?.typed}`.trim()),
      },
    },
  },
}));

beforeEach(() => {
  fake.calls.length = 0;
  openRepliesOnCommand();
});

describe('the keyboard command', () => {
  it('has the panel come up anew before its first pause, and then wishes for the responses', async () => {
    fake.listener('find-reply', { windowId: 3 });
    expect(fake.calls).toEqual(['shut', 'allow', 'open 3']);
    await eventually(() => expect(fake.calls.at(-1)).toBe('request'));
  });

  it('has the page hold the keys meanwhile, and hands on what was typed', async () => {
    fake.listener('find-reply', { id: 7, windowId: 3 });
    expect(fake.calls).toEqual(['shut', 'allow', 'open 3', 'worker.hold-keys 7']);
    await eventually(() => expect(fake.calls.at(-1)).toBe('request he'));
    expect(fake.calls.filter((call) => call.startsWith('request'))).toEqual([
      'request',
      'request he',
    ]);
  });

  it.each([13, 8])('does without a page that holds nothing: %s', async (id) => {
    fake.listener('find-reply', { id, windowId: 3 });
    await eventually(() => expect(fake.calls.at(-1)).toBe('request'));
  });

  it('is not thrown off by a window that has no panel', async () => {
    fake.listener('find-reply', { windowId: 13 });
    await eventually(() => expect(fake.calls.at(-1)).toBe('request'));
  });

  it('does nothing for other commands, or without a window', () => {
    fake.listener('other', { windowId: 3 });
    fake.listener('find-reply');
    expect(fake.calls).toEqual([]);
  });
});
