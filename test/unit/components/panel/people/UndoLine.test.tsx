// @vitest-environment happy-dom

import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { usePeopleStore } from '../../../../../components/panel/people/people-store';
import { UndoLine } from '../../../../../components/panel/people/UndoLine';
import { peopleCommands } from '../../../../../lib/messaging/people-commands';
import { send } from '../../../../../lib/messaging/send';
import { ref } from '../../../refs';
import { forget, show, twoRecords } from './person';

vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));

const pair = { one: { connectionId: 'cw', id: '1' }, other: { connectionId: 'ku', id: '9' } };
const text = 'Unlinked A. Souza in Kustomer';
const unlinked = { anchor: ref('cw/1'), text, ...pair, before: 'same' } as const;

beforeEach(() => {
  vi.mocked(send).mockClear();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  usePeopleStore.setState({ undo: unlinked });
});

afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  await forget();
});

test('says what was decided, and undoes it to what was decided before', () => {
  const { container } = show(twoRecords(), <UndoLine />);
  expect(screen.getByRole('status').textContent).toContain(text);
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  const sent = { windowId: 1, ...pair, verdict: 'same' };
  expect(send).toHaveBeenLastCalledWith(peopleCommands, 'people.decide', sent);
  expect(container.textContent).toBe('');
});

test('goes when it is closed, and the decision holds', () => {
  const { container } = show(twoRecords(), <UndoLine />);
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(container.textContent).toBe('');
  expect(send).not.toHaveBeenCalled();
});

test('goes by itself after a minute', () => {
  const { container } = show(twoRecords(), <UndoLine />);
  act(() => void vi.advanceTimersByTime(59_999));
  expect(container.textContent).toContain(text);
  act(() => void vi.advanceTimersByTime(1));
  expect(container.textContent).toBe('');
});

test('is not shown beside somebody else', () => {
  const { container } = show(twoRecords(), <UndoLine />, ref('ku/5'));
  expect(container.textContent).toBe('');
});
