import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useLoadAllStore } from '../../../../../components/panel/history/load-all';
import { usePanelView } from '../../../../../components/panel/view-store';
import { historyCommands } from '../../../../../lib/messaging/history-commands';
import { CommandError, send } from '../../../../../lib/messaging/send';
import { eventually } from '../../../eventually';
import { ref } from '../../../refs';

vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));

const sent = vi.mocked(send);
const said = vi.fn();

beforeEach(() => {
  sent.mockReset().mockResolvedValue(undefined);
  said.mockReset();
  usePanelView.setState({ say: said });
  useLoadAllStore.getState().keepOnly(ref('cw/2'));
});

const wished = () => useLoadAllStore.getState().requested;
const asked = () => sent.mock.calls.filter(([, type]) => type === 'panel.all').length;
const gone = new Error('message channel closed before a response was received');

test('asks again when the worker was stopped in the middle, until it is done', async () => {
  sent.mockRejectedValueOnce(gone).mockRejectedValueOnce(new CommandError('no-answer'));
  useLoadAllStore.getState().load(1, ref('cw/1'));
  expect(wished()).toBe('cw/1');
  await eventually(() => expect(wished()).toBeUndefined());
  expect(asked()).toBe(3);
  expect(sent).toHaveBeenLastCalledWith(historyCommands, 'panel.all', {
    windowId: 1,
    anchor: 'cw/1',
  });
  expect(said).not.toHaveBeenCalled();
});

test('does not repeat what the worker refused, and gives up on one that never answers', async () => {
  sent.mockRejectedValueOnce(new CommandError('failed'));
  useLoadAllStore.getState().load(1, ref('cw/1'));
  await eventually(() => expect(said).toHaveBeenCalledTimes(1));
  expect(asked()).toBe(1);
  sent.mockRejectedValue(gone);
  useLoadAllStore.getState().load(1, ref('cw/1'));
  await eventually(() => expect(said).toHaveBeenCalledTimes(2));
  expect([wished(), asked()]).toEqual([undefined, 7]);
});

test('asks no more after it was stopped, or another person came', async () => {
  for (const end of [
    () => useLoadAllStore.getState().stop(1),
    () => useLoadAllStore.getState().keepOnly(ref('cw/2')),
  ]) {
    sent.mockClear();
    const refusals: ((reason: Error) => void)[] = [];
    sent.mockImplementationOnce(() => new Promise((_done, refuse) => refusals.push(refuse)));
    useLoadAllStore.getState().load(1, ref('cw/1'));
    end();
    for (const refuse of refusals) refuse(gone);
    await new Promise(setImmediate);
    expect([wished(), asked()]).toEqual([undefined, 1]);
  }
  // Whoever left has nothing to stop: the worker does so by itself.
  expect(sent).not.toHaveBeenCalledWith(historyCommands, 'panel.stop', expect.anything());
});

describe('where a platform is down or asks for fewer calls', () => {
  const start = Date.UTC(2026, 5, 20, 12);
  const minute = 60_000;

  beforeEach(() => {
    vi.useFakeTimers({ now: start });
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  test('it goes on by itself when the time has come, as often as it takes', async () => {
    for (let round = 1; round <= 30; round += 1) {
      sent.mockResolvedValueOnce(start + round * minute);
    }
    useLoadAllStore.getState().load(1, ref('cw/1'));
    await vi.advanceTimersByTimeAsync(minute - 1);
    expect(asked()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect([asked(), wished()]).toEqual([2, 'cw/1']);
    await vi.advanceTimersByTimeAsync(29 * minute);
    expect([asked(), wished()]).toEqual([31, undefined]);
    expect(said).not.toHaveBeenCalled();
  });

  test('it never asks without a pause', async () => {
    sent.mockResolvedValue(start - minute);
    useLoadAllStore.getState().load(1, ref('cw/1'));
    await vi.advanceTimersByTimeAsync(3_500);
    expect(asked()).toBe(4);
  });

  test('it asks no more after it was stopped, and once after it was asked for anew', async () => {
    sent.mockResolvedValue(start + minute);
    const { load, stop } = useLoadAllStore.getState();
    load(1, ref('cw/1'));
    await vi.advanceTimersByTimeAsync(10);
    stop(1);
    await vi.advanceTimersByTimeAsync(10);
    load(1, ref('cw/1'));
    await vi.advanceTimersByTimeAsync(10);
    expect(asked()).toBe(2);
    sent.mockResolvedValue(undefined);
    await vi.advanceTimersByTimeAsync(minute);
    expect([asked(), wished()]).toEqual([3, undefined]);
  });

  test('a worker that was stopped after long work does not count as one that never answers', async () => {
    const workFor = (ms: number) => () =>
      new Promise<never>((_done, refuse) => setTimeout(() => refuse(gone), ms));
    for (let round = 0; round < 12; round += 1) sent.mockImplementationOnce(workFor(minute));
    useLoadAllStore.getState().load(1, ref('cw/1'));
    await vi.advanceTimersByTimeAsync(12 * minute + 10);
    expect([asked(), wished()]).toEqual([13, undefined]);
    expect(said).not.toHaveBeenCalled();
  });
});
