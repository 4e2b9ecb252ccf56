import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openRepliesOnCommand } from '../../../lib/worker/reply-command';

const told = vi.hoisted(() => ({
  listener: (_name: string, _tab?: { windowId?: number }): void => undefined,
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
      },
    },
    storage: { session: { set: async () => void told.calls.push('wish') } },
  },
}));

beforeEach(() => {
  told.calls.length = 0;
  openRepliesOnCommand();
});

describe('the keyboard command', () => {
  it('opens the panel of its window before anything else, then wishes for the responses', () => {
    told.listener('find-reply', { windowId: 3 });
    expect(told.calls).toEqual(['open 3', 'wish']);
  });

  it('does nothing for other commands, or without a window', () => {
    told.listener('other', { windowId: 3 });
    told.listener('find-reply');
    expect(told.calls).toEqual([]);
  });
});
