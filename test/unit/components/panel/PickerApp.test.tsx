// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/react';
import Dexie from 'dexie';
import { afterEach, expect, it, vi } from 'vitest';
import { PickerApp } from '../../../../components/panel/PickerApp';
import { database } from '../../../../lib/storage/database';

vi.mock('../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('practice 19: the search above the page says what may hold a database that does not open', () => {
  vi.spyOn(database, 'transaction').mockReturnValue(new Dexie.Promise(() => undefined));
  render(<PickerApp windowId={1} />);
  expect(screen.getByText(/one from an older version may be blocking it/)).toBeTruthy();
});
