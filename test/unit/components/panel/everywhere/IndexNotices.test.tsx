// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { IndexNotices } from '../../../../../components/panel/everywhere/IndexNotices';
import { database } from '../../../../../lib/storage/database';

afterEach(async () => {
  cleanup();
  await Promise.all(database.tables.map((table) => table.clear()));
});

test('that the index is being built is read out when it begins, and not at each percent', async () => {
  render(<IndexNotices people={undefined} />);
  const words = await screen.findByText(/^The index is being built/);
  const region = words.closest('[role="status"]');
  expect(region?.getAttribute('aria-relevant')).toBe('additions');
});
