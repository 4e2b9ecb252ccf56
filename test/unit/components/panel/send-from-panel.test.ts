import { describe, expect, test, vi } from 'vitest';
import { sayUnanswered, sendFromPanel } from '../../../../components/panel/send-from-panel';
import { usePanelView } from '../../../../components/panel/view-store';
import { noteCommands } from '../../../../lib/messaging/note-commands';
import { ref } from '../../refs';

const { answer } = vi.hoisted(() => ({ answer: vi.fn() }));
vi.mock('wxt/browser', () => ({ browser: { runtime: { sendMessage: answer } } }));

const said = () => usePanelView.getState().notice.text;

describe('a command that the worker did not carry out', () => {
  test.each([
    ['for lack of storage', { ok: false, error: 'storage-full' }, /no storage left/],
    ['for another reason', { ok: false, error: 'RangeError' }, /isn’t responding/],
    ['because it gave no answer', undefined, /isn’t responding/],
  ])('%s is told in words of its own', async (_why, given, words) => {
    answer.mockResolvedValue(given);
    sendFromPanel(noteCommands, 'notes.refresh', { anchor: ref('cw/1') });
    await vi.waitFor(() => expect(said()).toMatch(words));
    sayUnanswered();
    expect(said()).toMatch(/isn’t responding/);
  });
});
