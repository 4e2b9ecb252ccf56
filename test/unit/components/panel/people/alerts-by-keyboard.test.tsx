// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AlertList } from '../../../../../components/panel/people/AlertList';
import { PeoplePart } from '../../../../../components/panel/people/PeoplePart';
import { database } from '../../../../../lib/storage/database';
import { ref } from '../../../refs';
import { atKeyboard } from '../../keyboard';
import { forget, show, store, twoRecords } from './person';

vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));

beforeEach(store);

afterEach(async () => {
  cleanup();
  await forget();
});

const { suggestions } = database;

it('the keyboard stays where a suggestion was answered, and where that was taken back', async () => {
  const person = atKeyboard();
  await suggestions.put({ anchor: ref('cw/1'), contact: ref('ku/5'), updatedAt: 0 });
  show(
    twoRecords(),
    <>
      <button type="button">above</button>
      <AlertList />
      <PeoplePart part="commands" />
    </>,
  );
  await screen.findByRole('button', { name: /^Possibly the same person/ });
  await person.reach('button', /^Possibly the same person/);
  await person.press('{Enter}');
  await person.reach('button', 'Not the same: Ana Souza');
  await person.press('{Enter}');
  // The worker has noted it.
  await suggestions.clear();
  await waitFor(() => expect(screen.queryByText('Not the same')).toBeNull());
  const isHere = () => {
    const alerts = screen.getByText('above').nextElementSibling;
    expect(document.activeElement).toBe(alerts);
  };
  await waitFor(isHere);
  await person.reach('button', 'Undo');
  await person.press('{Enter}');
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  await waitFor(isHere);
});
