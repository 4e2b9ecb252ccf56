// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useMembraneOffers } from '../../../../../components/options/membrane/use-membrane-offers';
import type { MembraneOffer } from '../../../../../lib/messaging/membrane-commands';

const { answer } = vi.hoisted(() => ({ answer: vi.fn() }));
vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async (_table: unknown, type: string) => answer(type)),
}));

const offer = (situation: MembraneOffer['situation']): MembraneOffer => ({
  ...{ id: 'c1', name: 'Kustomer', app: 'kustomer', platform: 'kustomer', situation },
});
const looks = () => answer.mock.calls.filter(([type]) => type === 'membrane.look').length;
const later = () => act(() => vi.advanceTimersByTimeAsync(3_000));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  answer.mockReset();
});

async function waiting(answers: (() => unknown)[]) {
  answer.mockImplementation((type: string) => {
    if (type === 'membrane.list') return { kind: 'ok', offers: [] };
    if (type === 'membrane.ensure') return { kind: 'ok', offer: offer('building') };
    return answers.shift()?.() ?? { kind: 'ok', offer: offer('building') };
  });
  const onChoose = vi.fn();
  const view = renderHook(() => useMembraneOffers('kustomer', undefined, onChoose));
  await act(() => vi.advanceTimersByTimeAsync(0));
  await act(async () => view.result.current.ensure());
  return { view, onChoose };
}

test('a connection that Membrane builds is waited for, also over the worker’s death', async () => {
  const died = () => {
    throw new Error('the worker died');
  };
  const ready = () => ({ kind: 'ok', offer: offer('ready') });
  const { view, onChoose } = await waiting([died, () => undefined, ready]);
  expect(view.result.current.watched).toBe('c1');
  await later();
  expect(view.result.current.offers).toMatchObject([{ id: 'c1', situation: 'building' }]);
  await later();
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('c1');
  expect(view.result.current.watched).toBeUndefined();
  const asked = looks();
  await later();
  expect(looks()).toBe(asked);
});

test('who leaves is asked for nothing more, and who comes back finds it again', async () => {
  const { view } = await waiting([]);
  await later();
  view.unmount();
  const asked = looks();
  await later();
  expect(looks()).toBe(asked);
  answer.mockImplementation((type: string) =>
    type === 'membrane.list'
      ? { kind: 'ok', offers: [offer('building')] }
      : { kind: 'ok', offer: offer('building') },
  );
  const again = renderHook(() => useMembraneOffers('kustomer', undefined, () => undefined));
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(again.result.current.watched).toBe('c1');
  again.unmount();
});

test('a connection that gets ready replaces no other that is chosen, unless it was asked for', async () => {
  let found: MembraneOffer['situation'] = 'ready';
  answer.mockImplementation((type: string) => {
    if (type === 'membrane.list') return { kind: 'ok', offers: [offer('building')], dropped: 0 };
    return { kind: 'ok', offer: offer(type === 'membrane.look' ? found : 'building') };
  });
  const onChoose = vi.fn();
  const { result, rerender } = renderHook(
    ({ chosen }) => useMembraneOffers('kustomer', chosen, onChoose),
    { initialProps: { chosen: 'c2' } },
  );
  await later();
  expect(result.current.offers).toMatchObject([{ id: 'c1', situation: 'ready' }]);
  expect(onChoose).not.toHaveBeenCalled();
  found = 'building';
  await act(async () => result.current.ensure());
  // Another one was chosen by hand since.
  rerender({ chosen: 'c3' });
  found = 'ready';
  await later();
  expect(onChoose).not.toHaveBeenCalled();
  await act(async () => result.current.watch('c1'));
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('c1');
});

test('how many there are beyond those that are offered is told', async () => {
  answer.mockImplementation(() => ({ kind: 'ok', offers: [offer('ready')], dropped: 3 }));
  const view = renderHook(() => useMembraneOffers('kustomer', undefined, vi.fn()));
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(view.result.current.dropped).toBe(3);
});
